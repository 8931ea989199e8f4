// Restoring a backup: into a new folder, checked before anybody can take it for a casebook. The backup may come from a
// stranger: what it says of itself decides nothing.
import { createReadStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Fault } from '../base/fault.ts';
import type { Check } from '../log/check.ts';
import { verifyLog, conclude, type Verification } from '../log/verify.ts';
import { ByteSource, damaged, FIRST_LINE, LONGEST_LINE, parsed, parseHeader, readBody } from './backup-format.ts';
import { CASEBOOK_FILE, readCasebookFile, recordFile } from './casebook-file.ts';
import { diskFault, fileSize, makeFile, makeFolders, nodeDisk, syncFolder, writeAll, type Disk } from './disk.ts';
import { openCover, type FileCover } from './file-cover.ts';
import { KEYS_FILE, keysIn, type Key } from './key-slots.ts';
import { backupCover } from './sealed-cover.ts';
import { openStore } from './store.ts';
import { READ_ONLY, SHELVES } from './kept-file.ts';

export type RestoreOptions = {
  /** Opens the backup of an encrypted casebook: what was its passphrase, key file or recovery key when it was made. */
  readonly key?: Key;
  /** Checkpoints that the reader holds, as notes: they find a backup that is older than one of them, or of another log. */
  readonly held?: readonly string[];
  readonly disk?: Disk;
};

/**
 * Restore the backup `file` into `folder`, which must not be there. Checks every part of it, the whole log, and the log
 * against the checkpoints that the reader holds. Where a check fails nothing is restored, and the check says why.
 *
 * The kept files are as they were when the backup was made; whether each is the one that the log speaks of is for a check of
 * the casebook to say. Throws a Fault 'conflict' where the folder is there, 'wrong-key', 'not-found', or 'disk'.
 */
export async function restore(file: string, folder: string, options: RestoreOptions = {}): Promise<Verification> {
  const target = resolve(folder);
  const disk = options.disk ?? nodeDisk;
  const making = join(dirname(target), `.new-${basename(target)}`); // a crash leaves it; the next restoring removes it
  try {
    if ((await fileSize(disk, target)) !== null) throw new Fault('conflict', `${folder} is there already`, 'Restore into a new folder.');
    if ((await fileSize(disk, file)) === null) throw new Fault('not-found', `there is no file ${file}`, 'Check the name.');
    await rm(making, { recursive: true, force: true });
    const found = await unpackAndCheck(file, making, { ...options, disk });
    if (found.ok) {
      await rename(making, target);
      await syncFolder(disk, dirname(target));
    }
    return found;
  } catch (thrown) {
    throw diskFault(thrown, `Restoring ${file}`);
  } finally {
    await rm(making, { recursive: true, force: true });
  }
}

type Restoring = RestoreOptions & { readonly disk: Disk };

async function unpackAndCheck(file: string, making: string, options: Restoring): Promise<Verification> {
  try {
    const parts = await unpack(file, making, options);
    const whole: Check = { name: 'backup', ok: true, detail: `all ${parts} parts are as they were written` };
    const found = await checkLog(making, options);
    return { ...found, checks: [whole, ...found.checks] };
  } catch (thrown) {
    if (!(thrown instanceof Fault) || (thrown.code !== 'casebook-damaged' && thrown.code !== 'no-casebook')) throw thrown;
    return conclude([{ name: 'backup', ok: false, detail: thrown.message }], []);
  }
}

async function checkLog(folder: string, { key, held = [] }: Restoring): Promise<Verification> {
  const store = await openStore(folder, { mode: 'read', ...(key === undefined ? {} : { key }) });
  try {
    return await verifyLog(store.log, { log: store.verifier, untied: true, held });
  } finally {
    await store.close();
  }
}

/** Gives the number of parts. */
async function unpack(file: string, folder: string, { key, disk }: Restoring): Promise<number> {
  const source = new ByteSource(createReadStream(file, { highWaterMark: 256 * 1024 }) as AsyncIterable<Uint8Array>);
  if ((await source.line(FIRST_LINE.length)) !== FIRST_LINE) throw damaged('it does not begin as one');
  const { keys } = parsed(parseHeader, await source.line(LONGEST_LINE));
  const cover = await coverOf(keys, key);
  await makeFolders(
    disk,
    SHELVES.map((shelf) => join(folder, shelf)),
  );
  if (keys !== null) await put(disk, join(folder, KEYS_FILE), one(Buffer.from(keys)));
  const parts = await readBody(new ByteSource(cover.reveal(source.rest())), async ({ path }, bytes) => {
    const to = join(folder, ...path.split('/'));
    await makeFolders(disk, [dirname(to)]);
    await put(disk, to, bytes, path.includes('/'));
  });
  await checkFiles(folder, keys !== null, disk);
  return parts;
}

async function coverOf(keys: string | null, key: Key | undefined): Promise<FileCover> {
  if (keys !== null) return backupCover((await keysIn(keys, key)).backup);
  if (key === undefined) return openCover;
  throw new Fault('wrong-key', 'This backup is not encrypted', 'Leave the passphrase out.');
}

async function put(disk: Disk, to: string, bytes: AsyncIterable<Uint8Array>, forGood = false): Promise<void> {
  await makeFile(disk, dirname(to), async (file) => {
    await writeAll(file, bytes);
    if (forGood) await file.chmod(READ_ONLY);
    return to;
  });
}

async function* one(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

/** The two files without which there is no casebook. */
async function checkFiles(folder: string, encrypted: boolean, disk: Disk): Promise<void> {
  const file = await readCasebookFile(folder);
  if (file.encrypted !== encrypted) throw damaged(`${CASEBOOK_FILE} says otherwise than its beginning whether it is encrypted`);
  if ((await fileSize(disk, join(folder, recordFile(file)))) === null) throw damaged('the record is not in it');
}
