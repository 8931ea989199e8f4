// What the timeline draws between two days: marks, where they are few enough to be told apart, else how many there are. A count never says more than
// its claims do: one that is dated by the year is counted in a span of that year, not in its January.
import { daysInMonth, gregorianToJdn, jdnToGregorian } from '../base/calendar.ts';
import { A_MONTH, A_YEAR, type Count, type Days, type Mark, type TimelineWindow } from '../model/timeline.ts';

/** Marks that are given at once. */
export const MOST_MARKS = 10_000;

/** Up to how many days a window is counted by the days themselves, and by months. */
const BY_DAYS = 200;
const BY_MONTHS = 50 * A_YEAR;

type Unit = 'day' | 'month' | 'year';

/** In what a window is counted, where it holds too many marks. */
export function unitOf({ first, last }: Days): Unit {
  const days = last - first + 1;
  return days <= BY_DAYS ? 'day' : days <= BY_MONTHS ? 'month' : 'year';
}

/** In days; of what is open there is no end. */
const lengthOf = ({ first, last }: Pick<Mark, 'first' | 'last'>): number => (last ?? Infinity) - (first ?? -Infinity);

/** Where it is put in order: an open beginning stands at its end. */
export const dayOf = ({ first, last }: Pick<Mark, 'first' | 'last'>): number => first ?? last ?? 0;

export const yearOfMark = (mark: Pick<Mark, 'first' | 'last'>): number => jdnToGregorian(dayOf(mark)).year;

/** Whether it can have happened between two days, as it is written. */
const meets = (mark: Pick<Mark, 'first' | 'last'>, { first, last }: Days): boolean => (mark.first ?? -Infinity) <= last && (mark.last ?? Infinity) >= first;

/** A month of the Gregorian calendar (1 to 12), or with 0 the whole year. */
export const spanOf = (year: number, month: number): Days => ({
  first: gregorianToJdn({ year, month: month || 1, day: 1 }),
  last: gregorianToJdn({ year, month: month || 12, day: daysInMonth(year, month || 12) }),
});

/** The span that a mark is counted in; null where it is longer than a year. */
function countedIn(mark: Mark, unit: Unit): Days | null {
  const [length, day] = [lengthOf(mark), dayOf(mark)];
  if (length > A_YEAR) return null;
  if (unit === 'day') return { first: day, last: day + length };
  const { year, month } = jdnToGregorian(day);
  return spanOf(year, unit === 'month' && length <= A_MONTH ? month : 0);
}

/** What is drawn of `marks`, which are in order, between two days. O(marks). */
export function cutWindow(marks: readonly Mark[], asked: Days | null, most = MOST_MARKS): TimelineWindow {
  const extent = extentOf(marks);
  const window = asked ?? extent ?? { first: 0, last: 0 };
  const inside = marks.filter((mark) => meets(mark, window));
  if (inside.length <= most) return { ...window, extent, marks: inside, counts: [], longer: 0 };
  const longer = inside.filter((mark) => lengthOf(mark) > A_YEAR).length;
  return { ...window, extent, marks: null, counts: countsOf(marks, window), longer };
}

function countsOf(marks: readonly Mark[], window: Days): readonly Count[] {
  const unit = unitOf(window);
  const counts = new Map<string, { first: number; last: number; recorded: number; suggested: number }>();
  // Those of one day follow each other, so that the calendar is asked once for them.
  const spans = new Map<number, Days | null>();
  let day = Number.NaN;
  for (const mark of marks) {
    if (dayOf(mark) !== day) spans.clear();
    day = dayOf(mark);
    const length = lengthOf(mark);
    const span = spans.get(length) ?? countedIn(mark, unit);
    spans.set(length, span);
    if (!span || span.first > window.last || span.last < window.first) continue;
    const key = `${span.first} ${span.last}`;
    const count = counts.get(key) ?? { ...span, recorded: 0, suggested: 0 };
    count[mark.status]++;
    counts.set(key, count);
  }
  return [...counts.values()].toSorted(inOrder);
}

/** Whole years from the first to the last in which a mark begins, and to the end of any that is longer than a year. */
function extentOf(marks: readonly Mark[]): Days | null {
  const [earliest, latest] = [marks[0], marks.at(-1)];
  if (!earliest || !latest) return null;
  let { last } = spanOf(yearOfMark(latest), 0);
  for (const mark of marks) if (lengthOf(mark) > A_YEAR) last = Math.max(last, mark.last ?? last);
  return { first: spanOf(yearOfMark(earliest), 0).first, last };
}

/** The earliest first, the longest of those that begin together before what lies in it. */
export const inOrder = (a: Count, b: Count): number => a.first - b.first || b.last - a.last;

/** The order of marks: by their days, the shorter first, then by id. */
export function inTime(a: Mark, b: Mark): number {
  const byLength = lengthOf(a) === lengthOf(b) ? 0 : lengthOf(a) - lengthOf(b);
  return dayOf(a) - dayOf(b) || byLength || (a.id < b.id ? -1 : 1);
}
