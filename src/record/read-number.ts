// A number in words or digits, as texts write how many: "31", "1.5 million", "two hundred and five", "سیصد و پنجاه", "soixante-dix".
import { fold } from '../base/fold.ts';
import table from './number-words.json' with { type: 'json' };

const folded = (numbers: Readonly<Record<string, number>>): ReadonlyMap<string, number> => new Map(Object.entries(numbers).map(([word, n]) => [fold(word), n]));
const ones = folded(table.ones);
const tens = folded(table.tens);
const hundreds = folded(table.hundreds);
const times = folded(table.times);
const joined = folded(table.joined);
const joiners = new Set(table.joiners.map(fold));
const leads = new Set(table.leads.map(fold));
const andArabic = fold('و');

/** `end` is the word after it. */
export type NumberRead = { readonly value: number; readonly end: number };

/** What a word multiplies by, as "thousand" does; null where it is no such word. */
export const factorOf = (word: string | undefined): number | null => times.get(word ?? '') ?? null;

/** One part of a number: a part may be followed by one that is under `room` alone. */
type Part = { readonly value: number; readonly room: number; readonly length: number };

/**
 * The number that begins at a word; null where none does. "One" in words is none: "one of the prisoners" counts nobody. Nor is a word that
 * multiplies where an unknown word stands before it, which may be a number that this does not know.
 *
 * @param words - folded
 * @param joins - whether "and" may stand inside of it: between "between" and "and" it may not
 */
export function readNumber(words: readonly string[], at: number, joins: boolean): NumberRead | null {
  const digits = /^\d{1,9}(?:\.\d{1,2})?$/.exec(words[at] ?? '')?.[0];
  const first = digits === undefined ? partAt(words, at) : { value: Number(digits), room: 0, length: 1 };
  const factor = factorOf(words[at]);
  const before = words[at - 1];
  if (first === null && (factor === null || (before !== undefined && !leads.has(before)))) return null;
  let total = 0;
  let group = first?.value ?? 1;
  let room = first?.room ?? 0;
  let end = at + (first?.length ?? 0);
  let isGroupOpen = true;
  // What is still to come is smaller than the last factor, so that two numbers beside each other are not one.
  let below = Infinity;
  for (;;) {
    const multiplied: number | null = isGroupOpen ? factorOf(words[end]) : null;
    if (multiplied !== null && multiplied < below) {
      if (multiplied < 1000) [group, room] = [group * multiplied, multiplied];
      else [total, group, room, below, isGroupOpen] = [total + group * multiplied, 0, multiplied, multiplied, false];
      end++;
      continue;
    }
    const joiner = joins && joiners.has(words[end] ?? '') ? 1 : 0;
    const next = partAt(words, end + joiner);
    const follower = next ? factorOf(words[end + joiner + next.length]) : null;
    if (!next || next.value >= room || (follower !== null && follower >= 1000 && follower >= below)) break;
    [group, room, end, isGroupOpen] = [group + next.value, next.room, end + joiner + next.length, true];
  }
  const value = total + group;
  return !Number.isInteger(value) || (value === 1 && digits === undefined) ? null : { value, end };
}

function partAt(words: readonly string[], at: number): Part | null {
  const word = words[at];
  if (word === undefined) return null;
  const two = joined.get(`${word} ${words[at + 1] ?? ''}`);
  if (two !== undefined) return { value: two, room: 20, length: 2 };
  // Arabic writes "and" at the head of the word that it joins.
  for (const each of word.startsWith(andArabic) && word.length > 2 ? [word, word.slice(1)] : [word]) {
    const hundred = hundreds.get(each);
    if (hundred !== undefined) return { value: hundred, room: 100, length: 1 };
    const ten = tens.get(each);
    if (ten !== undefined) return { value: ten, room: ten === 60 ? 20 : 10, length: 1 };
    const one = ones.get(each);
    if (one !== undefined) return arabicTeen(words, at, one) ?? { value: one, room: 0, length: 1 };
  }
  return null;
}

const ARABIC_TEN = new Set(['عشر', 'عشرة'].map(fold));

/** "خمسة عشر" is fifteen, and "خمسة وعشرون" five and twenty: the smaller stands first. */
function arabicTeen(words: readonly string[], at: number, one: number): Part | null {
  const after = words[at + 1] ?? '';
  if (one < 10 && ARABIC_TEN.has(after)) return { value: one + 10, room: 0, length: 2 };
  const ten = one < 10 && after.startsWith(andArabic) ? tens.get(after.slice(1)) : undefined;
  return ten === undefined ? null : { value: one + ten, room: 0, length: 2 };
}
