import { expect, it } from 'vitest';
import { buildPlaceMap, placerOf, type PlaceTally, type WholeRow } from './build-place-map.ts';
import file from './gazetteer.json' with { type: 'json' };
import { readGazetteer } from './gazetteer.ts';

const gazetteer = readGazetteer(file);

const tally = (places: readonly (string | readonly [string, string])[], claims = 1, status: PlaceTally['status'] = 'recorded'): PlaceTally => ({
  places: places.map((place) => (typeof place === 'string' ? { words: place, group: null } : { words: place[0], group: place[1] })),
  status,
  claims,
});

/** Of each row the place that it leads to, the recorded and suggested claims, and its words. */
const told = (tallies: readonly PlaceTally[]): readonly string[] =>
  buildPlaceMap(tallies, placerOf(tallies, gazetteer)).map(
    ({ places, by, recorded, suggested, words }: WholeRow) =>
      `${places.map(({ name, country }) => name ?? country).join(' or ') || 'off the map'} ${by ?? ''} ${recorded}+${suggested}: ${[...words.keys()].join(', ')}`,
  );

it('puts what several forms of a name lead to in one row, each form with what it is', () =>
  expect(told([tally(['Tehran'], 3), tally(['Evin prison, Tehran'], 2), tally(['تهران'], 1), tally(['Tehran'], 4, 'suggested')])).toEqual([
    'Tehran words 6+4: Tehran, Evin prison, Tehran, تهران',
  ]));

it('counts a claim that names a place twice once', () =>
  expect(told([tally(['Tehran', 'Evin prison, Tehran'])])).toEqual(['Tehran words 1+0: Tehran, Evin prison, Tehran']));

it('keeps a name of several places apart from the one of them that a claim means', () =>
  expect(told([tally(['Tripoli'], 3), tally(['Tripoli, Lebanon'], 2), tally(['Tripoli', 'Libya'], 1)])).toEqual([
    'Tripoli or Tripoli or Trípoli words 3+0: Tripoli',
    'Tripoli words 2+0: Tripoli, Lebanon',
    'LY words 1+0: Libya',
    'Tripoli words 1+0: Tripoli',
  ]));

it('goes by what people hold to be one place, also where a name says nothing by itself', () =>
  expect(told([tally([['Tripoli', 'n_1']], 3), tally([['Tripoli, Lebanon', 'n_1']], 2), tally([['the old fort', 'n_1']])])).toEqual([
    'Tripoli words 6+0: Tripoli, Tripoli, Lebanon, the old fort',
  ]));

it('does not choose where names that are held to be one lead to several places', () =>
  expect(told([tally([['Tripoli, Libya', 'n_1']]), tally([['Tripoli, Lebanon', 'n_1']]), tally([['the old fort', 'n_1']])])).toEqual([
    'Tripoli words 1+0: Tripoli, Libya',
    'Tripoli words 1+0: Tripoli, Lebanon',
    'off the map  1+0: the old fort',
  ]));

it('lists what the gazetteer does not have by its words', () =>
  expect(told([tally(['Sangtarash prison'], 2), tally(['sangtarash Prison'], 1)])).toEqual(['off the map  3+0: Sangtarash prison, sangtarash Prison']));
