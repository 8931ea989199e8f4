// One file taken in as far as that goes beside others: its bytes written, read, analysed; nothing of it is in the record yet.
import { basename } from 'node:path';
import type { Act } from '../model/act.ts';
import type { Suggestion } from '../model/claim.ts';
import type { Unreadable } from '../model/document.ts';
import { utteranceLines } from '../model/utterance.ts';
import { hasAttached, type Failure, type Outcome, type Part, type Unpacked } from '../reading/outcome.ts';
import type { ReaderPool } from '../reading/reader-pool.ts';
import { bytesOf, type Bytes } from '../reading/source.ts';
import type { Incoming } from '../store/incoming.ts';
import type { Kept } from '../store/kept-file.ts';
import { findOriginal } from '../views/read-documents.ts';
import type { Casebook } from './casebook.ts';
import { withStated, type Stated } from './stated.ts';
import type { Analysts } from './analysts.ts';
import type { Analysed } from './propose.ts';

/** A file to take in: one on the disk, or one that was inside of another, written already, in `container`. */
export type Item = {
  readonly path: string;
  readonly file?: string | Buffer;
  readonly kept?: Kept;
  readonly container: string | null;
  readonly depth: number;
  /** How this one came, where that is known better than for all that is added with it. */
  readonly came?: Stated;
  /** What else the log is to say of it, by the original's id. */
  readonly acts?: (original: string) => readonly Act[];
};

/**
 * What is known of it once its bytes are written and, unless they were held already, read and analysed. Of a mail, what is attached to it has
 * been taken out: `opened`; and, where it is not much, been read as well: `inside`.
 */
export type Taken = {
  readonly item: Item;
  readonly kept: Kept;
  readonly read: Failure | ReadDocument | null;
  readonly opened: Opened | null;
  readonly inside: readonly Taken[] | null;
};

/** A document whose text is written and analysed, and which no entry speaks of yet. `length` is in code points. */
export type ReadDocument = Extract<Outcome, { ok: true }> & {
  /** Its text, and the utterances in it; of most documents there are none. */
  readonly files: readonly Kept[];
  readonly document: Analysed;
  readonly length: number;
  /** The digest of its utterances; null where it has none. */
  readonly utterances: string | null;
  /** Null where they are to be made later. */
  readonly suggestions: readonly Suggestion[] | null;
};

/** How deep an archive in an archive is opened. */
const DEEPEST = 3;
/** Files attached to one mail that are read with it and go into the record in one transaction with it. */
const FEW = 16;

export type Work = {
  readonly casebook: Casebook;
  readonly pool: ReaderPool;
  readonly analysts: Analysts;
  /** Where files lie that are not in the record yet. */
  readonly incoming: Incoming;
  readonly stated: Stated;
  readonly stopped: AbortSignal;
  /** Whether claims are proposed at once. */
  readonly suggests: boolean;
};

const ARCHIVES: ReadonlySet<string> = new Set(['archive', 'web-archive']);
export const isContainer = ({ item, read }: Taken): boolean =>
  read !== null && (read.ok ? hasAttached(read.mediaType) : ARCHIVES.has(read.problem.code) && item.depth < DEEPEST);

/**
 * What is inside of a container, written already and recorded nowhere yet; how many lie too deep to be kept by themselves; `problem` says why there is
 * no more, `finding` what was found of the whole.
 */
type Opened = { readonly parts: readonly Item[]; readonly tooDeep: number; readonly problem: Unreadable | null; readonly finding: Unreadable | null };

export async function openContainer(work: Work, { item, kept }: Pick<Taken, 'item' | 'kept'>): Promise<Opened> {
  const inside = partsOf(work, item);
  await work.incoming.settle([kept]); // its bytes are not at hand any more, and are read from the vault
  return inside.opened(await work.pool.unpack(source(work, kept), { name: basename(item.path) }, inside.put, work.stopped));
}

/** Writes the parts of a container as they come, and says what there was when there are no more. */
function partsOf({ incoming }: Work, item: Item): { readonly put: (part: Part) => Promise<void>; readonly opened: (end: Unpacked) => Opened } {
  const parts: Item[] = [];
  let tooDeep = 0;
  const put = async ({ name, bytes }: Part): Promise<void> => {
    if (item.depth >= DEEPEST) tooDeep++;
    else parts.push({ path: `${item.path}/${name}`, kept: await incoming.originalBytes(bytes), container: null, depth: item.depth + 1 });
  };
  const opened = (end: Unpacked): Opened => ({ parts, tooDeep, problem: end.ok ? null : end.problem, finding: end.ok ? end.finding : null });
  return { put, opened };
}

