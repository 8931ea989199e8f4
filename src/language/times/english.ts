// English time expressions: rules over tokens, each tried where its first word fits; the longest wins.
// Values follow TIMEX3 (ISO-TimeML); relative ones are resolved against the document's date.
import { type Anchor, anchorDate, anchorJdn, dayValue, monthFrom, two, weekValue, yearOfDay, yearOfMonth } from './anchor.ts';
import { clockTime, partOfDay } from './english-clock.ts';
import { durationOf, unitOf, type Amount } from './english-durations.ts';
import { at, MONTHS, ordinal, quantity, spokenYear, year, decadeAt, WEEKDAYS, words, type Context } from './english-words.ts';
import type { Mod, Timex } from './timex.ts';
import { gregorianToJdn, weekday } from '../../base/calendar.ts';

type Rule = (context: Context, from: number) => Timex | null;

const date = (from: number, to: number, value: string, mod: Mod = null): Timex => ({ from, to, type: 'DATE', value, mod });

/** Whether the clause looks ahead, judged by the few words before. */
function looksAhead(context: Context, from: number): boolean {
  for (let back = from - 1; back >= 0 && back >= from - 7; back--) {
    const word = at(context, back);
    if (words.willFollow.has(word)) return !['to', 'by', 'until', 'before'].includes(word) || back < from - 1 || word === 'by' || word === 'until';
    if (word === '.' || word === '"') return false;
  }
  return false;
}

const ISO = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/;
const SLASHED = /^(\d{1,2})[/-](\d{1,2})[/-](\d{2}|\d{4})$/;

const numericDate: Rule = (context, from) => {
  const word = at(context, from);
  const iso = ISO.exec(word);
  if (iso) return ymd(from, from + 1, Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const slashed = SLASHED.exec(word);
  if (!slashed) return null;
  const [, a = '', b = '', y = ''] = slashed;
  const full = y.length === 4 ? Number(y) : Number(y) > 30 ? 1900 + Number(y) : 2000 + Number(y);
  return Number(a) > 12 ? ymd(from, from + 1, full, Number(b), Number(a)) : ymd(from, from + 1, full, Number(a), Number(b));
};

const ymd = (from: number, to: number, y: number, m: number, d: number): Timex | null =>
  m >= 1 && m <= 12 && d >= 1 && d <= 31 ? date(from, to, `${y}-${two(m)}-${two(d)}`) : null;

const dayNumber = (word: string): number | null => {
  const found = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word);
  const n = found ? Number(found[1]) : (words.ordinals.get(word) ?? null);
  return n !== null && n >= 1 && n <= 31 ? n : null;
};

/** "August 10, 2022", "Aug. 10", "August 2022", "August of that year", "last August", "mid-August", "August". */
const monthDate: Rule = (context, from) => {
  let here = from;
  const modified = /^(mid|early|late)-(.+)$/.exec(at(context, here));
  const mod: Mod = modified ? modOf(modified[1] ?? '') : modOf(at(context, here));
  if (mod && !modified) here++;
  if (mod && !modified && at(context, here) === 'in') here++;
  const shift = at(context, here);
  if (['last', 'next', 'this'].includes(shift)) here++;
  const month = MONTHS.get(modified ? (modified[2] ?? '') : at(context, here));
  if (month === undefined || !written(context, here)) return null;
  const day = dayNumber(at(context, here + 1));
  if (day !== null && !/^\d{4}$/.test(at(context, here + 1)) && !['last', 'next', 'this'].includes(shift)) return monthDay(context, from, here + 1, month, day);
  return monthOnly(context, from, here + 1, month, mod, shift);
};

