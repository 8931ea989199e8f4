// Dates as people know them: EDTF (ISO 8601-2, Library of Congress profile of 2019), level 1, and of level 2 the sets
// `[a,b]` (one of) and `{a,b}` (all of), unspecified digits anywhere in a year, and `%`.
// Spans of days are Julian day numbers (calendar.ts); a bound that is open or unknown is an infinity.
import { daysInMonth, gregorianToJdn, jdnToGregorian } from './calendar.ts';
import { Fault } from './fault.ts';

export type Precision = 'day' | 'month' | 'season' | 'year' | 'decade' | 'century' | 'interval' | 'set';

export type Edtf = {
  readonly edtf: string;
  /** First and last day that the expression covers as written, as Julian day numbers; both included. */
  readonly first: number;
  readonly last: number;
  /** `~` or `%` anywhere: approximately. The days above are not widened for it. */
  readonly approximate: boolean;
  /** `?` or `%` anywhere: whether it is this date at all is uncertain. */
  readonly uncertain: boolean;
  readonly precision: Precision;
  /** The stretches of days that it is made of: the one from `first` to `last`, but of a set those of its members. */
  readonly stretches: readonly Stretch[];
};

/** Days from the first to the last, both included. */
export type Stretch = { readonly first: number; readonly last: number };

type Days = Stretch & { readonly precision: Precision; readonly stretches?: readonly Stretch[] };

/** So many dates are remembered as they were read: the claims of a record give the same ones over and over. */
const MOST_REMEMBERED = 50_000;
const remembered = new Map<string, Edtf | null>();

/** The parsed date, or null where the text is not EDTF as described above. Takes surrounding space off. */
export function readEdtf(text: string): Edtf | null {
  const before = remembered.get(text);
  if (before !== undefined) return before;
  const read = parsed(text);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(text, read);
  return read;
}

function parsed(text: string): Edtf | null {
  const edtf = text.trim();
  const days = readSet(edtf) ?? readInterval(edtf) ?? readDate(edtf);
  if (!days || days.first > days.last) return null;
  return { edtf, stretches: [{ first: days.first, last: days.last }], ...days, approximate: /[~%]/.test(edtf), uncertain: /[?%]/.test(edtf) };
}

/** The parsed date. Throws a Fault 'bad-date' where the text is not EDTF. */
export function parseEdtf(text: string): Edtf {
  return readEdtf(text) ?? fail(text);
}

function fail(text: string): never {
  throw new Fault(
    'bad-date',
    `"${text}" is not a date in EDTF`,
    'Write it as 2022-08-10, 2022-08, 1988, 198X, 1988~ (about), 2022-08-25/2022-08-31 (from, to) or 2021-10/.. (since).',
  );
}

function readSet(text: string): Days | null {
  const inside = /^(?:\[(.+)\]|\{(.+)\})$/.exec(text);
  const members = (inside?.[1] ?? inside?.[2])?.split(',').map((each) => readDate(each.trim()) ?? readRange(each.trim()));
  if (!members?.length) return null;
  const stretches = members.flatMap((each) => (each && each.first <= each.last ? [{ first: each.first, last: each.last }] : []));
  if (stretches.length < members.length) return null;
  return { first: Math.min(...stretches.map(({ first }) => first)), last: Math.max(...stretches.map(({ last }) => last)), precision: 'set', stretches };
}

/** `a..b`, `..b` or `a..` inside a set. */
function readRange(text: string): Days | null {
  const dots = text.indexOf('..');
  return dots < 0 ? null : between(text.slice(0, dots), text.slice(dots + 2));
}

function readInterval(text: string): Days | null {
  const parts = text.split('/');
  if (parts.length !== 2) return null;
  const [from = '', to = ''] = parts;
  const open = (side: string): string => (side === '..' ? '' : side);
  return between(open(from), open(to));
}

function between(from: string, to: string): Days | null {
  if (!from && !to) return null;
  const start = from ? readDate(from) : null;
  const end = to ? readDate(to) : null;
  if ((from && !start) || (to && !end)) return null;
  return { first: start?.first ?? -Infinity, last: end?.last ?? Infinity, precision: 'interval' };
}

const SEASON_MONTHS: Readonly<Record<string, readonly [number, number]>> = { '21': [3, 5], '22': [6, 8], '23': [9, 11], '24': [12, 2] };

