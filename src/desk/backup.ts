// Backups: a copy of the whole casebook in one file. That it is made is in the log before the copying, so that no copy is
// ever there that an erasure does not know of; the copy holds that entry, and its log ends with a signed checkpoint as any does.
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { Fault } from '../base/fault.ts';
import { digestOf } from '../exchange/bag.ts';
import type { Backup } from '../store/backup.ts';
import type { Casebook } from './casebook.ts';

/** `digest` is the SHA-256 of the file, in hexadecimal. */
export type Made = Backup & { readonly digest: string };

/**
 * Writes a backup to the new file `to`. Nothing is appended after it, so that it is not older than the checkpoint that stands then.
 * Where it fails, or the machine stops, the log says that one was begun: whether anything of it is left is for a person to look.
 *
 * Throws what the store throws: a Fault 'conflict' where there is such a file, and where something was erased meanwhile.
 */
export async function makeBackup(casebook: Casebook, to: string): Promise<Made> {
  if (existsSync(to)) throw new Fault('conflict', `there is a file ${to} already`, 'Name another one.');
  const backup = casebook.newId('b_');
  await casebook.record([{ kind: 'backup.begun', payload: { backup, name: basename(to) } }]);
  const made = await casebook.store.backup(to);
  return { ...made, digest: await digestOf(to, 'sha256') };
}
