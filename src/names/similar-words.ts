// The different words of many names, and which of them a word of a query may be: the same sounds in any script, one sound
// more, less or other, another form of one given name, or a word of one meaning.
import { alignWithin } from './align-spelling.ts';
import { BegunWords } from './begun-words.ts';
import { foundWord, likenessIn, wordIn } from './found-word.ts';
import type { IndexTable } from './index-table.ts';
import { nameCosts } from './name-costs.ts';
import type { NameWord } from './name-word.ts';
import { SCRIPT_OF, SCRIPTS } from './spelling.ts';
import { SpellingBound } from './spelling-bound.ts';
import { changedKeysOf, otherKeysOf, WordBuckets } from './word-buckets.ts';

/**
 * Words of the vocabulary by their numbers, the likest first, and how like the word asked for each is, 0 to 1. `weight`: bits of the commonest that is as
 * good as the word asked for. `rows`: how many rows have one of them.
 */
export type SimilarWords = { readonly words: Uint32Array; readonly likeness: Float32Array; readonly weight: number; readonly rows: number };

/** Least likeness of a candidate; below it, words are rather two. Chosen by hand on the development pairs, 21 November 2026; bench/find-names.ts tells what it finds. */
const LEAST_LIKENESS = 0.2;
/** From this likeness on a word of the index counts as the one asked for when its rarity is taken. */
const SAME_WORD = 0.8;
/** What another form of a given name, a word of one meaning, or "Aziz" for "Abdulaziz" is worth. */
const OTHER_FORM = 0.8;
const BARE_FORM = 0.6;
/**
 * How many signs a word may have more or less, and how many words are looked at, which bounds the time: of the same sounds; of a sign read otherwise, or of
 * one sound more or less; of one sound other; and of words that were only put together to be looked up. Of those beyond that difference one in 100 or
 * fewer was like enough (22 November 2026, words of the development pairs).
 */
const SAME_SOUNDS = { longer: 3, most: 400 };
const OTHER_SOUNDS = { longer: 2, most: 300 };
const CHANGED_SOUND = { longer: 1, most: 200 };
const JOINED = { longer: 3, most: 50 };
/** Letters of a half of a word, at least. */
const LEAST_HALF = 3;
/** Words that were asked for are remembered, so many: names of one casebook share most of theirs. */
const MOST_REMEMBERED = 20_000;

export class Vocabulary {
  readonly #table: IndexTable;
  readonly #words: readonly NameWord[];
  readonly #buckets: WordBuckets;
  readonly #numbers: ReadonlyMap<string, readonly number[]>;
  readonly #meanings: ReadonlyMap<number, readonly number[]>;
  /** By what is left of "Abdulaziz" where "Aziz" is written alone. */
  readonly #servantsOf: ReadonlyMap<string, readonly number[]>;
  readonly #begun: BegunWords;
  readonly #seen: Uint32Array;
  /** The signs of all words, one word after another, where each begins, how many it has, and the most evidence that a word of each script could give for it. */
  readonly #signs: Uint8Array;
  readonly #starts: Uint32Array;
  readonly #lengths: Uint8Array;
  readonly #best: Float32Array;
  readonly #bound = new SpellingBound(nameCosts);
  readonly #remembered = new Map<NameWord, SimilarWords>();
  readonly #halves = new Map<NameWord, readonly [string, string] | null>();
  #turn = 0;

  /** O(words × sounds). */
  constructor(table: IndexTable) {
    const { words } = table;
    this.#table = table;
    this.#words = words;
    this.#buckets = new WordBuckets(words);
    this.#numbers = Map.groupBy(words.keys(), (n) => (words[n] as NameWord).text);
    this.#meanings = meaningsOf(words);
    this.#servantsOf = Map.groupBy(words.keys().filter((n) => (words[n] as NameWord).bare !== null), (n) => (words[n] as NameWord).bare?.text ?? ''); // prettier-ignore
    this.#begun = new BegunWords(words);
    this.#seen = new Uint32Array(words.length);
    this.#lengths = Uint8Array.from(words, ({ signs }) => signs.length);
    this.#starts = new Uint32Array(words.length + 1);
    this.#best = new Float32Array(words.length * SCRIPTS.length);
    for (const [n, { signs, best }] of words.entries()) {
      this.#starts[n + 1] = (this.#starts[n] as number) + signs.length;
      this.#best.set(best, n * SCRIPTS.length);
    }
    this.#signs = new Uint8Array(this.#starts[words.length] as number);
    for (const [n, { signs }] of words.entries()) this.#signs.set(signs, this.#starts[n]);
  }

  /** The words that `asked` may be. Costs at most 900 looks, a third of them alignments, and next to nothing the second time that this very word is asked for. */
  similar(asked: NameWord): SimilarWords {
    const known = this.#remembered.get(asked);
    if (known !== undefined) return known;
    const similar = this.#listed(this.#lookUp(asked));
    if (this.#remembered.size >= MOST_REMEMBERED) this.#remembered.clear();
    this.#remembered.set(asked, similar);
    return similar;
  }

  /** Of the same, those with the very same sounds: for words that were only put together to be looked up. Null where there is none. */
  sounding(asked: NameWord): SimilarWords | null {
    const all: number[] = [];
    this.#turn++;
    this.#bound.setTo(asked.signs);
    this.#align(asked, [asked.sounds], JOINED, all);
    return all.length === 0 ? null : this.#listed(all);
  }

  /** The words that begin as `asked` does, and then those that it may be as a whole. At most `most` of each way of beginning. */
  begun(asked: NameWord, most: number): SimilarWords {
    const { words, likeness } = this.similar(asked);
    return this.#packed([...this.#begun.of(asked, most), ...Array.from(words, (word, n) => foundWord(word, likeness[n] as number))]);
  }

  #listed(all: readonly number[]): SimilarWords {
    return this.#packed(Float64Array.from(all).toSorted());
  }

