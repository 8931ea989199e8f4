// A text as copies of it are looked for: its words, folded, each as a number with its place.
import { fold } from '../../base/fold.ts';
import { GrownArray } from '../../names/grown-array.ts';

/** `words` are hashes of folded words in order; word n stands at `starts[n]` to `ends[n]`, in code points. */
export type ComparableText = {
  readonly words: Uint32Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** How many sentences have ended before each word. */
  readonly sentences: Uint32Array;
};

/** Scripts that are written without blanks: there every sign is a word. */
const SIGN = String.raw`[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]\p{M}*`;
/** A word is no longer than this, in code points: what goes on is another word. A pattern without an end has none on a text without blanks either. */
const LONGEST_WORD = 200;
/** A word with the marks, joiners and apostrophes inside of it; or a stop that ends a sentence, or an empty line. */
const TOKEN = new RegExp(
  String.raw`${SIGN}|(?:(?!${SIGN})[\p{L}\p{N}])(?:(?!${SIGN})[\p{L}\p{M}\p{N}\u200b-\u200f\u00ad\u0640]|['’](?=\p{L})){0,${LONGEST_WORD - 1}}|[.!?…؟۔](?=[\s"”’»)\]]|$)|[。！？]|\n\s*\n`,
  'gu',
);
const IS_WORD = /^[\p{L}\p{N}]/u;

/** So many words are remembered with their hashes; then all are let go. */
const MOST_KNOWN = 200_000;
/** A stop ends a sentence only after so many words of it: "Mr." and "No." are none. */
const LEAST_OF_SENTENCE = 4;

/**
 * O(length). Words of both forms of a half-space are two; digits, letter forms, marks and case make no difference. Of the letters nothing
 * is kept.
 */
export function comparableText(text: string): ComparableText {
  const [words, starts, ends, sentences] = [new GrownArray(), new GrownArray(), new GrownArray(), new GrownArray()];
  const known = new Map<string, readonly number[]>();
  let at = 0;
  let seen = 0;
  let sentence = 0;
  let since = 0;
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (!IS_WORD.test(token)) {
      if (since >= LEAST_OF_SENTENCE) sentence++;
      if (since >= LEAST_OF_SENTENCE) since = 0;
      continue;
    }
    at += pointsBetween(text, seen, index);
    const end = at + pointsBetween(text, index, index + token.length);
    seen = index + token.length;
    for (const hash of hashesOf(token, known)) {
      words.push(hash);
      starts.push(at);
      ends.push(end);
      sentences.push(sentence);
      since++;
    }
    at = end;
  }
  return { words: words.done(), starts: starts.done(), ends: ends.done(), sentences: sentences.done() };
}

function pointsBetween(text: string, from: number, to: number): number {
  let points = 0;
  for (let unit = from; unit < to; unit++) {
    const code = text.charCodeAt(unit);
    // The second half of a pair is counted with the first.
    if (code < 0xdc00 || code > 0xdfff) points++;
  }
  return points;
}

function hashesOf(token: string, known: Map<string, readonly number[]>): readonly number[] {
  const before = known.get(token);
  if (before) return before;
  if (known.size >= MOST_KNOWN) known.clear();
  const hashes = (
    fold(token)
      .replaceAll("'", '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).map(hashWord);
  known.set(token, hashes);
  return hashes;
}

/** FNV-1a over UTF-16 units, 32 bits. */
export function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let n = 0; n < word.length; n++) hash = Math.imul(hash ^ word.charCodeAt(n), 0x01000193);
  return hash >>> 0;
}
