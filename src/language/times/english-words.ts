// The words of English time expressions, and the small readings that every rule shares.
import data from '../data/times.en.json' with { type: 'json' };
import type { Token } from '../tokens.ts';
import type { Amount } from './english-durations.ts';
import type { Anchor } from './anchor.ts';

/** What the rules see: the tokens of one sentence, the document's date, and the last date that the text told (TIMEX3). */
export type Context = {
  readonly tokens: readonly Token[];
  readonly anchor: Anchor | null;
  readonly last: string | null;
  /** The document is written without capitals, so that none can be asked for. */
  readonly lowerCased: boolean;
};

const set = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const map = <T>(table: Readonly<Record<string, T>>): ReadonlyMap<string, T> => new Map(Object.entries(table));

export const MONTHS = map(data.months);
export const WEEKDAYS = map(data.weekdays);
export const words = {
  units: map(data.units), dayParts: map(data.dayParts), seasons: map(data.seasons), numbers: map(data.numbers), ordinals: map(data.ordinals),
  decades: map(data.decades), sets: map(data.sets), vague: set(data.vague), present: set(data.present), past: set(data.past), future: set(data.future),
  start: set(data.start), middle: set(data.middle), end: set(data.end), approximately: set(data.approximately), willFollow: set(data.willFollow),
} as const; // prettier-ignore

/** The lower-case text of a token; empty beyond the sentence. */
export const at = (context: Context, index: number): string => context.tokens[index]?.lower ?? '';

/** 1 of "first", "1st", "twentieth"; null of what is no ordinal. */
export function ordinal(word: string): number | null {
  const digits = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(word);
  return digits ? Number(digits[1]) : (words.ordinals.get(word) ?? null);
}

/** The year written at a token: four digits from 1500 to 2100, or two as in ’98; null of any other number. */
export function year(context: Context, index: number): number | null {
  const word = at(context, index);
  if (!/^\d{4}$/.test(word)) return null;
  const n = Number(word);
  return n >= 1500 && n <= 2100 ? n : null;
}

/** A year in words at a token, and the token after it: "nineteen ninety-six", "two thousand". */
export function spokenYear(context: Context, from: number): { readonly year: number; readonly to: number } | null {
  const first = words.numbers.get(at(context, from));
  if (first === 2 && at(context, from + 1) === 'thousand' && at(context, from - 1) === 'year') return { year: 2000, to: from + 2 };
  if (first !== 19 && first !== 18) return null;
  const joined = hyphenated(at(context, from + 1));
  if (joined !== undefined) return { year: first * 100 + joined, to: from + 2 };
  const tens = words.numbers.get(at(context, from + 1));
  if (tens === undefined || tens < 10 || tens > 90) return null;
  const ones = words.numbers.get(at(context, from + 2));
  return ones !== undefined && tens >= 20 && ones < 10 ? { year: first * 100 + tens + ones, to: from + 3 } : { year: first * 100 + tens, to: from + 2 };
}

/** TIMEX3 value of a decade at a token: "198" of "1980s", "80s", "eighties". */
export function decadeAt(context: Context, index: number, joined: string | null): string | null {
  const word = joined ?? at(context, index);
  const full = /^(\d{3})0'?s$/.exec(word);
  if (full) return full[1] ?? null;
  const short = /^'?(\d)0s$/.exec(word);
  if (short) return `19${short[1]}`;
  const named = words.decades.get(word);
  return named === undefined ? null : `19${named}`;
}

/** A number at a token: "three", "20", "twenty two", "a couple of", "several", "half a"; `to` is the token after it. */
export function quantity(context: Context, from: number): (Amount & { readonly to: number }) | null {
  const word = at(context, from);
  if (words.vague.has(word) || (word === 'a' && ['few', 'couple', 'number'].includes(at(context, from + 1)))) return vagueQuantity(context, from);
  if (/^\d+(?:[.,]\d+)*$/.test(word)) return decimals(context, from, Number(word.replaceAll(',', '')));
  const first = words.numbers.get(word) ?? hyphenated(word);
  if (first === undefined) return null;
  let n = first;
  let to = from + 1;
  for (; to - from < 6; to++) {
    const more = words.numbers.get(at(context, to)) ?? (at(context, to) === 'and' ? 0 : undefined);
    if (more === undefined || (word === 'a' && more < 100) || word === 'an' || at(context, to) === 'a' || at(context, to) === 'an') break;
    if (at(context, to) === 'and' && !words.numbers.has(at(context, to + 1))) break;
    n = more >= 100 ? n * more : n + more;
  }
  if (word === 'half' && (at(context, to) === 'a' || at(context, to) === 'an')) to++;
  return { n, vague: false, to };
}

function decimals(context: Context, from: number, n: number): Amount & { readonly to: number } {
  const half = /^1\/2$/.test(at(context, from + 1)) || (at(context, from + 1) === 'and' && at(context, from + 2) === 'a' && at(context, from + 3) === 'half');
  if (!half) return { n, vague: false, to: from + 1 };
  return { n: n + 0.5, vague: false, to: at(context, from + 1) === 'and' ? from + 4 : from + 2 };
}

function hyphenated(word: string): number | undefined {
  const [tens = '', ones = '', rest] = word.split('-');
  const a = words.numbers.get(tens);
  const b = words.numbers.get(ones);
  return rest === undefined && a !== undefined && b !== undefined && a >= 20 && b < 10 ? a + b : undefined;
}

function vagueQuantity(context: Context, from: number): (Amount & { readonly to: number }) | null {
  const start = at(context, from) === 'a' ? from + 1 : from;
  const of = at(context, start + 1) === 'of' ? start + 2 : start + 1;
  return at(context, start) === 'couple' ? { n: 2, vague: false, to: of } : { n: 0, vague: true, to: of };
}
