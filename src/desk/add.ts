// Taking documents in: each original is preserved first, then read, then analysed. A fault on the way leaves what came
// before it: an original is never lost because it could not be read, nor a text because it could not be analysed.
import { basename } from 'node:path';
import { parseEdtf } from '../base/edtf.ts';
import type { Act } from '../model/act.ts';
import type { Suggestion } from '../model/claim.ts';
import { known, type Collection, type Found, type Metadata, type MetadataField, type Sensitivity, type Unreadable } from '../model/document.ts';
import type { Failure, Outcome, Part } from '../reading/outcome.ts';
import { ReaderPool } from '../reading/reader-pool.ts';
import type { Kept } from '../store/vault.ts';
import { findOriginal } from '../views/read-documents.ts';
import { ahead } from './ahead.ts';
import { listFiles, type ListedFile } from './list-files.ts';
import { keepSuggestions, propose, type Analysed } from './suggestions.ts';
import { allInside, isUnpacking, markUnpacking } from './unpacking.ts';
import type { Casebook } from './casebook.ts';
import { PROGRAM } from './program.ts';

/** What the person says of all that is added with one call. It wins over what a file says of itself. */
export type Stated = {
  readonly published?: string;
  readonly publisher?: string;
  readonly url?: string;
  readonly method?: string;
  readonly collectedAt?: string;
  readonly collector?: string;
  readonly priorCustodian?: string;
  readonly note?: string;
  readonly consent?: string;
  readonly consentUntil?: string;
  readonly sensitivity?: Sensitivity;
};

/** What became of one file. `id` is the document's, or the original's where it could not be read. */
export type Added = {
  readonly path: string;
  /** Bytes of the original. */
  readonly size: number;
  readonly id: string;
  /** Opened: an archive, whose files follow as documents of their own. */
  readonly outcome: 'added' | 'held' | 'opened' | 'unreadable';
  readonly title: string | null;
  readonly suggestions: number;
  readonly problem: Unreadable | null;
};

/** Checks what a person states before anything is written. Throws a Fault 'bad-date' where a date is not EDTF. */
export function checkStated(stated: Stated): void {
  for (const date of [stated.published, stated.consentUntil]) if (date !== undefined) parseEdtf(date);
  if (stated.collectedAt !== undefined) checkMoment(stated.collectedAt);
}

/** A day, or a moment with its time zone: "2026-04-02T14:30Z". Throws a Fault 'bad-date' for anything else. */
function checkMoment(words: string): void {
  const moment = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,3})?)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/.exec(words);
  parseEdtf(moment?.[1] ?? words);
}

/** A file to take in: one on the disk, or one that was inside of another, kept already, in `container`. */
type Item = { readonly path: string; readonly file?: string | Buffer; readonly kept?: Kept; readonly container: string | null; readonly depth: number };

/** What is known of it once its bytes are kept and, unless they were held already, read and analysed. */
type Taken = { readonly item: Item; readonly kept: Kept; readonly read: Failure | ReadDocument | null };

/** A document whose text is kept and analysed, and which no entry speaks of yet. `length` is in code points. */
type ReadDocument = Extract<Outcome, { ok: true }> & { readonly document: Analysed; readonly length: number; readonly suggestions: readonly Suggestion[] };

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
  yield* addListed(casebook, await listFiles(paths), stated, stopped);
}

/** The same for files that `listFiles` found; what is stated was checked. */
export function addListed(casebook: Casebook, files: readonly ListedFile[], stated: Stated, stopped: AbortSignal): AsyncGenerator<Added> {
  const items = files.map(({ path, file }): Item => ({ path, file, container: null, depth: 0 }));
  return addItems(casebook, items, stated, stopped);
}

/** The same for one file whose bytes are kept already, under the `name` that it had where it came from. */
export function addKept(casebook: Casebook, name: string, kept: Kept, stopped: AbortSignal): AsyncGenerator<Added> {
  return addItems(casebook, [{ path: name, kept, container: null, depth: 0 }], {}, stopped);
}

async function* addItems(casebook: Casebook, items: readonly Item[], stated: Stated, stopped: AbortSignal): AsyncGenerator<Added> {
  const pool = new ReaderPool();
  try {
    yield* takeAll({ casebook, pool, stated, stopped }, items);
  } catch (thrown) {
    if (!stopped.aborted) throw thrown;
  } finally {
    await pool.close();
  }
}

/**
 * Reads some ahead, on every core, while what was read before is recorded: what is ready at one time goes into the record in
 * one transaction, so that many small documents do not wait for the disk one by one. Nobody waits for a group to be full.
 */
