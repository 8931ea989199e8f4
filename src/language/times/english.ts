// English time expressions: rules over tokens, each tried where its first word fits; the longest wins.
// Values follow TIMEX3 (ISO-TimeML); relative ones are resolved against the document's date.
import { POS, lookUp } from '../lexicon.ts';
import { clockTime } from './english-clock.ts';
import { dayMonth, deictic, longSpan, monthDate, numericDate, weekdayDate, yearDate } from './english-dates.ts';
import { durationOf, unitOf, type Amount } from './english-durations.ts';
import { bareUnit, counted, ownedQuarter, partOf, partOfYear, quarterAgo, quarterOfYear, relativeUnit, wholeYear } from './english-relative.ts';
import { date, longest, type Rule } from './english-rule.ts';
import { at, quantity, WEEKDAYS, words, type Context } from './english-words.ts';
import type { Timex } from './timex.ts';

/** "three months", "the past two years", "20-year", "more than four hours", "several days". */
const duration: Rule = (context, from) => {
  const hyphened = /^(\d+(?:\.\d+)?|[a-z]+)-(year|month|week|day|hour|minute|decade|century)(?:-long|-old)?$/.exec(at(context, from));
  // An age is no time: "a 44-year-old man", but "an 8-month-old truce".
  if (hyphened && !at(context, from).endsWith('-year-old')) {
    const n = /^\d/.test(hyphened[1] ?? '') ? Number(hyphened[1]) : words.numbers.get(hyphened[1] ?? '');
    const unit = unitOf(hyphened[2] ?? '');
    const value = unit ? durationOf({ n: n ?? 0, vague: n === undefined }, unit) : null;
    return value && (n !== undefined || words.vague.has(hyphened[1] ?? '')) ? { from, to: from + 1, type: 'DURATION', value, mod: null } : null;
  }
  let here = from;
  if (
    ['over', 'some', 'about', 'around', 'only', 'to', 'at', 'final', 'up'].includes(at(context, here)) &&
    ['the', 'last', 'next', 'past', 'a'].includes(at(context, here + 1)) &&
    at(context, here + 1) !== 'a'
  )
    return null;
  while (
    [
      'the',
      'past',
      'last',
      'next',
      'first',
      'coming',
      'previous',
      'recent',
      'these',
      'those',
      'at',
      'least',
      'more',
      'less',
      'than',
      'nearly',
      'almost',
      'over',
      'up',
      'to',
      'about',
      'around',
      'another',
      'approximately',
      'only',
      'no',
      'final',
      'some',
    ].includes(at(context, here)) &&
    here - from < 5
  )
    here++;
  const amount = quantity(context, here) ?? bare(context, from, here);
  if (!amount) return null;
  // "the 1988 quarter" tells which, not how long.
  if (amount.n >= 1500 && amount.n <= 2100 && !amount.vague) return null;
  const more = at(context, amount.to) === 'more' ? 1 : 0;
  const unit = unitOf(at(context, amount.to + more));
  if (!unit) return null;
  const value = durationOf(amount, unit);
  if (value === null || at(context, amount.to + more + 1) === 'old') return null;
  if (at(context, from) === 'last' && at(context, from + 1) === 'over') return null;
  return startsDuration(context, from, here) ? { from, to: amount.to + more + 1, type: 'DURATION', value, mod: null } : null;
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
  if (first === 'these' && at(context, here + 1) === 'days') return date(from, here + 2, 'PRESENT_REF');
  if (first === 'past' && here === from && unit && at(context, here + 1).endsWith('s')) return date(from, here + 2, 'PAST_REF');
  if (first === 'recent' && unit) return date(from, here + 2, 'PAST_REF');
  if (first === 'coming' && unit && at(context, here + 1).endsWith('s')) return date(from, here + 2, 'FUTURE_REF');
  if (first === 'previous' && unit && at(context, here + 1).endsWith('s')) return date(from, here + 2, 'PAST_REF');
  if (at(context, from) === 'the' && here === from + 1 && first === 'past' && !unitOf(at(context, here + 1)) && /^[,.;)]?$/.test(at(context, here + 1)))
    return date(from, here + 1, 'PAST_REF');
  return at(context, from) === 'the' && here === from + 1 && first === 'future' ? date(from, here + 1, 'FUTURE_REF') : null;
};

const SETS_OF_NOUNS = new Set(['annual', 'quarterly', 'daily']);

/** "its quarterly dividend": an adjective that says what sort of dividend it is. */
const isBeforeNoun = (context: Context, from: number): boolean => {
  const next = lookUp(at(context, from + 1));
  return (
    /^[a-z]/.test(at(context, from + 1)) &&
    (next.pos & (POS.preposition | POS.conjunction | POS.determiner | POS.adverb | POS.pronoun | POS.be | POS.modal)) === 0
  );
};

const repeated: Rule = (context, from) => {
  const word = at(context, from);
  const set = SETS_OF_NOUNS.has(word) && isBeforeNoun(context, from) ? undefined : words.sets.get(word);
  const noun = ['a', 'the', 'independent', 'local'].includes(at(context, from - 1)) || (/^[,.]$/.test(at(context, from + 1)) && word === 'daily');
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
  const day =
    weekdayDate(context, next) ?? monthDate(context, next) ?? (['today', 'yesterday', 'tomorrow'].includes(at(context, next)) ? deictic(context, next) : null);
  if (!day || day.type !== 'DATE' || day.value.length < 10 || (next > hour.to && at(context, hour.to) === ',')) return hour;
  return { ...hour, to: day.to, value: `${day.value}${hour.value.slice(hour.value.indexOf('T'))}` };
};

const RULES: readonly Rule[] = [
  numericDate, monthDate, dayMonth, weekdayDate, deictic, longSpan, relativeUnit, partOfYear, partOf, counted, recently, duration, repeated, yearDate, hourOfDay,
  quarterAgo, ownedQuarter, quarterOfYear, wholeYear, bareUnit,
]; // prettier-ignore

/** The longest expression that begins at token `from`, or null. */
export const englishTimeAt = (context: Context, from: number): Timex | null => longest(context, from, RULES);
