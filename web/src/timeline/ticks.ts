// The lines of the time axis, in either calendar: as fine as there is room for, from millennia to days.
import { daysInMonth, daysInSolarHijriMonth, gregorianToJdn, jdnToGregorian, jdnToSolarHijri, solarHijriToJdn, type Day } from '../../../src/base/calendar.ts';
import type { View } from './scale.ts';

export type Calendar = 'gregorian' | 'solarHijri';

/** `date` is the day in that calendar; `of` is what a label has to tell: its year, month or day. `isMain`: it begins what is one step larger. */
export type Tick = { readonly day: number; readonly date: Day; readonly of: 'year' | 'month' | 'day'; readonly isMain: boolean };

const YEAR = 365.2425;
const MONTH = YEAR / 12;

type Step = { readonly of: Tick['of']; readonly every: number; readonly days: number };

const STEPS: readonly Step[] = [
  ...[1, 2, 5, 10].map((every) => ({ of: 'day' as const, every, days: every })),
  ...[1, 3, 6].map((every) => ({ of: 'month' as const, every, days: every * MONTH })),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000].map((every) => ({ of: 'year' as const, every, days: every * YEAR })),
];

/** How near the last line of a month may stand to the first of the next, as a part of a step. */
const NEAREST = 0.8;

/** The Solar Hijri calendar's arithmetic holds between these days. */
const [FIRST_HIJRI, LAST_HIJRI] = [gregorianToJdn({ year: 623, month: 1, day: 1 }), gregorianToJdn({ year: 3699, month: 1, day: 1 })];

/** The ticks of a view that is `width` wide, no two nearer than `room`; both in the same unit. In order of time. */
export function ticksOf(view: View, width: number, room: number, calendar: Calendar): readonly Tick[] {
  const least = (room / width) * view.days;
  const step = STEPS.find(({ days }) => days >= least) ?? STEPS.at(-1);
  let [from, to] = [Math.floor(view.first), Math.ceil(view.first + view.days)];
  if (calendar === 'solarHijri') [from, to] = [Math.max(from, FIRST_HIJRI), Math.min(to, LAST_HIJRI)];
  return step && from < to ? [...stepsBetween(from, to, step, calendar)].filter(({ day }) => day >= from && day < to) : [];
}

function* stepsBetween(from: number, to: number, { of, every }: Step, calendar: Calendar): Generator<Tick> {
  const dayAt = (date: Day): number => (calendar === 'gregorian' ? gregorianToJdn(date) : (solarHijriToJdn(date) ?? 0));
  const dateOf = (day: number): Day => (calendar === 'gregorian' ? jdnToGregorian(day) : jdnToSolarHijri(day));
  const [first, last] = [dateOf(from), dateOf(to)];
  if (of === 'year') {
    for (let year = Math.floor(first.year / every) * every; year <= last.year; year += every)
      if (isYear(year, calendar)) yield { day: dayAt({ year, month: 1, day: 1 }), date: { year, month: 1, day: 1 }, of, isMain: year % (10 * every) === 0 };
    return;
  }
  for (let months = first.year * 12 + first.month - 1; months <= last.year * 12 + last.month - 1; months++) {
    const begins = { year: Math.floor(months / 12), month: 1 + (((months % 12) + 12) % 12), day: 1 };
    const day = dayAt(begins);
    if (of === 'month') {
      if ((begins.month - 1) % every === 0) yield { day, date: begins, of: begins.month === 1 ? 'year' : 'month', isMain: begins.month === 1 };
      continue;
    }
    const inMonth = calendar === 'gregorian' ? daysInMonth(begins.year, begins.month) : daysInSolarHijriMonth(begins.year, begins.month);
    // A line near the month's end would stand too near to that of the next.
    for (let n = 0; inMonth - n >= NEAREST * every; n += every)
      yield { day: day + n, date: { ...begins, day: n + 1 }, of: n === 0 ? 'month' : 'day', isMain: n === 0 };
  }
}

const isYear = (year: number, calendar: Calendar): boolean => calendar === 'gregorian' || (year >= 1 && year < 3078);