async function* takeAll(work: Work, items: readonly Item[]): AsyncGenerator<Added> {
  const { casebook, stopped, stated } = work;
  for await (const ready of ahead(items, (item) => take(work, item), textOf)) {
    let group: Taken[] = [];
    for (const taken of ready) {
      if (stopped.aborted) break;
      if (await isPlain(casebook, taken, group)) {
        group.push(taken);
        continue;
      }
      yield* await keepTogether(casebook, group, stated);
      group = [];
      yield* finish(work, taken);
    }
    if (stopped.aborted) return;
    yield* await keepTogether(casebook, group, stated);
  }
}

/** Whether all that is to be done for it is one record: its bytes are new here, and nothing is inside of it. */
async function isPlain({ store }: Casebook, taken: Taken, before: readonly Taken[]): Promise<boolean> {
  const { sha256 } = taken.kept;
  if (taken.read === null || isContainer(taken) || before.some(({ kept }) => kept.sha256 === sha256)) return false;
  return (await findOriginal(store.reads, sha256)) === null;
}

/** Durable, all of them, before any is told of; a fault leaves none of them in the record, and adding them again goes on there. */
async function keepTogether(casebook: Casebook, group: readonly Taken[], stated: Stated): Promise<readonly Added[]> {
  const entries = group.flatMap(({ item, kept, read }) => (read ? [entryOf(casebook, { item, kept, read }, stated)] : []));
  const acts = entries.flatMap((entry) => entry.acts);
  if (acts.length > 0)
    await casebook.record(acts, async () => {
      for (const { alongside } of entries) await alongside();
    });
  return entries.map(({ added }) => added);
}

type Work = { readonly casebook: Casebook; readonly pool: ReaderPool; readonly stated: Stated; readonly stopped: AbortSignal };

/** Records one by itself; of an archive, or a mail with files attached, what is inside of it too. */
async function* finish(work: Work, taken: Taken): AsyncGenerator<Added> {
  const { casebook, stopped } = work;
  const opened = isContainer(taken) ? await open(work, taken) : null;
  const added = await keep(casebook, opened ? asOpened(taken, opened) : taken, { stated: work.stated, holdsFiles: opened !== null });
  const goesOn = added.outcome === 'held' && (await isUnpacking(casebook, added.original));
  yield opened?.problem === null && added.outcome === 'unreadable' ? { ...added, outcome: 'opened', problem: null } : added;
  if (added.outcome === 'held' && !goesOn) return;
  // Stopped from here on, it is left marked, so that adding the container again opens it again: of the files inside, those
  // that are held already are passed over like any other.
  const parts = opened?.parts ?? (goesOn ? (await open(work, taken)).parts : []);
  yield* takeAll(
    work,
    parts.map((part) => ({ ...part, container: added.original })),
  );
  if ((opened || goesOn) && !stopped.aborted) await allInside(casebook, added.original);
}

const isContainer = ({ item, read }: Taken): boolean =>
  read !== null && (read.ok ? read.mediaType === 'message/rfc822' : read.problem.code === 'archive' && item.depth < DEEPEST);

/** What is inside of a container, kept already and recorded nowhere yet; how many lie too deep to be kept by themselves; `problem` says why there is no more. */
type Opened = { readonly parts: readonly Item[]; readonly tooDeep: number; readonly problem: Unreadable | null };

async function open({ casebook, pool, stopped }: Work, { item, kept }: Taken): Promise<Opened> {
  const parts: Item[] = [];
  let tooDeep = 0;
  const put = async ({ name, bytes }: Part): Promise<void> => {
    if (item.depth >= DEEPEST) tooDeep++;
    else parts.push({ path: `${item.path}/${name}`, kept: await casebook.store.vault.keepOriginalBytes(bytes), container: null, depth: item.depth + 1 });
  };
  const unpacked = await pool.unpack(source(casebook, kept), { name: basename(item.path) }, put, stopped);
  return { parts, tooDeep, problem: unpacked.ok ? null : unpacked.problem };
}

/**
 * An archive that could not be opened is recorded with the reason why, in place of "it is an archive"; a mail of which a file that
 * is attached to it was left out, with a warning.
 */
function asOpened(taken: Taken, { parts, tooDeep, problem }: Opened): Taken {
  const { read } = taken;
  if (!read?.ok) return read && problem ? { ...taken, read: { ...read, problem } } : taken;
  const why = problem
    ? `What is attached to it was not taken out, but for ${parts.length} files: ${problem.reason}`
    : `What is attached to it was not taken out (${tooDeep} files): it lies ${DEEPEST} files inside of each other deep already.`;
  if (!problem && tooDeep === 0) return taken;
  const warnings = [...read.reading.warnings, { code: 'attachments-left-out' as const, detail: why }];
  return { ...taken, read: { ...read, reading: { ...read.reading, warnings } } };
}

