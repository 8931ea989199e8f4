// The timeline cut into years: a mark stands in the year in which it begins, or ends where its beginning is open.
import { gregorianToJdn, jdnToSolarHijri } from '../../../src/base/calendar.ts';
import { readEdtf } from '../../../src/base/edtf.ts';
import { yearOf, type TimelineItem } from '../../../src/model/timeline.ts';

export type Year = { readonly year: number; readonly items: readonly TimelineItem[] };

/** Ascending; years without a mark are left out. Within a year the order given is kept. */
export function byYear(items: readonly TimelineItem[]): readonly Year[] {
  const years = Map.groupBy(items, yearOf);
  return [...years].map(([year, inside]) => ({ year, items: inside })).toSorted((a, b) => a.year - b.year);
}

/** An ISO day as a Julian day number; where it is null, the infinity given. */
export const dayNumber = (day: string | null, open: number): number => (day === null ? open : (readEdtf(day)?.first ?? open));

/** The first and last Solar Hijri year that a Gregorian one meets; null before that calendar's arithmetic begins. */
export function solarHijriYears(year: number): readonly [number, number] | null {
  if (year < 622 || year >= 3700) return null;
  const first = gregorianToJdn({ year, month: 1, day: 1 });
  const last = gregorianToJdn({ year, month: 12, day: 31 });
  return [jdnToSolarHijri(first).year, jdnToSolarHijri(last).year];
}
