import { expect, it } from 'vitest';
import { compareAttributes } from './compare-attributes.ts';
import { on, told } from './told.test-data.ts';

const shown = (claims: Parameters<typeof compareAttributes>[0], name: string) =>
  compareAttributes(claims)
    .find((attribute) => attribute.name === name)
    ?.values.map(({ value, claims: by, agreement }) => `${value} (${by.length}) ${agreement}`);

it('of five claims that say June, one that says a day of June refines it, and one that says July contradicts it', () => {
  const june = ['a', 'b', 'c', 'd', 'e'].map((id) => told(id, { kind: 'plot', time: on('2017-06') }));
  const claims = [...june, told('day', { kind: 'plot', time: on('2017-06-27') }), told('july', { kind: 'plot', time: on('2017-07') })];
  expect(shown(claims, 'time')).toEqual(['2017-06 (5) agrees', '2017-06-27 (1) refines', '2017-07 (1) contradicts']);
});

it('names that may be one refine each other, others only differ: an event has several victims', () => {
  const claims = [
    told('a', { kind: 'killing', roles: { target: ['Homayun Rastegar'] } }),
    told('b', { kind: 'killing', roles: { target: ['Rastegar', 'Parvin Azadi'] } }),
  ];
  expect(shown(claims, 'target')).toEqual(['Homayun Rastegar (1) agrees', 'Rastegar (1) refines', 'Parvin Azadi (1) differs']);
});

it('numbers of one unit contradict each other, unless one is a bound', () => {
  const of = (...outcomes: readonly string[]) => outcomes.map((outcome, n) => told(`c${n}`, { kind: 'sentence', roles: { outcome: [outcome] } }));
  expect(shown(of('15 years', '18 years'), 'outcome')).toEqual(['15 years (1) agrees', '18 years (1) contradicts']);
  expect(shown(of('at least 1,900 people', '12,000 people'), 'outcome')).toEqual(['at least 1,900 people (1) agrees', '12,000 people (1) refines']);
  expect(shown(of('20 years', 'life imprisonment'), 'outcome')).toEqual(['20 years (1) agrees', 'life imprisonment (1) contradicts']);
});
