// One file taken in as far as that goes beside others: its bytes kept, read, analysed; nothing of it is in the record yet.
import { basename } from 'node:path';
import type { Act } from '../model/act.ts';
import type { Suggestion } from '../model/claim.ts';
import type { Unreadable } from '../model/document.ts';
import type { Failure, Outcome, Part } from '../reading/outcome.ts';
import type { ReaderPool } from '../reading/reader-pool.ts';
import type { Kept } from '../store/vault.ts';
import { findOriginal } from '../views/read-documents.ts';
import type { Casebook } from './casebook.ts';
import { withStated, type Stated } from './stated.ts';
import { keepUtterances } from './utterances.ts';
import { propose, type Analysed } from './suggestions.ts';

/** A file to take in: one on the disk, or one that was inside of another, kept already, in `container`. */
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
 * What is known of it once its bytes are kept and, unless they were held already, read and analysed. Of a mail, what is attached to it has
 * been taken out: `opened`; and, where it is not much, been read as well: `inside`.
 */
export type Taken = {
  readonly item: Item;
  readonly kept: Kept;
  readonly read: Failure | ReadDocument | null;
  readonly opened: Opened | null;
  readonly inside: readonly Taken[] | null;
};

/** A document whose text is kept and analysed, and which no entry speaks of yet. `length` is in code points. */
export type ReadDocument = Extract<Outcome, { ok: true }> & {
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
  readonly stated: Stated;
  readonly stopped: AbortSignal;
  /** Whether claims are proposed at once. */
  readonly suggests: boolean;
};

const ARCHIVES: ReadonlySet<string> = new Set(['archive', 'web-archive']);

export const isContainer = ({ item, read }: Taken): boolean =>
  read !== null && (read.ok ? read.mediaType === 'message/rfc822' : ARCHIVES.has(read.problem.code) && item.depth < DEEPEST);

/**
 * What is inside of a container, kept already and recorded nowhere yet; how many lie too deep to be kept by themselves; `problem` says why there is
 * no more, `finding` what was found of the whole.
 */
type Opened = { readonly parts: readonly Item[]; readonly tooDeep: number; readonly problem: Unreadable | null; readonly finding: Unreadable | null };

export async function openContainer({ casebook, pool, stopped }: Work, { item, kept }: Pick<Taken, 'item' | 'kept'>): Promise<Opened> {
  const parts: Item[] = [];
  let tooDeep = 0;
  const put = async ({ name, bytes }: Part): Promise<void> => {
    if (item.depth >= DEEPEST) tooDeep++;
    else parts.push({ path: `${item.path}/${name}`, kept: await casebook.store.vault.keepOriginalBytes(bytes), container: null, depth: item.depth + 1 });
  };
  const unpacked = await pool.unpack(source(casebook, kept), { name: basename(item.path) }, put, stopped);
  return unpacked.ok ? { parts, tooDeep, problem: null, finding: unpacked.finding } : { parts, tooDeep, problem: unpacked.problem, finding: null };
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

/** From the vault, not from where it came: that file may have changed, and an encrypted vault has no readable files. */
const source = ({ store }: Casebook, { size, sha256 }: Kept) => ({
  size,
  bytes: () => store.vault.original(sha256),
  part: (start: number, end: number) => store.vault.originalPart(sha256, start, end),
});

/** All that can be done for it beside others, and before its turn to be recorded has come. */
export async function takeFile(work: Work, item: Item): Promise<Taken> {
  const { casebook, pool, stated, stopped, suggests } = work;
  const { store } = casebook;
  const nothing = { opened: null, inside: null };
  const kept = item.kept ?? (await store.vault.keepOriginal(item.file ?? item.path));
  if (await findOriginal(store.reads, kept.sha256)) return { item, kept, read: null, ...nothing };
  const read = await pool.read(source(casebook, kept), { name: basename(item.path) }, stopped);
  if (!read.ok) return { item, kept, read, ...nothing };
  const { text } = read.reading;
  const metadata = withStated(read.reading.metadata, stated);
  const document = { id: casebook.newId('d_'), text: await store.vault.keepText(text), metadata };
  const utterances = await keepUtterances(casebook, read.reading);
  const taken: Taken = {
    item,
    kept,
    read: { ...read, document, length: codePointsOf(text), utterances, suggestions: suggests ? propose(document, text) : null },
    ...nothing,
  };
  return isContainer(taken) ? takeAttached(work, taken) : taken;
}

/** A mail with what is attached to it. Much of it is only taken out, and read when the turn of the mail has come. */
async function takeAttached(work: Work, mail: Taken): Promise<Taken> {
  const opened = await openContainer(work, mail);
  const taken = asOpened(mail, opened);
  return opened.parts.length > FEW ? taken : { ...taken, inside: await Promise.all(opened.parts.map((part) => takeFile(work, part))) };
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

/** It and all that was read with it. */
export const withInside = (taken: Taken): readonly Taken[] => [taken, ...(taken.inside ?? []).flatMap(withInside)];
