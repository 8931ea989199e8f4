// What waits for a person across all documents, in the order that suits how they want to work.
import { Fault } from '../base/fault.ts';
import type { ClaimRow, Queue, QueueSorts } from '../model/answers.ts';
import { KINDS, type Kind } from '../model/vocabulary.ts';
import type { Casebook } from './casebook.ts';
import { pick } from './parse-filter.ts';
import { claims } from './questions.ts';

/** Document by document as they were added; kind by kind; speaker by speaker; or what the machine is surest of first. */
export const ORDERS = ['document', 'kind', 'speaker', 'confidence'] as const;
export type Order = (typeof ORDERS)[number];

/** Every member but `by` narrows. `least` is a confidence, 0 to 1; `speaker` is the nearest to the words, empty for the document's own voice. */
export type QueueAsked = {
  readonly by: Order;
  readonly document?: string;
  readonly kind?: Kind;
  readonly speaker?: string;
  readonly least?: number;
};

/** So many are given at once; `total` tells how many there are. */
const MOST = 200;

/** The suggestions that wait and fit, and how many of each sort wait in all. O(suggestions). */
export async function reviewQueue(casebook: Casebook, asked: QueueAsked): Promise<Queue> {
  const waiting = await claims(casebook, { status: 'suggested' });
  const fitting = waiting.filter(
    (each) =>
      (asked.document === undefined || each.document === asked.document) &&
      (asked.kind === undefined || each.kind === asked.kind) &&
      (asked.speaker === undefined || speakerOf(each) === asked.speaker) &&
      (asked.least === undefined || (each.confidence ?? 0) >= asked.least),
  );
  // The sort is stable: within one kind, speaker or confidence the order stays that of the documents and their words.
  const ordered = asked.by === 'document' ? fitting : fitting.toSorted(COMPARE[asked.by]);
  return { total: ordered.length, claims: ordered.slice(0, MOST), sorts: sortsOf(waiting) };
}

const speakerOf = (claim: ClaimRow): string => claim.saidBy.at(-1) ?? '';

const COMPARE: Readonly<Record<Exclude<Order, 'document'>, (a: ClaimRow, b: ClaimRow) => number>> = {
  kind: (a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind),
  speaker: (a, b) => (speakerOf(a) < speakerOf(b) ? -1 : speakerOf(a) > speakerOf(b) ? 1 : 0),
  confidence: (a, b) => (b.confidence ?? 0) - (a.confidence ?? 0),
};

function sortsOf(waiting: readonly ClaimRow[]): QueueSorts {
  const tally = <Key extends string>(keyOf: (claim: ClaimRow) => Key): readonly (readonly [Key, number])[] => {
    const counts = new Map<Key, number>();
    for (const each of waiting) counts.set(keyOf(each), (counts.get(keyOf(each)) ?? 0) + 1);
    return [...counts];
  };
  const titles = new Map(waiting.map((each) => [each.document, each.documentTitle]));
  return {
    kinds: tally((each) => each.kind)
      .map(([kind, waits]) => ({ kind, waits }))
      .toSorted((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind)),
    speakers: tally(speakerOf)
      .map(([speaker, waits]) => ({ speaker, waits }))
      .toSorted((a, b) => b.waits - a.waits),
    documents: tally((each) => each.document).map(([document, waits]) => ({ document, title: titles.get(document) ?? document, waits })),
  };
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