  #packed(all: ArrayLike<number>): SimilarWords {
    const { rarity, rowsOf, unknown } = this.#table;
    const [words, likeness] = [new Uint32Array(all.length), new Float32Array(all.length)];
    let [weight, rows] = [unknown, 0];
    for (let n = 0; n < all.length; n++) {
      const word = wordIn(all[n] as number);
      words[n] = word;
      likeness[n] = likenessIn(all[n] as number);
      if ((likeness[n] as number) >= SAME_WORD) weight = Math.min(weight, rarity[word] as number);
      rows += (rowsOf.at[word + 1] as number) - (rowsOf.at[word] as number);
    }
    return { words, likeness, weight, rows };
  }

  /** "Alireza" as "ali" and "reza": a word of two that are each borne by about as many names as the whole, or by more; the commonest two, or null where there are none. */
  halves(word: NameWord): readonly [string, string] | null {
    if (word.bare !== null) return null;
    const known = this.#halves.get(word);
    if (known !== undefined) return known;
    const halves = this.#halve(word.text);
    if (this.#halves.size >= MOST_REMEMBERED) this.#halves.clear();
    this.#halves.set(word, halves);
    return halves;
  }

  #halve(text: string): readonly [string, string] | null {
    const most = this.#rarityOf(text) + 1;
    let [best, halves]: [number, readonly [string, string] | null] = [Infinity, null];
    for (let at = LEAST_HALF; at <= text.length - LEAST_HALF; at++) {
      const first = this.#rarityOf(text.slice(0, at));
      if (first > most || first >= best) continue;
      const second = this.#rarityOf(text.slice(at));
      if (second > most || first + second >= best) continue;
      best = first + second;
      halves = [text.slice(0, at), text.slice(at)];
    }
    return halves;
  }

  #rarityOf(text: string): number {
    return this.#table.rarity[this.#numbers.get(text)?.at(-1) ?? -1] ?? Infinity;
  }

  #lookUp(asked: NameWord): number[] {
    const all: number[] = [];
    this.#turn++;
    this.#bound.setTo(asked.signs);
    this.#take(this.#numbers.get(asked.text) ?? [], asked, 1, all);
    for (const meaning of [asked.meaning, asked.otherMeaning]) if (meaning > 0) this.#take(this.#meanings.get(meaning) ?? [], asked, OTHER_FORM, all);
    this.#align(asked, [asked.sounds], SAME_SOUNDS, all);
    this.#align(asked, otherKeysOf(asked), OTHER_SOUNDS, all);
    this.#align(asked, changedKeysOf(asked), CHANGED_SOUND, all);
    if (asked.bare === null) this.#servants(asked, all);
    else {
      const { words, likeness } = this.similar(asked.bare);
      for (const [n, word] of words.entries()) all.push(foundWord(word, (likeness[n] as number) * BARE_FORM));
    }
    return all;
  }

  /** Adds "Abdulaziz" for "Aziz", and for what is as good as the same word. */
  #servants(asked: NameWord, all: number[]): void {
    const texts = new Set([asked.text]);
    for (const one of all) if (likenessIn(one) > OTHER_FORM) texts.add((this.#words[wordIn(one)] as NameWord).text);
    for (const text of texts) for (const word of this.#servantsOf.get(text) ?? []) if (this.#seen[word] !== this.#turn) all.push(foundWord(word, BARE_FORM));
  }

  /** Adds words that are at least as like as that. */
  #take(words: readonly number[], asked: NameWord, least: number, all: number[]): void {
    for (const word of words) {
      if (this.#seen[word] === this.#turn) continue;
      this.#seen[word] = this.#turn;
      all.push(foundWord(word, least === 1 ? 1 : Math.max(least, this.#likenessOf(asked, word, least))));
    }
  }

  /** As likenessOf in match-words.ts; 0 where it cannot be `least`. The bound must be set to the word asked for. */
  #likenessOf({ signs, best }: NameWord, word: number, least: number): number {
    const [from, to] = [this.#starts[word] as number, this.#starts[word + 1] as number];
    if (signs.length === 0 || from === to) return 0;
    const script = SCRIPT_OF[signs[0] as number] as number;
    const ceiling = Math.min(best[SCRIPT_OF[this.#signs[from] as number] as number] as number, this.#best[word * SCRIPTS.length + script] as number);
    if (ceiling <= 0 || this.#bound.most(this.#signs, from, to) < least * ceiling) return 0;
    return Math.max(0, Math.min(1, alignWithin(signs, this.#signs, from, to, nameCosts) / ceiling));
  }

  /** Adds the words under these keys that are like enough, `most` of them looked at. */
  #align(asked: NameWord, keys: Iterable<string>, { longer, most }: typeof SAME_SOUNDS, all: number[]): void {
    const [seen, turn, lengths, length] = [this.#seen, this.#turn, this.#lengths, asked.signs.length];
    const { at, words } = this.#buckets;
    let left = most;
    for (const key of keys) {
      const bucket = this.#buckets.of(key);
      if (bucket < 0) continue;
      const end = at[bucket + 1] as number;
      for (let n = at[bucket] as number; n < end; n++) {
        const word = words[n] as number;
        if (Math.abs((lengths[word] as number) - length) > longer || seen[word] === turn) continue;
        seen[word] = turn;
        if (left-- <= 0) return;
        const likeness = this.#likenessOf(asked, word, LEAST_LIKENESS);
        if (likeness >= LEAST_LIKENESS) all.push(foundWord(word, likeness));
      }
    }
  }
}

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
