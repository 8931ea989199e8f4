// Calendars, by arithmetic, so that a day is the same day on every machine. A day is a Julian day number: whole days,
// no zone, no hour. Gregorian is proleptic; years are astronomical (0 is 1 BC).
// Sources: Reingold & Dershowitz for the Gregorian; Borkowski (1996) for the Solar Hijri leap years, the rule that
// jalaali-js and ICU's arithmetic agree on from 1800 to 2099.

export type Day = { readonly year: number; readonly month: number; readonly day: number };

export function gregorianToJdn({ year, month, day }: Day): number {
  const shift = Math.floor((14 - month) / 12);
  const y = year + 4800 - shift;
  const m = month + 12 * shift - 3;
  return day + Math.floor((153 * m + 2) / 5) + 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) - 32045;
}

export function jdnToGregorian(jdn: number): Day {
  const a = jdn + 32044;
  const century = Math.floor((4 * a + 3) / 146097);
  const c = a - Math.floor((146097 * century) / 4);
  const d = Math.floor((4 * c + 3) / 1461);
  const e = c - Math.floor((1461 * d) / 4);
  const m = Math.floor((5 * e + 2) / 153);
  return {
    day: e - Math.floor((153 * m + 2) / 5) + 1,
    month: m + 3 - 12 * Math.floor(m / 10),
    year: 100 * century + d - 4800 + Math.floor(m / 10),
  };
}

export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Days in a Gregorian month, 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 ? (isLeapYear(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** 0 is Monday, 6 Sunday. */
export const weekday = (jdn: number): number => ((jdn % 7) + 7) % 7;

/** Years in which the 33-year cycle of leap years breaks (Borkowski). */
const BREAKS = [-61, 9, 38, 199, 426, 686, 756, 818, 1111, 1181, 1210, 1635, 2060, 2097, 2192, 2262, 2324, 2394, 2456, 3178];

/** Where a Solar Hijri year begins: its place after the last leap year (0 is leap), and 1 Farvardin as a day of March. */
function solarHijriYear(year: number): { readonly sinceLeap: number; readonly gregorianYear: number; readonly march: number } {
  if (year < -61 || year >= 3178) throw new RangeError(`Solar Hijri year ${year} is outside -61 to 3177`);
  const gregorianYear = year + 621;
  let leaps = -14;
  let start = BREAKS[0] ?? 0;
  let jump = 0;
  for (const next of BREAKS.slice(1)) {
    jump = next - start;
    if (year < next) break;
    leaps += Math.floor(jump / 33) * 8 + Math.floor((jump % 33) / 4);
    start = next;
  }
  let n = year - start;
  leaps += Math.floor(n / 33) * 8 + Math.floor(((n % 33) + 3) / 4);
  if (jump % 33 === 4 && jump - n === 4) leaps += 1;
  const gregorianLeaps = Math.floor(gregorianYear / 4) - Math.floor(((Math.floor(gregorianYear / 100) + 1) * 3) / 4) - 150;
  if (jump - n < 6) n = n - jump + Math.floor((jump + 4) / 33) * 33;
  const turn = (((((n + 1) % 33) - 1) % 4) + 4) % 4;
  const sinceLeap = n + 1 === 0 || (n + 1) % 33 === 0 ? 4 : turn;
  return { sinceLeap, gregorianYear, march: 20 + leaps - gregorianLeaps };
}

export const isSolarHijriLeapYear = (year: number): boolean => solarHijriYear(year).sinceLeap === 0;

/** Days in a Solar Hijri month, 1 to 12. */
export function daysInSolarHijriMonth(year: number, month: number): number {
  if (month <= 6) return 31;
  return month < 12 || isSolarHijriLeapYear(year) ? 30 : 29;
}

/** Null where there is no such day, as 30 Esfand of a common year. */
export function solarHijriToJdn({ year, month, day }: Day): number | null {
  if (month < 1 || month > 12 || day < 1 || day > daysInSolarHijriMonth(year, month)) return null;
  const { gregorianYear, march } = solarHijriYear(year);
  const newYear = gregorianToJdn({ year: gregorianYear, month: 3, day: march });
  return newYear + (month - 1) * 31 - Math.floor(month / 7) * (month - 7) + day - 1;
}

export function jdnToSolarHijri(jdn: number): Day {
  let year = jdnToGregorian(jdn).year - 621;
  let newYear = solarHijriToJdn({ year, month: 1, day: 1 }) ?? 0;
  if (jdn < newYear) newYear = solarHijriToJdn({ year: --year, month: 1, day: 1 }) ?? 0;
  const after = jdn - newYear;
  if (after < 186) return { year, month: 1 + Math.floor(after / 31), day: 1 + (after % 31) };
  return { year, month: 7 + Math.floor((after - 186) / 30), day: 1 + ((after - 186) % 30) };
}

/** The variants of the lunar calendar that ICU computes; none of them is right everywhere, so a date is all of them. */
const LUNAR_VARIANTS = ['islamic-umalqura', 'islamic-civil', 'islamic-tbla'] as const;

/**
 * The days that a lunar Hijri date may be: from the earliest to the latest of three variants, and a day on either side
 * for a moon seen early or late. Null where no variant has such a date near.
 */
export function lunarHijriToJdns({ year, month, day }: Day): { readonly first: number; readonly last: number } | null {
  // The civil calendar's mean: 30-year cycles of 10,631 days from 16 July 622 (Julian), JDN 1948440.
  const guess = 1948440 + Math.floor(((year - 1) * 10631) / 30) + Math.ceil(29.5 * (month - 1)) + day - 1;
  const found: number[] = [];
  for (const variant of LUNAR_VARIANTS) {
    for (let jdn = guess - 4; jdn <= guess + 4; jdn++) {
      const seen = lunarDay(jdn, variant);
      if (seen.year === year && seen.month === month && seen.day === day) found.push(jdn);
    }
  }
  return found.length === 0 ? null : { first: Math.min(...found) - 1, last: Math.max(...found) + 1 };
}

const lunarFormats = new Map<string, Intl.DateTimeFormat>();

function lunarDay(jdn: number, variant: (typeof LUNAR_VARIANTS)[number]): Day {
  let format = lunarFormats.get(variant);
  if (!format) {
    format = new Intl.DateTimeFormat(`en-u-ca-${variant}-nu-latn`, { timeZone: 'UTC', year: 'numeric', month: 'numeric', day: 'numeric' });
    lunarFormats.set(variant, format);
  }
  // JDN 2440588 is 1970-01-01; noon keeps clear of any rounding.
  const parts = format.formatToParts((jdn - 2440588) * 86_400_000 + 43_200_000);
  const part = (type: string): number => Number(parts.find((each) => each.type === type)?.value ?? Number.NaN);
  return { year: part('year'), month: part('month'), day: part('day') };
}
