import { expect, it } from 'vitest';
import { entities } from './entities.ts';
import { placeAround } from './place-around.ts';
import { story, type Told } from './story.test-data.ts';

const REPORT: Told = {
  text: 'Nasrin Kiani was held at Evin Prison in Tehran. Omid Rastin was held in Tehran. Amir Sadrpour was beaten in Tripoli.',
  published: '2020-05-01',
  claims: [
    { words: 'Nasrin Kiani was held at Evin Prison in Tehran.', kind: 'detention', roles: { target: ['Nasrin Kiani'], place: ['Evin Prison in Tehran'] } },
    { words: 'Omid Rastin was held in Tehran.', kind: 'detention', roles: { target: ['Omid Rastin'], place: ['Tehran'] } },
    { words: 'Amir Sadrpour was beaten in Tripoli.', kind: 'torture', roles: { target: ['Amir Sadrpour'], place: ['Tripoli', 'Tehran'] } },
  ],
};

it('tells what a place lies in, and what lies in it, where words of claims say so; two places that are only named together are no part of each other', async () => {
  const { casebook } = await story([REPORT]);
  const idOf = async (label: string): Promise<string> => (await entities(casebook)).find((each) => each.label === label)?.id ?? '';
  const around = async (label: string, filter = {}) => placeAround(casebook, await idOf(label), filter);
  const prison = await around('Evin Prison in Tehran');
  expect(prison.lies.map(({ words, wider, claims }) => [words, wider, claims])).toEqual([['Evin Prison in Tehran', ['Tehran'], 1]]);
  expect(prison.holds).toEqual([]);
  const city = await around('Tehran');
  expect(city.lies).toEqual([]);
  expect(city.holds.map(({ id, words }) => [id, words])).toEqual([[await idOf('Evin Prison in Tehran'), 'Evin Prison in Tehran']]);
  expect(city.perhaps.map(({ words, places }) => [words, places.map(({ country }) => country)])).toEqual([['Tehran', ['IR']]]);
  expect(await around('Tripoli')).toMatchObject({ lies: [], holds: [] });
  expect(await around('Tehran', { saidBy: '2019' })).toEqual({ lies: [], holds: [], perhaps: [] });
});
