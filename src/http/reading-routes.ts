// The API of reading: pages as pictures, where words stand on them, texts made again, and claims that lost their place by it.
import { z } from 'zod';
import type { Casebook } from '../desk/casebook.ts';
import { liftClaim, orphans, placeOrphan } from '../desk/orphans.ts';
import { earlierReading, reread as readAgain, undoReread } from '../desk/reread.ts';
import { heardPassages, speakers, utterances } from '../desk/utterances.ts';
import { noteUncovering } from '../desk/graphic.ts';
import { captions, shownMedia } from '../desk/shown-media.ts';
import { requireShown } from '../desk/veiled-in.ts';
import { byId, idOf, type Asked, type Route } from './route.ts';

const pageOf = z.object({ id: z.string(), number: z.coerce.number().int().min(1).max(100_000) });
const drawing = z.object({ width: z.coerce.number().min(1).max(100_000).default(1200) });
const where = z.object({ claims: z.string().optional(), start: z.coerce.number().int().min(0).optional(), end: z.coerce.number().int().min(0).optional() });
const textOfDocument = z.object({ id: z.string(), text: z.string() });
const rereading = z.object({ ids: z.array(z.string()).optional() });
const ofDocument = z.object({ document: z.string().optional() });
const stretch = z.object({
  from: z.coerce.number().int().min(0).default(0),
  at: z.coerce.number().int().min(0).optional(),
  most: z.coerce.number().int().min(1).max(1_000).default(200),
});
const offset = z.int().min(0);
const placing = z.object({ id: z.string(), start: offset, end: offset, reason: z.string().nullish() });
const lifting = z.object({ id: z.string(), reason: z.string().nullish() });

export const READING_ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/documents/:id/pages',
    about: 'The pages of a document or an original that can be looked at, with their measures',
    answer: async (_, asked) => ({ pages: await asked.viewer.pages(idOf(asked), asked.gone) }),
  },
  {
    method: 'GET',
    path: '/api/documents/:id/pages/:number',
    about: 'A page as a picture, so many pixels wide',
    query: ['width'],
    givesPicture: true,
    answer: async (casebook, { params, query, viewer, gone, veil }) => {
      const { id, number } = pageOf.parse(params);
      await requireShown(casebook, id, veil);
      await noteUncovering(casebook, id);
      return viewer.picture(id, number, drawing.parse(query).width, gone);
    },
  },
  {
    method: 'GET',
    path: '/api/documents/:id/media',
    about: 'The picture, sound or film that a document or an original is, as it came; ranges can be asked for',
    givesMedia: true,
    answer: async (casebook, asked) => {
      await requireShown(casebook, idOf(asked), asked.veil);
      await noteUncovering(casebook, idOf(asked));
      return shownMedia(casebook, idOf(asked));
    },
  },
  {
    method: 'GET',
    path: '/api/documents/:id/captions',
    about: 'A transcript as captions (WebVTT) for its sound or film',
    givesMedia: true,
    answer: (casebook, asked) => captions(casebook, idOf(asked), asked.veil),
  },
  {
    method: 'GET',
    path: '/api/documents/:id/heard',
    about: 'When each passage of a transcript is heard, in seconds from the beginning of the recording',
    answer: async (casebook, asked) => ({ passages: await heardPassages(casebook, idOf(asked)) }),
  },
  {
    method: 'GET',
    path: '/api/documents/:id/rectangles',
    about: 'Where claims, or a passage of the text, stand on the pages: in fractions of the page from its upper left corner',
    query: ['claims', 'start', 'end'],
    answer: rectangles,
  },
  {
    method: 'GET',
    path: '/api/documents/:id/readings/:text',
    about: 'A text that the document had, by its digest, with its pages',
    answer: (casebook, { params }) => {
      const { id, text } = textOfDocument.parse(params);
      return earlierReading(casebook, id, text);
    },
  },
  {
    method: 'GET',
    path: '/api/documents/:id/utterances',
    about: 'Some of what was written or said in a conversation or transcript, from a number on, or from a place of the text',
    query: ['from', 'at', 'most'],
    answer: (casebook, asked) => {
      const { from, at, most } = stretch.parse(asked.query);
      return utterances(casebook, idOf(asked), at === undefined ? { from } : { at }, most);
    },
  },
  {
    method: 'GET',
    path: '/api/documents/:id/speakers',
    about: 'Who wrote or said what is in a conversation or transcript, how much of it, and on which days',
    answer: (casebook, asked) => speakers(casebook, idOf(asked)),
  },
  {
    method: 'POST',
    path: '/api/documents/reread',
    about: 'Read documents again; without ids, those that another reader could read otherwise',
    body: rereading,
    answer: reread,
  },
  {
    method: 'POST',
    path: '/api/documents/reread/undo',
    about: 'Take the last reading of a document back',
    body: byId,
    answer: async (casebook, { body }) => ({ documents: [await undoReread(casebook, byId.parse(body).id)] }),
  },
  {
    method: 'GET',
    path: '/api/orphans',
    about: 'Claims that lost their place when their document was read again',
    query: ['document'],
    answer: async (casebook, { query }) => ({ orphans: await orphans(casebook, ofDocument.parse(query).document) }),
  },
  {
    method: 'POST',
    path: '/api/orphans/place',
    about: 'Say where the words of such a claim stand in the new text',
    body: placing,
    answer: async (casebook, { body }) => {
      const { id, start, end, reason } = placing.parse(body);
      return { claims: [await placeOrphan(casebook, id, { start, end }, reason ?? null)] };
    },
  },
  {
    method: 'POST',
    path: '/api/orphans/lift',
    about: 'Take back where a claim was placed in a new text',
    body: lifting,
    answer: async (casebook, { body }) => {
      const { id, reason } = lifting.parse(body);
      return { claims: [await liftClaim(casebook, id, reason ?? null)] };
    },
  },
];

async function rectangles(_: Casebook, asked: Asked) {
  const { viewer, gone } = asked;
  const { claims: named, start, end } = where.parse(asked.query);
  if (start !== undefined && end !== undefined) return { rectangles: await viewer.passage(idOf(asked), { start, end }, gone) };
  return { rectangles: await viewer.claims(idOf(asked), named === undefined ? null : named.split(','), gone) };
}

async function reread(casebook: Casebook, { body, gone }: Asked) {
  return { documents: await Array.fromAsync(readAgain(casebook, rereading.parse(body).ids ?? [], gone)) };
}
