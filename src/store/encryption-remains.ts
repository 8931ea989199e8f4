// What an encryption that was cut short leaves behind, and the end of every one: `onrecord.json` says which of the two
// casebooks in the folder is the casebook, and the bytes of the other are removed.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { recordFile, withCompanions } from './casebook-file.ts';
import { fileSize, isTemporary, syncFolder, type Disk } from './disk.ts';
import type { FileCover } from './file-cover.ts';
import { KEYS_FILE } from './key-slots.ts';
import { MARK } from './sealed-cover.ts';
import { keptNames, keptPath, SHELVES } from './kept-file.ts';
import { Vault } from './vault.ts';

/** The file of the other casebook that is the first to be made and the last to be removed. */
const lastOf = (encrypted: boolean): string => (encrypted ? recordFile({ encrypted: false }) : KEYS_FILE);

/** Whether remains of an encryption lie in the folder. Only whoever has the record open can tell them from one that goes on. */
export const isUnfinished = async (folder: string, encrypted: boolean, disk: Disk): Promise<boolean> =>
  (await fileSize(disk, join(folder, lastOf(encrypted)))) !== null;

/** Remove what lies in the clear in a casebook that is encrypted: of kept files, those that lie there sealed as well. */
export async function dropPlain(folder: string, cover: FileCover, disk: Disk): Promise<void> {
  await syncFolder(disk, folder); // that it is encrypted is on stable storage before anything goes
  for (const shelf of SHELVES) {
    const names = new Set(await keptNames(folder, shelf));
    for (const name of names) if (names.has(cover.name(name))) await disk.rm(join(folder, keptPath(shelf, name)), { force: true });
  }
  await removeAll(folder, withCompanions(recordFile({ encrypted: false })), disk);
}

/** Remove what lies sealed in a casebook that is not encrypted. */
export async function dropSealed(folder: string, disk: Disk): Promise<void> {
  for (const shelf of SHELVES) {
    for (const name of await keptNames(folder, shelf)) {
      const path = join(folder, keptPath(shelf, name));
      if (await isSealedCopy(path, name)) await disk.rm(path, { force: true });
    }
  }
  await removeAll(folder, [...withCompanions(recordFile({ encrypted: true })), KEYS_FILE], disk);
}

/** Remove half-written files. No other process may have the casebook open. */
export async function dropTemporaries(folder: string, vault: Vault, disk: Disk): Promise<void> {
  await vault.sweep();
  await removeAll(folder, (await readdir(folder)).filter(isTemporary), disk);
}

/** A plain file has its SHA-256 for a name; an original may itself be a sealed file of another casebook. */
async function isSealedCopy(path: string, name: string): Promise<boolean> {
  const digest = createHash('sha256');
  let first = true;
  for await (const piece of createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
    if (first && !piece.subarray(0, MARK.length).equals(MARK)) return false;
    first = false;
    digest.update(piece);
  }
  return !first && digest.digest('hex') !== name;
}

async function removeAll(folder: string, names: readonly string[], disk: Disk): Promise<void> {
  for (const name of names) await disk.rm(join(folder, name), { force: true });
  await syncFolder(disk, folder);
}
