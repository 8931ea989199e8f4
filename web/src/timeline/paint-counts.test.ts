import { expect, it } from 'vitest';
import { parseEdtf } from '../../../src/base/edtf.ts';
import { columnsOf, highest } from './paint-counts.ts';

const count = (edtf: string, recorded: number, suggested = 0) => {
  const { first, last } = parseEdtf(edtf);
  return { first, last, recorded, suggested };
};

it('area is number: what is told by the year alone lies under the months of that year, as thin as it is long', () => {
  const [year, june, next] = columnsOf([count('2001', 365), count('2001-06', 60), count('2002-06', 30, 30)]);
  expect([year?.base, year?.density, year?.isCoarse]).toEqual([0, 1, true]);
  expect([june?.base, june?.density, june?.isCoarse]).toEqual([1, 2, false]);
  expect([next?.base, next?.density]).toEqual([0, 2]);
});

it('a month lies under its days, and its year under both', () => {
  const columns = columnsOf([count('2001', 365), count('2001-06', 30), count('2001-06-03', 4)]);
  expect(columns.map(({ base }) => base)).toEqual([0, 1, 2]);
  expect(highest(columns)).toBe(6);
});
