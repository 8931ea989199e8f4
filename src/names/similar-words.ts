// The different words of many names, and which of them a word of a query may be: the same sounds in any script, one sound
// more, less or other, another form of one given name, or a word of one meaning.
import { alignBeginning, alignWithin } from './align-spelling.ts';
import { nameCosts } from './name-costs.ts';
import type { NameWord } from './name-word.ts';
import { otherSkeletonsOf, SCRIPT_OF, SCRIPTS, soundsOf } from './spelling.ts';

/** A word of the vocabulary by its number, and how like the word asked for it is, 0 to 1. */
export type SimilarWord = { readonly word: number; readonly likeness: number };

/** Least likeness of a candidate; below it, words are rather two. Chosen by hand on the development pairs, 21 November 2026; bench/find-names.ts tells what it finds. */
const LEAST_LIKENESS = 0.2;
/** The same of the few signs of a word that is being typed: its sounds agree already. */
const LEAST_BEGINNING = 0.1;
/** What another form of a given name, a word of one meaning, or "Aziz" for "Abdulaziz" is worth. */
const OTHER_FORM = 0.8;
const BARE_FORM = 0.6;
/** Skeletons of fewer sounds are looked up as they are: with one left out they would be like half of all words. */
const LEAST_SOUNDS = 3;
/** Signs that a word of the same sounds may have more or less: of more, one in 200 was like enough (21 November 2026). */
const MOST_LONGER = 3;
/** No query word is aligned with more words of its own sounds, nor with more whose sounds differ, than this: it bounds the time. */
const MOST_ALIGNED = 200;
const MOST_OTHERS = 100;
/** The same of words that were only put together to be looked up. */
const MOST_JOINED = 50;
/** Letters of a half of a word, at least. */
const LEAST_HALF = 3;
/** Words that were asked for are remembered, so many: names of one casebook share most of theirs. */
const MOST_REMEMBERED = 20_000;

export class Vocabulary {
  readonly #words: readonly NameWord[];
  readonly #buckets: ReadonlyMap<string, Uint32Array>;
  readonly #meanings: ReadonlyMap<number, readonly number[]>;
  /** By what is left of "Abdulaziz" where "Aziz" is written alone. */
  readonly #servantsOf: ReadonlyMap<string, readonly number[]>;
  /** Numbers of the words in the order of their text, and of their skeleton. */
  readonly #byText: Uint32Array;
  readonly #bySkeleton: Uint32Array;
  readonly #seen: Uint32Array;
  /** The signs of all words, one word after another, where each begins, and the most evidence that a word of each script could give for it. */
  readonly #signs: Uint8Array;
  readonly #starts: Uint32Array;
  readonly #best: Float32Array;
  readonly #remembered = new Map<string, readonly SimilarWord[]>();
  readonly #halves = new Map<string, readonly [string, string] | null>();
  #turn = 0;

  readonly #rarity: ReadonlyMap<string, number>;

  /** O(words × sounds). The words keep their numbers. `rarity`: bits by number. */
  constructor(words: readonly NameWord[], rarity: Float32Array) {
    this.#words = words;
    this.#rarity = new Map(words.map(({ text }, n) => [text, rarity[n] as number]));
    this.#buckets = bucketsOf(words);
    this.#meanings = meaningsOf(words);
    this.#servantsOf = Map.groupBy(words.keys().filter((n) => (words[n] as NameWord).bare !== null), (n) => (words[n] as NameWord).bare?.text ?? ''); // prettier-ignore
    this.#byText = inOrder(words, (word) => word.text);
    this.#bySkeleton = inOrder(words, (word) => word.skeleton);
    this.#seen = new Uint32Array(words.length);
    this.#starts = new Uint32Array(words.length + 1);
    this.#best = new Float32Array(words.length * SCRIPTS.length);
    for (const [n, { signs, best }] of words.entries()) {
      this.#starts[n + 1] = (this.#starts[n] as number) + signs.length;
      this.#best.set(best, n * SCRIPTS.length);
    }
    this.#signs = new Uint8Array(this.#starts[words.length] as number);
    for (const [n, { signs }] of words.entries()) this.#signs.set(signs, this.#starts[n]);
  }

