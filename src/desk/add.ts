// Taking documents in: each original is preserved first, then read, then analysed. A fault on the way leaves what came
// before it: an original is never lost because it could not be read, nor a text because it could not be analysed.
import { readdir, stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import { parseEdtf } from '../base/edtf.ts';
import { Fault } from '../base/fault.ts';
import type { Act } from '../model/act.ts';
import { known, type Collection, type Found, type Metadata, type MetadataField, type Sensitivity, type Unreadable } from '../model/document.ts';
import type { Outcome } from '../reading/outcome.ts';
import { ReaderPool } from '../reading/reader-pool.ts';
import type { Kept } from '../store/vault.ts';
import { findOriginal } from '../views/read-documents.ts';
import { keepSuggestions, propose } from './suggestions.ts';
import type { Casebook } from './casebook.ts';
import { PROGRAM } from './program.ts';

/** What the person says of all that is added with one call. It wins over what a file says of itself. */
export type Stated = {
  readonly published?: string;
  readonly publisher?: string;
  readonly url?: string;
  readonly method?: string;
  readonly consent?: string;
  readonly sensitivity?: Sensitivity;
};

/** What became of one file. `id` is the document's, or the original's where it could not be read. */
export type Added = {
  readonly path: string;
  readonly id: string;
  /** Opened: an archive, whose files follow as documents of their own. */
  readonly outcome: 'added' | 'held' | 'opened' | 'unreadable';
  readonly title: string | null;
  readonly suggestions: number;
  readonly problem: Unreadable | null;
};

/** Files under the paths, folders walked in order of names; hidden files and links are passed over. */
export async function listFiles(paths: readonly string[]): Promise<readonly string[]> {
  const files: string[] = [];
  for (const path of paths) {
    const found = await stat(path).catch((cause: unknown) => {
      throw new Fault('not-found', `there is no file or folder ${path}`, 'Check the path; quote it if it holds spaces.', cause);
    });
    const inside = found.isDirectory() ? await walk(path) : [path];
    if (inside.length === 0) throw new Fault('nothing-to-read', `the folder ${path} holds no files`, 'Name a folder that holds documents, or a file.');
    files.push(...inside);
  }
  return files;
}

async function walk(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const files: string[] = [];
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.')) continue;
    if (entry.isDirectory()) files.push(...(await walk(path)));
    else if (entry.isFile()) files.push(path);
  }
  return files;
}

/** Checks what a person states before anything is written. Throws a Fault 'bad-date' where a date is not EDTF. */
export function checkStated(stated: Stated): void {
  if (stated.published !== undefined) parseEdtf(stated.published);
}

/** A file to take in: one on the disk, or one that was inside of another, kept already, in `container`. */
type Item = { readonly path: string; readonly kept?: Kept; readonly container: string | null; readonly depth: number };

/** What is known of it once its bytes are kept and, unless they were held already, read. */
type Taken = { readonly item: Item; readonly kept: Kept; readonly read: Outcome | null };

/** How deep an archive in an archive is opened. */
const DEEPEST = 3;

/**
 * Takes in files, one after the other in the order given, and tells of each as it is done; some are read ahead.
 *
 * Stopping keeps all that was done: adding the same paths again goes on where it stopped. What is held already is said
 * to be held, and nothing is written for it.
 */
export async function* addFiles(casebook: Casebook, paths: readonly string[], stated: Stated, stopped: AbortSignal): AsyncGenerator<Added> {
  checkStated(stated);
  const items = (await listFiles(paths)).map((path): Item => ({ path, container: null, depth: 0 }));
  yield* addItems(casebook, items, stated, stopped);
}

/** The same for one file whose bytes are kept already, under the `name` that it had where it came from. */
export function addKept(casebook: Casebook, name: string, kept: Kept, stopped: AbortSignal): AsyncGenerator<Added> {
  return addItems(casebook, [{ path: name, kept, container: null, depth: 0 }], {}, stopped);
}

async function* addItems(casebook: Casebook, items: readonly Item[], stated: Stated, stopped: AbortSignal): AsyncGenerator<Added> {
  const pool = new ReaderPool();
  try {
    for await (const taken of ahead(items, availableParallelism() + 1, (item) => take(casebook, pool, item, stopped))) {
      if (stopped.aborted) return;
      yield* finish({ casebook, pool, stated, stopped }, taken);
    }
  } catch (thrown) {
    if (!stopped.aborted) throw thrown;
  } finally {
    await pool.close();
  }
}

type Work = { readonly casebook: Casebook; readonly pool: ReaderPool; readonly stated: Stated; readonly stopped: AbortSignal };

