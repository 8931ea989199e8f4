import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readEdtf } from '../../../src/base/edtf.ts';
import type { Mark } from '../../../src/model/timeline.ts';
import { extentOf, LEAST_WIDTH, packLanes, scaleOf } from './pack-lanes.ts';

const mark = (first: number | null, last: number | null, hedge: Mark['hedge'] = ''): Mark => ({ id: `${first} ${last}`, kind: 'arrest', status: 'recorded', first, last, hedge }); // prettier-ignore
const on = (edtf: string): Mark => {
  const { first, last } = readEdtf(edtf) ?? { first: 0, last: 0 };
  return mark(Number.isFinite(first) ? first : null, Number.isFinite(last) ? last : null, edtf.endsWith('~') ? '~' : '');
};

it('a mark is as long as its time is inexact: a day a day, a month a month, a year a year', () => {
  const days = ['1988-07-28', '1988-07', '1988'].map((edtf) => extentOf(on(edtf), 1)).map(({ from, to }) => to - from);
  expect(days).toEqual([1, 31, 366]);
});

it('"about" reaches its own length to either side, and what is open goes on until it has faded', () => {
  expect(extentOf(on('1988~'), 1).whiskers).toBe(366);
  const { from, to } = extentOf(on('2021-10/..'), 2);
  expect([from, to - from]).toEqual([readEdtf('2021-10')?.first, 24]);
  const until = extentOf(on('../1980'), 2);
  expect(until.to).toBe((readEdtf('1980')?.last ?? 0) + 1);
});

it('those that lie apart share a lane, and those that meet do not', () => {
  const { lanes, used, left } = packLanes(['1987', '1988-01', '1988-07-28', '1988-07-28', '1990'].map(on), 1, 9);
  expect([...lanes]).toEqual([0, 1, 0, 1, 0]);
  expect([used, left]).toEqual([2, 0]);
});

it('what no lane has room for is counted', () => {
  const { lanes, left } = packLanes(['1988', '1988', '1988', '1990'].map(on), 1, 2);
  expect([...lanes]).toEqual([0, 1, -1, 0]);
  expect(left).toBe(1);
});

it('at no scale that they are good for do two in one lane lie over each other', () => {
  const marks = fc.array(fc.tuple(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 0, max: 400 }), fc.constantFrom('' as const, '~' as const)), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(marks, fc.double({ min: 0.05, max: 20, noNaN: true }), (drawn, pixelsOfADay) => {
      const all = drawn.map(([first, length, hedge]) => mark(first, first + length, hedge)).toSorted((a, b) => (a.first ?? 0) - (b.first ?? 0));
      const { lanes } = packLanes(all, scaleOf(pixelsOfADay), 100);
      const ends = new Map<number, number>();
      all.forEach((each, n) => {
        const { from, to, whiskers } = extentOf(each, pixelsOfADay);
        const lane = lanes[n] ?? -1;
        expect(from - whiskers).toBeGreaterThanOrEqual(ends.get(lane) ?? -Infinity);
        ends.set(lane, Math.max(to + whiskers, from + LEAST_WIDTH / pixelsOfADay));
      });
    }),
    { numRuns: 100 },
  );
});
