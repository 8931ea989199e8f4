// Making a backup of a casebook while work goes on (backup-format.ts says what it is). The record is copied as it is at one
// moment; kept files never change, and are there before the record speaks of them.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Fault } from '../base/fault.ts';
import { ERASURE, parseEnvelope } from '../log/entry.ts';
import { FIRST_LINE, writeBody, type FullPart } from './backup-format.ts';
import { CASEBOOK_FILE, recordFile, serialize, withCompanions, type CasebookFile } from './casebook-file.ts';
import { copyDatabase, openConnection, type Connection } from './connection.ts';
import { diskFault, fileSize, hasCode, makeEmptyFile, makeFile, writeAll, type Disk } from './disk.ts';
import type { FileCover } from './file-cover.ts';
import { readKeysText } from './key-slots.ts';
import { SqliteLog } from './sqlite-log.ts';
import { keptNames, keptPath, SHELVES } from './kept-file.ts';

/** What to keep elsewhere of a backup: restoring holds any backup against `checkpoint`. `bytes` is the length of the file. */
export type Backup = { readonly entries: number; readonly checkpoint: string; readonly files: number; readonly bytes: number };

/** The casebook to be backed up. `key` is that of its record, `cover` seals the backup; null and open where it is not encrypted. */
export type BackupSource = {
  readonly folder: string;
  readonly file: CasebookFile;
  readonly key: Uint8Array | null;
  readonly cover: FileCover;
  readonly open: () => Connection;
  readonly disk: Disk;
};

/**
 * Write a backup to the new file `to`, whole or not at all. A copy of the record lies beside it meanwhile; what a crash
 * leaves of both, the next backup to the same name removes.
 *
 * Copying the record stops this process, but no other. Throws a Fault 'conflict' where there is such a file, and where
 * something was erased meanwhile, so that no backup holds what the log says was erased before it was done; 'disk' where
 * the disk fails.
 */
export async function writeBackup(source: BackupSource, to: string): Promise<Backup> {
  const { disk } = source;
  if ((await fileSize(disk, to)) !== null) throw new Fault('conflict', `there is a file ${to} already`, 'Name another one.');
  const copy = `${temporaryOf(to)}.record`;
  try {
    await removeCopy(disk, copy);
    await disk.rm(temporaryOf(to), { force: true });
    await makeEmptyFile(disk, copy);
    return await writeFrom(source, copy, to);
  } catch (thrown) {
    throw diskFault(thrown, `Writing the backup ${to}`);
  } finally {
    await removeCopy(disk, copy);
  }
}

const temporaryOf = (to: string): string => join(dirname(resolve(to)), `.new-${basename(to)}`);

async function removeCopy(disk: Disk, copy: string): Promise<void> {
  for (const path of withCompanions(copy)) await disk.rm(path, { force: true });
}

async function writeFrom(source: BackupSource, copy: string, to: string): Promise<Backup> {
  const { folder, file, key, cover, open, disk } = source;
  await using(open(), async (db) => copyDatabase(db, copy, key));
  const { entries, checkpoint } = await using(openConnection(copy, { mode: 'read', key }), headOf);
  const parts = await partsOf(source, copy);
  const header = `${FIRST_LINE}\n${JSON.stringify({ keys: file.encrypted ? await readKeysText(folder) : null })}\n`;
  let bytes = 0;
  await makeFile(
    disk,
    dirname(resolve(to)),
    async (out) => {
      await out.writeFile(header);
      await writeAll(out, cover.hide(writeBody(parts)));
      bytes = (await out.stat()).size;
      await using(open(), (db) => refuseErasures(db, entries));
      return to;
    },
    temporaryOf(to),
  );
  return { entries, checkpoint, files: parts.length - 2, bytes };
}

async function using<T>(db: Connection, work: (db: Connection) => Promise<T>): Promise<T> {
  try {
    return await work(db);
  } finally {
    db.close();
  }
}

const logOf = (db: Connection): SqliteLog => new SqliteLog({ reads: db, writer: null, open: () => db });

async function headOf(db: Connection): Promise<{ readonly entries: number; readonly checkpoint: string }> {
  const log = logOf(db);
  const checkpoint = await log.head();
  if (checkpoint === null) throw new Fault('casebook-damaged', 'the log has no checkpoint', 'Open the casebook for writing once, and back it up then.');
  return { entries: await log.size(), checkpoint };
}

async function refuseErasures(db: Connection, from: number): Promise<void> {
  const log = logOf(db);
  for await (const rows of log.batches(from, await log.size())) {
    if (rows.some(({ envelope }) => parseEnvelope(envelope)?.kind === ERASURE)) throw erasedMeanwhile();
  }
}

const erasedMeanwhile = (cause?: unknown): Fault =>
  new Fault('conflict', 'Something was erased while the backup was made', 'Make the backup again: it will not hold what was erased.', cause);

async function partsOf({ folder, file }: BackupSource, copy: string): Promise<readonly FullPart[]> {
  const about = Buffer.from(serialize(file));
  const parts: FullPart[] = [{ path: CASEBOOK_FILE, size: about.length, bytes: () => one(about) }];
  const add = async (path: string, at: string): Promise<void> => void parts.push({ path, size: await sizeOf(at), bytes: () => readKept(at) });
  await add(recordFile(file), copy);
  for (const shelf of SHELVES) {
    for (const name of (await keptNames(folder, shelf)).toSorted()) {
      const path = keptPath(shelf, name);
      await add(path.replaceAll('\\', '/'), join(folder, path));
    }
  }
  return parts;
}

/** A file that is gone since it was listed was destroyed for an erasure. */
async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (thrown) {
    throw hasCode(thrown, 'ENOENT') ? erasedMeanwhile(thrown) : thrown;
  }
}

async function* readKept(path: string): AsyncIterable<Uint8Array> {
  try {
    yield* createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Uint8Array>;
  } catch (thrown) {
    throw hasCode(thrown, 'ENOENT') ? erasedMeanwhile(thrown) : thrown;
  }
}

async function* one(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}
