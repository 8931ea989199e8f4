// What waits for a person across all documents, in the order that suits how they want to work.
import { Fault } from '../base/fault.ts';
import type { ClaimRow } from '../model/answers.ts';
import type { Queue, QueueSorts } from '../model/queue.ts';
import { KINDS } from '../model/vocabulary.ts';
import { among } from '../views/among.ts';
import { readClaims } from '../views/read-claims.ts';
import { ORDERS, readSorts, readWaiting, type QueueAsked } from '../views/read-waiting.ts';
import type { Casebook } from './casebook.ts';
import { pick, type ClaimFilter } from './parse-filter.ts';
import { claims } from './questions.ts';

/** So many are given at once; `total` tells how many there are. */
const MOST = 200;

/** The suggestions that wait and fit, and how many of each sort wait in all; with a name or a clock those that it keeps, as they waited then. */
export async function reviewQueue(casebook: Casebook, asked: QueueAsked, filter: ClaimFilter = {}): Promise<Queue> {
  const { reads } = casebook.store;
  if (Object.keys(filter).length > 0) {
    const waiting = await claims(casebook, { ...filter, status: 'suggested' });
    const rows = queued(waiting, asked);
    return { total: rows.length, claims: rows.slice(0, MOST), sorts: sortsOf(waiting) };
  }
  const { total, ids } = await readWaiting(reads, asked, MOST);
  const rows = new Map((ids.length > 0 ? await readClaims(reads, { ids, statuses: ['suggested'] }) : []).map((row) => [row.id, row]));
  return { total, claims: ids.flatMap((id) => rows.get(id) ?? []), sorts: await readSorts(reads) };
}

function sortsOf(rows: readonly ClaimRow[]): QueueSorts {
  const tally = <K>(of: (row: ClaimRow) => K) => [...Map.groupBy(rows, of)].map(([key, all]) => ({ key, all }));
  const most = (a: { readonly all: readonly ClaimRow[] }, b: { readonly all: readonly ClaimRow[] }): number => b.all.length - a.all.length;
  return {
    kinds: tally(({ kind }) => kind).toSorted((a, b) => KINDS.indexOf(a.key) - KINDS.indexOf(b.key)).map(({ key, all }) => ({ kind: key, waits: all.length })),
    speakers: tally(nearest).toSorted(most).map(({ key, all }) => ({ speaker: key, waits: all.length })),
    documents: tally(({ document }) => document).map(({ key, all }) => ({ document: key, title: all[0]?.documentTitle ?? '', waits: all.length })),
  }; // prettier-ignore
}

/** Whose words a suggestion tells; empty for the document's own voice. */
const nearest = ({ saidBy }: ClaimRow): string => saidBy.at(-1) ?? '';

/** Those that fit, in the order that is asked for; `rows` are in that of the documents and their words. */
function queued(rows: readonly ClaimRow[], { by, document, kind, speaker, least = 0 }: QueueAsked): readonly ClaimRow[] {
  const fits = rows.filter(
    (row) =>
      (document === undefined || row.document === document) &&
      (kind === undefined || row.kind === kind) &&
      (speaker === undefined || nearest(row) === speaker) &&
      (row.confidence ?? 0) >= least,
  );
  if (by === 'kind') return fits.toSorted((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
  if (by === 'confidence') return fits.toSorted((a, b) => (b.confidence ?? 0) - (a.confidence ?? 0));
  return by === 'speaker' ? fits.toSorted((a, b) => (nearest(a) < nearest(b) ? -1 : nearest(a) > nearest(b) ? 1 : 0)) : fits;
}

/** Those of the suggestions about which nobody has decided yet. */
export async function stillWaiting({ store: { reads } }: Casebook, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const rows = await reads.selectFrom('waiting').select('id').where('id', 'in', among(ids)).execute();
  const waits = new Set(rows.map(({ id }) => id));
  return ids.filter((id) => waits.has(id));
}

/** Names of what narrows or orders the queue, as options and as query parameters, and what each does. */
export const QUEUE_WORDS = {
  by: { value: 'ORDER', about: 'in which order: document, kind, speaker or confidence; else document' },
  document: { value: 'ID', about: 'only of this document' },
  kind: { value: 'KIND', about: 'only suggestions of this kind' },
  speaker: { value: 'NAME', about: 'only what this speaker says, nearest to the words; empty is the document’s own voice' },
  least: { value: 'CONFIDENCE', about: 'only what the machine is at least so sure of, 0 to 1' },
} as const;

/** Parses the words of a command line or an address. Throws a Fault 'bad-usage' where one is off. */
export function parseQueueAsked(get: (name: keyof typeof QUEUE_WORDS) => string | undefined): QueueAsked {
  const [document, kind, speaker, least] = [get('document'), get('kind'), get('speaker'), get('least')];
  return {
    by: pick(ORDERS, get('by') ?? 'document', 'order'),
    ...(document === undefined ? {} : { document }),
    ...(kind === undefined ? {} : { kind: pick(KINDS, kind, 'kind of claim') }),
    ...(speaker === undefined ? {} : { speaker }),
    ...(least === undefined ? {} : { least: parseFraction(least) }),
  };
}

function parseFraction(words: string): number {
  const value = Number(words);
  if (words.trim() !== '' && value >= 0 && value <= 1) return value;
  throw new Fault('bad-usage', `"${words}" is no confidence`, 'Give a number from 0 to 1, as 0.8.');
}
