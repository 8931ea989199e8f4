// Facets count what a search found, value by value.
import { expect, it } from 'vitest';
import { countFacets } from './count-facets.ts';
import { on, told } from './told.test-data.ts';

const documents = new Map([['d_1', { publisher: 'Holmvik Posten', language: 'sv-SE' }]]);
const of = (claims: Parameters<typeof countFacets>[0]) =>
  Object.fromEntries(countFacets(claims, (id) => documents.get(id)).map(({ name, values }) => [name, values.map(({ value, count }) => `${value} ${count}`)]));

it('has of each facet the values that claims have, the most first, and says nothing where nothing is said', () => {
  const claims = [
    told('s_1', { kind: 'charge', document: 'd_1', saidBy: ['The Herald', 'a prosecutor'], time: on('2021-03') }),
    told('s_2', { kind: 'charge', document: 'd_2', modality: 'alleged', time: on('2020/2022') }),
    told('s_3', { kind: 'killing', document: 'd_1', time: on('2021') }),
  ];
  expect(of(claims)).toEqual({
    kind: ['charge 2', 'killing 1'],
    family: ['justice 2', 'harm 1'],
    speaker: ['The Herald 1', 'a prosecutor 1'],
    publisher: ['Holmvik Posten 2'],
    origin: ['Holmvik Posten 1', 'a prosecutor 1'],
    language: ['sv 2'],
    year: ['2021 2'],
    stage: ['charge 1'],
    reviewed: ['no 3'],
  });
  expect(of([])).toEqual({});
});
