// key, backup, restore: what a casebook is locked with, and the whole of it in one file and back.
import { resolve } from 'node:path';
import { Fault } from '../../base/fault.ts';
import { findCasebook } from '../../desk/casebook.ts';
import { encrypt, newRecoveryKey, replaceKey, restoreBackup } from '../../desk/keys.ts';
import { readTrust } from '../../desk/trust.ts';
import { askKey } from '../ask-key.ts';
import { CASEBOOK, KEY, type Call, type Command } from '../command.ts';
import { withCasebook } from '../with-casebook.ts';

export const key: Command = {
  name: 'key',
  usage: 'encrypt|change|recovery [--passphrase-file FILE] [--key-file FILE] [--new-passphrase-file FILE] [--new-key-file FILE]',
  about:
    'encrypt locks a casebook that was not encrypted. change puts another passphrase or key file in the place of the old one. recovery makes a new\nrecovery key; the old one opens nothing any more.',
  options: {
    ...CASEBOOK,
    'new-passphrase-file': { type: 'string', value: 'FILE', about: 'of change: a file with the new passphrase; else it is asked for' },
    'new-key-file': { type: 'string', value: 'FILE', about: 'of change: the new key file' },
  },
  words: [1, 1],
  examples: ['onrecord key encrypt', 'onrecord key change'],
  async run(call) {
    const recoveryKey = await turn(call, findCasebook(call.text('casebook'), call.folder));
    if (call.json) call.out(JSON.stringify({ recoveryKey }));
    else
      call.out(
        recoveryKey === null
          ? 'Changed. The recovery key is the same as before.'
          : `The recovery key, shown this once: ${recoveryKey}\nWrite it down, apart from this machine.`,
      );
    return 0;
  },
};

async function turn(call: Call, folder: string): Promise<string | null> {
  const verb = call.words[0];
  if (verb === 'encrypt') return encrypt(folder, await askKey(call, 'New passphrase'));
  if (verb === 'recovery') return newRecoveryKey(folder, await askKey(call));
  if (verb !== 'change') throw new Fault('bad-usage', `there is no key ${verb}`, 'There are: encrypt, change, recovery.');
  const old = await askKey(call);
  await replaceKey(folder, old, await askKey(call, 'New passphrase', 'new-'));
  return null;
}

export const backup: Command = {
  name: 'backup',
  usage: 'FILE',
  about:
    'Writes the whole casebook into one file while work goes on, encrypted as the casebook is. Keep the checkpoint that it prints apart from it:\n`restore` holds the backup to it.',
  options: CASEBOOK,
  words: [1, 1],
  examples: ['onrecord backup /media/stick/bagh-e-kaj.backup'],
  async run(call) {
    const made = await withCasebook(call, 'read', (casebook) => casebook.store.backup(resolve(call.folder, call.words[0] ?? '')));
    call.out(
      call.json
        ? JSON.stringify(made)
        : `Wrote ${made.entries} entries and ${made.files} files, ${made.bytes} bytes. Its checkpoint:\n${made.checkpoint.trimEnd()}`,
    );
    return 0;
  },
};

export const restore: Command = {
  name: 'restore',
  usage: 'FILE DIR [--checkpoint FILE] [--passphrase-file FILE] [--key-file FILE]',
  about: 'Restores a backup into the folder DIR, which must not be there yet, and verifies all of it. Held to a later checkpoint, an older backup is refused.',
  options: {
    ...KEY,
    checkpoint: { type: 'string', value: 'FILE', about: 'the last checkpoint that you hold of this casebook' },
    encrypted: { type: 'boolean', about: 'the backup is of an encrypted casebook: ask for its key' },
  },
  words: [2, 2],
  examples: ['onrecord restore bagh-e-kaj.backup restored --checkpoint held.txt'],
  async run(call) {
    const [file = '', folder = ''] = call.words.map((word) => resolve(call.folder, word));
    const held = call.text('checkpoint');
    const trust = await readTrust(held === undefined ? {} : { checkpoint: resolve(call.folder, held) });
    const locked = call.flag('encrypted') || call.text('passphrase-file') !== undefined || call.text('key-file') !== undefined;
    const found = await restoreBackup(file, folder, locked ? await askKey(call) : null, trust);
    if (call.json) call.out(JSON.stringify(found));
    else {
      for (const { ok, name, detail } of found.checks) call.out(`${ok ? 'ok   ' : 'WRONG'}  ${name}: ${detail}`);
      call.out(found.ok ? `Restored into ${folder}; ${found.vouched}.` : 'Not restored as it was.');
    }
    return found.ok ? 0 : 1;
  },
};