/** May and March are months only with a capital; "mar." and the like as they are. */
const written = (context: Context, here: number): boolean => {
  const token = context.tokens[here];
  if (!token) return false;
  const upper = /^\p{Lu}/u.test(token.text) || token.text.includes('-');
  if (['dec', 'jan', 'feb', 'sep', 'aug', 'oct', 'nov'].includes(token.lower)) return upper && (dayNumber(at(context, here + 1)) !== null || dayNumber(at(context, here - 1)) !== null || year(context, here + 1) !== null);
  if (!['may', 'march', 'mar.'].includes(token.lower)) return upper || context.lowerCased;
  if (token.lower === 'march' || token.lower === 'may') {
    const next = at(context, here + 1);
    if (context.lowerCased) return dayNumber(at(context, here - 1)) !== null || year(context, here + 1) !== null;
    if (!upper) return false;
    return here > 0 || /^\d/.test(next);
  }
  return upper;
};

function modOf(word: string): Mod {
  if (word === 'earlier' || word === 'later') return 'PART';
  if (words.start.has(word)) return 'START';
  if (words.middle.has(word)) return 'MID';
  return words.end.has(word) ? 'END' : null;
}

/** `here` is the day's token. */
function monthDay(context: Context, from: number, here: number, month: number, day: number): Timex | null {
  let to = here + 1;
  if (at(context, to) === ',' && year(context, to + 1) !== null) to++;
  const stated = year(context, to);
  if (stated !== null) return ymd(from, to + 1, stated, month, day);
  const back = at(context, here + 1) === ',' ? here + 1 : to;
  return context.anchor ? ymd(from, back, yearOfDay(context.anchor, month, looksAhead(context, from)), month, day) : date(from, back, `XXXX-${two(month)}-${two(day)}`);
}

function monthOnly(context: Context, from: number, here: number, month: number, mod: Mod, shift: string): Timex | null {
  let to = here;
  if (at(context, to) === ',' || at(context, to) === 'of') to++;
  const stated = year(context, to);
  if (stated !== null) return date(from, to + 1, `${stated}-${two(month)}`, mod);
  const spoken = spokenYear(context, to);
  if (spoken) return date(from, spoken.to, `${spoken.year}-${two(month)}`, mod);
  const { anchor } = context;
  if (!anchor) return date(from, here, `XXXX-${two(month)}`, mod);
  const relative = /^(this|last|next)$/.exec(at(context, here));
  if (relative && at(context, here + 1) === 'year') return date(from, here + 2, `${anchor.year + step(relative[1] ?? '')}-${two(month)}`, mod);
  const ahead = shift === 'next' || (shift !== 'last' && looksAhead(context, from));
  let y = yearOfMonth(anchor, month, ahead);
  if (shift === 'last' && month === anchor.month) y--;
  return date(from, here, `${y}-${two(month)}`, mod);
}

const step = (word: string): number => (word === 'last' || word === 'past' || word === 'previous' ? -1 : word === 'next' || word === 'coming' || word === 'following' ? 1 : 0);

/** "10 August 2022", "the 27th of November", "1 and 2 September" begins with its first. */
const dayMonth: Rule = (context, from) => {
  let here = from;
  if (at(context, here) === 'the') here++;
  const day = dayNumber(at(context, here));
  if (day === null) return null;
  let after = here + 1;
  if (at(context, after) === 'of') after++;
  const month = MONTHS.get(at(context, after));
  if (month === undefined || !(written(context, after) || after === here + 1)) return null;
  if (at(context, after + 1) === ',' && year(context, after + 2) !== null) return ymd(from, after + 3, year(context, after + 2) ?? 0, month, day);
  const stated = year(context, after + 1);
  if (stated !== null) return ymd(from, after + 2, stated, month, day);
  return context.anchor ? ymd(from, after + 1, yearOfDay(context.anchor, month, looksAhead(context, from)), month, day) : date(from, after + 1, `XXXX-${two(month)}-${two(day)}`);
};

