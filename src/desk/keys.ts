// What a casebook is locked with, changed; and the whole of it in one file, and back.
import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import type { Verification } from '../model/answers.ts';
import { nodeDisk } from '../store/disk.ts';
import { encryptCasebook } from '../store/encrypt-casebook.ts';
import { changeKey, renewRecoveryKey, type Key } from '../store/key-slots.ts';
import { restore } from '../store/restore.ts';
import type { Trust } from './trust.ts';
import { verifyCasebook } from './verify-casebook.ts';

/** Encrypts a casebook that was not. Gives the recovery key, to be shown once. */
export const encrypt = (folder: string, key: Key): Promise<string> => encryptCasebook(resolve(folder), { key, random: randomBytes });

/** Puts a new key in the place of the old one; the recovery key stays. Rewrites one small file. */
export const replaceKey = (folder: string, key: Key, next: Key): Promise<void> => changeKey(nodeDisk, resolve(folder), { key, next, random: randomBytes });

/** Makes a new recovery key; the old one opens nothing any more. */
export const newRecoveryKey = (folder: string, key: Key): Promise<string> => renewRecoveryKey(nodeDisk, resolve(folder), { key, random: randomBytes });

/**
 * Restores a backup into a folder that is not there yet, and verifies all of it. Where the backup is altered, or older
 * than a checkpoint that the reader holds, nothing is restored and the findings say why.
 */
export async function restoreBackup(file: string, folder: string, key: Key | null, trust: Trust): Promise<Verification> {
  const found = await restore(resolve(file), resolve(folder), { held: trust.held, ...(key === null ? {} : { key }) });
  if (!found.ok) return { ok: false, checks: found.checks, vouched: found.standing };
  return verifyCasebook(resolve(folder), trust, key);
}
