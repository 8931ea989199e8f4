// init: an empty casebook.
import { basename, resolve } from 'node:path';
import { Casebook, surroundings } from '../../desk/casebook.ts';
import { BY, type Command } from '../command.ts';

export const init: Command = {
  name: 'init',
  usage: 'DIR [--name TEXT] [--by NAME]',
  about: 'Makes an empty casebook in the folder DIR.',
  options: { ...BY, name: { type: 'string', value: 'TEXT', about: 'what the casebook is called; else as its folder' } },
  words: [1, 1],
  examples: ['onrecord init bagh-e-kaj --by "Mina Farhadi"'],
  async run(call) {
    const folder = resolve(call.folder, call.words[0] ?? '');
    const name = call.text('name') ?? basename(folder);
    const casebook = await Casebook.create(folder, name, surroundings(call.text('by') ?? null));
    const { size } = await casebook.log.head();
    await casebook.close();
    call.out(
      call.json ? JSON.stringify({ folder, name, entries: size }) : `Made an empty casebook in ${folder}. Next: onrecord add --casebook ${folder} FILE…`,
    );
    return 0;
  },
};
