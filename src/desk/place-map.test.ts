// The map told as a story: four reports about places of one name and of many.
import { expect, it } from 'vitest';
import type { PlaceMap } from '../model/place-map.ts';
import { stateCare } from './care.ts';
import type { Casebook } from './casebook.ts';
import { judge, undoJudgement } from './judge.ts';
import { placeClaims, placeMap, type MapAsked } from './place-map.ts';
import { NOTHING_LEFT_OUT } from './sensitive.ts';
import { readSuggestedPlaces } from '../views/read-places.ts';
import { story, type Told } from './story.test-data.ts';

const TEHRAN: Told = {
  text: 'Nasrin Kiani was held at Evin Prison in Tehran in 2019. She was sentenced in Tehran in 2020.',
  published: '2020-05-01',
  known: '2026-01-01',
  claims: [
    {
      words: 'Nasrin Kiani was held at Evin Prison in Tehran in 2019.',
      kind: 'detention',
      roles: { target: ['Nasrin Kiani'], place: ['Evin Prison in Tehran'] },
      time: { text: '2019', edtf: '2019' },
    },
    {
      words: 'She was sentenced in Tehran in 2020.',
      kind: 'sentence',
      roles: { target: ['Nasrin Kiani'], place: ['Tehran'] },
      time: { text: '2020', edtf: '2020' },
    },
  ],
};

const TRIPOLI: Told = {
  text: 'Mehrdad Golabi was beaten in Tripoli. He was then released in Tripoli, Lebanon. The guards of the old fort were relieved.',
  published: '2021',
  known: '2026-02-01',
  claims: [
    { words: 'Mehrdad Golabi was beaten in Tripoli.', kind: 'torture', roles: { target: ['Mehrdad Golabi'], place: ['Tripoli'] } },
    { words: 'He was then released in Tripoli, Lebanon.', kind: 'release', roles: { target: ['Mehrdad Golabi'], place: ['Tripoli, Lebanon'] } },
    { words: 'The guards of the old fort were relieved.', kind: 'statement', roles: { place: ['the old fort'] } },
  ],
};

const ALL: MapAsked = { families: null, recordedOnly: true, sensitive: false };

const lines = ({ found, others }: PlaceMap): readonly string[] => [
  ...found.map(({ places, recorded }) => `${places.map(({ name, country }) => `${name ?? ''} ${country}`.trim()).join(' or ')}: ${recorded}`),
  ...others.map(({ words, recorded }) => `off the map, ${words.map((each) => each.words).join(', ')}: ${recorded}`),
];

const mapLines = async (casebook: Casebook, asked: Partial<MapAsked> = {}, filter = {}) => lines(await placeMap(casebook, { ...ALL, ...asked }, filter));

const ANY_TRIPOLI = 'Tripoli LY or Tripoli LB or Trípoli GR';

