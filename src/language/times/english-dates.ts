// English dates that name themselves: days, months, years, decades, weekdays, quarters, "today".
import { weekday } from '../../base/calendar.ts';
import { anchorDate, anchorJdn, dayValue, two, yearOfDay, yearOfMonth } from './anchor.ts';
import { partOfDay } from './english-clock.ts';
import { date, looksAhead, modOf, step, type Rule } from './english-rule.ts';
import { at, MONTHS, ordinal, spokenYear, year, decadeAt, WEEKDAYS, words, type Context } from './english-words.ts';
import type { Mod, Timex } from './timex.ts';

const ISO = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/;
const SLASHED = /^(\d{1,2})[/-](\d{1,2})[/-](\d{2}|\d{4})$/;

export const numericDate: Rule = (context, from) => {
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
export const monthDate: Rule = (context, from) => {
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
  if (['dec', 'jan', 'feb', 'sep', 'aug', 'oct', 'nov'].includes(token.lower))
    return upper && (dayNumber(at(context, here + 1)) !== null || dayNumber(at(context, here - 1)) !== null || year(context, here + 1) !== null);
  if (!['may', 'march', 'mar.'].includes(token.lower)) return upper || context.lowerCased;
  if (token.lower === 'march' || token.lower === 'may') {
    const next = at(context, here + 1);
    if (context.lowerCased) return dayNumber(at(context, here - 1)) !== null || year(context, here + 1) !== null;
    if (!upper) return false;
    return here > 0 || /^\d/.test(next);
  }
  return upper;
};

/** `here` is the day's token. */
function monthDay(context: Context, from: number, here: number, month: number, day: number): Timex | null {
  let to = here + 1;
  if (at(context, to) === ',' && year(context, to + 1) !== null) to++;
  const stated = year(context, to);
  if (stated !== null) return ymd(from, to + 1, stated, month, day);
  const back = at(context, here + 1) === ',' ? here + 1 : to;
  return context.anchor
    ? ymd(from, back, yearOfDay(context.anchor, month, looksAhead(context, from)), month, day)
    : date(from, back, `XXXX-${two(month)}-${two(day)}`);
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

/** "10 August 2022", "the 27th of November", "1 and 2 September" begins with its first. */
export const dayMonth: Rule = (context, from) => {
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
  return context.anchor
    ? ymd(from, after + 1, yearOfDay(context.anchor, month, looksAhead(context, from)), month, day)
    : date(from, after + 1, `XXXX-${two(month)}-${two(day)}`);
};

/** "Monday", "last Friday", "on Friday, August 12, 2022", "Monday night", "early Tuesday". */
export const weekdayDate: Rule = (context, from) => {
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
export const deictic: Rule = (context, from) => {
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
export const yearDate: Rule = (context, from) => {
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

const BEFORE_YEAR = new Set([
  'in',
  'since',
  'by',
  'until',
  'till',
  'from',
  'of',
  'during',
  'before',
  'after',
  'for',
  'to',
  'and',
  'between',
  'through',
  'the',
  'fiscal',
  '(',
  ',',
  'a',
  'early',
  'late',
  'around',
  'about',
  'around',
]);

/** A number of four digits is a year unless it counts or measures something. */
function yearFits(context: Context, here: number, introduced: boolean): boolean {
  const token = context.tokens[here];
  if (!token || token.text.includes(',')) return false;
  const before = at(context, here - 1);
  const after = at(context, here + 1);
  if (['$', '€', '£', 'no', 'no.', 'article', 'resolution', '/', '#', 'section', 'than', 'rs'].includes(before)) return false;
  if (
    /^(?:percent|%|people|men|women|troops|soldiers|points|dollars|euros|others|children|pounds|meters|metres|miles|km|police|protesters|demonstrators|victims|civilians|prisoners|hours|gmt|local|est|feet|jobs|workers|refugees|employees|times|killed|wounded|kilometers|tons|words|more|members|cases|calls|rooms)$/.test(
      after,
    )
  )
    return false;
  return introduced || BEFORE_YEAR.has(before) || here === 0 || token.text.length === 4;
}

/** "the 1980s", "the 1980s and 90s", "the late 1970s", "the nineties", "the 20th century". */
export const longSpan: Rule = (context, from) => {
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
