import { describe, expect, it } from 'vitest';
import { gregorianToJdn, jdnToGregorian, jdnToSolarHijri, lunarHijriToJdns, solarHijriToJdn, weekday, type Day } from './calendar.ts';
import { isoDay } from './edtf.ts';

const day = (text: string): Day => {
  const [year = 0, month = 0, date = 0] = text.split('-').map(Number);
  return { year, month, day: date };
};

describe('a Solar Hijri date', () => {
  // Almanac dates, leap days among them.
  it.each([
    ['1300-01-01', '1921-03-21'],
    ['1357-11-22', '1979-02-11'],
    ['1360-03-30', '1981-06-20'],
    ['1366-12-30', '1988-03-20'],
    ['1367-01-01', '1988-03-21'],
    ['1367-06-01', '1988-08-23'],
    ['1388-03-22', '2009-06-12'],
    ['1399-12-30', '2021-03-20'],
    ['1401-06-25', '2022-09-16'],
    ['1403-12-30', '2025-03-20'],
  ])('%s is the Gregorian %s, both ways', (solar, gregorian) => {
    const jdn = solarHijriToJdn(day(solar));
    expect(jdn === null ? null : isoDay(jdn)).toBe(gregorian);
    expect(jdnToSolarHijri(jdn ?? 0)).toEqual(day(solar));
  });

  it.each(['1367-12-30', '1368-12-30', '1367-07-31', '1367-13-01'])('%s is no day', (solar) => {
    expect(solarHijriToJdn(day(solar))).toBeNull();
  });

  it('agrees with ICU on every day from 1800 to 2099', () => {
    const format = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', { timeZone: 'UTC', year: 'numeric', month: 'numeric', day: 'numeric' });
    const differ: number[] = [];
    for (let jdn = gregorianToJdn(day('1800-01-01')); jdn <= gregorianToJdn(day('2099-12-31')); jdn++) {
      const parts = format.formatToParts((jdn - 2440588) * 86_400_000 + 43_200_000);
      const part = (type: string): number => Number.parseInt(parts.find((each) => each.type === type)?.value ?? '', 10);
      const mine = jdnToSolarHijri(jdn);
      if (mine.year !== part('year') || mine.month !== part('month') || mine.day !== part('day')) differ.push(jdn);
    }
    expect(differ).toEqual([]);
  });
});

describe('a Gregorian day', () => {
  it('comes back from its Julian day number, before the year 1 too', () => {
    for (const text of ['-0044-03-15', '0000-02-29', '1582-10-15', '2000-02-29', '2026-11-21']) {
      const [, sign = '', rest = ''] = /^(-?)(.*)$/.exec(text) ?? [];
      const date = { ...day(rest), year: Number(`${sign}${rest.slice(0, 4)}`) || 0 };
      expect(jdnToGregorian(gregorianToJdn(date))).toEqual(date);
    }
  });

  it('falls on the right day of the week', () => {
    expect(weekday(gregorianToJdn(day('1988-08-23')))).toBe(1); // a Tuesday
  });
});

describe('a lunar Hijri date', () => {
  it('is an interval that holds what each variant of the calendar says', () => {
    const span = lunarHijriToJdns({ year: 1408, month: 12, day: 14 });
    expect(span && [isoDay(span.first), isoDay(span.last)]).toEqual(['1988-07-27', '1988-07-30']);
  });

  it('that no variant has is none', () => {
    expect(lunarHijriToJdns({ year: 1408, month: 12, day: 31 })).toBeNull();
  });
});