function readDate(text: string): Days | null {
  const found = /^(?<year>-?[\dX]{4}|Y-?\d{5,7})(?:-(?<month>[\dX]{2})(?:-(?<day>[\dX]{2}))?)?[?~%]?$/.exec(text);
  if (!found?.groups) return null;
  const { year = '', month, day } = found.groups;
  if (month === undefined) return readYear(year);
  if (!/^-?\d{4}$/.test(year)) return null;
  const y = Number(year);
  const season = SEASON_MONTHS[month];
  if (season) return day === undefined ? { ...monthsOf(y, season[0], season[1]), precision: 'season' } : null;
  if (month === 'XX') return day === undefined || day === 'XX' ? { ...monthsOf(y, 1, 12), precision: 'year' } : null;
  const m = Number(month);
  if (!(m >= 1 && m <= 12)) return null;
  if (day === undefined || day === 'XX') return { ...monthsOf(y, m, m), precision: 'month' };
  const d = Number(day);
  if (!(d >= 1 && d <= daysInMonth(y, m))) return null;
  const jdn = gregorianToJdn({ year: y, month: m, day: d });
  return { first: jdn, last: jdn, precision: 'day' };
}

/** Digits that are X run from 0 to 9: 198X is 1980 to 1989. */
function readYear(year: string): Days | null {
  const digits = year.replace(/^Y/, '');
  const negative = digits.startsWith('-');
  if (/X\d/.test(digits)) return null;
  const low = Number(digits.replaceAll('X', negative ? '9' : '0'));
  const high = Number(digits.replaceAll('X', negative ? '0' : '9'));
  const unknown = digits.split('X').length - 1;
  const precision = unknown === 0 ? 'year' : unknown === 1 ? 'decade' : 'century';
  return { first: monthsOf(low, 1, 1).first, last: monthsOf(high, 12, 12).last, precision };
}

/** From the first day of one month to the last of another, which lies in the next year where it is the smaller. */
function monthsOf(year: number, from: number, to: number): { readonly first: number; readonly last: number } {
  const endYear = to < from ? year + 1 : year;
  return {
    first: gregorianToJdn({ year, month: from, day: 1 }),
    last: gregorianToJdn({ year: endYear, month: to, day: daysInMonth(endYear, to) }),
  };
}

/** A Julian day number as an ISO date. */
export function isoDay(jdn: number): string {
  const { year, month, day } = jdnToGregorian(jdn);
  const sign = year < 0 ? '-' : '';
  return `${sign}${String(Math.abs(year)).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/**
 * The days that a date may mean once "about" is allowed for: an approximate date is widened by its own length on each
 * side, at least by one day (1988~ is 1987 to 1989). For deciding whether two dates can be the same, never for display.
 */
export const widened = ({ first, last, approximate }: Edtf): Stretch => (approximate ? wider({ first, last }) : { first, last });

function wider({ first, last }: Stretch): Stretch {
  const length = Number.isFinite(last - first) ? last - first + 1 : 0;
  return { first: first - length, last: last + length };
}

type Stretches = Pick<Edtf, 'stretches' | 'approximate'>;

/** As `widened`, each stretch by itself: "1980 or 1990" is no day between them. */
const mayBe = ({ stretches, approximate }: Stretches): readonly Stretch[] => (approximate ? stretches.map(wider) : stretches);

/** Whether two dates can be of one day. */
export const canMeet = (a: Stretches, b: Stretches): boolean => mayBe(a).some((x) => mayBe(b).some((y) => x.first <= y.last && y.first <= x.last));

/** How sure it is that one date stands to another as it is asked: whatever day each may mean, or only for some of them. */
export type Sureness = 'certainly' | 'possibly' | 'not';

/**
 * Whether what happened at a date happened within another: "June 2018" certainly within 2018, possibly on 3 June. A date that is itself uncertain
 * (`?`) is certainly within none but all time.
 *
 * @param lasts - it went on from the beginning of an interval to its end: a post that was held; else it happened once within it
 */
export function within(date: Edtf, asked: Edtf, lasts = false): Sureness {
  if (!canMeet(date, asked)) return 'not';
  const isIn = (days: Stretch): boolean => asked.stretches.some(({ first, last }) => days.first >= first && days.last <= last);
  const core = lasts && !date.approximate ? coreOf(date) : null;
  const isSure = date.edtf.startsWith('{') ? mayBe(date).some(isIn) : mayBe(date).every(isIn);
  const goesOn = core !== null && asked.stretches.some(({ first, last }) => core.first <= last && first <= core.last);
  return (isSure || goesOn) && !date.uncertain ? 'certainly' : 'possibly';
}

/** Whether a date was over by the end of another, or had begun by then: "2018" is certainly by 2018, possibly by June 2018, and not by 2017. */
export function by(date: Edtf, asked: Edtf): Sureness {
  const { first, last } = widened(date);
  if (first > asked.last) return 'not';
  return last <= asked.last && !date.uncertain ? 'certainly' : 'possibly';
}

/** The days on which what lasted from the beginning of an interval to its end certainly went on; null where that is none, or an end is open: "since 2019" says nothing of today. */
function coreOf({ precision, edtf }: Edtf): Stretch | null {
  const [from, to] = precision === 'interval' ? edtf.split('/').map(readDate) : [];
  return from && to && from.last <= to.first ? { first: from.last, last: to.first } : null;
}
