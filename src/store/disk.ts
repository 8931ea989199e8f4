// The file system as the store uses it, and how a file is made so that a crash leaves all of it or none.
import { randomUUID } from 'node:crypto';
import * as fs from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Fault } from '../base/fault.ts';

/** What the store asks of a file system; tests break its steps one by one. */
export type Disk = {
  readonly open: (path: string, flags: 'r' | 'r+' | 'wx', mode?: number) => Promise<fs.FileHandle>;
  readonly rename: (from: string, to: string) => Promise<void>;
  /** Gives the first folder that had to be made, if any. */
  readonly mkdir: (path: string, options: { readonly recursive: true; readonly mode: number }) => Promise<string | undefined>;
  readonly rm: (path: string, options?: { readonly force: boolean }) => Promise<void>;
  readonly stat: (path: string) => Promise<{ readonly size: number }>;
};

export const nodeDisk: Disk = fs;

const OWNER_ONLY = 0o600;
const OWNER_ONLY_FOLDER = 0o700;

/** A name that no kept file has, so that what a crash leaves behind can be told apart; then the process that writes it. */
const TEMPORARY = '.new-';
export const isTemporary = (name: string): boolean => name.startsWith(TEMPORARY);
export const temporaryName = (): string => `${TEMPORARY}${process.pid}-${randomUUID()}`;
const OWNED = /^\.new-(?<pid>\d+)-[0-9a-f]{8}-/;

/** Remove half-written files from a folder whose process is gone. Others may be writing there. */
export async function dropAbandoned(disk: Disk, folder: string): Promise<void> {
  const names = await fs.readdir(folder).catch((thrown: unknown) => (hasCode(thrown, 'ENOENT') ? [] : Promise.reject(thrown)));
  for (const name of names) {
    const pid = OWNED.exec(name)?.groups?.['pid'];
    if (pid !== undefined && !isRunning(Number(pid))) await disk.rm(join(folder, name), { force: true });
  }
}

/** Whether a process of this number is there; another may have taken the number since. */
export function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (thrown) {
    return !hasCode(thrown, 'ESRCH'); // EPERM: it is there, and somebody else's
  }
}

/**
 * Make a file of what `fill` writes, under the name that it then gives, in `folder`: written to a temporary file there,
 * synced, renamed, and the folder synced. A crash leaves the whole file or a temporary one that nothing refers to.
 *
 * `fill` may give null to make no file after all.
 */
export async function makeFile(
  disk: Disk,
  folder: string,
  fill: (file: fs.FileHandle) => Promise<string | null>,
  temporary = join(folder, temporaryName()),
): Promise<void> {
  try {
    const file = await disk.open(temporary, 'wx', OWNER_ONLY);
    let path: string | null;
    try {
      path = await fill(file);
      await file.sync();
    } finally {
      await file.close();
    }
    if (path === null) return;
    await disk.rename(temporary, path);
    await syncFolder(disk, dirname(path));
  } finally {
    await disk.rm(temporary, { force: true });
  }
}

/** Make folders, readable by their owner alone, and those above them; each is on stable storage afterwards. */
export async function makeFolders(disk: Disk, paths: readonly string[]): Promise<void> {
  const grown = new Set<string>();
  const make = async (path: string): Promise<void> => {
    const first = await disk.mkdir(path, { recursive: true, mode: OWNER_ONLY_FOLDER });
    if (first !== undefined) for (let made = path; made.length >= first.length; made = dirname(made)) grown.add(dirname(made));
  };
  await Promise.all(paths.map(make));
  await Promise.all([...grown].map((folder) => syncFolder(disk, folder)));
}

/** Put the names of a folder on stable storage. Windows syncs them itself, and cannot open folders. */
export async function syncFolder(disk: Disk, path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await disk.open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** Make the bytes of a file that something else wrote durable. */
export async function syncFile(disk: Disk, path: string): Promise<void> {
  const file = await disk.open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Make an empty file that its owner alone can read, for something else to fill. */
export async function makeEmptyFile(disk: Disk, path: string): Promise<void> {
  await (await disk.open(path, 'wx', OWNER_ONLY)).close();
}

export async function writeAll(file: fs.FileHandle, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const piece of pieces) {
    for (let done = 0; done < piece.length;) done += (await file.write(piece, done)).bytesWritten;
  }
}

/** The size of a file in bytes, or null where there is none. */
export async function fileSize(disk: Disk, path: string): Promise<number | null> {
  try {
    return (await disk.stat(path)).size;
  } catch (thrown) {
    if (hasCode(thrown, 'ENOENT')) return null;
    throw thrown;
  }
}

export const hasCode = (thrown: unknown, code: string): boolean => errorCode(thrown) === code;

/** The code that Node and SQLite give their errors, as `ENOSPC` or `SQLITE_FULL`; empty where there is none. */
export const errorCode = (thrown: unknown): string => (thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : '');

/** A failure of the file system as a Fault 'disk'; other things thrown stay as they are. */
export function diskFault(thrown: unknown, doing: string): unknown {
  const code = errorCode(thrown);
  if (thrown instanceof Fault || !/^E[A-Z0-9]+$/.test(code)) return thrown;
  const hints: Readonly<Record<string, string>> = {
    ENOSPC: 'Make room on the disk, and do it again.',
    EDQUOT: 'Make room on the disk, and do it again.',
    EROFS: 'The disk is read-only. Copy the casebook to one that can be written.',
    EACCES: 'Ask the owner of the folder for the right to write there.',
    EPERM: 'Ask the owner of the folder for the right to write there.',
  };
  const message = thrown instanceof Error ? thrown.message : code;
  return new Fault('disk', `${doing} failed: ${message}`, hints[code] ?? 'Check the disk, and do it again.', thrown);
}