  /** The words that `asked` may be, the likest first. Costs at most 300 alignments, and next to nothing the second time. */
  similar(asked: NameWord): readonly SimilarWord[] {
    const key = `${asked.meaning} ${asked.text}`;
    const known = this.#remembered.get(key);
    if (known !== undefined) return known;
    const found = this.#lookUp(asked);
    if (this.#remembered.size >= MOST_REMEMBERED) this.#remembered.clear();
    this.#remembered.set(key, found);
    return found;
  }

  /** Of the same, those with the very same sounds: for words that were only put together to be looked up. */
  sounding(asked: NameWord): readonly SimilarWord[] {
    const found: SimilarWord[] = [];
    this.#turn++;
    this.#align(asked, [soundsOf(asked.skeleton)], MOST_JOINED, found);
    return found.toSorted(likestFirst);
  }

  /** "Alireza" as "ali" and "reza": a word of two that are each borne by about as many names as the whole, or by more; the commonest two, or null where there are none. */
  halves({ text, bare }: NameWord): readonly [string, string] | null {
    if (bare !== null) return null;
    const known = this.#halves.get(text);
    if (known !== undefined) return known;
    const found = this.#halve(text);
    if (this.#halves.size >= MOST_REMEMBERED) this.#halves.clear();
    this.#halves.set(text, found);
    return found;
  }

  #halve(text: string): readonly [string, string] | null {
    const most = (this.#rarity.get(text) ?? Infinity) + 1;
    let [best, halves]: [number, readonly [string, string] | null] = [Infinity, null];
    for (let at = LEAST_HALF; at <= text.length - LEAST_HALF; at++) {
      const [first, second] = [this.#rarity.get(text.slice(0, at)) ?? Infinity, this.#rarity.get(text.slice(at)) ?? Infinity];
      if (first > most || second > most || first + second >= best) continue;
      best = first + second;
      halves = [text.slice(0, at), text.slice(at)];
    }
    return halves;
  }

  #lookUp(asked: NameWord): readonly SimilarWord[] {
    const found: SimilarWord[] = [];
    this.#turn++;
    this.#take(this.#range(this.#byText, (one) => one.text, asked.text, 2).filter((word) => this.#words[word]?.text === asked.text), asked, 1, found); // prettier-ignore
    for (const meaning of [asked.meaning, asked.otherMeaning]) if (meaning > 0) this.#take(this.#meanings.get(meaning) ?? [], asked, OTHER_FORM, found);
    const sounds = soundsOf(asked.skeleton);
    this.#align(asked, [sounds], MOST_ALIGNED, found);
    this.#align(asked, [...otherKeysOf(asked, sounds), ...keysOf(sounds)], MOST_OTHERS, found);
    const bare = asked.bare === null ? this.#servants(asked, found) : this.similar(asked.bare).map(({ word, likeness }) => ({ word, likeness: likeness * BARE_FORM })); // prettier-ignore
    return [...found, ...bare].toSorted(likestFirst);
  }

  /** "Abdulaziz" for "Aziz", and for what is as good as the same word. */
  #servants(asked: NameWord, found: readonly SimilarWord[]): readonly SimilarWord[] {
    const texts = new Set([asked.text, ...found.filter(({ likeness }) => likeness > OTHER_FORM).map(({ word }) => (this.#words[word] as NameWord).text)]);
    const servants = [...texts].flatMap((text) => this.#servantsOf.get(text) ?? []).filter((word) => this.#seen[word] !== this.#turn);
    return servants.map((word) => ({ word, likeness: BARE_FORM }));
  }

  /** Adds words that are at least as like as that. */
  #take(words: readonly number[], asked: NameWord, least: number, found: SimilarWord[]): void {
    for (const word of words) {
      if (this.#seen[word] === this.#turn) continue;
      this.#seen[word] = this.#turn;
      found.push({ word, likeness: least === 1 ? 1 : Math.max(least, this.#likenessOf(asked, word)) });
    }
  }

  /** As likenessOf in match-words.ts. */
  #likenessOf({ signs, best }: NameWord, word: number): number {
    const [from, to] = [this.#starts[word] as number, this.#starts[word + 1] as number];
    if (signs.length === 0 || from === to) return 0;
    const script = SCRIPT_OF[signs[0] as number] as number;
    const ceiling = Math.min(best[SCRIPT_OF[this.#signs[from] as number] as number] as number, this.#best[word * SCRIPTS.length + script] as number);
    return ceiling <= 0 ? 0 : Math.min(1, alignWithin(signs, this.#signs, from, to, nameCosts) / ceiling);
  }

  /** Adds the words under these keys that are like enough, `most` of them looked at. */
  #align(asked: NameWord, keys: readonly string[], most: number, found: SimilarWord[]): void {
    const [seen, turn, starts, length] = [this.#seen, this.#turn, this.#starts, asked.signs.length];
    let left = most;
    for (const key of keys) {
      const bucket = this.#buckets.get(key);
      if (bucket === undefined) continue;
      for (const word of bucket) {
        if (seen[word] === turn) continue;
        seen[word] = turn;
        if (Math.abs((starts[word + 1] as number) - (starts[word] as number) - length) > MOST_LONGER) continue;
        if (left-- <= 0) return;
        const likeness = this.#likenessOf(asked, word);
        if (likeness >= LEAST_LIKENESS) found.push({ word, likeness });
      }
    }
  }

  /** The words that begin as `asked` does: in its own script by letters, in the others by sounds. At most `most` of each. */
  beginning(asked: NameWord, most: number): readonly SimilarWord[] {
    const literal = this.#range(this.#byText, (word) => word.text, asked.text, most).map((word) => ({ word, likeness: 1 }));
    const sounding = this.#range(this.#bySkeleton, (word) => word.skeleton, asked.skeleton, most).flatMap((word) => {
      const one = this.#words[word] as NameWord;
      if (one.script === asked.script && one.text.startsWith(asked.text)) return [];
      const likeness = Math.min(1, alignBeginning(asked.signs, one.signs, nameCosts) / (asked.best[one.script] as number));
      return likeness < LEAST_BEGINNING ? [] : [{ word, likeness }];
    });
    return [...literal, ...(asked.skeleton === '' ? [] : sounding)];
  }

  #range(order: Uint32Array, keyOf: (word: NameWord) => string, prefix: string, most: number): readonly number[] {
    let [low, high] = [0, order.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (keyOf(this.#words[order[middle] as number] as NameWord) < prefix) low = middle + 1;
      else high = middle;
    }
    const out: number[] = [];
    for (let at = low; at < order.length && out.length < most; at++) {
      const word = order[at] as number;
      if (!keyOf(this.#words[word] as NameWord).startsWith(prefix)) break;
      out.push(word);
    }
    return out;
  }
}

const likestFirst = (a: SimilarWord, b: SimilarWord): number => b.likeness - a.likeness;

/** The words of each group of one meaning. */
function meaningsOf(words: readonly NameWord[]): ReadonlyMap<number, readonly number[]> {
  const groups = new Map<number, number[]>();
  for (const [n, { meaning, otherMeaning }] of words.entries())
    for (const group of [meaning, otherMeaning]) {
      if (group === 0) continue;
      const known = groups.get(group);
      if (known === undefined) groups.set(group, [n]);
      else known.push(n);
    }
  return groups;
}

const inOrder = (words: readonly NameWord[], keyOf: (word: NameWord) => string): Uint32Array =>
  Uint32Array.from(words.keys()).toSorted((a, b) => {
    const [x, y] = [keyOf(words[a] as NameWord), keyOf(words[b] as NameWord)];
    return x < y ? -1 : x > y ? 1 : a - b;
  });

/** "key+" for each skeleton with one sound less. */
function shortened(skeleton: string): readonly string[] {
  if (skeleton.length < LEAST_SOUNDS) return [];
  return Array.from(skeleton, (_, at) => `${skeleton.slice(0, at)}${skeleton.slice(at + 1)}+`);
}

/** Where else a word is looked for: among those with one sound more, less, and other (symmetric deletion, Garbe 2012). */
const keysOf = (sounds: string): readonly string[] => [`${sounds}+`, ...shortened(sounds).flatMap((key) => [key.slice(0, -1), key])];

/** "key~" for what a word would sound like with one sign read otherwise: kept under those, and looked for under both. */
function otherKeysOf(word: NameWord, sounds: string): readonly string[] {
  const others = [...new Set(otherSkeletonsOf(word.signs).map(soundsOf))].filter((other) => other !== sounds);
  return [`${sounds}~`, ...others, ...others.map((other) => `${other}~`)];
}

/** The keys under which a word is kept: its own, and "key+" for each skeleton it would have with a sound less. */
function bucketsOf(words: readonly NameWord[]): ReadonlyMap<string, Uint32Array> {
  const buckets = new Map<string, number[]>();
  const add = (key: string, word: number): void => {
    const bucket = buckets.get(key);
    if (bucket === undefined) buckets.set(key, [word]);
    else if (bucket.at(-1) !== word) bucket.push(word);
  };
  words.forEach(({ skeleton, signs }, n) => {
    const sounds = soundsOf(skeleton);
    add(sounds, n);
    for (const other of otherSkeletonsOf(signs)) add(`${soundsOf(other)}~`, n);
    for (const key of shortened(sounds)) add(key, n);
  });
  return new Map(Array.from(buckets, ([key, bucket]) => [key, Uint32Array.from(bucket)]));
}
