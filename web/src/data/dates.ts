// Dates as people read them, in the Gregorian and the Solar Hijri calendar, no more exact than their source has them.
import { daysInSolarHijriMonth, gregorianToJdn, jdnToGregorian, jdnToSolarHijri, type Day } from '../../../src/base/calendar.ts';
import { readEdtf, type Edtf } from '../../../src/base/edtf.ts';
import type { Tongue } from './tongue.tsx';

export type BothCalendars = { readonly gregorian: string; readonly solarHijri: string | null };

/**
 * A date of EDTF in words. Null where the text is no EDTF (base/edtf.ts).
 *
 * The other calendar is as exact as the date is: a month is two months of the other calendar, a year two years. An
 * interval of days that is just one month or year of the Solar Hijri calendar is written as that. `solarHijri` is null
 * for years that its arithmetic (base/calendar.ts) does not reach.
 */
export function inBothCalendars(edtf: string, tongue: Tongue): BothCalendars | null {
  const date = readEdtf(edtf);
  if (!date) return null;
  const gregorian = hedge(date, phrase(date, gregorianPart, tongue), tongue);
  if (!isWithinSolarHijri(date)) return { gregorian, solarHijri: null };
  const whole = wholeSolarHijri(date, tongue);
  return { gregorian, solarHijri: hedge(date, whole ?? phrase(date, solarHijriPart, tongue), tongue) };
}

const isWithinSolarHijri = ({ first, last }: Edtf): boolean =>
  [first, last].every((day) => !Number.isFinite(day) || (jdnToGregorian(day).year >= 622 && jdnToGregorian(day).year < 3700));

/** A moment of the log (ISO, UTC) as its day in UTC, in both calendars. */
export const dayOf = (moment: string, tongue: Tongue): BothCalendars | null => inBothCalendars(moment.slice(0, 10), tongue);

/** The calendar that speakers of the interface's language know best first. */
export const inOrder = ({ gregorian, solarHijri }: BothCalendars, tongue: Tongue): readonly [string, string | null] =>
  tongue.code === 'fa' && solarHijri !== null ? [solarHijri, gregorian] : [gregorian, solarHijri];

function hedge(date: Edtf, words: string, tongue: Tongue): string {
  const about = date.approximate ? tongue.say('when.about', { date: words }) : words;
  return date.uncertain ? tongue.say('when.uncertain', { date: about }) : about;
}

type PartPhrase = (date: Edtf, tongue: Tongue) => string;

function phrase(date: Edtf, part: PartPhrase, tongue: Tongue): string {
  if (date.precision === 'interval') return interval(date.edtf.split('/'), part, tongue);
  if (date.precision !== 'set') return part(date, tongue);
  const join = date.edtf.startsWith('[') ? 'when.or' : 'when.and';
  const members = date.edtf.slice(1, -1).split(',').map((each) => member(each.trim(), part, tongue)); // prettier-ignore
  return members.reduce((a, b) => tongue.say(join, { a, b }));
}

function member(text: string, part: PartPhrase, tongue: Tongue): string {
  const date = readEdtf(text);
  return date ? part(date, tongue) : interval(text.split('..'), part, tongue);
}

function interval([from = '', to = '']: readonly string[], part: PartPhrase, tongue: Tongue): string {
  const start = readEdtf(from);
  const end = readEdtf(to);
  if (start && end) return tongue.say('when.range', { from: part(start, tongue), to: part(end, tongue) });
  if (start) return tongue.say('when.since', { date: part(start, tongue) });
  return end ? tongue.say('when.until', { date: part(end, tongue) }) : `${from}/${to}`;
}

function gregorianPart(date: Edtf, tongue: Tongue): string {
  const first = jdnToGregorian(date.first);
  const months = tongue.list('months.gregorian');
  if (date.precision === 'day') return dayWords(first, months, tongue);
  if (date.precision === 'month') return monthWords(first, months, tongue);
  if (date.precision === 'season') {
    const season = tongue.list('seasons')[Number(date.edtf.slice(5, 7)) - 21] ?? '';
    return tongue.say('when.season', { season, year: tongue.digits(first.year) });
  }
  if (date.precision === 'decade') return tongue.say('when.decade', { year: tongue.digits(first.year) });
  return years(first.year, jdnToGregorian(date.last).year, tongue);
}

function solarHijriPart(date: Edtf, tongue: Tongue): string {
  const first = jdnToSolarHijri(date.first);
  const last = jdnToSolarHijri(date.last);
  const months = tongue.list('months.solarHijri');
  if (date.precision === 'day') return dayWords(first, months, tongue);
  if (date.precision !== 'month' && date.precision !== 'season') return years(first.year, last.year, tongue);
  const to = monthWords(last, months, tongue);
  if (first.year === last.year) return `${months[first.month - 1] ?? ''}–${to}`;
  return tongue.say('when.range', { from: monthWords(first, months, tongue), to });
}

const dayWords = (day: Day, months: readonly string[], tongue: Tongue): string =>
  tongue.say('when.day', { day: tongue.digits(day.day), month: months[day.month - 1] ?? '', year: tongue.digits(day.year) });

const monthWords = (day: Day, months: readonly string[], tongue: Tongue): string =>
  tongue.say('when.month', { month: months[day.month - 1] ?? '', year: tongue.digits(day.year) });

const years = (first: number, last: number, tongue: Tongue): string =>
  first === last ? tongue.digits(first) : `${tongue.digits(first)}–${tongue.digits(last)}`;

/** The month or year of the Solar Hijri calendar that an interval exactly fills, else null. */
function wholeSolarHijri(date: Edtf, tongue: Tongue): string | null {
  if (date.precision !== 'interval' || !Number.isFinite(date.first) || !Number.isFinite(date.last)) return null;
  const first = jdnToSolarHijri(date.first);
  const last = jdnToSolarHijri(date.last);
  const whole = first.day === 1 && first.year === last.year && last.day === daysInSolarHijriMonth(last.year, last.month);
  if (!whole) return null;
  if (first.month === 1 && last.month === 12) return tongue.digits(first.year);
  return first.month === last.month ? monthWords(first, tongue.list('months.solarHijri'), tongue) : null;
}

/** Where a stretch of days lies in a Gregorian year, as parts of it from 0 to 1; beyond its ends it is cut. */
export function placeInYear(first: number, last: number, year: number): { readonly from: number; readonly to: number } {
  const start = gregorianToJdn({ year, month: 1, day: 1 });
  const length = gregorianToJdn({ year: year + 1, month: 1, day: 1 }) - start;
  const clamp = (value: number): number => Math.min(1, Math.max(0, value));
  return { from: clamp((first - start) / length), to: clamp((last + 1 - start) / length) };
}
