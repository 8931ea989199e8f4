// How many people words speak of: "at least 31 killed", "nine", "a few hundred", "between 20 and 30", "بیش از ۳۰ هزار". What is measured in
// years, money or anything but people is no figure.
import { fold, foldedWords } from '../base/fold.ts';
import type { Counted } from '../model/figures.ts';
import { factorOf, readNumber } from './read-number.ts';
import table from './number-words.json' with { type: 'json' };

/** `high` is null where the words leave it open. `of` is null where they do not say of whom. */
export type FigureRead = { readonly low: number; readonly high: number | null; readonly of: Counted | null };

const loose = new Map(Object.entries(table.loose).map(([word, n]) => [fold(word), n]));
const thousands = new Map(Object.entries(table.thousands).map(([word, n]) => [fold(word), n]));
const [half, dated, before] = [table.half, table.dated, table.before].map((words) => new Set(words.map(fold))) as [Set<string>, Set<string>, Set<string>];
const few = new Set(table.few.map(fold));
const between = new Set(table.between.map(fold));
const isRange = new Set(table.ranges.map(fold));
const measures = new Set(table.measures.map(fold));
const phrases = (texts: readonly string[]): readonly string[] => texts.map((text) => ` ${foldedWords(text).join(' ')} `);
const least = phrases(table.least);
const most = phrases(table.most);
const counted = Object.entries(table.counted).map(([of, texts]) => ({ of: of as Counted, words: phrases(texts) }));

/** Null where no number of people is given. */
export function readFigure(text: string): FigureRead | null {
  const words = wordsOf(text);
  const found = numberAt(words);
  if (!found) return null;
  const all = ` ${words.join(' ')} `;
  const has = (some: readonly string[]): boolean => some.some((each) => all.includes(each));
  const of = counted.find((each) => has(each.words))?.of ?? null;
  const { low, high } = found;
  // "No fewer than" has "fewer than" in it, and "no more than" has "more than": the longer is what is said.
  const [atLeast, atMost] = [longest(least, all), longest(most, all)];
  if (atMost > atLeast) return { low: 0, high: high ?? low, of };
  return { low, high: atLeast > 0 ? null : high, of };
}

const longest = (some: readonly string[], all: string): number => Math.max(0, ...some.map((each) => (all.includes(each) ? each.length : 0)));

const SIGN = `[${table.money.replace('$', '\\$')}]`;
/** "$300,000", "5 %": money and shares are no people. */
const MONEY = new RegExp(String.raw`${SIGN}\s?\p{N}[\p{N}.,٬٫]*(?:\s(?:million|billion|thousand)\b)?|\p{N}[\p{N}.,٬٫]*\s?${SIGN}`, 'gu');

/** Folded words; groups of a number are put together, and a decimal keeps its point where a factor follows ("1.5 million"). */
function wordsOf(text: string): readonly string[] {
  const plain = text
    .replace(MONEY, ' ')
    .replace(/(?<![\p{L}\p{N}])و(?=\p{N})/gu, 'و ')
    .replace(/(?<=\p{L})[\u200c ]ها(?!\p{L})/gu, 'ها');
  const whole = plain.replace(/(?<=\p{N})[,.٬’ ](?=\p{N}{3}(?!\p{N}))/gu, '').replace(/(?<=\p{N})\s*[-–]\s*(?=\p{N})/gu, ' to ');
  const words = foldedWords(whole.replace(/(?<=\p{N})[.,٫](?=\p{N}{1,2}(?!\p{N}))/gu, 'decimal'));
  return words.flatMap((word) => (/^\d+decimal\d+$/.test(word) ? [word.replace('decimal', '.')] : [word]));
}

type Found = { readonly low: number; readonly high: number | null; readonly end: number };

/** The first number of people among the words, with the one that ends its range; `end` is the word after it. */
function numberAt(words: readonly string[]): Found | null {
  for (let at = 0; at < words.length; at++) {
    const found = rangeAt(words, at);
    if (!found) continue;
    if (isOfPeople(words, at, found.end)) return found;
    at = found.end - 1;
  }
  return null;
}

/** No date, no age, and nothing that is measured. */
function isOfPeople(words: readonly string[], at: number, end: number): boolean {
  const after = [words[end] ?? '', words[end + 1] ?? ''];
  if (after.some((word) => measures.has(word)) || dated.has(after[0] ?? '')) return false;
  const [last, number] = [words[at - 1] ?? '', words[at] ?? ''];
  return !dated.has(last) && !before.has(last) && !(YEAR.test(number) && YEAR_WORDS.has(last));
}

const YEAR = /^(?:1[89]\d\d|20\d\d|1[34]\d\d)$/;
const YEAR_WORDS = new Set(['in', 'since', 'en', 'depuis', 'desde', 'sedan', 'i', 'در', 'فی', 'في'].map(fold));

function rangeAt(words: readonly string[], at: number): Found | null {
  const isRanged = isRange.has(words[at - 1] ?? '');
  // "between two thousand and eight hundred to five thousand": what ends in "to" may have an "and" of its own.
  const whole = isRanged ? oneNumber(words, at, true) : null;
  const first = whole && between.has(words[whole.end] ?? '') && oneNumber(words, whole.end + 1, true) ? whole : oneNumber(words, at, !isRanged);
  if (!first) return null;
  const second = between.has(words[first.end] ?? '') ? oneNumber(words, first.end + 1, true) : null;
  return second && first.high !== null && second.low > first.low ? { low: first.low, high: second.high, end: second.end } : first;
}

function oneNumber(words: readonly string[], at: number, joins: boolean): Found | null {
  const word = words[at] ?? '';
  const vague = loose.get(word);
  if (vague !== undefined) return vagueAt(words, at, vague);
  if (few.has(word)) {
    const factor = factorOf(words[at + 1]);
    return factor === null ? null : { low: 2 * factor, high: null, end: at + 2 };
  }
  if (half.has(word)) {
    const then = ['a', 'an', 'de'].includes(words[at + 1] ?? '') ? at + 2 : at + 1;
    const factor = factorOf(words[then]);
    return factor === null || factor < 10 ? null : { low: factor / 2, high: factor / 2, end: then + 1 };
  }
  const read = readNumber(words, at, joins);
  return read && { low: read.value, high: read.value, end: read.end };
}

const OF = new Set(['of', 'de', 'd', 'av', 'من'].map(fold));

/** "Hundreds", "tens of thousands", "ده‌ها هزار". */
function vagueAt(words: readonly string[], at: number, vague: number): Found | null {
  const then = OF.has(words[at + 1] ?? '') ? at + 2 : at + 1;
  const factor = thousands.get(words[then] ?? '');
  if (factor !== undefined && vague < factor) return { low: vague * factor, high: null, end: then + 1 };
  return words[at] === 'tens' ? null : { low: vague, high: null, end: at + 1 };
}
