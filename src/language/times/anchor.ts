// Arithmetic on TIMEX3 dates around an anchor: the day, month or year that a document is of.
import { gregorianToJdn, jdnToGregorian, weekday } from '../../base/calendar.ts';
import { isoDay, readEdtf } from '../../base/edtf.ts';

/** The document's date as far as it is known; `month` and `day` are null where it is not. */
export type Anchor = { readonly year: number; readonly month: number | null; readonly day: number | null };

export const two = (n: number): string => String(n).padStart(2, '0');

/** The anchor of an EDTF date of a year, month or day; null of anything else. */
export function anchorOf(published: string | null): Anchor | null {
  // A time of day after the date is no part of EDTF; the day is all that counts here.
  const found = published ? readEdtf(published.replace(/^(\d{4}-\d\d-\d\d)T.*$/, '$1')) : null;
  const parts = found ? /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(found.edtf) : null;
  if (!parts) return null;
  const month = parts[2] ? Number(parts[2]) : null;
  return { year: Number(parts[1]), month: month !== null && month <= 12 ? month : null, day: parts[3] ? Number(parts[3]) : null };
}

/** The anchor as a date, as precise as it is. */
export function anchorDate({ year, month, day }: Anchor): string {
  return `${year}${month === null ? '' : `-${two(month)}`}${month === null || day === null ? '' : `-${two(day)}`}`;
}

/** Julian day of the anchor; null where it names no day. */
export function anchorJdn({ year, month, day }: Anchor): number | null {
  return month === null || day === null ? null : gregorianToJdn({ year, month, day });
}

export const dayValue = (jdn: number): string => isoDay(jdn);

/** The anchor's month moved by `n`, as YYYY-MM; null where the anchor names no month. */
export function monthFrom(anchor: Anchor, n: number): string | null {
  if (anchor.month === null) return null;
  const months = anchor.year * 12 + anchor.month - 1 + n;
  return `${Math.floor(months / 12)}-${two((((months % 12) + 12) % 12) + 1)}`;
}

/** ISO 8601 week of a day, as YYYY-Www. */
export function weekValue(jdn: number): string {
  const thursday = jdn - weekday(jdn) + 3;
  const { year } = jdnToGregorian(thursday);
  const week = Math.floor((thursday - gregorianToJdn({ year, month: 1, day: 1 })) / 7) + 1;
  return `${year}-W${two(week)}`;
}

/** The Monday of an ISO week. */
export function mondayOf(year: number, week: number): number {
  const fourth = gregorianToJdn({ year, month: 1, day: 4 });
  return fourth - weekday(fourth) + 7 * (week - 1);
}

/** The year that puts a month nearest before or at the anchor, or after it where `ahead`. */
export function yearOfMonth(anchor: Anchor, month: number, ahead: boolean): number {
  if (anchor.month === null) return anchor.year;
  if (ahead) return month >= anchor.month ? anchor.year : anchor.year + 1;
  return month <= anchor.month ? anchor.year : anchor.year - 1;
}

/** The year that puts a day of a month nearest to the anchor; within `slack` months ahead of it counts as this year. */
export function yearOfDay(anchor: Anchor, month: number, ahead: boolean): number {
  if (anchor.month === null) return anchor.year;
  const gap = month - anchor.month;
  if (ahead) return gap < 0 ? anchor.year + 1 : anchor.year;
  return gap > 2 ? anchor.year - 1 : gap < -10 ? anchor.year + 1 : anchor.year;
}
