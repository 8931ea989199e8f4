// Lists of names that a user brings: taken in, searched no more, and searched again. The file is kept as it came; it is parsed in a
// reading process, like every foreign byte, and what is read of it is kept beside it.
import { stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { Readable } from 'node:stream';
import { Fault } from '../base/fault.ts';
import type { Sensitivity } from '../model/document.ts';
import type { ListAdded, NameListRow } from '../model/list-answers.ts';
import type { ListColumn, ListEntry } from '../model/name-list.ts';
import { ReaderPool, type ListOutcome } from '../reading/reader-pool.ts';
import type { Kept } from '../store/kept-file.ts';
import { readLists } from '../views/read-lists.ts';
import type { Casebook } from './casebook.ts';
import { asFileName, upTo } from './receive.ts';

/** What the person says of a list; `title` is its file's name where they give none, `source` where it comes from. */
export type ListStated = {
  readonly title?: string;
  readonly source?: string;
  readonly sensitivity?: Sensitivity;
  readonly columns?: readonly ListColumn[];
};

/** Bytes of a list's file: it is held in memory while it is read. */
const MOST_BYTES = 200 * 1024 * 1024;
const TOO_BIG = 'Keep the part of it that concerns this record, and add that.';

/** All of them, those that are searched no more too. */
export const nameLists = ({ store: { reads } }: Casebook): Promise<readonly NameListRow[]> => readLists(reads);

/** Takes in the file at a path. What cannot be read as a list is not kept. Throws a Fault 'not-found', 'nothing-to-read' or 'bad-usage'. */
export async function addList(casebook: Casebook, path: string, stated: ListStated, stopped: AbortSignal): Promise<ListAdded> {
  const found = await stat(path).catch((cause: unknown) => {
    throw new Fault('not-found', `there is no file ${path}`, 'Check the path; quote it if it holds spaces.', cause);
  });
  if (found.size > MOST_BYTES) throw new Fault('bad-usage', `the file is larger than ${MOST_BYTES} bytes`, TOO_BIG);
  return keepList(casebook, basename(path), await casebook.store.vault.keepOriginal(path), stated, stopped);
}

/** The same for bytes that come as a stream, under the name that their file had. Throws a Fault 'bad-usage', or 'conflict' where they stopped coming. */
export async function receiveList(casebook: Casebook, name: string, bytes: Readable, stated: ListStated, stopped: AbortSignal): Promise<ListAdded> {
  try {
    const kept = await casebook.store.vault.keepOriginalBytes(upTo(MOST_BYTES, bytes, stopped, TOO_BIG));
    return await keepList(casebook, asFileName(name), kept, stated, stopped);
  } catch (thrown) {
    if (!stopped.aborted) throw thrown;
    throw new Fault('conflict', 'it was stopped before it was all here', 'Add it again.', thrown);
  }
}

async function keepList(casebook: Casebook, file: string, kept: Kept, stated: ListStated, stopped: AbortSignal): Promise<ListAdded> {
  const read = await readKept(casebook, file, kept, stated.columns ?? [], stopped);
  if (!read.ok) {
    if (!kept.already) await casebook.store.vault.destroy('originals', kept.sha256);
    return { outcome: 'unreadable', list: null, problem: read.problem };
  }
  const text = await casebook.store.vault.keepText(read.entries.map((entry) => JSON.stringify(entry)).join('\n'));
  const held = await casebook.store.reads.selectFrom('list').select('id').where('sha256', '=', kept.sha256).where('text_sha256', '=', text).executeTakeFirst();
  if (held) return { outcome: 'held', list: await rowOf(casebook, held.id), problem: null };
  const list = casebook.newId('l_');
  await casebook.record([{ kind: 'list.added', payload: { list, file, text, ...said(file, stated), ...digestOf(kept), ...headOf(read) } }]);
  return { outcome: 'added', list: await rowOf(casebook, list), problem: null };
}

async function readKept(casebook: Casebook, file: string, { size, sha256 }: Kept, columns: readonly ListColumn[], stopped: AbortSignal): Promise<ListOutcome> {
  const pool = new ReaderPool({ size: 1 });
  try {
    return await pool.readList({ size, bytes: () => casebook.store.vault.original(sha256) }, { name: file }, columns, stopped);
  } finally {
    await pool.close();
  }
}

const said = (file: string, { title, source, sensitivity }: ListStated) => ({
  title: title?.trim() || basename(file, extname(file)),
  source: source?.trim() || null,
  sensitivity: sensitivity ?? 'public',
});

const digestOf = ({ sha256, size }: Kept) => ({ sha256, size });

const headOf = ({ format, columns, notes, entries }: Extract<ListOutcome, { ok: true }>) => ({
  format,
  columns,
  notes,
  reader: 'list@1',
  entries: entries.length,
  names: entries.reduce((sum: number, { names }: ListEntry) => sum + names.length, 0),
});

/**
 * Says that a list is searched no more, or is again. What was judged by it stands. Throws a Fault 'not-found', or 'conflict' where it is so already.
 */
export async function setSearched(casebook: Casebook, id: string, searched: boolean, reason: string | null): Promise<NameListRow> {
  const row = await rowOf(casebook, id);
  if (row.searched === searched)
    throw new Fault('conflict', `the list ${id} is ${searched ? 'searched already' : 'searched no more already'}`, 'See `onrecord names list`.');
  await casebook.record([{ kind: 'list.set', payload: { list: id, searched, reason } }]);
  return rowOf(casebook, id);
}

async function rowOf(casebook: Casebook, id: string): Promise<NameListRow> {
  const row = (await nameLists(casebook)).find((each) => each.id === id);
  if (!row) throw new Fault('not-found', `there is no list ${id}`, 'List them with `onrecord names list`; ids begin with l_.');
  return row;
}
