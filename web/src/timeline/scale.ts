// Which days the drawing of the timeline shows, and how zooming and moving change them. Days are Julian day numbers; a view can begin within a day.
import { gregorianToJdn } from '../../../src/base/calendar.ts';
import type { Days } from '../../../src/model/timeline.ts';

export type View = { readonly first: number; readonly days: number };

/** No view is shorter: days are the finest that dates know. */
export const FEWEST_DAYS = 7;

/** What is left free beside the first and the last, as a part of the whole; at least so many days. */
const MARGIN = 0.02;
const LEAST_MARGIN = 10;

/** All of it, with a margin. */
export function whole({ first, last }: Days): View {
  const margin = Math.max(LEAST_MARGIN, (last + 1 - first) * MARGIN);
  return { first: first - margin, days: last + 1 - first + 2 * margin };
}

/** The same view as near to where it was as the whole allows. */
export function within({ first, days }: View, bounds: Days): View {
  const all = whole(bounds);
  const length = Math.min(all.days, Math.max(FEWEST_DAYS, days));
  return { first: Math.min(all.first + all.days - length, Math.max(all.first, first)), days: length };
}

/** `factor` below 1 shows fewer days; `around` stays where it is, if the whole allows. */
export function zoomed(view: View, around: number, factor: number, bounds: Days): View {
  const { days } = within({ ...view, days: view.days * factor }, bounds);
  return within({ first: around - ((around - view.first) / view.days) * days, days }, bounds);
}

export const moved = (view: View, byDays: number, bounds: Days): View => within({ ...view, first: view.first + byDays }, bounds);

/** The view of some days, with a margin. */
export const viewOf = (days: Days, bounds: Days): View => within(whole(days), bounds);

/** The days of which it shows some. */
export const daysIn = ({ first, days }: View): Days => ({ first: Math.floor(first), last: Math.ceil(first + days) - 1 });

/**
 * The days that are asked for to draw a view: more than it shows, and the same for others near to it, so that a small move asks nothing new.
 */
export function askedFor({ first, days }: View): Days {
  const size = 2 ** (Math.ceil(2 * Math.log2(days)) / 2);
  const step = size / 4;
  const begin = (Math.floor(first / step) - 1) * step;
  return { first: Math.max(EARLIEST, Math.floor(begin)), last: Math.min(LATEST, Math.ceil(begin + size + 3 * step)) };
}

/** Dates of EDTF have four digits of the year. */
const [EARLIEST, LATEST] = [gregorianToJdn({ year: -9999, month: 1, day: 1 }), gregorianToJdn({ year: 9999, month: 12, day: 31 })];
