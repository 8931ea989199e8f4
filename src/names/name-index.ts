// An index over many names, for search and for candidates: given a name in any script and spelling, the names that may be
// its own, best first. It proposes; how like two names are is said by compare-names.ts, and who is one by people.
import { KINDS, tableOfNames, type NamedId } from './index-table.ts';
import { formOf, MOST_WORDS, type NameWord } from './name-word.ts';
import { tellingWords, wordFor, type NameKind } from './parse-name.ts';
import { PairRows } from './pair-rows.ts';
import { soundsOf, Vocabulary, type SimilarWord } from './similar-words.ts';

/** `score`: 0 to 1, how much of the rarity of both names' words is shared. For ranking alone. */
export type FoundName = NamedId & { readonly score: number };

/** `most`: names at most, else 20, and never more than MOST_SCORED. `typing`: the last word may be unfinished. `kind`: names of this kind alone. */
export type FindOptions = { readonly most?: number; readonly kind?: NameKind; readonly typing?: boolean };

/** A word of a query: the words it may be, and bits of its rarity. */
type Group = { readonly similar: readonly SimilarWord[]; readonly weight: number };
/** A word of a query by what it may sound like, the likest first. `group`: its place among the query's words. */
type Sounding = { readonly group: number; readonly weight: number; readonly sounds: readonly (readonly [sound: number, likeness: number])[] };

const MOST_FOUND = 20;
/** Rows are gathered by two words first, the rarest two, until there were so many; it bounds the time. */
const MOST_OF_PAIRS = 12_000;
/** Sounds of one word of the query that are looked up with those of another. */
const MOST_SOUNDS = 16;
/** Then by one word, the rarest first, until there were so many more: the commoner words only rank. */
const MOST_ROWS = 6000;
/** Rows gathered so: those that share only commoner words are none of the best. */
const MOST_NEW = 6000;
/** Of the rows gathered, the best so many are scored by all their words. */
const MOST_SCORED = 400;
/** Steps of a score by which names are ranked, and more names than an index may hold: a rank and a name are one whole number. */
const RANKS = 1e6;
const MOST_NAMES = 2 ** 32;
/** Steps of what a row shares, a bit. */
const STEPS = 8;
/** Steps of a share of rarity, by which the best rows are picked. */
const FINEST = 1023;
/** A row's number, in one place of memory: what it shares (14 bits), a bit for each word of the query that it was counted for (10), and bits of its own rarity (8), which stay. */
const SHARED = 0x3fff;
const MET = 14;
const WEIGHT = 24;
const HEAVIEST = 255;
const MOST_BEGINNING = 300;
/**
 * What a bit that each has and the other lacks speaks against, as a share of one that both have. By hand, on every third development pair that compare
 * calls possible (21 November 2026, every row scored): with 0 the first 200 held 981 of 1,063, with .3 983; this lies between.
 */
const CONTRADICTED = 0.15;
/** From this likeness on a word of the index counts as the one asked for when its rarity is taken. */
const SAME_WORD = 0.8;

export class NameIndex {
  readonly #table: ReturnType<typeof tableOfNames>;
  readonly #vocabulary: Vocabulary;
  /** By word, a number for what it sounds like. */
  readonly #soundOf: Uint32Array;
  readonly #pairs: PairRows;
  /** Bits by word, and their sum by row. */
  readonly #rarity: Float32Array;
  readonly #weights: Float32Array;
  /** Of the query at hand, 0 between queries: by row what it shares (SHARED, MET); by word, how like it is, and which word of the query it answers to, from 1. */
  readonly #shared: Int32Array;
  readonly #likeness: Float32Array;
  readonly #group: Uint8Array;
  /** Rows gathered for the query at hand. */
  readonly #rows = new Uint32Array(MOST_NEW);
  readonly #steps = new Uint16Array(MOST_NEW);
  readonly #ranked = new Float64Array(MOST_SCORED);

  /** O(names): some 20 seconds for a million on a busy machine, and about 220 MB with their texts (21 November 2026). */
  constructor(given: Iterable<NamedId>) {
    const table = tableOfNames(given);
    const { words, wordsOf, rowsOf, nameOf } = table;
    this.#table = table;
    this.#vocabulary = new Vocabulary(words);
    const sounds = new Map<string, number>();
    this.#soundOf = Uint32Array.from(words, ({ skeleton }) => numberOf(sounds, soundsOf(skeleton)));
    this.#pairs = new PairRows(wordsOf, this.#soundOf);
    this.#rarity = Float32Array.from(words, (_, n) => 1 + Math.log2((nameOf.length + 1) / ((rowsOf.at[n + 1] as number) - (rowsOf.at[n] as number) + 1)));
    this.#weights = new Float32Array(nameOf.length);
    for (let row = 0; row < nameOf.length; row++)
      for (let at = wordsOf.at[row] as number; at < (wordsOf.at[row + 1] as number); at++)
        this.#weights[row] = (this.#weights[row] as number) + (this.#rarity[wordsOf.of[at] as number] as number);
    this.#shared = Int32Array.from(this.#weights, (weight) => Math.min(HEAVIEST, Math.round(weight)) << WEIGHT);
    this.#likeness = new Float32Array(words.length);
    this.#group = new Uint8Array(words.length);
  }

