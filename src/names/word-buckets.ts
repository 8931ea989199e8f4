// The words of a vocabulary by what they sound like: each under its own sounds, under those with one sound less, and under those
// that it has with one sign read otherwise. So that a word is laid beside some hundred words, not beside all.
import { GrownArray } from './grown-array.ts';
import type { NameWord } from './name-word.ts';
import { otherSkeletonsOf, soundsOf } from './spelling.ts';

/** Skeletons of fewer sounds are looked up as they are: with one left out they would be like half of all words. */
const LEAST_SOUNDS = 3;

export class WordBuckets {
  readonly #numbers = new Map<string, number>();
  /** The words of bucket n are `words` from `at[n]` to `at[n + 1] - 1`, the shorter first. */
  readonly at: Uint32Array;
  readonly words: Uint32Array;

  /** O(words × sounds). */
  constructor(words: readonly NameWord[]) {
    const [buckets, entries, last] = [new GrownArray(), new GrownArray(), [] as number[]];
    const add = (key: string, word: number): void => {
      const bucket = this.#numbers.get(key) ?? last.push(-1) - 1;
      if (last[bucket] === word) return;
      this.#numbers.set(key, bucket);
      last[bucket] = word;
      buckets.push(bucket);
      entries.push(word);
    };
    words.forEach(({ sounds, signs }, n) => {
      add(sounds, n);
      for (const other of otherSkeletonsOf(signs)) add(`${soundsOf(other)}~`, n);
      for (const key of shortened(sounds)) add(key, n);
    });
    this.at = new Uint32Array(last.length + 1);
    this.words = new Uint32Array(entries.length);
    this.#fill(buckets.done(), entries.done());
  }

  #fill(buckets: Uint32Array, entries: Uint32Array): void {
    const { at, words } = this;
    for (const bucket of buckets) at[bucket + 1] = (at[bucket + 1] as number) + 1;
    for (let n = 1; n < at.length; n++) at[n] = (at[n] as number) + (at[n - 1] as number);
    const next = at.slice();
    for (let n = 0; n < entries.length; n++) {
      const bucket = buckets[n] as number;
      words[next[bucket] as number] = entries[n] as number;
      next[bucket] = (next[bucket] as number) + 1;
    }
  }

  /** The bucket of words with these sounds; -1 where there is none. */
  of(sounds: string): number {
    return this.#numbers.get(sounds) ?? -1;
  }
}

/** "key+" for each skeleton with one sound less. */
function shortened(sounds: string): readonly string[] {
  if (sounds.length < LEAST_SOUNDS) return [];
  return Array.from(sounds, (_, at) => `${sounds.slice(0, at)}${sounds.slice(at + 1)}+`);
}

/** Where else a word is looked for: among those with a sign read otherwise, and with one sound more or less. */
export function* otherKeysOf({ signs, sounds }: NameWord): Generator<string> {
  const others = [...new Set(otherSkeletonsOf(signs).map(soundsOf))].filter((other) => other !== sounds);
  yield `${sounds}~`;
  yield* others;
  for (const other of others) yield `${other}~`;
  yield `${sounds}+`;
  for (const key of shortened(sounds)) yield key.slice(0, -1);
}

/** And among those with one sound other (symmetric deletion, Garbe 2012). */
export const changedKeysOf = ({ sounds }: NameWord): readonly string[] => shortened(sounds);
