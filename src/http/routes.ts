// The API, as a table: it mirrors the commands, and its description is made from it.
import { Readable } from 'node:stream';
import { z } from 'zod';
import type { Casebook } from '../desk/casebook.ts';
import { recordClaim, withdrawClaim } from '../desk/claim-new.ts';
import { contradictions, rule, undoRuling } from '../desk/contradictions.ts';
import { claimNames, entities, entity, pairs } from '../desk/entities.ts';
import { find } from '../desk/find.ts';
import { judge, standsAgainst, undoJudgement } from '../desk/judge.ts';
import { FILTERS, parseFilter, type ClaimFilter } from '../desk/parse-filter.ts';
import { claim, claims, custody, documents, event, events, gaps, matrix, proceeding, proceedings, summary, timeline } from '../desk/questions.ts';
import { receive } from '../desk/receive.ts';
import { amend, decide, undo } from '../desk/review.ts';
import { openDocument } from '../desk/open-document.ts';
import { parseQueueAsked, QUEUE_WORDS, reviewQueue, stillWaiting } from '../desk/review-queue.ts';
import { search } from '../desk/search.ts';
import { matrixStretch, parseStretch, timelineStretch } from '../desk/stretches.ts';
import { understandTime } from '../desk/understand-time.ts';
import { parseClaimContent } from '../model/claim.ts';
import { JUDGEMENTS, RULINGS } from '../model/judgement.ts';
import { COPY_ROUTES } from './copy-routes.ts';
import { READING_ROUTES } from './reading-routes.ts';
import { idOf, type Asked, type Route } from './route.ts';

const decision = z.object({ ids: z.array(z.string()).min(1), reason: z.string().nullish() });
const amendment = z.object({ id: z.string(), content: z.unknown(), reason: z.string() });
const taking = z
  .object({ id: z.string().optional(), ids: z.array(z.string()).optional(), reason: z.string().nullish() })
  .refine(({ id, ids }) => id || ids?.length, 'name an id');
const checking = z.object({ again: z.literal('yes').optional() });
const lease = z.object({ window: z.string().min(1).max(64), ids: z.array(z.string()).max(50) });
const recording = z.object({ document: z.string(), content: z.unknown() });
const withdrawal = z.object({ id: z.string(), reason: z.string() });
const naming = z.object({ name: z.string() });
const timing = z.object({ document: z.string(), words: z.string().max(400) });
const finding = z.object({ words: z.string().max(400) });
const searching = z.object({ query: z.string().max(2_000) });
const liking = z.object({ like: z.string().max(400).optional() });
const judging = z.object({ ids: z.array(z.string()).min(2), judgement: z.enum(JUDGEMENTS), reason: z.string().nullish() });
const opposing = z.object({ ids: z.string().max(4000), judgement: z.enum(JUDGEMENTS) });
const ruling = z.object({ id: z.string(), ruling: z.enum(RULINGS), reason: z.string() });
const unjudging = z.object({ entry: z.string(), reason: z.string().nullish() });
const bytes = z.instanceof(Readable);

const filters = Object.keys(FILTERS) as (keyof typeof FILTERS)[];
const words = z.partialRecord(z.enum(filters), z.string());
const filterOf = ({ query }: Asked): ClaimFilter => {
  const given = words.parse(query);
  return parseFilter((name) => given[name]);
};
const queueWords = Object.keys(QUEUE_WORDS) as (keyof typeof QUEUE_WORDS)[];
const queueAsked = ({ query }: Asked) => {
  const given = z.partialRecord(z.enum(queueWords), z.string()).parse(query);
  return parseQueueAsked((name) => given[name]);
};

