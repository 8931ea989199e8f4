import { expect, it } from 'vitest';
import { parseEdtf } from '../../../src/base/edtf.ts';
import { ticksOf, type Calendar } from './ticks.ts';

const shown = (edtf: string, calendar: Calendar): readonly string[] => {
  const { first, last } = parseEdtf(edtf);
  const ticks = ticksOf({ first, days: last - first + 1 }, 1000, 80, calendar);
  return ticks.map(({ of, date: { year, month, day } }) => (of === 'year' ? `${year}` : of === 'month' ? `${year}-${month}` : `${year}-${month}-${day}`));
};

it('has lines for decades, years, months or days, as there is room', () => {
  expect(shown('1950/2039', 'gregorian')).toEqual(['1950', '1960', '1970', '1980', '1990', '2000', '2010', '2020', '2030']);
  expect(shown('1988/1990', 'gregorian')).toEqual(['1988', '1988-4', '1988-7', '1988-10', '1989', '1989-4', '1989-7', '1989-10', '1990', '1990-4', '1990-7', '1990-10']); // prettier-ignore
  expect(shown('1988-07-28/1988-08-05', 'gregorian')).toEqual(['1988-7-28', '1988-7-29', '1988-7-30', '1988-7-31', '1988-8', '1988-8-2', '1988-8-3', '1988-8-4', '1988-8-5']); // prettier-ignore
});

it('no line stands near the end of a month, where that of the next would lie over it', () => {
  expect(shown('1988-07-01/1988-08-31', 'gregorian')).toEqual(['1988-7', '1988-7-6', '1988-7-11', '1988-7-16', '1988-7-21', '1988-7-26', '1988-8', '1988-8-6', '1988-8-11', '1988-8-16', '1988-8-21', '1988-8-26']); // prettier-ignore
});

it('a year of the Solar Hijri calendar begins in March', () => {
  expect(shown('1988', 'solarHijri')).toEqual(['1366-11', '1366-12', '1367', '1367-2', '1367-3', '1367-4', '1367-5', '1367-6', '1367-7', '1367-8', '1367-9', '1367-10']); // prettier-ignore
});

it('before its arithmetic begins that calendar has no lines', () => {
  expect(shown('0300/0400', 'solarHijri')).toEqual([]);
});
