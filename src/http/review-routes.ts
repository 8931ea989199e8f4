// The API of review: what waits, decisions about suggestions, and claims of a person's own.
import { z } from 'zod';
import type { Casebook } from '../desk/casebook.ts';
import { recordClaim, withdrawClaim } from '../desk/claim-new.ts';
import { amend, decide, undo } from '../desk/review.ts';
import { parseQueueAsked, QUEUE_WORDS, reviewQueue, stillWaiting } from '../desk/review-queue.ts';
import { parseClaimContent } from '../model/claim.ts';
import { speakerMeant } from '../desk/search-veiled.ts';
import { CLOCKS, clocksOf, veiledFilter, type Asked, type Route } from './route.ts';

const decision = z.object({ ids: z.array(z.string()).min(1), reason: z.string().nullish() });
const amendment = z.object({ id: z.string(), content: z.unknown(), reason: z.string() });
const taking = z
  .object({ id: z.string().optional(), ids: z.array(z.string()).optional(), reason: z.string().nullish() })
  .refine(({ id, ids }) => id || ids?.length, 'name an id');
const lease = z.object({ window: z.string().min(1).max(64), ids: z.array(z.string()).max(50) });
const recording = z.object({ document: z.string(), content: z.unknown() });
const withdrawal = z.object({ id: z.string(), reason: z.string() });
const queueWords = Object.keys(QUEUE_WORDS) as (keyof typeof QUEUE_WORDS)[];
const queueing = z.looseObject({
  by: z.string().optional(),
  document: z.string().optional(),
  kind: z.string().optional(),
  speaker: z.string().optional(),
  least: z.string().optional(),
} satisfies Record<keyof typeof QUEUE_WORDS, z.ZodType>);
const queueAsked = ({ query, veil }: Asked) => {
  const given = queueing.parse(query);
  return parseQueueAsked((name) => (name === 'speaker' && given.speaker !== undefined ? speakerMeant(given.speaker, veil) : given[name]));
};

const naming = z.looseObject({ entity: z.string().max(400).optional() });
const narrowing = (asked: Asked) => {
  const { entity } = naming.parse(asked.query);
  return veiledFilter({ ...clocksOf(asked), ...(entity === undefined ? {} : { entity }) }, asked.veil);
};

export const REVIEW_ROUTES: readonly Route[] = [
  { method: 'POST', path: '/api/claims', about: 'Record a claim of one’s own, in words of a document', body: recording, records: true, answer: recorded },
  { method: 'POST', path: '/api/claims/withdraw', about: 'Withdraw a claim of one’s own; wants a reason', body: withdrawal, answer: withdrawn },
  {
    method: 'GET',
    path: '/api/queue',
    about: 'Suggestions that wait, across documents',
    query: [...queueWords, 'entity', ...CLOCKS],
    answer: (casebook, asked) => reviewQueue(casebook, queueAsked(asked), narrowing(asked)),
  },
  {
    method: 'POST',
    path: '/api/queue/take',
    about: 'Take suggestions into the hands of one window of the desk, in place of those it held; no two windows hold the same',
    body: lease,
    answer: taken,
  },
  {
    method: 'POST',
    path: '/api/review/accept',
    about: 'Accept suggestions as claims of the record',
    body: decision,
    answer: async (casebook, { body }) => decided(casebook, 'accept', decision.parse(body)),
  },
  {
    method: 'POST',
    path: '/api/review/reject',
    about: 'Reject suggestions; wants a reason',
    body: decision,
    answer: async (casebook, { body }) => decided(casebook, 'reject', decision.parse(body)),
  },
  {
    method: 'POST',
    path: '/api/review/amend',
    about: 'Record a suggestion with another content; wants a reason',
    body: amendment,
    records: true,
    answer: async (casebook, { body }) => {
      const { id, content, reason } = amendment.parse(body);
      return { claims: await amend(casebook, id, parseClaimContent(content, 'content'), reason) };
    },
  },
  {
    method: 'POST',
    path: '/api/review/undo',
    about: 'Take back the last decision about each suggestion or claim',
    body: taking,
    answer: async (casebook, { body }) => {
      const { id, ids = [], reason } = taking.parse(body);
      return { claims: await undo(casebook, id === undefined ? ids : [id, ...ids], reason ?? null) };
    },
  },
];

async function decided(casebook: Casebook, verb: 'accept' | 'reject', { ids, reason }: z.infer<typeof decision>) {
  return { claims: await decide(casebook, verb, ids, reason ?? null) };
}

async function taken(casebook: Casebook, { body, leases }: Asked) {
  const { window, ids } = lease.parse(body);
  const now = casebook.now.getTime();
  return { mine: leases.take(window, await stillWaiting(casebook, ids), now), others: leases.heldByOthers(window, now) };
}

async function recorded(casebook: Casebook, { body }: Asked) {
  const { document, content } = recording.parse(body);
  return { claims: [await recordClaim(casebook, document, parseClaimContent(content, 'content'))] };
}

async function withdrawn(casebook: Casebook, { body }: Asked) {
  const { id, reason } = withdrawal.parse(body);
  return { claims: [await withdrawClaim(casebook, id, reason)] };
}
