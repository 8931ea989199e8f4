// The API, as a table: it mirrors the commands, and its description is made from it. Here stands what is asked of the casebook, its documents
// and claims; the rest stands in tables of its own.
import { Readable } from 'node:stream';
import { z } from 'zod';
import type { Casebook } from '../desk/casebook.ts';
import { documentsPage, parsePageAsked } from '../desk/documents-page.ts';
import { claimNames } from '../desk/claim-names.ts';
import { find } from '../desk/find.ts';
import { claim, claims, custody, documents, news, summary } from '../desk/questions.ts';
import { receive } from '../desk/receive.ts';
import { openDocument } from '../desk/open-document.ts';
import { search } from '../desk/search.ts';
import { someClaims } from '../desk/some-claims.ts';
import { understandTime } from '../desk/understand-time.ts';
import { ATTACH_ROUTES } from './attach-routes.ts';
import { CAPTURE_ROUTES } from './capture-routes.ts';
import { CARE_ROUTES } from './care-routes.ts';
import { COPY_ROUTES } from './copy-routes.ts';
import { LIST_ROUTES } from './list-routes.ts';
import { MAP_ROUTES } from './map-routes.ts';
import { NAMES_ROUTES } from './names-routes.ts';
import { READING_ROUTES } from './reading-routes.ts';
import { RECORD_ROUTES } from './record-routes.ts';
import { REVIEW_ROUTES } from './review-routes.ts';
import { SOURCE_ROUTES } from './source-routes.ts';
import { TEAM_ROUTES } from './team-routes.ts';
import { VEIL_ROUTES } from './veil-routes.ts';
import { CLOCKS, clocksOf, filterOf, filters, idOf, type Asked, type Route } from './route.ts';

const checking = z.object({ again: z.literal('yes').optional() });
const since = z.object({ since: z.iso.datetime() });
const someIds = z.looseObject({
  ids: z
    .string()
    .max(4_000)
    .transform((words) => words.split(' ').slice(0, 100)),
});
const naming = z.object({ name: z.string() });
const timing = z.object({ document: z.string(), words: z.string().max(400) });
const finding = z.object({ words: z.string().max(400) });
const searching = z.looseObject({ query: z.string().max(2_000), 'across-scripts': z.literal('yes').optional() });
const bytes = z.instanceof(Readable);

export const ROUTES: readonly Route[] = [
  { method: 'GET', path: '/api/summary', about: 'What the casebook holds, in numbers', answer: summary },
  {
    method: 'GET',
    path: '/api/news',
    about: 'What came, what waits in it and what was decided since an instant (ISO, UTC)',
    query: ['since'],
    answer: (casebook, { query }) => news(casebook, since.parse(query).since),
  },
  {
    method: 'GET',
    path: '/api/documents',
    about: 'The documents, with how far their review has come',
    query: CLOCKS,
    answer: (casebook, asked) => documents(casebook, clocksOf(asked)),
  },
  {
    method: 'GET',
    path: '/api/documents/page',
    about: 'A page of the documents, by shelf and by the words of their titles; 200 at a time',
    query: ['shelf', 'words', 'after', 'skip', 'most'],
    answer: (casebook, { query, veil }) => documentsPage(casebook, parsePageAsked(query), veil),
  },
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
    about: 'One document: text, metadata, claims, history; under clocks as these have it',
    query: CLOCKS,
    answer: (casebook, asked) => openDocument(casebook, idOf(asked), clocksOf(asked)),
  },
  {
    method: 'GET',
    path: '/api/originals/:id/custody',
    about: 'How an original came here, and what was done with it since: every line names its entry',
    answer: (casebook, asked) => custody(casebook, idOf(asked)),
  },
  ...CAPTURE_ROUTES,
  ...READING_ROUTES,
  ...COPY_ROUTES,
  { method: 'GET', path: '/api/claims', about: 'Claims and suggestions', query: filters, answer: (casebook, asked) => claims(casebook, filterOf(asked)) },
  {
    method: 'GET',
    path: '/api/claims/some',
    about: 'Recorded claims by their ids, with a space between them; 100 at most',
    query: ['ids', ...CLOCKS],
    answer: async (casebook, asked) => ({ claims: await someClaims(casebook, someIds.parse(asked.query).ids, clocksOf(asked)) }),
  },
  {
    method: 'GET',
    path: '/api/claims/:id',
    about: 'One claim or suggestion',
    query: CLOCKS,
    answer: (casebook, asked) => claim(casebook, idOf(asked), clocksOf(asked)),
  },
  {
    method: 'GET',
    path: '/api/claims/:id/names',
    about: 'Whom a recorded claim names: each with the entity that it is, and others that it may be',
    query: CLOCKS,
    answer: (casebook, asked) => claimNames(casebook, idOf(asked), clocksOf(asked)),
  },
  {
    method: 'GET',
    path: '/api/find',
    about: 'Documents and claims that have these words',
    query: ['words'],
    answer: (casebook, { query, veil }) => find(casebook, finding.parse(query).words, veil),
  },
  {
    method: 'GET',
    path: '/api/search',
    about: 'Passages, claims and names by words and fields',
    query: ['query', 'across-scripts', ...CLOCKS],
    answer: (casebook, asked) => {
      const { query, 'across-scripts': across } = searching.parse(asked.query);
      return search(casebook, query, clocksOf(asked), { veil: asked.veil, across: across === 'yes' });
    },
  },
  { method: 'GET', path: '/api/time', about: 'A time in words, as a date of EDTF', query: ['document', 'words'], answer: understood },
  { method: 'GET', path: '/api/verify', about: 'Every check of the record, made lately; with again=yes, made now', query: ['again'], answer: verified },
  ...REVIEW_ROUTES,
  ...RECORD_ROUTES,
  ...MAP_ROUTES,
  ...TEAM_ROUTES,
  ...SOURCE_ROUTES,
  ...NAMES_ROUTES,
  ...CARE_ROUTES,
  ...ATTACH_ROUTES,
  ...LIST_ROUTES,
  ...VEIL_ROUTES,
];

async function received(casebook: Casebook, { query, body, gone }: Asked) {
  return receive(casebook, naming.parse(query).name, bytes.parse(body), gone);
}

async function verified(casebook: Casebook, { query, checked }: Asked) {
  return checked.check(casebook, checking.parse(query).again === 'yes');
}

async function understood(casebook: Casebook, { query }: Asked) {
  const { document, words: said } = timing.parse(query);
  return { edtf: await understandTime(casebook, document, said) };
}