/**
 * An archive that could not be opened is recorded with the reason why, and one of the web with what was found of it, in place of "it is an archive"; a mail of which a file that
 * is attached to it was left out, with a warning.
 */
export function asOpened(before: Taken, opened: Opened): Taken {
  const { parts, tooDeep, problem } = opened;
  const { read } = before;
  const taken = { ...before, opened };
  const said = problem ?? opened.finding;
  if (!read?.ok) return read && said ? { ...taken, read: { ...read, problem: said } } : taken;
  const why = problem
    ? `What is attached to it was not taken out, but for ${parts.length} files: ${problem.reason}`
    : `What is attached to it was not taken out (${tooDeep} files): it lies ${DEEPEST} files inside of each other deep already.`;
  if (!problem && tooDeep === 0) return taken;
  const warnings = [...read.reading.warnings, { code: 'attachments-left-out' as const, detail: why }];
  return { ...taken, read: { ...read, reading: { ...read.reading, warnings } } };
}

/** What was written, not what lies where it came from: that file may have changed, and an encrypted vault has no readable files. */
function source({ casebook: { store }, incoming }: Work, kept: Kept): Bytes {
  const whole = incoming.whole(kept);
  if (whole) return bytesOf(whole);
  const { size, sha256 } = kept;
  return { size, bytes: () => store.vault.original(sha256), part: (start, end) => store.vault.originalPart(sha256, start, end) };
}

/** All that can be done for it beside others, and before its turn to be recorded has come. */
export async function takeFile(work: Work, item: Item): Promise<Taken> {
  const { incoming } = work;
  const kept = item.kept ?? (await incoming.original(item.file ?? item.path));
  const taken = await readKept(work, item, kept);
  incoming.wasRead(kept);
  return taken;
}

async function readKept(work: Work, item: Item, kept: Kept): Promise<Taken> {
  const { casebook, incoming, pool, analysts, stated, stopped, suggests } = work;
  const nothing = { opened: null, inside: null };
  if (await findOriginal(casebook.store.reads, kept.sha256)) return { item, kept, read: null, ...nothing };
  const inside = partsOf(work, item);
  const { read, unpacked } = await pool.readWithParts(source(work, kept), { name: basename(item.path) }, inside.put, stopped);
  if (!read.ok) return { item, kept, read, ...nothing };
  const { text } = read.reading;
  const metadata = withStated(read.reading.metadata, stated);
  const said = read.reading.utterances ?? [];
  const files = [await incoming.text(text), ...(said.length === 0 ? [] : [await incoming.text(utteranceLines(said))])] as const;
  const document = { id: casebook.newId('d_'), text: files[0].sha256, metadata };
  const suggestions = suggests ? await analysts.propose(document, text, said) : null;
  const taken: Taken = {
    item,
    kept,
    read: { ...read, files, document, length: codePointsOf(text), utterances: files[1]?.sha256 ?? null, suggestions },
    ...nothing,
  };
  return unpacked ? readAttached(work, asOpened(taken, inside.opened(unpacked))) : taken;
}

/** A mail with what is attached to it. Much of it is only taken out, and read when the turn of the mail has come. */
async function readAttached(work: Work, mail: Taken): Promise<Taken> {
  const parts = mail.opened?.parts ?? [];
  return parts.length > FEW ? mail : { ...mail, inside: await Promise.all(parts.map((part) => takeFile(work, part))) };
}

/** UTF-16 units of text that a result holds in memory. */
export const textOf = ({ read, inside }: Taken): number =>
  (read?.ok ? read.reading.text.length : 0) + (inside ?? []).reduce((sum, part) => sum + textOf(part), 0);

/** Counted, not spread out: of a text of 50 million letters the letters one by one are half a gigabyte. */
function codePointsOf(text: string): number {
  let length = 0;
  for (const _ of text) length++;
  return length;
}

/** The files of it that are to be kept. */
export const filesOf = ({ kept, read }: Pick<Taken, 'kept' | 'read'>): readonly Kept[] => (read?.ok ? [kept, ...read.files] : [kept]);

/** It and all that was read with it. */
export const withInside = (taken: Taken): readonly Taken[] => [taken, ...(taken.inside ?? []).flatMap(withInside)];
