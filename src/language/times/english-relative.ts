// English dates that are told from another: "last week", "that year", "two months ago", "the end of May", "the year-ago quarter".
import { gregorianToJdn } from '../../base/calendar.ts';
import { type Anchor, anchorJdn, dayValue, monthFrom, two, weekValue } from './anchor.ts';
import { partOfDay } from './english-clock.ts';
import { longSpan, monthDate, yearDate } from './english-dates.ts';
import { durationOf, unitOf, type Amount } from './english-durations.ts';
import { date, longest, modOf, step, type Rule } from './english-rule.ts';
import { at, ordinal, quantity, year, words, type Context } from './english-words.ts';
import type { Timex } from './timex.ts';

/** "last week", "earlier this month", "the past year", "next month", "that year", "the same day", "the following week". */
export const relativeUnit: Rule = (context, from) => {
  let here = from;
  const mod = modOf(at(context, here));
  if (mod) here++;
  const determined = at(context, here) === 'the';
  if (determined) here++;
  const shift = at(context, here);
  const unit = unitOf(at(context, here + 1));
  if (!unit || at(context, here + 1).endsWith('s')) return seasonOrPart(context, from, here, shift);
  if (determined && ['last', 'past'].includes(shift) && ['Y', 'M', 'W', 'D', 'DE'].includes(unit)) return pastUnit(context, from, here, unit);
  if (['last', 'next', 'this', 'past', 'coming', 'current', 'previous'].includes(shift)) {
    if (shift === 'past' && !determined) return null;
    return { ...date(from, here + 2, relativeValue(context.anchor, unit, step(shift)), mod) };
  }
  if (['that', 'same', 'following'].includes(shift)) return date(from, here + 2, narrativeValue(context, unit, shift === 'following' ? 1 : 0), mod);
  return null;
};

/** "the past year" and "the last decade" reach back from the anchor: TimeML takes them for durations but for years said as dates. */
function pastUnit(context: Context, from: number, here: number, unit: string): Timex {
  const amount: Amount = { n: 1, vague: false };
  return { from, to: here + 2, type: 'DURATION', value: durationOf(amount, unit) ?? (context.anchor ? String(context.anchor.year) : ''), mod: null };
}

function seasonOrPart(context: Context, from: number, here: number, shift: string): Timex | null {
  if (!['last', 'next', 'this'].includes(shift)) return null;
  const season = words.seasons.get(at(context, here + 1));
  const { anchor } = context;
  if (season && anchor) {
    const stated = year(context, here + 2);
    return date(from, here + 2, `${stated ?? anchor.year + (shift === 'last' && seasonIsAhead(anchor, season) ? -1 : shift === 'next' ? 1 : 0)}-${season}`);
  }
  const part = partOfDay(context, here + 1);
  const jdn = anchor ? anchorJdn(anchor) : null;
  if (part && jdn !== null) return { from, to: here + 2, type: 'TIME', value: `${dayValue(jdn + (shift === 'last' ? -1 : 0))}T${part}`, mod: null };
  return null;
}

function seasonIsAhead(anchor: Anchor, season: string): boolean {
  const first = season === 'SP' ? 3 : season === 'SU' ? 6 : season === 'FA' ? 9 : 12;
  return (anchor.month ?? 1) <= first + 2;
}

/** The value of a unit moved by `n` from the anchor. */
export function relativeValue(anchor: Anchor | null, unit: string, n: number): string {
  if (!anchor) return '';
  const jdn = anchorJdn(anchor);
  if (unit === 'Y') return String(anchor.year + n);
  if (unit === 'M') return monthFrom(anchor, n) ?? '';
  if (unit === 'DE') return String(Math.floor(anchor.year / 10) + n);
  if (unit === 'CE') return two(Math.floor(anchor.year / 100) + n);
  if (unit === 'Q' && anchor.month !== null) return quarterFrom(anchor.year, Math.floor((anchor.month - 1) / 3) + n);
  if (jdn === null) return '';
  if (unit === 'W') return weekValue(jdn + 7 * n);
  if (unit === 'WE') return `${weekValue(jdn + 7 * n)}-WE`;
  return unit === 'D' ? dayValue(jdn + n) : '';
}

export const quarterFrom = (y: number, index: number): string => `${y + Math.floor(index / 4)}-Q${(((index % 4) + 4) % 4) + 1}`;

/** "that year" after 1988 is 1988: the last date of the sentence or the one before, where it is as precise as the unit. */
function narrativeValue(context: Context, unit: string, n: number): string {
  const last = context.last;
  const parts = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(last ?? '');
  if (!parts) return '';
  const anchor: Anchor = { year: Number(parts[1]), month: parts[2] ? Number(parts[2]) : null, day: parts[3] ? Number(parts[3]) : null };
  return relativeValue(anchor, unit, n);
}

