// Which days the numbers of an export mean. Whether 5/6 is in May or in June is told by the file as a whole or by nothing: what cannot be known
// is given as either, never guessed.
import { daysInMonth, gregorianToJdn, lunarHijriToJdns, solarHijriToJdn } from '../../base/calendar.ts';
import { isoDay } from '../../base/edtf.ts';
import type { WrittenDay } from './chat-line.ts';

export type Order = 'day-first' | 'month-first' | 'unknown';

/**
 * In which order day and month stand in heads of one form, which are given in the order of the file.
 *
 * A number over 12 tells it; so do points, which no country writes between month and day in this order; so does it that a program writes messages
 * in the order of their times, where the other reading would leap back by more than a day. Numbers that speak against each other tell nothing.
 */
export class OrderEvidence {
  #dayFirst = false;
  #monthFirst = false;
  #points = false;
  readonly #leaps = { 'day-first': newLeaps(), 'month-first': newLeaps() };

  add(day: WrittenDay, mark: string): void {
    if (day.yearFirst) return;
    this.#dayFirst ||= day.first > 12;
    this.#monthFirst ||= day.second > 12;
    this.#points ||= mark === '.';
    for (const order of ['day-first', 'month-first'] as const) {
      const [at] = possible(day, order);
      if (at !== undefined) step(this.#leaps[order], at);
    }
  }

  order(): Order {
    if (this.#dayFirst || this.#monthFirst) return this.#dayFirst && this.#monthFirst ? 'unknown' : this.#dayFirst ? 'day-first' : 'month-first';
    if (this.#points) return 'day-first';
    const [back, backOther] = [this.#leaps['day-first'].count, this.#leaps['month-first'].count];
    if (back === 0 && backOther > 0) return 'day-first';
    return backOther === 0 && back > 0 ? 'month-first' : 'unknown';
  }
}

/** How often a day was more than one before the last. */
type Leaps = { count: number; last: number };
const newLeaps = (): Leaps => ({ count: 0, last: -Infinity });

function step(leaps: Leaps, at: number): void {
  if (at < leaps.last - 1) leaps.count++;
  leaps.last = at;
}

/** How often a message is more than a day older than the one before; messages of which the day is not known are passed over. */
export function countBackward(utterances: readonly { readonly sent: string | null }[]): number {
  const leaps = newLeaps();
  for (const { sent } of utterances) if (sent?.includes('T')) step(leaps, Date.parse(`${sent.slice(0, 10)}T00:00Z`) / 86_400_000);
  return leaps.count;
}

/** When it was sent: a moment, or the days that it may have been, as EDTF; null where the numbers are of no day. */
export function sentOn(day: WrittenDay, clock: string, order: Order): string | null {
  const days = possible(day, order).map(isoDay);
  const [first, ...others] = days;
  if (first === undefined) return null;
  return others.length === 0 ? `${first}T${clock}` : `[${days.join(',')}]`;
}

/** The days that it can be, as Julian day numbers, the first first. */
function possible(day: WrittenDay, order: Order): readonly number[] {
  const { first, second, third, yearFirst } = day;
  const readings = yearFirst ? [[first, second, third]] : [[third, second, first], [third, first, second]].filter((_, n) => order === 'unknown' || (order === 'day-first') === (n === 0)); // prettier-ignore
  const found = readings.flatMap(([year = 0, month = 0, of = 0]) => daysOf(year < 100 ? year + 2000 : year, month, of));
  return [...new Set(found)].toSorted((a, b) => a - b);
}

/**
 * Telephones write the year of their own calendar, and there have been messages since 2009: 1388 and after is solar Hijri, 1430 and after
 * lunar (whose days differ by country: all are given), 2552 and after of the Buddhist era.
 */
function daysOf(year: number, month: number, day: number): readonly number[] {
  if (month < 1 || month > 12 || day < 1 || day > 31) return [];
  if (year >= 1380 && year < 1430) return [solarHijriToJdn({ year, month, day }) ?? []].flat();
  if (year >= 1430 && year < 1480) {
    const span = lunarHijriToJdns({ year, month, day });
    return span ? Array.from({ length: span.last - span.first + 1 }, (_, n) => span.first + n) : [];
  }
  const western = year >= 2540 && year < 2640 ? year - 543 : year;
  if (western < 1970 || western > 2099 || day > daysInMonth(western, month)) return [];
  return [gregorianToJdn({ year: western, month, day })];
}

/** Whether numbers can be those of a date at all, though there be no such day: the year is that of one of the calendars that telephones have. */
export function isDate({ first, second, third, yearFirst }: WrittenDay): boolean {
  const [year, ...others] = yearFirst ? [first, second, third] : [third, first, second];
  const isYear = year < 100 ? !yearFirst : (year >= 1380 && year < 1480) || (year >= 1970 && year < 2100) || (year >= 2540 && year < 2640);
  return isYear && Math.min(...others) >= 1 && Math.min(...others) <= 12 && Math.max(...others) <= 31;
}
