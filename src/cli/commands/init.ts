// init: an empty casebook.
import { basename, resolve } from 'node:path';
import { Casebook, surroundings } from '../../desk/casebook.ts';
import { BY, KEY, type Command } from '../command.ts';
import { askKey } from '../ask-key.ts';

export const init: Command = {
  name: 'init',
  usage: 'DIR [--encrypt] [--name TEXT] [--by NAME]',
  about: 'Makes an empty casebook in the folder DIR. Encrypted, nothing in it can be read without its passphrase, or the recovery key that is shown once.',
  options: {
    ...BY,
    ...KEY,
    encrypt: { type: 'boolean', about: 'encrypt all of it under a passphrase' },
    name: { type: 'string', value: 'TEXT', about: 'what the casebook is called; else as its folder' },
  },
  words: [1, 1],
  examples: ['onrecord init bagh-e-kaj --by "Mina Farhadi"', 'onrecord init bagh-e-kaj --encrypt'],
  async run(call) {
    const folder = resolve(call.folder, call.words[0] ?? '');
    const name = call.text('name') ?? basename(folder);
    const secret = call.flag('encrypt') ? await askKey(call, 'Passphrase of the new casebook') : null;
    const casebook = await Casebook.create(folder, name, surroundings(call.text('by') ?? null), secret);
    const { size } = await casebook.log.head();
    const { recoveryKey } = casebook.store;
    await casebook.close();
    if (call.json) call.out(JSON.stringify({ folder, name, entries: size, recoveryKey }));
    else {
      call.out(`Made an empty casebook in ${folder}. Next: onrecord add --casebook ${folder} FILE…`);
      if (recoveryKey !== null)
        call.out(
          `Its recovery key, shown this once: ${recoveryKey}\nWrite it down, apart from this machine. Without it or the passphrase nobody can read the casebook.`,
        );
    }
    return 0;
  },
};