/** "the third quarter", "the fourth-quarter", "the first half of 1999", "summer 1998", "the summer of 1998". */
export const partOfYear: Rule = (context, from) => {
  let here = from;
  if (at(context, here) === 'the') here++;
  const joined = /^(first|second|third|fourth)-(quarter|half)$/.exec(at(context, here));
  const nth = joined ? ordinal(joined[1] ?? '') : ordinal(at(context, here));
  const what = joined ? joined[2] : at(context, here + 1);
  if (nth !== null && nth <= 4 && (what === 'quarter' || what === 'half')) {
    const to = here + (joined ? 1 : 2);
    const of = at(context, to) === 'of' ? to + 1 : to;
    const stated = year(context, of);
    if (what === 'half' && stated === null) return null;
    const y = stated ?? (context.anchor ? quarterYear(context.anchor, nth) : null);
    return y === null ? null : date(from, stated === null ? to : of + 1, `${y}-${what === 'half' ? 'H' : 'Q'}${nth}`);
  }
  const season = words.seasons.get(at(context, here));
  if (!season) return null;
  const of = at(context, here + 1) === 'of' ? here + 2 : here + 1;
  const stated = year(context, of);
  return stated === null ? null : date(from, of + 1, `${stated}-${season}`);
};

const quarterYear = (anchor: Anchor, nth: number): number => (anchor.month !== null && nth * 3 - 2 > anchor.month ? anchor.year - 1 : anchor.year);

/** "the end of 1990", "the beginning of the year", "the final week of August", "the middle of October". */
export const partOf: Rule = (context, from) => {
  let here = from;
  if (at(context, here) === 'the') here++;
  const mod = modOf(at(context, here));
  const week = weekOfMonth(context, from, here);
  if (week) return week;
  if (!mod || at(context, here + 1) !== 'of') return null;
  const rest = longest(context, here + 2, [monthDate, yearDate, longSpan, relativeUnit]);
  return rest && rest.type === 'DATE' ? { ...rest, from, mod } : null;
};

function weekOfMonth(context: Context, from: number, here: number): Timex | null {
  const which = at(context, here);
  if (!['first', 'second', 'third', 'final', 'last'].includes(which) || at(context, here + 1) !== 'week' || at(context, here + 2) !== 'of') return null;
  const month = monthDate(context, here + 3);
  if (!month || !/^\d{4}-\d\d$/.test(month.value)) return null;
  const y = Number(month.value.slice(0, 4));
  const m = Number(month.value.slice(5));
  const last = gregorianToJdn({ year: m === 12 ? y + 1 : y, month: m === 12 ? 1 : m + 1, day: 1 }) - 1;
  const first = which === 'final' || which === 'last' ? last - 6 : gregorianToJdn({ year: y, month: m, day: 1 }) + 7 * ((ordinal(which) ?? 1) - 1);
  return { ...month, from, value: `${dayValue(first)}/${dayValue(first + 6)}`, mod: null };
}

/** "a decade ago", "two weeks later", "three years earlier": counted from the anchor, or from the last date told. */
export const counted: Rule = (context, from) => {
  const start = ['almost', 'nearly', 'about', 'around', 'roughly', 'over'].includes(at(context, from))
    ? from + 1
    : ['more', 'less'].includes(at(context, from)) && at(context, from + 1) === 'than'
      ? from + 2
      : from;
  const amount = quantity(context, start);
  if (!amount) return null;
  const unit = unitOf(at(context, amount.to));
  if (!unit) return null;
  let to = amount.to + 1;
  if (at(context, to) === 'or' && at(context, to + 1) === 'so') to += 2;
  const way = at(context, to);
  const back = way === 'ago' || way === 'earlier' || way === 'before' ? -1 : way === 'later' || (way === 'from' && at(context, to + 1) === 'now') ? 1 : 0;
  if (back === 0) return null;
  const end = way === 'from' ? to + 2 : to + 1;
  if (amount.vague) return date(from, end, back < 0 ? 'PAST_REF' : 'FUTURE_REF');
  if (way === 'later' || way === 'before') return date(from, end, narrativeShift(context, unit, amount.n));
  if (unit === 'Y' && amount.n === 1 && context.anchor && tellsQuarters(context)) return date(from, end, yearBefore(lastQuarter(context.anchor)));
  return date(from, end, shiftedValue(context.anchor, unit, back * amount.n));
};

/** "cents a share": earnings, which are told by the quarter. */
const isPerShare = (lower: string, n: number, context: Context): boolean => lower === 'share' && at(context, n - 1) === 'a';

/** Business reports compare quarters: there "a year ago" is the same quarter of the year before. */
const tellsQuarters = (context: Context): boolean =>
  context.tokens.some((each, n) => each.lower === 'quarter' || each.lower.endsWith('-quarter') || isPerShare(each.lower, n, context));

const lastQuarter = (anchor: Anchor): string => (anchor.month === null ? '' : quarterFrom(anchor.year, Math.floor((anchor.month - 1) / 3) - 1));
const yearBefore = (quarter: string): string => (quarter === '' ? '' : `${Number(quarter.slice(0, 4)) - 1}${quarter.slice(4)}`);

