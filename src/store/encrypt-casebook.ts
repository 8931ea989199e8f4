// Encrypting a casebook that was made without. The encrypted one is made whole beside the plain one, under other names;
// then `onrecord.json` is exchanged, which makes it the casebook; then the plain bytes are removed. A crash leaves one
// casebook that opens, and remains of the other, which the next opening for writing removes.
import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { dirname, join } from 'node:path';
import { Fault } from '../base/fault.ts';
import type { Chance } from '../log/entry.ts';
import { readCasebookFile, recordFile, writeCasebookFile, type CasebookFile } from './casebook-file.ts';
import { copyDatabase, openAlone, openConnection, type Connection } from './connection.ts';
import { diskFault, makeEmptyFile, makeFile, makeFolders, nodeDisk, syncFile, syncFolder, writeAll, type Disk } from './disk.ts';
import { dropPlain, dropSealed, dropTemporaries, isUnfinished } from './encryption-remains.ts';
import { openCover, type FileCover } from './file-cover.ts';
import { makeKeys, openKeys, renewRecoveryKey, type CasebookKeys, type Key } from './key-slots.ts';
import { sealedCover } from './sealed-cover.ts';
import { keptNames, keptPath, READ_ONLY, SHELVES } from './kept-file.ts';
import { Vault } from './vault.ts';
import { watched } from './watched.ts';

export type EncryptOptions = { readonly key: Key; readonly random?: Chance; readonly disk?: Disk };

/**
 * Encrypt the casebook in `folder`. Gives the recovery key, to be shown once. Where it was cut short before, doing it again
 * finishes it, and gives another recovery key.
 *
 * Needs as much room again as the casebook takes, and nobody else may have it open. The files of the plain casebook are
 * removed; what a disk keeps of files that were removed, and what backups hold, is beyond its reach.
 *
 * Throws a Fault 'casebook-locked' where the casebook is open elsewhere, 'casebook-exists' where it is encrypted already,
 * 'wrong-key' where finishing wants another key, 'disk' where the disk fails; the casebook then is as it was, or encrypted.
 */
export async function encryptCasebook(folder: string, { key, random = randomBytes, disk = nodeDisk }: EncryptOptions): Promise<string> {
  try {
    if ((await readCasebookFile(folder)).encrypted) return await finish(folder, key, random, disk);
    const { keys, recoveryKey } = await alone(folder, disk, (plain, file) => seal(plain, file, { folder, key, random, disk }));
    await dropPlain(folder, coverOf(keys, random), disk);
    return recoveryKey;
  } catch (thrown) {
    throw diskFault(thrown, `Encrypting the casebook ${folder}`);
  }
}

const coverOf = ({ vault, names }: CasebookKeys, random: Chance): FileCover => sealedCover({ key: vault, names }, random);

async function finish(folder: string, key: Key, random: Chance, disk: Disk): Promise<string> {
  if (!(await isUnfinished(folder, true, disk))) {
    throw new Fault('casebook-exists', `${folder} is encrypted already`, 'To open it by another passphrase, change its key.');
  }
  const keys = await openKeys(folder, key);
  const recoveryKey = await renewRecoveryKey(disk, folder, { key, random }); // the first one may never have been shown
  await dropPlain(folder, coverOf(keys, random), disk);
  return recoveryKey;
}

/** Run `work` while nobody else can open the plain record. Where it fails, what it sealed is removed. */
async function alone<T>(folder: string, disk: Disk, work: (plain: Connection, file: CasebookFile) => Promise<T>): Promise<T> {
  const plain = openAlone(join(folder, recordFile({ encrypted: false })), null);
  try {
    const file = await readCasebookFile(folder);
    if (file.encrypted) throw new Fault('casebook-locked', `${folder} was just encrypted by another program`, 'Open it with its key.');
    await dropTemporaries(folder, new Vault(folder, disk, openCover), disk);
    await dropSealed(folder, disk);
    return await work(plain, file);
  } catch (thrown) {
    // The exchange of onrecord.json may have failed though it happened.
    if (!(await readCasebookFile(folder)).encrypted) await dropSealed(folder, disk);
    throw thrown;
  } finally {
    plain.close();
  }
}

type Sealing = { readonly folder: string; readonly key: Key; readonly random: Chance; readonly disk: Disk };
type Sealed = { readonly keys: CasebookKeys; readonly recoveryKey: string };

async function seal(plain: Connection, file: CasebookFile, { folder, key, random, disk }: Sealing): Promise<Sealed> {
  const made = await makeKeys(disk, folder, key, random);
  const cover = coverOf(made.keys, random);
  for (const shelf of SHELVES) {
    for (const name of await keptNames(folder, shelf))
      await sealFile(join(folder, keptPath(shelf, name)), join(folder, keptPath(shelf, cover.name(name))), cover, disk);
  }
  await sealRecord(plain, join(folder, recordFile({ encrypted: true })), made.keys.record, disk);
  await syncFolder(disk, folder);
  await writeCasebookFile(disk, folder, { ...file, name: null, encrypted: true });
  return made;
}

async function sealRecord(plain: Connection, path: string, key: Uint8Array, disk: Disk): Promise<void> {
  await makeEmptyFile(disk, path);
  copyDatabase(plain, path, key);
  await syncFile(disk, path);
  const copy = openConnection(path, { mode: 'read', key });
  try {
    if (copy.pragma('integrity_check', { simple: true }) !== 'ok') throw unlike(path);
  } finally {
    copy.close();
  }
}

/**
 * The sealed copy is read again before the plain one can go. Bytes that were altered since they were kept are sealed as they
 * are: their name is still that of the right ones.
 */
async function sealFile(from: string, to: string, cover: FileCover, disk: Disk): Promise<void> {
  const plain = createHash('sha256');
  await makeFolders(disk, [dirname(to)]);
  await makeFile(disk, dirname(to), async (file) => {
    await writeAll(file, cover.hide(watched(bytesOf(from), (piece) => plain.update(piece))));
    await file.chmod(READ_ONLY);
    return to;
  });
  if ((await digestBehind(cover, to)) !== plain.digest('hex')) throw unlike(to);
}

async function digestBehind(cover: FileCover, path: string): Promise<string> {
  const digest = createHash('sha256');
  try {
    for await (const piece of cover.reveal(bytesOf(path))) digest.update(piece);
  } catch (thrown) {
    throw thrown instanceof Fault && thrown.code === 'casebook-damaged' ? unlike(path, thrown) : thrown;
  }
  return digest.digest('hex');
}

const bytesOf = (path: string): AsyncIterable<Uint8Array> => createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Uint8Array>;

const unlike = (path: string, cause?: unknown): Fault =>
  new Fault('disk', `${path} was read back otherwise than it was written`, 'Copy the casebook to a sound disk, and do it again.', cause);