/** "Monday", "last Friday", "on Friday, August 12, 2022", "Monday night", "early Tuesday". */
const weekdayDate: Rule = (context, from) => {
  let here = from;
  if (modOf(at(context, here)) && at(context, here) !== 'end') here++;
  const shift = at(context, here);
  if (['last', 'next', 'this', 'past', 'coming'].includes(shift)) here++;
  if (at(context, here) === 'coming' || at(context, here) === 'past') here++;
  const day = WEEKDAYS.get(at(context, here));
  if (day === undefined || (!/^\p{Lu}/u.test(context.tokens[here]?.text ?? '') && !context.lowerCased)) return null;
  const comma = at(context, here + 1) === ',' ? here + 2 : here + 1;
  const full = monthDate(context, comma) ?? dayMonth(context, comma);
  if (full && full.value.length === 10) return { ...full, from };
  if (at(context, here + 1) === "'s" && !partOfDay(context, here + 2)) return weekdayValue(context, from, here + 1, day, shift);
  return weekdayValue(context, from, here + 1, day, shift);
};

function weekdayValue(context: Context, from: number, to: number, day: number, shift: string): Timex {
  const jdn = context.anchor ? anchorJdn(context.anchor) : null;
  if (jdn === null) return withPart(context, from, to, `XXXX-WXX-${day}`);
  const today = weekday(jdn) + 1;
  const ahead = shift === 'next' || shift === 'coming' || (shift !== 'last' && shift !== 'past' && looksAhead(context, from));
  let gap = day - today;
  if (ahead) gap = gap < 0 || (gap === 0 && shift === 'next') ? gap + 7 : gap;
  else if (gap > 0 || (gap === 0 && shift === 'last')) gap -= 7;
  return withPart(context, from, to, dayValue(jdn + gap));
}

/** A day with the part of it, or the hour, that follows. */
function withPart(context: Context, from: number, to: number, value: string): Timex {
  const part = partOfDay(context, to) ?? (at(context, to) === "'s" ? partOfDay(context, to + 1) : null);
  const skip = at(context, to) === "'s" && part ? 2 : 1;
  if (!part) return date(from, to, value);
  return { from, to: to + skip, type: 'TIME', value: `${value}T${part}`, mod: null };
}

/** "today", "yesterday", "tonight", "now", "recently", "the future". */
const deictic: Rule = (context, from) => {
  if (['early', 'late', 'earlier', 'later'].includes(at(context, from)) && ['today', 'yesterday', 'tomorrow'].includes(at(context, from + 1))) {
    const rest = deictic(context, from + 1);
    return rest && { ...rest, from };
  }
  const word = at(context, from);
  const jdn = context.anchor ? anchorJdn(context.anchor) : null;
  const shift = word === 'today' || word === 'tonight' ? 0 : word === 'yesterday' ? -1 : word === 'tomorrow' ? 1 : null;
  if (shift !== null) {
    const base = jdn === null ? (context.anchor && shift === 0 ? anchorDate(context.anchor) : '') : dayValue(jdn + shift);
    if (word === 'tonight') return { from, to: from + 1, type: 'TIME', value: base ? `${base}TNI` : '', mod: null };
    return withPart(context, from, from + 1, base);
  }
  if (words.present.has(word)) return date(from, from + 1, 'PRESENT_REF');
  if (words.past.has(word)) return date(from, from + 1, 'PAST_REF');
  return words.future.has(word) && at(context, from + 1) !== 'as' && at(context, from - 1) !== 'as' ? date(from, from + 1, 'FUTURE_REF') : null;
};

/** A year alone: "1988", "in the year 2000", "fiscal 1989", "mid-1996", "early 2019". */
const yearDate: Rule = (context, from) => {
  let here = from;
  const modified = /^(mid|early|late)-(\d{4})$/.exec(at(context, here));
  if (modified) return date(from, from + 1, modified[2] ?? '', modOf(modified[1] ?? ''));
  const mod = modOf(at(context, here));
  if (mod) here++;
  if (at(context, here) === 'the' && at(context, here + 1) === 'year') here += 2;
  else if (at(context, here) === 'year' || at(context, here) === 'fiscal') here++;
  const spoken = spokenYear(context, here);
  if (spoken) return date(from, spoken.to, String(spoken.year), mod);
  const found = year(context, here);
  if (found === null || !yearFits(context, here, here > from)) return null;
  return date(from, here + 1, String(found), mod);
};