  get size(): number {
    return this.#table.ids.length;
  }

  /**
   * The names that `text` may be, best first; equal scores in the order in which they were given. Empty where nothing is
   * like it. An initial finds nothing by itself. Cost: bounded by MOST_OF_PAIRS, MOST_ROWS and the
   * alignments of similar-words.ts; over a million names 1 ms of a busy processor, 4 at the 99th percentile (21 November 2026).
   */
  find(text: string, { most = MOST_FOUND, kind, typing = false }: FindOptions = {}): readonly FoundName[] {
    const { ids, names, kinds, nameOf } = this.#table;
    const groups = this.#groups(text, kind ?? 'person', typing);
    const whole = groups.reduce((sum, { weight }) => sum + weight, 0);
    const rows = this.#gather(groups, whole);
    this.#mark(groups);
    // Score and name in one number, the best score and then the first name least: so many numbers are sorted fast.
    const ranked = this.#ranked;
    let count = 0;
    for (const row of rows) {
      const name = nameOf[row] as number;
      if (kind !== undefined && KINDS[kinds[name] as number] !== kind) continue;
      const score = this.#score(row, groups, whole);
      // Rows of other pairs of words that fell into the same place share nothing.
      if (score > 0) ranked[count++] = Math.round((1 - score) * RANKS) * MOST_NAMES + name;
    }
    this.#unmark(groups);
    const best: FoundName[] = [];
    const seen = new Set<number>();
    for (const rank of ranked.subarray(0, count).toSorted()) {
      const name = rank % MOST_NAMES;
      if (seen.has(name)) continue;
      if (seen.size >= most) break;
      seen.add(name);
      const score = 1 - Math.floor(rank / MOST_NAMES) / RANKS;
      best.push({ id: ids[name] ?? '', name: names[name] ?? '', kind: KINDS[kinds[name] as number] ?? 'person', score });
    }
    return best;
  }

