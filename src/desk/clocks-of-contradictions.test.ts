// Rulings, names and judgements stand under --known-by as they stood then, on each list.
import { expect, it } from 'vitest';
import { contradictions, rule, undoRuling } from './contradictions.ts';
import { entities, entity } from './entities.ts';
import { judge } from './judge.ts';
import { matrixBy } from './matrix.ts';
import { search } from './search.ts';
import { story } from './story.test-data.ts';

it('what was ruled, joined and named later is not known earlier', async () => {
  const arrest = (known: string, day: string) => ({
    text: `Kamran Sohrabzadeh was tortured on ${day}.`, published: '2019', known,
    claims: [{ kind: 'torture' as const, words: 'Kamran Sohrabzadeh was tortured', roles: { target: ['Kamran Sohrabzadeh'], place: ['Holmvik'] }, time: { text: day, edtf: day } }],
  }); // prettier-ignore
  const { casebook, claims } = await story([arrest('2024-01-01', '2018-06-03'), arrest('2024-03-01', '2018-06-04')]);
  await judge(casebook, claims.map(({ id }) => id), 'same', 'one day'); // prettier-ignore
  const [found] = await contradictions(casebook);
  const ruled = await rule(casebook, found?.id ?? '', 'right is wrong', 'the court file gives the date');
  const day = casebook.now.toISOString().slice(0, 10);
  expect(await contradictions(casebook, { knownBy: '2024-02' })).toEqual([]);
  expect((await contradictions(casebook, { knownBy: day }))[0]).toMatchObject({ open: false, rulings: [{ ruling: 'right is wrong', undone: false }] });
  expect((await undoRuling(casebook, ruled.rulings[0]?.entry ?? '', 'the file is of another')).undone).toBe(true);
  expect((await contradictions(casebook))[0]?.open).toBe(true);

  const then = await entities(casebook, null, { knownBy: '2024-02' });
  expect(then.map(({ label, claims: many }) => `${label}: ${many}`).toSorted()).toEqual(['Holmvik: 1', 'Kamran Sohrabzadeh: 1']);
  const later = (await entities(casebook, 'Sohrabzadeh')).map(({ id }) => id);
  expect(later).toHaveLength(2);
  const known = await Promise.all(later.map((id) => entity(casebook, id, { knownBy: '2024-02' }).then(() => 'named', () => 'not yet'))); // prettier-ignore
  expect(known.toSorted()).toEqual(['named', 'not yet']);
  expect((await search(casebook, 'Sohrabzadeh', { knownBy: '2024-02' })).entities).toHaveLength(1);
  const by = await matrixBy(casebook, 'place', { knownBy: '2024-02', status: 'recorded' });
  expect([by.asOf, by.rows.map(({ label, harms }) => [label, harms.length])]).toEqual(['2024-02-29', [['Holmvik', 1]]]);
});