/** "the quarter", "the latest quarter", "the year-ago quarter", "the year-earlier period", "year-earlier". */
export const quarterAgo: Rule = (context, from) => {
  const here = at(context, from) === 'the' ? from + 1 : from;
  const first = at(context, here);
  const { anchor } = context;
  if (!anchor) return null;
  const ago = ['year-ago', 'year-earlier'].includes(first);
  const noun = ['quarter', 'period'].includes(at(context, here + 1));
  if (ago && !tellsQuarters(context) && !noun) return null;
  if (ago) return date(noun ? from : here, noun ? here + 2 : here + 1, yearBefore(lastQuarter(anchor)));
  if (here > from && first === 'quarter' && tellsQuarters(context)) return date(from, here + 1, lastQuarter(anchor));
  return here > from && noun && (first === 'latest' || first === 'recent') ? date(from, here + 2, lastQuarter(anchor)) : null;
};

/** "this year's third quarter", "last year's fourth quarter". */
export const ownedQuarter: Rule = (context, from) => {
  const shift = at(context, from);
  if (!['this', 'last', 'next'].includes(shift) || at(context, from + 1) !== 'year' || at(context, from + 2) !== "'s" || !context.anchor) return null;
  const nth = ordinal(at(context, from + 3));
  return nth !== null && nth <= 4 && at(context, from + 4) === 'quarter' ? date(from, from + 5, `${context.anchor.year + step(shift)}-Q${nth}`) : null;
};

/** "by year's end", "at year end", "the full year", "the year ended March 31": the year of the document, or its length. */
export const wholeYear: Rule = (context, from) => {
  const first = at(context, from);
  if (first !== 'the' && !first.startsWith('year')) return null;
  const { anchor } = context;
  const next = [0, 1, 2, 3].map((n) => at(context, from + n));
  if (first === 'year' && next[1] === 'end') return anchor ? date(from, from + 2, String(anchor.year), 'END') : null;
  if (first === 'year' && next[1] === "'s" && next[2] === 'end') return anchor ? date(from, from + 3, String(anchor.year), 'END') : null;
  if (first === 'year-end') return anchor ? date(from, from + 1, String(anchor.year), 'END') : null;
  if (first !== 'the') return null;
  const to = next[1] === 'full' || next[1] === 'fiscal' ? 2 : 1;
  if (next[to] !== 'year') return null;
  const span = /^(?:ended|ending)$/.test(next[to + 1] ?? '');
  if (span || next[1] === 'fiscal') return { from, to: from + to + 1, type: 'DURATION', value: 'P1Y', mod: null };
  const told = next[1] === 'full' || (at(context, from - 1) === 'for' && /^[,.;]?$/.test(next[2] ?? ''));
  return told && anchor ? date(from, from + to + 1, String(anchor.year)) : null;
};

/** "the 1988 quarter", "the 1988 second quarter", "the 1988 period". */
export const quarterOfYear: Rule = (context, from) => {
  const here = at(context, from) === 'the' ? from + 1 : from;
  const stated = year(context, here);
  if (stated === null) return null;
  const nth = ordinal(at(context, here + 1));
  if (nth !== null && nth <= 4 && at(context, here + 2) === 'quarter') return date(from, here + 3, `${stated}-Q${nth}`);
  if (here === from || (at(context, here + 1) !== 'quarter' && at(context, here + 1) !== 'period') || !context.anchor) return null;
  const quarter = lastQuarter(context.anchor).slice(4);
  return date(from, here + 2, quarter ? `${stated}${quarter}` : String(stated));
};

/** "the weekend", and after "of" or "in" "the year", "the month", "the week": the one of the document's date. */
export const bareUnit: Rule = (context, from) => {
  if (at(context, from) !== 'the') return null;
  const word = at(context, from + 1);
  if (word === 'weekend') return date(from, from + 2, relativeValue(context.anchor, 'WE', -1));
  const ofIt =
    ['of', 'in', 'during'].includes(at(context, from - 1)) &&
    ['end', 'beginning', 'start', 'middle', 'half', 'part', 'later', 'earlier', 'rest', 'late', 'early'].includes(at(context, from - 2));
  return ofIt && ['year', 'month', 'week'].includes(word) ? date(from, from + 2, relativeValue(context.anchor, unitOf(word) ?? '', 0)) : null;
};

function shiftedValue(anchor: Anchor | null, unit: string, n: number): string {
  if (!anchor) return '';
  if (unit === 'DE') return relativeValue(anchor, 'Y', n * 10);
  if (unit === 'CE') return relativeValue(anchor, 'Y', n * 100);
  return Number.isInteger(n) || unit === 'D' ? relativeValue(anchor, unit, Math.round(n)) : '';
}

const narrativeShift = (context: Context, unit: string, n: number): string => (Number.isInteger(n) ? narrativeValue(context, unit, n) : '');
