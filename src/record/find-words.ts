// Where words stand in a text, whatever the script's forms, case, marks and line breaks: for what is kept back and what is taken out. To find words
// where they do not stand costs a passage; to miss them where they stand can cost a life. Other spellings and scripts are not bridged.
import { fold, foldedWords } from '../base/fold.ts';
import type { Span } from '../base/span.ts';
import { nameKey } from '../names/name-key.ts';

/** A text as its letters and digits alone, folded. `at` is the code point of the text that each UTF-16 unit of `letters` comes from. */
export type Letters = {
  readonly letters: string;
  readonly at: readonly number[];
  /** What parts each unit from the one before: nothing, a line's end (perhaps with a hyphen), or something else; of the first, `other`. */
  readonly gaps: readonly ('none' | 'line' | 'other')[];
};

/** O(length). */
export function lettersOf(text: string): Letters {
  let letters = '';
  const at: number[] = [];
  const gaps: ('none' | 'line' | 'other')[] = [];
  let [between, point] = ['', -1];
  let parted = true;
  for (const character of text) {
    point++;
    const folded = foldedCharacter(character);
    for (const part of folded.letters) {
      gaps.push(!parted ? 'none' : letters !== '' && LINE_END.test(between) ? 'line' : 'other', ...Array<'none'>(part.length - 1).fill('none'));
      letters += part;
      for (let unit = 0; unit < part.length; unit++) at.push(point);
      [parted, between] = [false, ''];
    }
    if (folded.parts) [parted, between] = [true, between + character];
  }
  return { letters, at, gaps };
}

const LINE_END = /^[-‐‑¬\s\u00ad]*\n\s*$/u;

const known = new Map<string, { readonly letters: string; readonly parts: boolean }>();

/** The letters of one character, and whether it parts words: marks and what only guides joining do neither. */
function foldedCharacter(character: string): { readonly letters: string; readonly parts: boolean } {
  const before = known.get(character);
  if (before) return before;
  const folded = fold(character);
  const letters = folded.replace(/[^\p{L}\p{N}]/gu, '');
  const found = { letters, parts: letters === '' && folded !== '' };
  known.set(character, found);
  return found;
}

/** Words as they are looked for: folded, with nothing between them; empty where there is no letter or digit. */
type Sought = { readonly letters: string; readonly ends: ReadonlySet<number>; readonly long: boolean; readonly arabic: boolean; readonly latin: boolean };

/** Words of so many letters stand for nothing else by chance; fewer are found only as words of their own. */
const LONG = 5;

function soughtOf(words: string): Sought {
  const parts = foldedWords(words);
  const letters = parts.join('');
  const ends = new Set<number>();
  for (const part of parts) ends.add([...ends].reduce((a, b) => Math.max(a, b), 0) + part.length);
  const arabic = /^\p{Script=Arabic}/u.test(letters);
  return { letters, ends, long: letters.length >= LONG, arabic, latin: /[\p{Script=Latin}\p{N}]$/u.test(letters) };
}

/**
 * Every place of the words, as whole words with what is joined to them, in code points. Where letters are parted that the words have together, only a
 * line's end may part them. Long enough words of the Arabic script may have joined particles before them; those and others but Latin ones an ending
 * of up to three letters, Latin ones an `s`.
 *
 * O(length of the text + places).
 */
export function placesOf(text: Letters, words: string): readonly Span[] {
  const sought = soughtOf(words);
  return hits(text, sought)
    .filter((hit) => isWord(text, sought, hit))
    .map((hit) => wordsAt(text, hit));
}

/** Every place where anything of the words is left: as `placesOf`, and where they are long, also inside of other words and however they are parted. */
export function remainsOf(text: Letters, words: string): readonly Span[] {
  const sought = soughtOf(words);
  return hits(text, sought)
    .filter((hit) => sought.long || isWord(text, sought, hit))
    .map((hit) => wordsAt(text, hit));
}

/** A name without titles and the like before and after what tells: from its first telling word to its last; all of it where nothing tells. */
export function tellingWords(name: string): string {
  const words = foldedWords(name.replace(/[’']s\b/gu, ''));
  const telling = new Set(nameKey(name));
  const places = words.flatMap((word, at) => (telling.has(word) ? [at] : []));
  return (places.length === 0 ? words : words.slice(places[0], (places.at(-1) ?? 0) + 1)).join(' ');
}

/** A half-open range of the text's letters. */
type Hit = { readonly from: number; readonly to: number };

function hits({ letters }: Letters, sought: Sought): readonly Hit[] {
  const found: Hit[] = [];
  if (sought.letters === '') return found;
  for (let from = letters.indexOf(sought.letters); from >= 0; from = letters.indexOf(sought.letters, from + 1)) {
    found.push({ from, to: from + sought.letters.length });
  }
  return found;
}

function isWord(text: Letters, sought: Sought, { from, to }: Hit): boolean {
  const { letters, gaps } = text;
  for (let n = from + 1; n < to; n++) if (gaps[n] === 'other' && !sought.ends.has(n - from)) return false;
  const { first, last } = wholeWords(text, { from, to });
  const [before, after] = [letters.slice(first, from), letters.slice(to, last)];
  const joined = before === '' || (sought.long && sought.arabic && /^[وفبلک]{0,2}(?:ال)?$/u.test(before));
  return joined && (after === '' || (sought.latin ? after === 's' : sought.long && after.length <= 3));
}

function wholeWords({ letters, gaps }: Letters, { from, to }: Hit): { readonly first: number; readonly last: number } {
  let [first, last] = [from, to];
  while (gaps[first] === 'none') first--;
  while (last < letters.length && gaps[last] === 'none') last++;
  return { first, last };
}

function wordsAt(text: Letters, hit: Hit): Span {
  const { first, last } = wholeWords(text, hit);
  return { start: text.at[first] ?? 0, end: (text.at[last - 1] ?? 0) + 1 };
}
