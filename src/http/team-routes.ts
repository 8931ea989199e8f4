// The API of what the record comes to: dossiers and networks; and of what a team says of it: remarks, links, origins.
import { z } from 'zod';
import { dossier } from '../desk/dossier.ts';
import { keepSearch, keptSearches } from '../desk/kept-searches.ts';
import { joins } from '../desk/joins.ts';
import { linkHappenings, undoLink } from '../desk/links.ts';
import { network } from '../desk/network.ts';
import { endOf } from '../desk/parse-filter.ts';
import { eventOrigins } from '../desk/origins-of.ts';
import { joinOrigins, splitOrigins } from '../desk/origins.ts';
import { assess, assign, endRemark, keepLabels, label, labelLists, note, remarks, sayBeing } from '../desk/remarks.ts';
import { remarksAbout } from '../desk/remarks-about.ts';
import { LINKS } from '../model/link.ts';
import { BEINGS, ENDINGS, RELIABILITIES, REMARK_SORTS } from '../model/remark.ts';
import { CLOCKS, clocksOf, filterOf, filters, idOf, type Route } from './route.ts';

const around = z.object({
  of: z.string().max(400).optional(),
  to: z.string().max(400).optional(),
  depth: z.coerce.number().int().min(1).max(6).optional(),
  most: z.coerce.number().int().min(1).max(100_000).optional(),
  without: z.literal('claims').optional(),
});
/** Of what speaks against one line of a stretch of a dossier. */
const MOST_AGAINST = 20;
const stretch = z.looseObject({ skip: z.coerce.number().int().min(0).default(0), most: z.coerce.number().int().min(1).optional() });
const ids = z.array(z.string()).min(1).max(1000);
const about = z.object({
  about: z.string().max(4000).optional(),
  sort: z.enum(REMARK_SORTS).optional(),
  to: z.string().max(400).optional(),
  all: z.literal('yes').optional(),
  'known-by': z.string().max(100).optional(),
});
const noting = z.object({ ids, text: z.string().max(20_000) });
const labelling = z.object({ ids, label: z.string().max(400), list: z.string().nullish(), reason: z.string().nullish() });
const assigning = z.object({ ids, to: z.string().max(400), reason: z.string().nullish() });
const assessing = z.object({ ids, step: z.enum(RELIABILITIES), reason: z.string() });
const being = z.object({ ids, being: z.enum(BEINGS), reason: z.string().nullish() });
const ending = z.object({ entry: z.string(), how: z.enum(ENDINGS), reason: z.string().nullish() });
const listing = z.object({ list: z.string(), labels: z.array(z.object({ label: z.string(), about: z.string() })).max(1000) });
const keeping = z.object({ name: z.string().max(400), query: z.string().max(2_000) });
const linking = z.object({ from: z.string(), link: z.enum(LINKS), to: z.string(), reason: z.string() });
const unlinking = z.object({ entry: z.string(), reason: z.string().nullish() });
const origins = z.object({ ids: z.array(z.string()).min(2), decision: z.enum(['join', 'split']), reason: z.string() });

