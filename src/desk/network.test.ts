// What is drawn without the words of claims is what is drawn of the claims themselves.
import { expect, it } from 'vitest';
import { entities } from './entities.ts';
import { judge } from './judge.ts';
import { network } from './network.ts';
import { story, type Told } from './story.test-data.ts';

/** Two reports of one man: a post, an arrest by a body, a charge that is denied, a harm with two others; and a protest, which ties nobody. */
const REPORTS: readonly Told[] = [
  {
    text: 'Mansour Raufian commands the Holmvik Bureau. The Holmvik Bureau arrested Kamran Sohrabzadeh on 3 May 2018. Students marched with Kamran Sohrabzadeh.',
    published: '2018-06',
    claims: [
      { kind: 'command', words: 'commands the Holmvik Bureau', roles: { actor: ['Mansour Raufian'], organization: ['Holmvik Bureau'] } },
      { kind: 'arrest', words: 'arrested Kamran Sohrabzadeh', roles: { actor: ['Holmvik Bureau'], target: ['Kamran Sohrabzadeh'] }, time: { text: '3 May 2018', edtf: '2018-05-03' } },
      { kind: 'protest', words: 'Students marched', roles: { actor: ['students', 'Kamran Sohrabzadeh'] } },
    ],
  },
  {
    text: 'No court charged Sohrabzadeh. Mansour Raufian beat Sohrabzadeh and Homayun Rastegar.',
    published: '2020',
    claims: [
      { kind: 'charge', words: 'No court charged Sohrabzadeh', roles: { actor: ['Holmvik court'], target: ['Sohrabzadeh'] }, modality: 'denied' },
      { kind: 'torture', words: 'beat Sohrabzadeh and Homayun Rastegar', roles: { actor: ['Mansour Raufian'], target: ['Sohrabzadeh', 'Homayun Rastegar'] }, saidBy: ['a guard'] },
    ],
  },
]; // prettier-ignore

it('around one, and the way to another, are the same whether or not a clock wants the claims whole', async () => {
  const { casebook } = await story(REPORTS);
  const rows = await entities(casebook);
  const ids = rows.filter(({ label }) => label.includes('Sohrabzadeh')).map(({ id }) => id);
  await judge(casebook, ids, 'same', 'one prisoner');
  const [of = ''] = ids;
  const to = rows.find(({ label }) => label === 'Homayun Rastegar')?.id ?? '';
  for (const asked of [
    { of, to: null, depth: 1 },
    { of, to: null, depth: 2 },
    { of, to, depth: null },
  ]) {
    const found = await network(casebook, asked, {});
    expect(found.edges.length).toBeGreaterThan(0);
    expect(found).toEqual(await network(casebook, asked, { saidBy: '2030' }));
  }
});

it('of many ties gives those of most claims, says how many there are, and leaves the claims out where they are not asked for', async () => {
  const { casebook } = await story(REPORTS);
  const asked = { of: null, to: null, depth: null };
  const whole = await network(casebook, asked, {});
  const { edges, nodes, claims, all } = await network(casebook, { ...asked, most: 1, bare: true }, {});
  expect(edges).toEqual(whole.edges.slice(0, 1));
  expect(new Set(nodes.map(({ id }) => id))).toEqual(new Set([edges[0]?.from, edges[0]?.to]));
  expect([claims, all]).toEqual([[], { nodes: whole.nodes.length, edges: whole.edges.length }]);
});