export const ROUTES: readonly Route[] = [
  { method: 'GET', path: '/api/summary', about: 'What the casebook holds, in numbers', answer: summary },
  { method: 'GET', path: '/api/documents', about: 'The documents, with how far their review has come', answer: documents },
  {
    method: 'POST',
    path: '/api/documents',
    about: 'Add one document: its bytes, under the name that it had',
    query: ['name'],
    takesFile: true,
    answer: received,
  },
  {
    method: 'GET',
    path: '/api/documents/:id',
    about: 'One document: text, metadata, claims, history',
    answer: (casebook, asked) => openDocument(casebook, idOf(asked)),
  },
  {
    method: 'GET',
    path: '/api/originals/:id/custody',
    about: 'How an original came here, and what was done with it since: every line names its entry',
    answer: (casebook, asked) => custody(casebook, idOf(asked)),
  },
  ...READING_ROUTES,
  ...COPY_ROUTES,
  { method: 'GET', path: '/api/claims', about: 'Claims and suggestions', query: filters, answer: (casebook, asked) => claims(casebook, filterOf(asked)) },
  { method: 'GET', path: '/api/claims/:id', about: 'One claim or suggestion', answer: (casebook, asked) => claim(casebook, idOf(asked)) },
  {
    method: 'GET',
    path: '/api/claims/:id/names',
    about: 'Whom a recorded claim names: each with the entity that it is, and others that it may be',
    answer: (casebook, asked) => claimNames(casebook, idOf(asked)),
  },
  { method: 'POST', path: '/api/claims', about: 'Record a claim of one’s own, in words of a document', body: recording, answer: recorded },
  { method: 'POST', path: '/api/claims/withdraw', about: 'Withdraw a claim of one’s own; wants a reason', body: withdrawal, answer: withdrawn },
  {
    method: 'GET',
    path: '/api/queue',
    about: 'Suggestions that wait, across documents',
    query: queueWords,
    answer: (casebook, asked) => reviewQueue(casebook, queueAsked(asked)),
  },
  {
    method: 'POST',
    path: '/api/queue/take',
    about: 'Take suggestions into the hands of one window of the desk, in place of those it held; no two windows hold the same',
    body: lease,
    answer: taken,
  },
  {
    method: 'GET',
    path: '/api/find',
    about: 'Documents and claims that have these words',
    query: ['words'],
    answer: (casebook, { query }) => find(casebook, finding.parse(query).words),
  },
  {
    method: 'GET',
    path: '/api/search',
    about: 'Passages, claims and names by words and fields',
    query: ['query'],
    answer: (casebook, { query }) => search(casebook, searching.parse(query).query),
  },
  { method: 'GET', path: '/api/time', about: 'A time in words, as a date of EDTF', query: ['document', 'words'], answer: understood },
  {
    method: 'GET',
    path: '/api/events',
    about: 'Events, as people joined claims into them and as they are proposed',
    query: filters,
    answer: (casebook, asked) => events(casebook, filterOf(asked)),
  },
  {
    method: 'GET',
    path: '/api/events/:id',
    about: 'One event: what its claims give, side by side',
    answer: (casebook, asked) => event(casebook, idOf(asked)),
  },
  {
    method: 'GET',
    path: '/api/gaps',
    about: 'Harms to which nothing in this record tells of an answer, oldest first',
    query: filters,
    answer: (casebook, asked) => gaps(casebook, filterOf(asked)),
  },
  {
    method: 'GET',
    path: '/api/contradictions',
    about: 'What recorded claims say against each other, open ones first',
    answer: (casebook) => contradictions(casebook),
  },
  {
    method: 'POST',
    path: '/api/rule',
    about: 'Rule on a contradiction; wants a reason',
    body: ruling,
    answer: (casebook, { body }) => {
      const { id, ruling: ruled, reason } = ruling.parse(body);
      return rule(casebook, id, ruled, reason);
    },
  },
  {
    method: 'POST',
    path: '/api/rule/undo',
    about: 'Take back a ruling, by its entry',
    body: unjudging,
    answer: (casebook, { body }) => {
      const { entry, reason } = unjudging.parse(body);
      return undoRuling(casebook, entry, reason ?? null);
    },
  },
  {
    method: 'GET',
    path: '/api/proceedings',
    about: 'What claims say the law did, by accused and country',
    query: filters,
    answer: (casebook, asked) => proceedings(casebook, filterOf(asked)),
  },
  {
    method: 'GET',
    path: '/api/proceedings/:id',
    about: 'One proceeding: its steps, and how far it has come',
    answer: (casebook, asked) => proceeding(casebook, idOf(asked)),
  },
  {
    method: 'GET',
    path: '/api/timeline',
    about: 'Claims by when they say it happened',
    query: filters,
    answer: (casebook, asked) => timeline(casebook, filterOf(asked)),
  },
  {
    method: 'GET',
    path: '/api/timeline/stretch',
    about: 'A stretch of the timeline from a year on, with how many stand before and after it',
    query: ['year', 'skip', 'families', 'recorded-only'],
    answer: (casebook, { query }) => timelineStretch(casebook, parseStretch(query)),
  },
  {
    method: 'GET',
    path: '/api/matrix/stretch',
    about: 'A stretch of the matrix from a year on; of a casebook that is not large, all of it',
    query: ['year', 'skip'],
    answer: (casebook, { query }) => matrixStretch(casebook, parseStretch(query)),
  },
  {
    method: 'GET',
    path: '/api/matrix',
    about: 'Harms, and what is said to have been done about them',
    query: filters,
    answer: (casebook, asked) => matrix(casebook, filterOf(asked)),
  },
  {
    method: 'GET',
    path: '/api/entities',
    about: 'Who and what recorded claims name',
    query: ['like'],
    answer: (casebook, { query }) => entities(casebook, liking.parse(query).like ?? null),
  },
  {
    method: 'GET',
    path: '/api/entities/:id',
    about: 'One of them whole: its names, claims, judgements and rivals',
    answer: (casebook, asked) => entity(casebook, idOf(asked)),
  },
  {
    method: 'GET',
    path: '/api/pairs',
    about: 'Pairs of names that may be one, likeliest first, as far as the names were looked through; asked again, it goes on',
    answer: (casebook) => pairs(casebook),
  },
  {
    method: 'POST',
    path: '/api/judge',
    about: 'Say of names, or of happenings by their claims, that the first and each other are the same, different, or that one cannot tell',
    body: judging,
    answer: async (casebook, { body }) => {
      const { ids, judgement, reason } = judging.parse(body);
      return { judgements: await judge(casebook, ids, judgement, reason ?? null) };
    },
  },
  {
    method: 'GET',
    path: '/api/judge/against',
    about: 'The judgements that stand against one, as a chain; none where it can be made',
    query: ['ids', 'judgement'],
    answer: (casebook, { query }) => {
      const { ids, judgement } = opposing.parse(query);
      return standsAgainst(casebook, ids.split(' '), judgement);
    },
  },
  {
    method: 'POST',
    path: '/api/judge/undo',
    about: 'Take back a judgement, by its entry',
    body: unjudging,
    answer: (casebook, { body }) => {
      const { entry, reason } = unjudging.parse(body);
      return undoJudgement(casebook, entry, reason ?? null);
    },
  },
  { method: 'GET', path: '/api/verify', about: 'Every check of the record, made lately; with again=yes, made now', query: ['again'], answer: verified },
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

async function received(casebook: Casebook, { query, body, gone }: Asked) {
  return receive(casebook, naming.parse(query).name, bytes.parse(body), gone);
}

async function verified(casebook: Casebook, { query, checked }: Asked) {
  return checked.check(casebook, checking.parse(query).again === 'yes');
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

async function understood(casebook: Casebook, { query }: Asked) {
  const { document, words: said } = timing.parse(query);
  return { edtf: await understandTime(casebook, document, said) };
}
