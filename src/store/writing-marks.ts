// Who has the casebook open to write: a file for each process, so that the next one knows when another was killed and may have left behind what it had
// not recorded yet. A mark locks nothing.
import { randomUUID } from 'node:crypto';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isRunning } from './disk.ts';

const MARK = /^record\.writing-(?<pid>\d+)-[0-9a-f-]{36}$/;

export type WritingMarks = {
  /** Marks of processes that are gone. */
  readonly abandoned: readonly string[];
  /** Whether other processes have the casebook open to write. */
  readonly others: boolean;
};

/** Marks this process, and gives the path of its mark. A crash before anything is written leaves a mark that says no more than that. */
export async function markWriting(folder: string): Promise<string> {
  const path = join(folder, `record.writing-${process.pid}-${randomUUID()}`);
  await writeFile(path, '', { flag: 'wx', mode: 0o600 });
  return path;
}

/** The marks of a casebook but for `own`. Another process may have taken the number of one that is gone: then nothing is cleaned until it is gone, too. */
export async function writingMarks(folder: string, own: string): Promise<WritingMarks> {
  const paths = (await readdir(folder)).filter((name) => MARK.test(name) && join(folder, name) !== own);
  const abandoned = paths.filter((name) => !isRunning(Number(MARK.exec(name)?.groups?.['pid'])));
  return { abandoned: abandoned.map((name) => join(folder, name)), others: abandoned.length < paths.length };
}

export const dropMarks = async (paths: readonly string[]): Promise<void> => {
  for (const path of paths) await rm(path, { force: true });
};