  /** Every word of the query with the words it may be. */
  #groups(text: string, kind: NameKind, typing: boolean): readonly Group[] {
    const [told = []] = tellingWords(text, kind);
    const asked = told.slice(0, MOST_WORDS).map(wordFor[kind]).filter((word) => word.signs.length > 1 || typing); // prettier-ignore
    return asked.map((word, n) => {
      const next = asked[n + 1];
      const similar = [
        ...(typing && next === undefined ? this.#vocabulary.beginning(word, MOST_BEGINNING) : []),
        ...this.#vocabulary.similar(word),
        ...(next === undefined ? [] : this.#vocabulary.sounding(joined(word, next))),
      ];
      return { similar, weight: this.#weightOf(similar) };
    });
  }

  /** Bits of a word of the query: of the commonest word that it is, and of one that no name has where there is none. */
  #weightOf(similar: readonly SimilarWord[]): number {
    const unknown = 1 + Math.log2(this.#table.nameOf.length + 1);
    return similar.reduce((least, { word, likeness }) => (likeness >= SAME_WORD ? Math.min(least, this.#rarity[word] as number) : least), unknown);
  }

  /** The rows that share most by the words that tell most, MOST_SCORED at most. */
  #gather(groups: readonly Group[], whole: number): Uint32Array {
    const { at, of } = this.#table.rowsOf;
    const rarestFirst = groups.map(({ similar, weight }, group) => ({
      group,
      similar,
      weight,
      rows: similar.reduce((sum, { word }) => sum + (at[word + 1] as number) - (at[word] as number), 0),
    }));
    rarestFirst.sort((a, b) => a.rows - b.rows);
    let count = this.#gatherPairs(groups);
    let left = MOST_ROWS;
    for (const { similar, group, weight, rows } of rarestFirst) {
      if (rows > left && count > 0) break;
      for (const { word, likeness } of similar) {
        const [from, to] = [at[word] as number, Math.min(at[word + 1] as number, (at[word] as number) + left)];
        left -= to - from;
        count = this.#add(of, from, to, 1 << (MET + group), Math.ceil(likeness * (weight + (this.#rarity[word] as number)) * STEPS), count);
      }
    }
    return this.#strongestRows(count, whole);
  }

  /** The rows that share two words with the query: of the pairs of its words that fewest rows have first. How many. */
  #gatherPairs(groups: readonly Group[]): number {
    const asked = groups.map((group, n) => this.#soundsOf(group, n));
    const ranges = asked.flatMap((one, n) =>
      asked.slice(n + 1).map((other) => {
        const found = one.sounds.flatMap(([a, likeA]) => other.sounds.map(([b, likeB]) => ({ range: this.#pairs.range(a, b), likeA, likeB })));
        return { one, other, found, rows: found.reduce((sum, { range: [from, to] }) => sum + to - from, 0) };
      }),
    );
    ranges.sort((a, b) => a.rows - b.rows);
    let count = 0;
    let left = MOST_OF_PAIRS;
    for (const { one, other, found } of ranges)
      for (const {
        range: [from, end],
        likeA,
        likeB,
      } of found) {
        const to = Math.min(end, from + left);
        left -= to - from;
        // Found one after the other: what a row gains by a word it gains once.
        const before = count;
        count = this.#add(this.#pairs.rows, from, to, 1 << (MET + one.group), Math.ceil(likeA * 2 * one.weight * STEPS), before);
        this.#add(this.#pairs.rows, from, to, 1 << (MET + other.group), Math.ceil(likeB * 2 * other.weight * STEPS), count);
      }
    return count;
  }

  #soundsOf({ similar, weight }: Group, group: number): Sounding {
    const sounds = new Map<number, number>();
    for (const { word, likeness } of similar) {
      const sound = this.#soundOf[word] as number;
      if (likeness > (sounds.get(sound) ?? 0)) sounds.set(sound, likeness);
    }
    return { group, weight, sounds: [...sounds].toSorted((a, b) => b[1] - a[1]).slice(0, MOST_SOUNDS) };
  }

  /** Counts a gain for rows that have not met this word of the query; the number of rows gathered then. */
  #add(of: Uint32Array, from: number, to: number, met: number, gain: number, before: number): number {
    const [shared, rows] = [this.#shared, this.#rows];
    let count = before;
    for (let n = from; n < to; n++) {
      const row = of[n] as number;
      const now = shared[row] as number;
      if ((now & met) !== 0) continue;
      if ((now & SHARED) === 0) {
        if (count >= MOST_NEW) continue;
        rows[count++] = row;
      }
      shared[row] = (now | met) + gain;
    }
    return count;
  }

  /** Of the first `count` rows gathered the MOST_SCORED that share most of both names' rarity, in no order. O(count). */
  #strongestRows(count: number, whole: number): Uint32Array {
    const [rows, steps, shared] = [this.#rows, this.#steps, this.#shared];
    const counts = new Uint32Array(FINEST + 1);
    for (let n = 0; n < count; n++) {
      const row = rows[n] as number;
      const now = shared[row] as number;
      const step = Math.min(FINEST, ((FINEST / STEPS) * (now & SHARED)) / (whole + (now >>> WEIGHT))) | 0;
      shared[row] = now & (HEAVIEST << WEIGHT);
      steps[n] = step;
      counts[step] = (counts[step] as number) + 1;
    }
    let least = FINEST;
    let left = MOST_SCORED;
    for (; least > 0 && left > (counts[least] as number); least--) left -= counts[least] as number;
    const best = new Uint32Array(Math.min(count, MOST_SCORED));
    for (let n = 0, kept = 0; n < count && kept < best.length; n++)
      if ((steps[n] as number) > least || (steps[n] === least && left-- > 0)) best[kept++] = rows[n] as number;
    return best;
  }

  #mark(groups: readonly Group[]): void {
    groups.forEach(({ similar }, n) => {
      for (const { word, likeness } of similar)
        if (likeness > (this.#likeness[word] as number)) {
          this.#likeness[word] = likeness;
          this.#group[word] = n + 1;
        }
    });
  }

  #unmark(groups: readonly Group[]): void {
    for (const { similar } of groups) for (const { word } of similar) this.#likeness[word] = this.#group[word] = 0;
  }

  /**
   * The share of both names' rarity that they have in common (Dice 1945), less some of what speaks against: words that each has and the other lacks.
   * A word of the query answers to one word at most.
   */
  #score(row: number, groups: readonly Group[], whole: number): number {
    const { at, of } = this.#table.wordsOf;
    let shared = 0;
    let [left, leftOver] = [whole, this.#weights[row] as number];
    const all = left + leftOver;
    let taken = 0;
    for (let k = at[row] as number; k < (at[row + 1] as number); k++) {
      const word = of[k] as number;
      const group = this.#group[word] as number;
      if (group === 0 || (taken & (1 << group)) !== 0) continue;
      taken |= 1 << group;
      const [asked, own] = [groups[group - 1]?.weight ?? 0, this.#rarity[word] as number];
      shared += (this.#likeness[word] as number) * (asked + own);
      left -= asked;
      leftOver -= own;
    }
    return Math.max(0, Math.min(1, (shared - CONTRADICTED * 2 * Math.max(0, Math.min(left, leftOver))) / all));
  }
}

const joined = (a: NameWord, b: NameWord): NameWord => formOf([a, b]).whole;

/** The number of a key, a new one where it has none. */
function numberOf(numbers: Map<string, number>, key: string): number {
  const known = numbers.get(key) ?? numbers.size;
  numbers.set(key, known);
  return known;
}
