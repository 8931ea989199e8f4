// What waits for a person across all documents, in the order that suits how they want to work.
import { Fault } from '../base/fault.ts';
import type { Queue } from '../model/queue.ts';
import { KINDS } from '../model/vocabulary.ts';
import { among } from '../views/among.ts';
import { readClaims } from '../views/read-claims.ts';
import { ORDERS, readSorts, readWaiting, type QueueAsked } from '../views/read-waiting.ts';
import type { Casebook } from './casebook.ts';
import { pick } from './parse-filter.ts';

/** So many are given at once; `total` tells how many there are. */
const MOST = 200;

/** The suggestions that wait and fit, and how many of each sort wait in all. */
export async function reviewQueue({ store: { reads } }: Casebook, asked: QueueAsked): Promise<Queue> {
  const { total, ids } = await readWaiting(reads, asked, MOST);
  const rows = new Map((ids.length > 0 ? await readClaims(reads, { ids, statuses: ['suggested'] }) : []).map((row) => [row.id, row]));
  return { total, claims: ids.flatMap((id) => rows.get(id) ?? []), sorts: await readSorts(reads) };
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
