// The API of the record: what claims come to (events, proceedings, timeline, matrix and its gaps), and what they say against each other.
import { z } from 'zod';
import { clockRanges } from '../desk/clock-ranges.ts';
import { claimsAbout, idsOf } from '../desk/claims-about.ts';
import { contradictions, contradictionsOf, rule, undoRuling } from '../desk/contradictions.ts';
import { event, events } from '../desk/events.ts';
import { parseStepsAsked, proceedingStretch } from '../desk/proceeding-stretch.ts';
import { proceeding, proceedings } from '../desk/proceedings-around.ts';
import { gaps, matrix, matrixBy } from '../desk/matrix.ts';
import { timeline } from '../desk/questions.ts';
import { contradictionsPage, eventsPage, parsePageAsked, proceedingsPage } from '../desk/record-pages.ts';
import { gapsStretch, matrixStretch, parseStretch } from '../desk/stretches.ts';
import { parseStretchAsked, parseWindowAsked, timelineStretch, timelineWindow } from '../desk/timeline.ts';
import { MATRIX_BY } from '../model/matrix.ts';
import { RULINGS } from '../model/judgement.ts';
import { CLOCKS, clocksOf, filterOf, filters, idOf, takingBack, type Route } from './route.ts';

/** What narrows the timeline's list and its drawing alike. */
const NARROWED = ['families', 'kind', 'recorded-only', 'name', 'place', 'proceeding', 'entity', ...CLOCKS] as const;

const ruling = z.object({ id: z.string(), ruling: z.enum(RULINGS), reason: z.string() });

const byOf = z.looseObject({ by: z.enum(MATRIX_BY).default('harm') });

export const RECORD_ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/events',
    about: 'Events, as people joined claims into them and as they are proposed',
    query: filters,
    answer: (casebook, asked) => events(casebook, filterOf(asked)),
  },
  {
    method: 'GET',
    path: '/api/events/page',
    about: 'A page of the events; of a large casebook, those of a stretch of its claims from a year on, or of the claims that have words',
    query: [...filters, 'words', 'year', 'skip'],
    answer: (casebook, asked) => eventsPage(casebook, parsePageAsked(asked.query, asked.veil), filterOf(asked)),
  },
  {
    method: 'GET',
    path: '/api/events/:id',
    about: 'One event: what its claims give, side by side',
    query: filters,
    answer: (casebook, asked) => event(casebook, idOf(asked), filterOf(asked)),
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
    path: '/api/gaps/stretch',
    about: 'A stretch of them from a year on; all of them where the casebook is not large or a clock is fixed',
    query: ['year', 'skip', ...CLOCKS],
    answer: (casebook, asked) => gapsStretch(casebook, parseStretch(asked.query), filterOf(asked)),
  },
  {
    method: 'GET',
    path: '/api/contradictions/page',
    about: 'A page of the contradictions; of a large casebook, those of a stretch of its recorded claims from a year on, or of those that have words',
    query: [...filters, 'words', 'year', 'skip'],
    answer: (casebook, asked) => contradictionsPage(casebook, parsePageAsked(asked.query, asked.veil), filterOf(asked)),
  },
  {
    method: 'GET',
    path: '/api/contradictions/:id',
    about: 'What the recorded claims of one event, proceeding, name, document or publisher contradict',
    query: CLOCKS,
    answer: async (casebook, asked) => {
      const [id, clocks] = [idOf(asked), clocksOf(asked)];
      const of = await claimsAbout(casebook, id, clocks);
      const found = await contradictionsOf(casebook, of.map((claim) => claim.id), clocks); // prettier-ignore
      // What its claims say of others who stand accused in them is told on their pages.
      const own = id.startsWith('pr_') ? await idsOf(casebook, id, clocks) : null;
      return found.filter(({ about }) => own === null || !about.startsWith('pr_') || own.includes(about));
    },
  },
  {
    method: 'GET',
    path: '/api/contradictions',
    about: 'What recorded claims say against each other, open ones first',
    query: filters,
    answer: (casebook, asked) => contradictions(casebook, filterOf(asked)),
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
    body: takingBack,
    answer: (casebook, { body }) => {
      const { entry, reason } = takingBack.parse(body);
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
    path: '/api/proceedings/page',
    about: 'A page of the proceedings; of a large casebook, those of a stretch of its legal steps from a year on, or of those that have words',
    query: [...filters, 'words', 'year', 'skip'],
    answer: (casebook, asked) => proceedingsPage(casebook, parsePageAsked(asked.query, asked.veil), filterOf(asked)),
  },
  {
    method: 'GET',
    path: '/api/proceedings/:id',
    about: 'One proceeding: its steps, and how far it has come',
    query: filters,
    answer: (casebook, asked) => proceeding(casebook, idOf(asked), filterOf(asked)),
  },
  {
    method: 'GET',
    path: '/api/proceedings/:id/stretch',
    about: 'How far a proceeding has come by all of its steps, with a stretch of them, and how many stand before and after',
    query: ['skip', ...CLOCKS],
    answer: (casebook, asked) => proceedingStretch(casebook, idOf(asked), parseStepsAsked(asked.query), clocksOf(asked)),
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
    path: '/api/clocks',
    about: 'Between which days it is of use to fix each of the three clocks',
    answer: clockRanges,
  },
  {
    method: 'GET',
    path: '/api/timeline/stretch',
    about: 'A stretch of the timeline from a year on, with how many stand before and after it',
    query: ['year', 'from', 'skip', ...NARROWED],
    answer: (casebook, asked) => timelineStretch(casebook, parseStretchAsked(asked.query), filterOf(asked)),
  },
  {
    method: 'GET',
    path: '/api/timeline/window',
    about: 'What is drawn of the timeline between two days, as Julian day numbers: marks, or counts where there are too many',
    query: ['from', 'to', 'said', ...NARROWED],
    answer: (casebook, asked) => timelineWindow(casebook, parseWindowAsked(asked.query), filterOf(asked)),
  },
  {
    method: 'GET',
    path: '/api/matrix/stretch',
    about: 'A stretch of the matrix from a year on; all of it where the casebook is not large or a clock is fixed',
    query: ['year', 'skip', 'by', ...CLOCKS],
    answer: (casebook, asked) => matrixStretch(casebook, parseStretch(asked.query), filterOf(asked)),
  },
  {
    method: 'GET',
    path: '/api/matrix',
    about: 'Harms, and what is said to have been done about them: a row for each harm, or by accused, place or year',
    query: [...filters, 'by'],
    answer: (casebook, asked) => {
      const { by } = byOf.parse(asked.query);
      return by === 'harm' ? matrix(casebook, filterOf(asked)) : matrixBy(casebook, by, filterOf(asked));
    },
  },
];
