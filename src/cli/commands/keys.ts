// key, backup, restore: what a casebook is signed and locked with, and the whole of it in one file and back.
import { resolve } from 'node:path';
import { Fault } from '../../base/fault.ts';
import { makeBackup } from '../../desk/backup.ts';
import { findCasebook } from '../../desk/casebook.ts';
import { encrypt, newRecoveryKey, replaceKey, restoreBackup } from '../../desk/keys.ts';
import { keysOfLog, rotateKey, type KeyOfLog, type Rotated } from '../../desk/rotate-key.ts';
import { readTrust } from '../../desk/trust.ts';
import { askKey } from '../ask-key.ts';
import { BY, CASEBOOK, KEY, type Call, type Command } from '../command.ts';
import { withCasebook } from '../with-casebook.ts';

const sayLocked = (recoveryKey: string | null): Said =>
  recoveryKey === null
    ? [{ recoveryKey }, 'Changed. The recovery key is the same as before.']
    : [{ recoveryKey }, `The recovery key, shown this once: ${recoveryKey}\nWrite it down, apart from this machine.`];

/** What a verb of `key` prints: for programs, and for people. */
type Said = readonly [unknown, string];

const VERBS: Readonly<Record<string, (call: Call) => Promise<Said>>> = {
  async show(call) {
    const keys = await withCasebook(call, 'read', keysOfLog);
    return [keys, keys.map(sayKey).join('\n')];
  },
  async rotate(call) {
    const [reason, lost] = [call.text('reason') ?? null, call.flag('lost')];
    const rotated = await withCasebook(call, lost ? 'rescue' : 'write', (casebook) => rotateKey(casebook, { reason, lost }));
    return [rotated, sayRotated(rotated)];
  },
  async encrypt(call) {
    const folder = findCasebook(call.text('casebook'), call.folder);
    return sayLocked(await encrypt(folder, await askKey(call, 'New passphrase')));
  },
  async change(call) {
    const folder = findCasebook(call.text('casebook'), call.folder);
    const old = await askKey(call);
    await replaceKey(folder, old, await askKey(call, 'New passphrase', 'new-'));
    return sayLocked(null);
  },
  async recovery(call) {
    const folder = findCasebook(call.text('casebook'), call.folder);
    return sayLocked(await newRecoveryKey(folder, await askKey(call)));
  },
};

export const key: Command = {
  name: 'key',
  usage: `${Object.keys(VERBS).join('|')} [--reason TEXT] [--lost] [--new-passphrase-file FILE] [--new-key-file FILE]`,
  about:
    'show lists the public keys of the log, the one of today last. rotate makes a new key that signs the log from here on; the old one signs for it once, and is\ndestroyed. encrypt locks a casebook that was not encrypted. change puts another passphrase or key file in the place of the old one. recovery makes a\nnew recovery key; the old one opens nothing any more.',
  options: {
    ...CASEBOOK,
    ...BY,
    reason: { type: 'string', value: 'TEXT', about: 'of rotate: why; stays in the record, and goes out with it' },
    lost: {
      type: 'boolean',
      about: 'of rotate: the old key is gone, and the new one signs alone. Readers are told that nothing but outside witnesses ties it to the old',
    },
    'new-passphrase-file': { type: 'string', value: 'FILE', about: 'of change: a file with the new passphrase; else it is asked for' },
    'new-key-file': { type: 'string', value: 'FILE', about: 'of change: the new key file' },
  },
  words: [1, 1],
  examples: ['onrecord key show', 'onrecord key rotate --reason "the laptop was out of our hands"', 'onrecord key encrypt', 'onrecord key change'],
  async run(call) {
    const verb = VERBS[call.words[0] ?? ''];
    if (!verb) throw new Fault('bad-usage', `there is no key ${call.words[0]}`, `There are: ${Object.keys(VERBS).join(', ')}.`);
    const [value, words] = await verb(call);
    call.out(call.json ? JSON.stringify(value) : words);
    return 0;
  },
};

function sayKey({ key: vkey, from, until, tied }: KeyOfLog): string {
  const when = until === null ? `signs from ${from} entries on` : `signed from ${from} entries to ${until}`;
  return `${vkey}\n  ${when}${tied ? '' : '; the key before did NOT sign for it'}`;
}

const sayRotated = ({ key: vkey, retired, size, checkpoint, tied, destroyed }: Rotated): string =>
  [
    `From ${size} entries on, this key signs the log:\n  ${vkey}\nin the place of\n  ${retired}`,
    tied
      ? 'Both signed this checkpoint, which ends the one and begins the other. Hand it, and the new key, to whoever knows the old:'
      : 'The old key did NOT sign for it: nothing but outside witnesses ties the new key to the old. Have this checkpoint witnessed, and tell the new key to everybody by another way:',
    checkpoint.trimEnd(),
    destroyed
      ? 'No copy of the old key is left in this casebook. Backups that were made before hold it.'
      : 'Another program is reading this casebook, so bytes of the old key still lie in its files. They go when the last program that has it open is closed.',
  ].join('\n');

export const backup: Command = {
  name: 'backup',
  usage: 'FILE',
  about:
    'Writes the whole casebook into one file while work goes on, encrypted as the casebook is. Keep the checkpoint that it prints apart from it:\n`restore` holds the backup to it. That it was made stands in the record, so that an erasure can name it.',
  options: { ...CASEBOOK, ...BY },
  words: [1, 1],
  examples: ['onrecord backup /media/stick/bagh-e-kaj.backup'],
  async run(call) {
    const made = await withCasebook(call, 'write', (casebook) => makeBackup(casebook, resolve(call.folder, call.words[0] ?? '')));
    call.out(
      call.json
        ? JSON.stringify(made)
        : `Wrote ${made.entries} entries and ${made.files} files, ${made.bytes} bytes, SHA-256 ${made.digest}. Its checkpoint:\n${made.checkpoint.trimEnd()}`,
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