const BEFORE_YEAR = new Set(['in', 'since', 'by', 'until', 'till', 'from', 'of', 'during', 'before', 'after', 'for', 'to', 'and', 'between', 'through', 'the', 'fiscal', '(', ',', 'a', 'early', 'late', 'around', 'about', 'around']);

/** A number of four digits is a year unless it counts or measures something. */
function yearFits(context: Context, here: number, introduced: boolean): boolean {
  const token = context.tokens[here];
  if (!token || token.text.includes(',')) return false;
  const before = at(context, here - 1);
  const after = at(context, here + 1);
  if (['$', '€', '£', 'no', 'no.', 'article', 'resolution', '/', '#', 'section', 'than', 'rs'].includes(before)) return false;
  if (/^(?:percent|%|people|men|women|troops|soldiers|points|dollars|euros|others|children|pounds|meters|metres|miles|km|police|protesters|demonstrators|victims|civilians|prisoners|hours|gmt|local|est|feet|jobs|workers|refugees|employees|times|killed|wounded|kilometers|tons|words|more|members|cases|calls|rooms)$/.test(after)) return false;
  return introduced || BEFORE_YEAR.has(before) || here === 0 || token.text.length === 4;
}

/** "the 1980s", "the 1980s and 90s", "the late 1970s", "the nineties", "the 20th century". */
const longSpan: Rule = (context, from) => {
  let here = from;
  if (at(context, here) === 'the') here++;
  const joined = /^(mid|early|late)-(.+)$/.exec(at(context, here));
  const mod = joined ? modOf(joined[1] ?? '') : modOf(at(context, here));
  if (mod && !joined) here++;
  if (at(context, here) === '-') here++;
  const decade = decadeAt(context, here, joined?.[2] ?? null);
  if (decade !== null) return date(from, here + 1, decade, mod);
  const nth = ordinal(at(context, here));
  if (nth !== null && at(context, here + 1) === 'century' && nth < 22) return date(from, here + 2, two(nth - 1), mod);
  return null;
};

