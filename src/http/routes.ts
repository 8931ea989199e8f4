// The API, as a table: it mirrors the commands, and its description is made from it.
import { z } from 'zod';
import { amend, decide, undo } from '../desk/review.ts';
import type { Casebook } from '../desk/casebook.ts';
import { FILTERS, parseFilter, type ClaimFilter } from '../desk/parse-filter.ts';
import { claim, claims, documents, documentView, events, matrix, summary, timeline } from '../desk/questions.ts';
import { verifyCasebook } from '../desk/verify-casebook.ts';
import { parseClaimContent } from '../model/claim.ts';

/** A request, its parts not yet trusted. */
export type Asked = { readonly params: unknown; readonly query: unknown; readonly body: unknown };

export type Route = {
  readonly method: 'GET' | 'POST';
  /** As fastify writes it: `:id` is a part. */
  readonly path: string;
  readonly about: string;
  readonly query?: readonly string[];
  readonly body?: z.ZodType;
  readonly answer: (casebook: Casebook, asked: Asked) => Promise<unknown>;
};

const byId = z.object({ id: z.string() });
const decision = z.object({ ids: z.array(z.string()).min(1), reason: z.string().nullish() });
const amendment = z.object({ id: z.string(), content: z.unknown(), reason: z.string() });
const taking = z.object({ id: z.string(), reason: z.string().nullish() });

const filters = Object.keys(FILTERS) as (keyof typeof FILTERS)[];
const words = z.partialRecord(z.enum(filters), z.string());
const filterOf = ({ query }: Asked): ClaimFilter => {
  const given = words.parse(query);
  return parseFilter((name) => given[name]);
};
const idOf = ({ params }: Asked): string => byId.parse(params).id;

export const ROUTES: readonly Route[] = [
  { method: 'GET', path: '/api/summary', about: 'What the casebook holds, in numbers', answer: summary },
  { method: 'GET', path: '/api/documents', about: 'The documents, with how far their review has come', answer: documents },
  {
    method: 'GET',
    path: '/api/documents/:id',
    about: 'One document: text, metadata, claims, history',
    answer: (casebook, asked) => documentView(casebook, idOf(asked)),
  },
  { method: 'GET', path: '/api/claims', about: 'Claims and suggestions', query: filters, answer: (casebook, asked) => claims(casebook, filterOf(asked)) },
  { method: 'GET', path: '/api/claims/:id', about: 'One claim or suggestion', answer: (casebook, asked) => claim(casebook, idOf(asked)) },
  {
    method: 'GET',
    path: '/api/events',
    about: 'Events as they are proposed from claims',
    query: filters,
    answer: (casebook, asked) => events(casebook, filterOf(asked)),
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
    path: '/api/matrix',
    about: 'Harms, and what is said to have been done about them',
    query: filters,
    answer: (casebook, asked) => matrix(casebook, filterOf(asked)),
  },
  { method: 'GET', path: '/api/verify', about: 'Every check of the record', answer: (casebook) => verifyCasebook(casebook.folder) },
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
    about: 'Take back the last review of a suggestion',
    body: taking,
    answer: async (casebook, { body }) => {
      const { id, reason } = taking.parse(body);
      return { claims: await undo(casebook, id, reason ?? null) };
    },
  },
];

async function decided(casebook: Casebook, verb: 'accept' | 'reject', { ids, reason }: z.infer<typeof decision>) {
  return { claims: await decide(casebook, verb, ids, reason ?? null) };
}