/** From the vault, not from where it came: that file may have changed, and an encrypted vault has no readable files. */
const source = ({ store }: Casebook, { size, sha256 }: Kept) => ({ size, bytes: () => store.vault.original(sha256) });

/** All that can be done for it beside others, and before its turn to be recorded has come. */
async function take({ casebook, pool, stated, stopped }: Work, item: Item): Promise<Taken> {
  const { store } = casebook;
  const kept = item.kept ?? (await store.vault.keepOriginal(item.file ?? item.path));
  if (await findOriginal(store.reads, kept.sha256)) return { item, kept, read: null };
  const read = await pool.read(source(casebook, kept), { name: basename(item.path) }, stopped);
  if (!read.ok) return { item, kept, read };
  const { text } = read.reading;
  const metadata = withStated(read.reading.metadata, stated);
  const document = { id: casebook.newId('d_'), text: await store.vault.keepText(text), metadata };
  return { item, kept, read: { ...read, document, length: codePointsOf(text), suggestions: propose(document, text) } };
}

type AddedOriginal = Added & { readonly original: string };
type Keeping = { readonly stated: Stated; readonly holdsFiles: boolean };

async function keep(casebook: Casebook, { item, kept, read }: Taken, { stated, holdsFiles }: Keeping): Promise<AddedOriginal> {
  const { path } = item;
  // Looked up again: the same bytes may have come twice in one call.
  const held = await findOriginal(casebook.store.reads, kept.sha256);
  if (held && item.container !== null)
    await casebook.record([{ kind: 'original.contained', payload: { original: held.id, container: item.container, name: basename(path) } }]);
  if (held || !read) {
    const id = held?.document ?? held?.id ?? '';
    return { path, size: kept.size, original: held?.id ?? '', id, outcome: 'held', title: null, suggestions: 0, problem: null };
  }
  const { acts, alongside, added } = entryOf(casebook, { item, kept, read }, stated);
  await casebook.record(acts, async () => {
    await alongside();
    if (holdsFiles) await markUnpacking(casebook, added.original);
  });
  return added;
}

/** What the log is to say of it, what is kept beside the log in the same transaction, and what is told of it then. */
type NewEntry = { readonly acts: readonly Act[]; readonly alongside: () => Promise<void>; readonly added: AddedOriginal };

function entryOf(casebook: Casebook, { item, kept, read }: Taken & { readonly read: Failure | ReadDocument }, stated: Stated): NewEntry {
  const { sha256, size } = kept;
  const original = casebook.newId('o_');
  const preserved: Act = {
    kind: 'original.preserved',
    payload: { original, sha256, size, mediaType: read.mediaType, collection: collection(item, stated), tool: PROGRAM },
  };
  const told = { path: item.path, size, original };
  if (!read.ok) {
    const { reader, problem } = read;
    const acts: readonly Act[] = [preserved, { kind: 'document.unreadable', payload: { original, reader, problem } }];
    return { acts, alongside: async () => {}, added: { ...told, id: original, outcome: 'unreadable', title: null, suggestions: 0, problem } };
  }
  const { document, length, suggestions } = read;
  const { text, reader, pages, warnings } = read.reading;
  const { id, metadata } = document;
  const documentRead: Act = { kind: 'document.read', payload: { document: id, original, text: document.text, length, reader, pages, metadata, warnings } };
  const added: AddedOriginal = { ...told, id, outcome: 'added', title: known(metadata, 'title'), suggestions: suggestions.length, problem: null };
  return { acts: [preserved, documentRead], alongside: () => keepSuggestions(casebook, document, text, suggestions), added };
}

/** UTF-16 units of text that a result holds in memory. */
const textOf = ({ read }: Taken): number => (read?.ok ? read.reading.text.length : 0);

/** Counted, not spread out: of a text of 50 million letters the letters one by one are half a gigabyte. */
function codePointsOf(text: string): number {
  let length = 0;
  for (const _ of text) length++;
  return length;
}

/** What a person may say of how it was collected. */
const SAID = ['url', 'method', 'collectedAt', 'collector', 'priorCustodian', 'note', 'consent', 'consentUntil'] as const;

function collection({ path, container }: Item, stated: Stated): Collection {
  const said = Object.fromEntries(SAID.map((field) => [field, stated[field] ?? null])) as Record<(typeof SAID)[number], string | null>;
  return { ...said, name: basename(path), container, sensitivity: stated.sensitivity ?? 'public' };
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