/** Records what was taken in; of an archive, or a mail with files attached, what is inside of it too. */
async function* finish(work: Work, taken: Taken): AsyncGenerator<Added> {
  const { casebook, pool, stated, stopped } = work;
  const { item, kept, read } = taken;
  const added = await keep(casebook, taken, stated);
  const holdsFiles = read !== null && (read.ok ? read.mediaType === 'message/rfc822' : read.problem.code === 'archive');
  if (added.outcome === 'held' || !holdsFiles || item.depth >= DEEPEST) {
    yield added;
    return;
  }
  const inside: Item[] = [];
  const unpacked = await pool.unpack(
    source(casebook, kept),
    { name: basename(item.path) },
    async ({ name, bytes }) => {
      inside.push({
        path: `${item.path}/${name}`,
        kept: await casebook.store.vault.keepOriginalBytes(bytes),
        container: added.original,
        depth: item.depth + 1,
      });
    },
    stopped,
  );
  yield read.ok ? added : unpacked.ok ? { ...added, outcome: 'opened', problem: null } : { ...added, problem: unpacked.problem };
  for (const part of inside) yield* finish(work, await take(casebook, pool, part, stopped));
}

/** From the vault, not from where it came: that file may have changed, and an encrypted vault has no readable files. */
const source = ({ store }: Casebook, { size, sha256 }: Kept) => ({ size, bytes: () => store.vault.original(sha256) });

async function take(casebook: Casebook, pool: ReaderPool, item: Item, stopped: AbortSignal): Promise<Taken> {
  const kept = item.kept ?? (await casebook.store.vault.keepOriginal(item.path));
  const held = await findOriginal(casebook.store.reads, kept.sha256);
  if (held) return { item, kept, read: null };
  return { item, kept, read: await pool.read(source(casebook, kept), { name: basename(item.path) }, stopped) };
}

async function keep(casebook: Casebook, { item, kept, read }: Taken, stated: Stated): Promise<Added & { readonly original: string }> {
  const { path } = item;
  // Looked up again: the same bytes may have come twice in one call.
  const held = await findOriginal(casebook.store.reads, kept.sha256);
  if (held || !read)
    return { path, original: held?.id ?? '', id: held?.document ?? held?.id ?? '', outcome: 'held', title: null, suggestions: 0, problem: null };
  const original = casebook.newId('o_');
  const { sha256, size } = kept;
  const preserved: Act = {
    kind: 'original.preserved',
    payload: { original, sha256, size, mediaType: read.mediaType, collection: collection(item, stated), tool: PROGRAM },
  };
  if (!read.ok) {
    const { reader, problem } = read;
    await casebook.record([preserved, { kind: 'document.unreadable', payload: { original, reader, problem } }]);
    return { path, original, id: original, outcome: 'unreadable', title: null, suggestions: 0, problem };
  }
  const { text, reader, pages, warnings } = read.reading;
  const metadata = withStated(read.reading.metadata, stated);
  const document = { id: casebook.newId('d_'), text: await casebook.store.vault.keepText(text), metadata };
  const suggestions = propose(document, text);
  const documentRead: Act = {
    kind: 'document.read',
    payload: { document: document.id, original, text: document.text, length: Array.from(text).length, reader, pages, metadata, warnings },
  };
  await casebook.record([preserved, documentRead], () => keepSuggestions(casebook, document, text, suggestions));
  return { path, original, id: document.id, outcome: 'added', title: known(metadata, 'title'), suggestions: suggestions.length, problem: null };
}

/** The results of `work`, in the order of the items, with at most `most` under way at once. */
async function* ahead<T, R>(items: readonly T[], most: number, work: (item: T) => Promise<R>): AsyncGenerator<R> {
  const underWay: Promise<R>[] = [];
  try {
    for (const item of items) {
      underWay.push(work(item));
      if (underWay.length >= most) yield await (underWay.shift() as Promise<R>);
    }
    while (underWay.length > 0) yield await (underWay.shift() as Promise<R>);
  } finally {
    await Promise.allSettled(underWay);
  }
}

function collection({ path, container }: Item, { url, method, consent, sensitivity }: Stated): Collection {
  return { name: basename(path), container, url: url ?? null, method: method ?? null, consent: consent ?? null, sensitivity: sensitivity ?? 'public' };
}

/** Where a value is from that a person gave. */
export const STATED = 'stated by the person who added it';

/** A person's word first; what the file says stays visible after it. */
export function withStated(metadata: Metadata, stated: Stated): Metadata {
  const out: Partial<Record<MetadataField, readonly Found[]>> = { ...metadata };
  for (const field of ['published', 'publisher', 'url'] as const) {
    const value = stated[field];
    if (value !== undefined) out[field] = [{ value, from: STATED }, ...(metadata[field] ?? [])];
  }
  return out;
}