export const TEAM_ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/dossiers/:id',
    about:
      'All that recorded claims tell of one entity or event, in order, with what speaks against each; by id, or a name that only one bears; with most, of so many of its claims in order of time',
    query: [...filters, 'skip', 'most'],
    answer: (casebook, asked) => {
      const { skip, most } = stretch.parse(asked.query);
      return dossier(casebook, idOf(asked), filterOf(asked), { veil: asked.veil, skip, ...(most === undefined ? {} : { most, against: MOST_AGAINST }) });
    },
  },
  {
    method: 'GET',
    path: '/api/claims/:id/joins',
    about: 'Other recorded claims that may tell of the same happening, each with why; found by index, for a person to judge',
    query: CLOCKS,
    answer: async (casebook, asked) => ({ joins: await joins(casebook, idOf(asked), clocksOf(asked)) }),
  },
  {
    method: 'GET',
    path: '/api/network',
    about:
      'Who stands with whom by recorded claims: all, around one (of), or the shortest way to another (to); at most so many ties (most), without=claims the ids of claims alone',
    query: ['of', 'to', 'depth', 'most', 'without', ...filters],
    answer: (casebook, asked) => {
      const { of = null, to = null, depth = null, most, without } = around.parse(asked.query);
      return network(casebook, { of, to, depth, ...(most === undefined ? {} : { most }), bare: without === 'claims' }, filterOf(asked), asked.veil);
    },
  },
  {
    method: 'GET',
    path: '/api/remarks',
    about: 'Notes, labels, assignments and assessments of sources, about these ids or all; with all=yes, also those that ended',
    query: ['about', 'sort', 'to', 'all', 'known-by'],
    answer: async (casebook, { query }) => {
      const { about: on, sort, to, all, 'known-by': knownBy } = about.parse(query);
      const instant = knownBy === undefined ? undefined : endOf(knownBy);
      if (on !== undefined && sort === undefined && to === undefined && all === undefined)
        return { remarks: await remarksAbout(casebook, on.split(' '), knownBy === undefined ? {} : { knownBy }) };
      const asked = {
        ...(on === undefined ? {} : { about: on.split(' ') }),
        ...(sort === undefined ? {} : { sort }),
        ...(to === undefined ? {} : { to }),
        ...(instant === undefined ? {} : { knownAt: instant }),
      };
      return { remarks: await remarks(casebook, { ...asked, ended: all === 'yes' }) };
    },
  },
  {
    method: 'POST',
    path: '/api/remarks/note',
    about: 'Note something on claims, names, events, proceedings or documents',
    body: noting,
    answer: async (casebook, { body }) => {
      const { ids: on, text } = noting.parse(body);
      return { remarks: await note(casebook, on, text) };
    },
  },
  {
    method: 'POST',
    path: '/api/remarks/label',
    about: 'Label them, with a word of the team’s own or of one of its lists',
    body: labelling,
    answer: async (casebook, { body }) => {
      const { ids: on, label: value, list, reason } = labelling.parse(body);
      return { remarks: await label(casebook, on, value, list ?? null, reason ?? null) };
    },
  },
  {
    method: 'POST',
    path: '/api/remarks/assign',
    about: 'Ask somebody to see to them',
    body: assigning,
    answer: async (casebook, { body }) => {
      const { ids: on, to, reason } = assigning.parse(body);
      return { remarks: await assign(casebook, on, to, reason ?? null) };
    },
  },
  {
    method: 'POST',
    path: '/api/remarks/assess',
    about: 'Say how reliable one holds sources to be, with the grounds',
    body: assessing,
    answer: async (casebook, { body }) => {
      const { ids: on, step, reason } = assessing.parse(body);
      return { remarks: await assess(casebook, on, step, reason) };
    },
  },
  {
    method: 'POST',
    path: '/api/remarks/being',
    about: 'Say of names what they are of: a person, an organization or a place',
    body: being,
    answer: async (casebook, { body }) => {
      const { ids: on, being: value, reason } = being.parse(body);
      return { remarks: await sayBeing(casebook, on, value, reason ?? null) };
    },
  },
  {
    method: 'POST',
    path: '/api/remarks/end',
    about: 'Take a remark back, or say that an assignment is done; by its entry',
    body: ending,
    answer: (casebook, { body }) => {
      const { entry, how, reason } = ending.parse(body);
      return endRemark(casebook, entry, how, reason ?? null);
    },
  },
  { method: 'GET', path: '/api/searches', about: 'Searches that the team keeps', answer: async (casebook) => ({ searches: await keptSearches(casebook) }) },
  {
    method: 'POST',
    path: '/api/searches',
    about: 'Keep a search under a name; it is let go as a remark is ended',
    body: keeping,
    answer: async (casebook, { body }) => {
      const { name, query } = keeping.parse(body);
      return { searches: await keepSearch(casebook, name, query) };
    },
  },
  { method: 'GET', path: '/api/labels', about: 'The team’s lists of labels', answer: async (casebook) => ({ lists: await labelLists(casebook) }) },
  {
    method: 'POST',
    path: '/api/labels',
    about: 'Keep a list of labels, in the place of the one of that name',
    body: listing,
    answer: async (casebook, { body }) => ({ lists: await keepLabels(casebook, listing.parse(body)) }),
  },
  {
    method: 'POST',
    path: '/api/links',
    about: 'Say that a happening is a part of another, or led to it; wants a reason',
    body: linking,
    answer: (casebook, { body }) => {
      const { from, link, to, reason } = linking.parse(body);
      return linkHappenings(casebook, link, from, to, reason);
    },
  },
  {
    method: 'POST',
    path: '/api/links/undo',
    about: 'Take back a link, by its entry',
    body: unlinking,
    answer: (casebook, { body }) => {
      const { entry, reason } = unlinking.parse(body);
      return undoLink(casebook, entry, reason ?? null);
    },
  },
  {
    method: 'GET',
    path: '/api/origins',
    about: 'For each happening: the documents that tell of it, the origins that these come to, and why',
    query: filters,
    answer: async (casebook, asked) => ({ events: await eventOrigins(casebook, filterOf(asked)) }),
  },
  {
    method: 'POST',
    path: '/api/origins',
    about: 'Say that documents rest on one source or on two, or that publishers have one owner or two; wants a reason',
    body: origins,
    answer: async (casebook, { body }) => {
      const { ids: of, decision, reason } = origins.parse(body);
      return { judgements: await (decision === 'join' ? joinOrigins : splitOrigins)(casebook, of, reason) };
    },
  },
];
