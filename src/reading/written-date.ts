// Dates as documents write them about themselves: in a meta element, a header line, a dateline. Only what stands there is
// taken: the day as written, in no other zone; a date that may be two (03/04/2022) or has no year is not one.
import { daysInMonth, gregorianToJdn, solarHijriToJdn } from '../base/calendar.ts';
import { isoDay, readEdtf } from '../base/edtf.ts';
import table from './dates.json' with { type: 'json' };

type Calendar = 'gregorian' | 'solarHijri';
type Month = { readonly calendar: Calendar; readonly month: number };

const MONTHS: ReadonlyMap<string, Month> = new Map(
  (['gregorian', 'solarHijri'] as const).flatMap((calendar) =>
    table[calendar].flatMap((names, index) => names.map((name) => [name, { calendar, month: index + 1 }] as const)),
  ),
);

const NAMES = [...MONTHS.keys()].toSorted((a, b) => b.length - a.length).join('|');
const EDGE = { before: '(?<![\\p{L}\\p{N}])', after: '(?![\\p{L}\\p{N}])' };
const DAY_FIRST = pattern(
  `(?:(?<day>\\d{1,2})(?:st|nd|rd|th|er|º|\\.)?\\s+(?:de\\s+)?)?(?<name>${NAMES})\\.?,?\\s+(?:de\\s+|del\\s+)?(?:ماه\\s+)?(?<year>\\d{4})`,
);
const MONTH_FIRST = pattern(`(?<name>${NAMES})\\.?\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<year>\\d{4})`);
const YEAR_FIRST = pattern('(?<year>\\d{4})(?<part>[-/.])(?<month>\\d{1,2})\\k<part>(?<day>\\d{1,2})(?=T\\d|[^\\p{L}\\p{N}]|$)', '');
const YEAR_LAST = pattern('(?<day>\\d{1,2})(?<part>[-/.])(?<month>\\d{1,2})\\k<part>(?<year>\\d{4})');

function pattern(body: string, after = EDGE.after): RegExp {
  return new RegExp(`${EDGE.before}${body}${after}`, 'iu');
}

/** A date and where it stands in the text that was searched, in UTF-16 units. */
export type WrittenDate = { readonly edtf: string; readonly start: number; readonly end: number };

/**
 * The first date in a short text, as EDTF of the Gregorian calendar: a day, or a month where no day is given. Null
 * where there is none, it cannot be, or it is ambiguous. A year from 1200 to 1500 in numbers, or beside a month's name
 * of that calendar, is Solar Hijri.
 */
export function findDate(text: string): WrittenDate | null {
  const ascii = asciiDigits(text);
  let first: WrittenDate | null = null;
  for (const [form, read] of FORMS) {
    const found = form.exec(ascii);
    const edtf = found?.groups && read(found.groups);
    if (!found || !edtf || (first && first.start <= found.index)) continue;
    first = { edtf, start: found.index, end: found.index + found[0].length };
  }
  return first;
}

/** The date that a field holds: EDTF as it is, an ISO time cut to its day, else the first date in the words. */
export function dateOf(field: string): string | null {
  const text = asciiDigits(field.trim());
  const iso = /^(\d{4})-(\d{2})(?:-(\d{2}))?(?=T|\s|$)/.exec(text);
  if (iso && Number(iso[1]) > 1500) return readEdtf(iso[0])?.edtf ?? null;
  const compact = /^(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?$/.exec(text);
  if (compact) return gregorian(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  if (/^\d{4}$/.test(text)) return Number(text) > 1500 ? text : null;
  return findDate(text)?.edtf ?? (isGregorianEdtf(text) ? text : null);
}

const isGregorianEdtf = (text: string): boolean => /^\D*(1[5-9]|20)/.test(text) && readEdtf(text) !== null;

type Groups = Readonly<Record<string, string | undefined>>;
type Form = readonly [pattern: RegExp, read: (groups: Groups) => string | null];

const FORMS: readonly Form[] = [
  [YEAR_FIRST, ({ year, month, day }) => byNumbers(Number(year), Number(month), Number(day))],
  [DAY_FIRST, byName],
  [MONTH_FIRST, byName],
  [YEAR_LAST, ({ year, month, day }) => yearLast(Number(year), Number(month), Number(day))],
];

function byName({ name, year, day }: Groups): string | null {
  const found = MONTHS.get(name?.toLowerCase() ?? '');
  if (!found) return null;
  if (found.calendar === 'solarHijri') return solarHijri(Number(year), found.month, day === undefined ? null : Number(day));
  return day === undefined ? `${year}-${String(found.month).padStart(2, '0')}` : gregorian(Number(year), found.month, Number(day));
}

function byNumbers(year: number, month: number, day: number): string | null {
  return year >= 1200 && year <= 1500 ? solarHijri(year, month, day) : gregorian(year, month, day);
}

/** Day and month of 03/04/2022 could be either way round; only one above 12 tells. A point parts days first everywhere. */
function yearLast(year: number, month: number, day: number): string | null {
  if (day > 12) return byNumbers(year, month, day);
  if (month > 12) return byNumbers(year, day, month);
  return day === month ? byNumbers(year, month, day) : null;
}

function gregorian(year: number, month: number, day: number): string | null {
  if (year < 1500 || year > 2200 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return isoDay(gregorianToJdn({ year, month, day }));
}

/** A month of the Solar Hijri calendar is an interval of two Gregorian ones, from its first to its last day. */
function solarHijri(year: number, month: number, day: number | null): string | null {
  if (year < 1200 || year > 1500) return null;
  if (day !== null) {
    const jdn = solarHijriToJdn({ year, month, day });
    return jdn === null ? null : isoDay(jdn);
  }
  const first = solarHijriToJdn({ year, month, day: 1 });
  const next = month === 12 ? solarHijriToJdn({ year: year + 1, month: 1, day: 1 }) : solarHijriToJdn({ year, month: month + 1, day: 1 });
  return first === null || next === null ? null : `${isoDay(first)}/${isoDay(next - 1)}`;
}

/** Persian and Arabic digits as ASCII ones, position for position. */
function asciiDigits(text: string): string {
  return text.replace(/[\u06f0-\u06f9\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
}