/** "last week", "earlier this month", "the past year", "next month", "that year", "the same day", "the following week". */
const relativeUnit: Rule = (context, from) => {
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
const partOfYear: Rule = (context, from) => {
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
const partOf: Rule = (context, from) => {
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
const counted: Rule = (context, from) => {
  const start = ['almost', 'nearly', 'about', 'around', 'roughly', 'over'].includes(at(context, from)) ? from + 1 : ['more', 'less'].includes(at(context, from)) && at(context, from + 1) === 'than' ? from + 2 : from;
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

/** Business reports compare quarters: there "a year ago" is the same quarter of the year before. */
const tellsQuarters = (context: Context): boolean => context.tokens.some((each) => each.lower === 'quarter' || each.lower.endsWith('-quarter'));

const lastQuarter = (anchor: Anchor): string => (anchor.month === null ? '' : quarterFrom(anchor.year, Math.floor((anchor.month - 1) / 3) - 1));
const yearBefore = (quarter: string): string => (quarter === '' ? '' : `${Number(quarter.slice(0, 4)) - 1}${quarter.slice(4)}`);

/** "the quarter", "the latest quarter", "the year-ago quarter", "the year-earlier period", "year-earlier". */
const quarterAgo: Rule = (context, from) => {
  const here = at(context, from) === 'the' ? from + 1 : from;
  const first = at(context, here);
  const { anchor } = context;
  if (!anchor || !tellsQuarters(context)) return null;
  const ago = ['year-ago', 'year-earlier'].includes(first);
  const noun = ['quarter', 'period'].includes(at(context, here + 1));
  if (ago) return date(noun ? from : here, noun ? here + 2 : here + 1, yearBefore(lastQuarter(anchor)));
  if (here > from && first === 'quarter') return date(from, here + 1, lastQuarter(anchor));
  return here > from && noun && (first === 'latest' || first === 'recent') ? date(from, here + 2, lastQuarter(anchor)) : null;
};

/** "this year's third quarter", "last year's fourth quarter". */
const ownedQuarter: Rule = (context, from) => {
  const shift = at(context, from);
  if (!['this', 'last', 'next'].includes(shift) || at(context, from + 1) !== 'year' || at(context, from + 2) !== "'s" || !context.anchor) return null;
  const nth = ordinal(at(context, from + 3));
  return nth !== null && nth <= 4 && at(context, from + 4) === 'quarter' ? date(from, from + 5, `${context.anchor.year + step(shift)}-Q${nth}`) : null;
};

/** "the weekend", and after "of" or "in" "the year", "the month", "the week": the one of the document's date. */
const bareUnit: Rule = (context, from) => {
  if (at(context, from) !== 'the') return null;
  const word = at(context, from + 1);
  if (word === 'weekend') return date(from, from + 2, relativeValue(context.anchor, 'WE', -1));
  const ofIt = ['of', 'in', 'during'].includes(at(context, from - 1)) && ['end', 'beginning', 'start', 'middle', 'half', 'part', 'later', 'earlier', 'rest', 'late', 'early'].includes(at(context, from - 2));
  return ofIt && ['year', 'month', 'week'].includes(word) ? date(from, from + 2, relativeValue(context.anchor, unitOf(word) ?? '', 0)) : null;
};

function shiftedValue(anchor: Anchor | null, unit: string, n: number): string {
  if (!anchor) return '';
  if (unit === 'DE') return relativeValue(anchor, 'Y', n * 10);
  if (unit === 'CE') return relativeValue(anchor, 'Y', n * 100);
  return Number.isInteger(n) || unit === 'D' ? relativeValue(anchor, unit, Math.round(n)) : '';
}

const narrativeShift = (context: Context, unit: string, n: number): string => (Number.isInteger(n) ? narrativeValue(context, unit, n) : '');

/** "three months", "the past two years", "20-year", "more than four hours", "several days". */
const duration: Rule = (context, from) => {
  const hyphened = /^(\d+(?:\.\d+)?|[a-z]+)-(year|month|week|day|hour|minute|decade|century)(?:-long)?$/.exec(at(context, from));
  if (hyphened) {
    const n = /^\d/.test(hyphened[1] ?? '') ? Number(hyphened[1]) : words.numbers.get(hyphened[1] ?? '');
    const unit = unitOf(hyphened[2] ?? '');
    const value = unit ? durationOf({ n: n ?? 0, vague: n === undefined }, unit) : null;
    return value && (n !== undefined || words.vague.has(hyphened[1] ?? '')) ? { from, to: from + 1, type: 'DURATION', value, mod: null } : null;
  }
  let here = from;
  if (['over', 'some', 'about', 'around', 'only', 'to', 'at', 'final', 'up'].includes(at(context, here)) && ['the', 'last', 'next', 'past', 'a'].includes(at(context, here + 1)) && at(context, here + 1) !== 'a') return null;
  while (['the', 'past', 'last', 'next', 'first', 'coming', 'previous', 'recent', 'these', 'those', 'at', 'least', 'more', 'less', 'than', 'nearly', 'almost', 'over', 'up', 'to', 'about', 'around', 'another', 'approximately', 'only', 'no', 'final', 'some'].includes(at(context, here)) && here - from < 5) here++;
  const amount = quantity(context, here) ?? bare(context, from, here);
  if (!amount) return null;
  const unit = unitOf(at(context, amount.to));
  if (!unit) return null;
  const value = durationOf(amount, unit);
  if (value === null || at(context, amount.to + 1) === 'old') return null;
  if (at(context, from) === 'last' && at(context, from + 1) === 'over') return null;
  return startsDuration(context, from, here) ? { from, to: amount.to + 1, type: 'DURATION', value, mod: null } : null;
};

/** Words that may open a duration: articles and bounds, not a stray "to" or "at". */
function startsDuration(context: Context, from: number, here: number): boolean {
  if (from === here) return true;
  const first = at(context, from);
  if (first === 'at') return at(context, from + 1) === 'least';
  if (first === 'up') return at(context, from + 1) === 'to';
  if (first === 'more' || first === 'less') return at(context, from + 1) === 'than';
  if (first === 'no') return at(context, from + 1) === 'more';
  return !['to', 'than', 'least', 'only'].includes(first);
}

/** Units in the plural with no number: "years", "recent months", "the coming days". */
function bare(context: Context, from: number, here: number): (Amount & { readonly to: number }) | null {
  const word = at(context, here);
  if (!word.endsWith('s') || !unitOf(word) || word === 'seconds' || word === 'quarters' || word === 'nights') return null;
  return from <= here ? { n: 0, vague: true, to: here } : null;
}

const recently: Rule = (context, from) => {
  let here = from;
  if (at(context, here) === 'the') here++;
  if (at(context, here) === 'more') here++;
  const first = at(context, here);
  const unit = unitOf(at(context, here + 1));
  if (first === 'recent' && unit) return date(from, here + 2, 'PAST_REF');
  if (first === 'coming' && unit && at(context, here + 1).endsWith('s')) return date(from, here + 2, 'FUTURE_REF');
  if (first === 'previous' && unit && at(context, here + 1).endsWith('s')) return date(from, here + 2, 'PAST_REF');
  if (at(context, from) === 'the' && here === from + 1 && first === 'past' && !unitOf(at(context, here + 1)) && /^[,.;)]?$/.test(at(context, here + 1))) return date(from, here + 1, 'PAST_REF');
  return at(context, from) === 'the' && here === from + 1 && first === 'future' ? date(from, here + 1, 'FUTURE_REF') : null;
};

const repeated: Rule = (context, from) => {
  const word = at(context, from);
  const set = words.sets.get(word);
  const noun = ['a', 'the', 'independent', 'local'].includes(at(context, from - 1)) || /^[,.]$/.test(at(context, from + 1)) && word === 'daily';
  if (set && noun) return null;
  if (set) return { from, to: from + 1, type: 'SET', value: set, mod: null };
  if (word !== 'every' && word !== 'each') return null;
  const unit = unitOf(at(context, from + 1));
  const value = unit ? durationOf({ n: 1, vague: false }, unit) : null;
  if (value) return { from, to: from + 2, type: 'SET', value, mod: null };
  const day = WEEKDAYS.get(at(context, from + 1));
  return day === undefined ? null : { from, to: from + 2, type: 'SET', value: `XXXX-WXX-${day}`, mod: null };
};

/** "10 p.m. Wednesday", "noon Thursday": the hour on the day that follows. */
const hourOfDay: Rule = (context, from) => {
  const hour = clockTime(context, from);
  if (!hour) return null;
  const next = at(context, hour.to) === ',' || at(context, hour.to) === 'on' ? hour.to + 1 : hour.to;
  const day = weekdayDate(context, next) ?? monthDate(context, next) ?? (['today', 'yesterday', 'tomorrow'].includes(at(context, next)) ? deictic(context, next) : null);
  if (!day || day.type !== 'DATE' || day.value.length < 10 || (next > hour.to && at(context, hour.to) === ',')) return hour;
  return { ...hour, to: day.to, value: `${day.value}${hour.value.slice(hour.value.indexOf('T'))}` };
};

const RULES: readonly Rule[] = [
  numericDate, monthDate, dayMonth, weekdayDate, deictic, longSpan, relativeUnit, partOfYear, partOf, counted, duration, recently, repeated, yearDate, hourOfDay,
  quarterAgo, ownedQuarter, bareUnit,
]; // prettier-ignore

function longest(context: Context, from: number, rules: readonly Rule[]): Timex | null {
  let best: Timex | null = null;
  for (const rule of rules) {
    const found = rule(context, from);
    if (found && (!best || found.to > best.to)) best = found;
  }
  return best;
}

/** The longest expression that begins at token `from`, or null. */
export const englishTimeAt = (context: Context, from: number): Timex | null => longest(context, from, RULES);
