// The API of sources, and of what stands on the page of each thing beside its claims: events, origins, elements of a crime, history.
import { z } from 'zod';
import { elements } from '../desk/elements.ts';
import { happenings } from '../desk/happenings.ts';
import { historyOf } from '../desk/history.ts';
import { originsAbout } from '../desk/origins-about.ts';
import { sourceAlone } from '../desk/source-alone.ts';
import { SOURCES_PAGE, sourcesPage } from '../desk/source-list.ts';
import { source } from '../desk/source.ts';
import { filterOf, filters, idOf, type Route } from './route.ts';

const liking = z.looseObject({
  like: z.string().max(400).optional(),
  skip: z.coerce.number().int().min(0).default(0),
  most: z.coerce.number().int().min(1).max(1000).default(SOURCES_PAGE),
});

export const SOURCE_ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/sources',
    about: 'A page of the publishers of documents and of whom claims name as speaking, those with most claims first, with how reliable people hold them to be',
    query: ['like', 'skip', 'most'],
    answer: (casebook, { query, veil }) => {
      const { like, skip, most } = liking.parse(query);
      return sourcesPage(casebook, like ?? null, skip, most, veil);
    },
  },
  {
    method: 'GET',
    path: '/api/sources/:id',
    about: 'One source: its documents, who owns it as people say, which of its documents are copies, who repeats it or gives its word',
    answer: (casebook, asked) => source(casebook, idOf(asked)),
  },
  {
    method: 'GET',
    path: '/api/sources/:id/alone',
    about: 'What a source alone tells of, what others repeat of it, and what another origin tells of too; of its newest 200 claims',
    answer: (casebook, asked) => sourceAlone(casebook, idOf(asked)),
  },
  {
    method: 'GET',
    path: '/api/happenings/:id',
    about: 'What is said to have happened by the recorded claims of a name, document, publisher or proceeding: events with origins and figures',
    query: filters,
    answer: (casebook, asked) => happenings(casebook, idOf(asked), filterOf(asked)),
  },
  {
    method: 'GET',
    path: '/api/origins/:id',
    about: 'How many origins stand behind the recorded claims of one thing, with why any two count as one',
    query: filters,
    answer: (casebook, asked) => originsAbout(casebook, idOf(asked), filterOf(asked)),
  },
  {
    method: 'GET',
    path: '/api/elements',
    about: 'The elements of crimes that the team lists, each with the recorded claims tagged with it, and how many have none',
    query: filters,
    answer: (casebook, asked) => elements(casebook, null, filterOf(asked)),
  },
  {
    method: 'GET',
    path: '/api/elements/:id',
    about: 'The same of one claim, event, proceeding, name or document',
    query: filters,
    answer: (casebook, asked) => elements(casebook, idOf(asked), filterOf(asked)),
  },
  {
    method: 'GET',
    path: '/api/history/:id',
    about: 'What people decided and remarked about one thing, with who, when and why; the taken back too',
    answer: async (casebook, asked) => ({ lines: await historyOf(casebook, idOf(asked)) }),
  },
];
