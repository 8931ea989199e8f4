// The API of the map: the places that claims name, and the claims of one of them.
import { z } from 'zod';
import { placeClaims, placeMap, type MapAsked } from '../desk/place-map.ts';
import { soughtAs } from '../desk/search-veiled.ts';
import { FAMILIES } from '../model/vocabulary.ts';
import { filterOf, filters, type Asked, type Route } from './route.ts';

const yes = z.literal('yes').optional();
const asking = z.object({ families: z.string().optional(), 'recorded-only': yes, sensitive: yes });
const choosing = z.object({ place: z.string().max(1_000), skip: z.coerce.number().int().min(0).default(0) });

function mapOf({ query }: Asked): MapAsked {
  const { families, 'recorded-only': recordedOnly, sensitive } = asking.parse(query);
  const named = families === undefined ? null : FAMILIES.filter((family) => families.split(',').includes(family));
  return { families: named, recordedOnly: recordedOnly === 'yes', sensitive: sensitive === 'yes' };
}

const narrowing = ['families', 'recorded-only', 'sensitive', ...filters] as const;

export const MAP_ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/map',
    about: 'The places that claims name, with where a place of that name lies; what is restricted or hidden only with sensitive=yes',
    query: narrowing,
    answer: (casebook, asked) => placeMap(casebook, mapOf(asked), filterOf(asked)),
  },
  {
    method: 'GET',
    path: '/api/map/claims',
    about: 'The claims that name one place of the map',
    query: ['place', 'skip', ...narrowing],
    answer: (casebook, asked) => {
      const { place, skip } = choosing.parse(asked.query);
      return placeClaims(casebook, soughtAs(place, asked.veil), skip, mapOf(asked), filterOf(asked));
    },
  },
];
