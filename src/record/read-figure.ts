// How many people words speak of: "at least 31 killed", "nine", "a few hundred", "between 20 and 30", "بیش از ۳۰ هزار". What is measured in
// years, money or anything but people is no figure.
import { fold, foldedWords } from '../base/fold.ts';
import type { Counted } from '../model/figures.ts';
import { factorOf, readNumber } from './read-number.ts';
import table from './number-words.json' with { type: 'json' };

/** `high` is null where the words leave it open. `of` is null where they do not say of whom. */
export type FigureRead = { readonly low: number; readonly high: number | null; readonly of: Counted | null };

const loose = new Map(Object.entries(table.loose).map(([word, n]) => [fold(word), n]));
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
  if (!found || measures.has(words[found.end] ?? '') || measures.has(words[found.end + 1] ?? '')) return null;
  const all = ` ${words.join(' ')} `;
  const has = (some: readonly string[]): boolean => some.some((each) => all.includes(each));
  const of = counted.find((each) => has(each.words))?.of ?? null;
  const { low, high } = found;
  if (has(most)) return { low: 0, high: high ?? low, of };
  return { low, high: has(least) ? null : high, of };
}

/** Folded words; groups of a number are put together, and a decimal keeps its point where a factor follows ("1.5 million"). */
function wordsOf(text: string): readonly string[] {
  const whole = text.replace(/(?<=\p{N})[,.٬’ ](?=\p{N}{3}(?!\p{N}))/gu, '').replace(/(?<=\p{N})\s*[-–]\s*(?=\p{N})/gu, ' to ');
  const words = foldedWords(whole.replace(/(?<=\p{N})[.,٫](?=\p{N}{1,2}(?!\p{N}))/gu, 'decimal'));
  return words.flatMap((word) => (/^\d+decimal\d+$/.test(word) ? [word.replace('decimal', '.')] : [word]));
}

type Found = { readonly low: number; readonly high: number | null; readonly end: number };

/** The first number of the words, with the one that ends its range; `end` is the word after it. */
function numberAt(words: readonly string[]): Found | null {
  for (let at = 0; at < words.length; at++) {
    const first = oneNumber(words, at, !isRange.has(words[at - 1] ?? ''));
    if (!first) continue;
    const second = between.has(words[first.end] ?? '') ? oneNumber(words, first.end + 1, true) : null;
    return second && first.high !== null && second.low > first.low ? { low: first.low, high: second.high, end: second.end } : first;
  }
  return null;
}

function oneNumber(words: readonly string[], at: number, joins: boolean): Found | null {
  const word = words[at] ?? '';
  const vague = loose.get(word);
  if (vague !== undefined) return { low: vague, high: null, end: at + 1 };
  if (few.has(word)) {
    const factor = factorOf(words[at + 1]);
    return factor === null ? null : { low: 2 * factor, high: null, end: at + 2 };
  }
  const read = readNumber(words, at, joins);
  return read && { low: read.value, high: read.value, end: read.end };
}