it('shows where the names that claims give may lead, by kind and under each of the clocks, and gives the claims of each', async () => {
  const { casebook } = await story([TEHRAN, TRIPOLI]);
  expect(await mapLines(casebook)).toEqual(['Tehran IR: 2', `${ANY_TRIPOLI}: 1`, 'Tripoli LB: 1', 'off the map, the old fort: 1']);
  expect(await mapLines(casebook, { families: ['harm'] })).toEqual(['Tehran IR: 1', `${ANY_TRIPOLI}: 1`]);
  expect(await mapLines(casebook, {}, { kind: 'sentence' })).toEqual(['Tehran IR: 1']);
  expect(await mapLines(casebook, {}, { at: '2019' })).toEqual(['Tehran IR: 1']);
  expect(await mapLines(casebook, {}, { saidBy: '2020-12' })).toEqual(['Tehran IR: 2']);
  expect(await mapLines(casebook, {}, { knownBy: '2026-01-15' })).toEqual(['Tehran IR: 2']);

  const { row, claims, total } = await placeClaims(casebook, 'g112931', 0, ALL);
  expect(claims.map(({ quote }) => quote.exact)).toEqual(TEHRAN.claims.map(({ words }) => words));
  expect(row.words.map(({ words }) => words)).toEqual(['Evin Prison in Tehran', 'Tehran']);
  expect(total).toBe(2);
  expect((await placeClaims(casebook, 'g112931', 1, ALL)).claims).toHaveLength(1);
  expect((await placeClaims(casebook, 'g112931', 0, ALL, { at: '2020' })).claims).toHaveLength(1);
  expect((await placeClaims(casebook, 'g266826', 0, ALL)).claims.map(({ kind }) => kind)).toEqual(['release']);
  const [fort] = (await placeMap(casebook, ALL)).others;
  expect((await placeClaims(casebook, fort?.id ?? '', 0, ALL)).claims.map(({ kind }) => kind)).toEqual(['statement']);
  expect(fort?.id).not.toContain('fort');
  await expect(placeClaims(casebook, 'g1', 0, ALL)).rejects.toMatchObject({ code: 'not-found' });

  // Suggestions are counted apart; and what is counted of what is kept is what is counted of claims that are read one by one.
  const all = await placeMap(casebook, { ...ALL, recordedOnly: false });
  expect(all.found.map(({ recorded, suggested }) => [recorded > 0, suggested > 0])).toContainEqual([true, true]);
  expect(all.withoutSuggestions).toBe(false);
  expect(await readSuggestedPlaces(casebook.store.reads, NOTHING_LEFT_OUT, 0)).toBeNull();
  expect(await placeMap(casebook, { ...ALL, recordedOnly: false }, { knownBy: '2030' })).toEqual(all);
  for (const each of all.found) {
    const given = await placeClaims(casebook, each.id, 0, { ...ALL, recordedOnly: false });
    expect(given.claims).toHaveLength(each.recorded + each.suggested);
    const read = await placeClaims(casebook, each.id, 0, { ...ALL, recordedOnly: false }, { knownBy: '2030' });
    expect(new Set(read.claims.map(({ id }) => id))).toEqual(new Set(given.claims.map(({ id }) => id)));
  }
});

it('goes by what people hold to be one place, and no more once that is taken back', async () => {
  const { casebook } = await story([TRIPOLI]);
  const names = await casebook.store.reads.selectFrom('name').select('id').where('label', 'like', 'Tripoli%').execute();
  const [joined] = await judge(casebook, names.map(({ id }) => id), 'same', 'the report means the one in Lebanon'); // prettier-ignore
  const together = ['Tripoli LB: 2', 'off the map, the old fort: 1'];
  expect(await mapLines(casebook)).toEqual(together);
  expect(await mapLines(casebook, {}, { knownBy: '2030' })).toEqual(together);
  await undoJudgement(casebook, joined?.entry ?? '', 'too soon');
  expect(await mapLines(casebook)).toEqual([`${ANY_TRIPOLI}: 1`, 'Tripoli LB: 1', 'off the map, the old fort: 1']);
});

it('leaves out what is restricted and who is hidden, with every count and claim of them, until somebody asks for it', async () => {
  const { casebook, claims } = await story([TEHRAN, TRIPOLI]);
  const both = async (): Promise<readonly (readonly string[])[]> => [await mapLines(casebook), await mapLines(casebook, {}, { knownBy: '2030' })];
  await stateCare(casebook, claims[0]?.document ?? '', { sensitivity: 'restricted' }, 'asked for');
  const tripoli = [`${ANY_TRIPOLI}: 1`, 'Tripoli LB: 1', 'off the map, the old fort: 1'];
  expect(await both()).toEqual([tripoli, tripoli]);
  await expect(placeClaims(casebook, 'g112931', 0, ALL)).rejects.toMatchObject({ code: 'not-found' });
  expect(await mapLines(casebook, { sensitive: true })).toContain('Tehran IR: 2');
  expect((await placeClaims(casebook, 'g112931', 0, { ...ALL, sensitive: true })).total).toBe(2);

  const { id } = await casebook.store.reads.selectFrom('name').select('id').where('label', '=', 'Mehrdad Golabi').executeTakeFirstOrThrow();
  await stateCare(casebook, id, { sensitivity: 'hidden' }, 'threatened');
  const fort = ['off the map, the old fort: 1'];
  expect(await both()).toEqual([fort, fort]);
  const proposed = await placeMap(casebook, { ...ALL, recordedOnly: false });
  expect(proposed.found).toEqual([]);
});
