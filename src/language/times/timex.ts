// One time expression: TIMEX3 type and value, and the same in EDTF.
import { readEdtf } from '../../base/edtf.ts';
import { dayValue, mondayOf, two, type Anchor, anchorDate } from './anchor.ts';

export type TimexType = 'DATE' | 'TIME' | 'DURATION' | 'SET';
/** PART: an unsaid part of it ("earlier this month"), which leaves the value as it is. */
export type Mod = 'START' | 'MID' | 'END' | 'PART' | null;

/** Tokens `from` up to, not including, `to`, and what they mean. `value` is empty where it cannot be told. */
export type Timex = { readonly from: number; readonly to: number; readonly type: TimexType; readonly value: string; readonly mod: Mod };

const SEASON: Readonly<Record<string, string>> = { SP: '21', SU: '22', FA: '23', WI: '24' };

/** The EDTF of a TIMEX3 date; null of a duration or set, and where the value is not known. */
export function edtfOf(timex: Timex, anchor: Anchor | null): string | null {
  if (timex.type === 'DURATION' || timex.type === 'SET') return null;
  const { value } = timex;
  if (value === 'PRESENT_REF') return anchor ? anchorDate(anchor) : null;
  const edtf = plain(value);
  if (!edtf) return null;
  const approximate = timex.mod !== null && timex.mod !== 'PART' && /^\d{4}$|^\d{3}X$|^\d{4}-\d\d$/.test(edtf) ? `${edtf}~` : edtf;
  return readEdtf(approximate) ? approximate : null;
}

function plain(value: string): string | null {
  if (/^[\d-]{10}\/[\d-]{10}$|^\d{4}-\d\d\/\d{4}-\d\d$/.test(value)) return value;
  const date = /^(\d{4}(?:-\d\d(?:-\d\d)?)?)(?:T.*)?$/.exec(value);
  if (date) return date[1] ?? null;
  if (/^\d{3}$/.test(value)) return `${value}X`;
  if (/^\d{2}$/.test(value)) return `${value}XX`;
  const week = /^(\d{4})-W(\d\d)(-WE)?$/.exec(value);
  if (week) return weekSpan(Number(week[1]), Number(week[2]), week[3] !== undefined);
  const quarter = /^(\d{4})-Q([1-4])$/.exec(value);
  if (quarter) return `${quarter[1]}-${two(Number(quarter[2]) * 3 - 2)}/${quarter[1]}-${two(Number(quarter[2]) * 3)}`;
  const half = /^(\d{4})-H([12])$/.exec(value);
  if (half) return half[2] === '1' ? `${half[1]}-01/${half[1]}-06` : `${half[1]}-07/${half[1]}-12`;
  const season = /^(\d{4})-(SP|SU|FA|WI)$/.exec(value);
  return season ? `${season[1]}-${SEASON[season[2] ?? ''] ?? '21'}` : null;
}

function weekSpan(year: number, week: number, weekend: boolean): string {
  const monday = mondayOf(year, week);
  return `${dayValue(weekend ? monday + 5 : monday)}/${dayValue(monday + 6)}`;
}
