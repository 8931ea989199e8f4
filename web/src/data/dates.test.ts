import { expect, test } from 'vitest';
import { gregorianToJdn } from '../../../src/base/calendar.ts';
import { inBothCalendars, inOrder, placeInYear } from './dates.ts';
import { tongueOf } from './tongue.tsx';

const english = tongueOf('en');
const persian = tongueOf('fa');

test.each([
  ['2021-07-08', '8 July 2021', '17 Tir 1400'],
  ['2021-07', 'July 2021', 'Tir–Mordad 1400'],
  ['2022-03', 'March 2022', 'Esfand 1400 – Farvardin 1401'],
  ['1987', '1987', '1365–1366'],
  ['1988~', 'about 1988', 'about 1366–1367'],
  ['1988?', '1988, uncertain', '1366–1367, uncertain'],
  ['198X', 'the 1980s', '1358–1368'],
  ['2018-22', 'summer 2018', 'Khordad–Shahrivar 1397'],
  ['2021-10/..', 'since October 2021', 'since Mehr–Aban 1400'],
  ['../2021-10-01', 'until 1 October 2021', 'until 9 Mehr 1400'],
  ['2022-08-25/2022-08-31', '25 August 2022 – 31 August 2022', '3 Shahrivar 1401 – 9 Shahrivar 1401'],
  ['[1987,1988]', '1987 or 1988', '1365–1366 or 1366–1367'],
])('%s is read as it was meant, in both calendars', (edtf, gregorian, solarHijri) => {
  expect(inBothCalendars(edtf, english)).toEqual({ gregorian, solarHijri });
});

test('an interval that is one month or year of the Solar Hijri calendar is named as that', () => {
  expect(inBothCalendars('1987-06-22/1987-07-22', english)?.solarHijri).toBe('Tir 1366');
  expect(inBothCalendars('1987-03-21/1988-03-20', english)?.solarHijri).toBe('1366');
});

test('Persian reads the Solar Hijri calendar first, in its own digits', () => {
  const both = inBothCalendars('2022-09-16', persian);
  expect(both && inOrder(both, persian)).toEqual(['۲۵ شهریور ۱۴۰۱', '۱۶ سپتامبر ۲۰۲۲']);
});

test('what is no EDTF is not guessed at', () => {
  expect(inBothCalendars('last month', english)).toBeNull();
});

test('a year that the Solar Hijri arithmetic does not reach is given in one calendar', () => {
  expect(inBothCalendars('0044', english)).toEqual({ gregorian: '44', solarHijri: null });
});

test('a mark is as long as the part of the year that it covers', () => {
  const year = placeInYear(gregorianToJdn({ year: 1987, month: 1, day: 1 }), gregorianToJdn({ year: 1987, month: 12, day: 31 }), 1987);
  expect(year).toEqual({ from: 0, to: 1 });
  expect(placeInYear(-Infinity, gregorianToJdn({ year: 1987, month: 7, day: 2 }), 1987)).toEqual({ from: 0, to: 183 / 365 });
});
