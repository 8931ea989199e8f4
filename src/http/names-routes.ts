// The API of names: who and what recorded claims name, pairs that may be one, and what people judge of them.
import { z } from 'zod';
import { entity, entityAlone, pairs, rivals } from '../desk/entities.ts';
import { placeAround } from '../desk/place-around.ts';
import { judge, standsAgainst, undoJudgement } from '../desk/judge.ts';
import { entitiesPage, PAGE } from '../desk/told-apart.ts';
import { JUDGEMENTS } from '../model/judgement.ts';
import { CLOCKS, clocksOf, filterOf, filters, idOf, takingBack, type Route } from './route.ts';

const liking = z.looseObject({
  like: z.string().max(400).optional(),
  skip: z.coerce.number().int().min(0).default(0),
  most: z.coerce.number().int().min(1).max(1000).default(PAGE),
});
const oneAsked = z.looseObject({ skip: z.coerce.number().int().min(0).default(0), without: z.literal('rivals').optional() });
const judging = z.object({ ids: z.array(z.string()).min(2), judgement: z.enum(JUDGEMENTS), reason: z.string().nullish() });
const opposing = z.object({ ids: z.string().max(4000), judgement: z.enum(JUDGEMENTS) });

export const NAMES_ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/entities',
    about: 'A page of who and what recorded claims name, most named first, with how many there are; those of one name with what tells them apart',
    query: ['like', 'skip', 'most', ...CLOCKS],
    answer: (casebook, asked) => {
      const { like, skip, most } = liking.parse(asked.query);
      return entitiesPage(casebook, like ?? null, { skip, most }, clocksOf(asked), asked.veil);
    },
  },
  {
    method: 'GET',
    path: '/api/entities/:id',
    about: 'One of them: its names, a page of its claims, judgements and rivals; with without=rivals, not these, which want all names of the record',
    query: [...filters, 'skip', 'without'],
    answer: (casebook, asked) => {
      const { skip, without } = oneAsked.parse(asked.query);
      return (without === 'rivals' ? entityAlone : entity)(casebook, idOf(asked), filterOf(asked), skip);
    },
  },
  {
    method: 'GET',
    path: '/api/entities/:id/rivals',
    about: 'Who one of them may be besides, likeliest first, for a person to judge',
    answer: async (casebook, asked) => ({ rivals: await rivals(casebook, idOf(asked)) }),
  },
  {
    method: 'GET',
    path: '/api/entities/:id/place',
    about: 'Of a place: what it lies in and what lies in it as claims word it, and what the gazetteer has of such a name',
    query: CLOCKS,
    answer: (casebook, asked) => placeAround(casebook, idOf(asked), clocksOf(asked)),
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
    body: takingBack,
    answer: (casebook, { body }) => {
      const { entry, reason } = takingBack.parse(body);
      return undoJudgement(casebook, entry, reason ?? null);
    },
  },
];
