import { describe, expect, it } from 'vitest';
import { buildTimeline } from './build-timeline.ts';
import { selectClaims } from './select-claims.ts';
import { on, told } from './told.test-data.ts';

const claims = [
  told('appeal', { kind: 'appeal', time: on('2022-12-17'), saidOn: '2022-12-17' }),
  told('killing', { kind: 'execution', time: on('1987'), roles: { place: ['Sangtarash'] }, saidOn: '2019-08-01' }),
  told('letter', { kind: 'letter', time: on('2019-10-09'), saidOn: null }),
  told('vague', { kind: 'arrest', time: { text: 'recently', edtf: null }, saidOn: '2018-11' }),
  told('day', { kind: 'execution', time: on('1987-07-28'), saidOn: '2021' }),
];

describe('the timeline', () => {
  it('orders by first day, and keeps a year as long as it is', () => {
    const { dated, undated } = buildTimeline(claims);
    expect(dated.map(({ claim, first, last }) => `${claim.id} ${first} ${last}`)).toEqual([
      'killing 1987-01-01 1987-12-31',
      'day 1987-07-28 1987-07-28',
      'letter 2019-10-09 2019-10-09',
      'appeal 2022-12-17 2022-12-17',
    ]);
    expect(undated.map(({ id }) => id)).toEqual(['vague']);
  });
});

it('of what begins on one day the shortest comes first, and what has no end last', () => {
  const since = ['1987/..', '1987', '1987-01', '1987-01-01', '../1987-01-01'].map((edtf) => told(edtf, { kind: 'attack', time: on(edtf) }));
  expect(buildTimeline(since).dated.map(({ claim }) => claim.id)).toEqual(['1987-01-01', '1987-01', '1987', '1987/..', '../1987-01-01']);
});

describe('a filter', () => {
  const ids = (filter: Parameters<typeof selectClaims>[1]): readonly string[] => selectClaims(claims, filter).map(({ id }) => id);

  it('by when it happened keeps what can have happened then', () => {
    expect(ids({ at: '1987-07' })).toEqual(['killing', 'day']);
  });

  it('by when it was said keeps what was said then or before, and no document without a date', () => {
    expect(ids({ saidBy: '2019' })).toEqual(['killing', 'vague']);
  });

  it('by a name looks at roles and speakers', () => {
    expect(ids({ entity: 'Sangtarash' })).toEqual(['killing']);
  });
});
