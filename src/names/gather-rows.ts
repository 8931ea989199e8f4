// Which rows of an index may be a name that is asked for: those that share two words with it, by the pairs of words that are
// worth most, and those that share one that few names have. Rows are counted in one place of memory each, so that a million
// of them are asked in parts of a millisecond; what was counted is taken back before the next question.
import type { Asked } from './asked-words.ts';
import type { IndexTable } from './index-table.ts';
import { PairRows } from './pair-rows.ts';

/** Of the rows gathered, the best so many are given at most. */
export const MOST_SCORED = 220;
/** Pairs of words that are looked up for one question. */
const MOST_PAIRS = 700;
/** Entries of pairs that are read, those worth most first; it bounds the time. */
const MOST_READ = 3000;
/** Then rows by one word, the rarest first, until there were so many more: the commoner words only rank. */
const MOST_ROWS = 1200;
/** Rows gathered so: those that share only commoner words are none of the best. */
const MOST_NEW = 2000;
/** Steps of what a row shares, a bit. */
const STEPS = 8;
/** Steps of a share of rarity, by which the best rows are picked. */
const FINEST = 1023;
/** A row's number, in one place of memory: what it shares (14 bits), a bit for each word of the question that it was counted for (10), and bits of its own rarity (8), which stay. */
const SHARED = 0x3fff;
const MET = 14;
const WEIGHT = 24;
const HEAVIEST = 255;

export class RowGatherer {
  readonly #table: IndexTable;
  readonly #rarity: Float32Array;
  readonly #pairs: PairRows;
  readonly #shared: Int32Array;
  readonly #rows = new Uint32Array(MOST_NEW);
  readonly #steps = new Uint16Array(MOST_NEW);
  /** Of the pairs looked up that any row has: where its rows stand, and what either word is worth. */
  readonly #found = { from: new Uint32Array(MOST_PAIRS), to: new Uint32Array(MOST_PAIRS), mark: new Uint8Array(MOST_PAIRS), met: new Uint32Array(2 * MOST_PAIRS), gain: new Uint16Array(2 * MOST_PAIRS) }; // prettier-ignore
  readonly #order = new Float64Array(MOST_PAIRS);

  /** @param rarity - bits by word */
  constructor(table: IndexTable, rarity: Float32Array) {
    const { at, of } = table.wordsOf;
    this.#table = table;
    this.#rarity = rarity;
    this.#pairs = new PairRows(table.wordsOf);
    this.#shared = new Int32Array(table.nameOf.length);
    for (let row = 0; row < this.#shared.length; row++) {
      let weight = 0;
      for (let k = at[row] as number; k < (at[row + 1] as number); k++) weight += rarity[of[k] as number] as number;
      this.#shared[row] = Math.min(HEAVIEST, Math.round(weight)) << WEIGHT;
    }
  }

  /** The rows that share most, MOST_SCORED at most, in no order. `whole`: bits of the name asked for. */
  gather(words: readonly Asked[], joined: readonly Asked[], whole: number): Uint32Array {
    const asked = [...words, ...joined];
    const count = this.#bySingleWords(asked, this.#byPairs(asked));
    return this.#strongest(count, whole);
  }

  /** How many rows there are that share two words. */
  #byPairs(asked: readonly Asked[]): number {
    const found = this.#lookUp(asked);
    const { from, to } = this.#found;
    const order = this.#order.subarray(0, found).toSorted();
    let count = 0;
    let left = MOST_READ;
    for (const key of order) {
      const n = key % MOST_PAIRS;
      count = this.#addPair(n, left, count);
      left -= (to[n] as number) - (from[n] as number);
      if (left <= 0) break;
    }
    return count;
  }

  /** Looks up the words of every two asked, the likest of each; those worth most have the least number in `#order`. How many any row has. */
  #lookUp(asked: readonly Asked[]): number {
    const two = asked.flatMap((one, n) => asked.slice(n + 1).flatMap((other) => ((one.mask & other.mask) === 0 ? [[one, other] as const] : [])));
    const most = Math.floor(Math.sqrt(MOST_PAIRS / Math.max(1, two.length)));
    const at = { from: 0, to: 0, mark: 0 };
    let found = 0;
    for (const [one, other] of two)
      for (let i = 0; i < one.similar.length && i < most; i++) {
        const a = one.similar[i] as Asked['similar'][number];
        const gainA = this.#gain(one, a);
        for (let j = 0; j < other.similar.length && j < most; j++) {
          const b = other.similar[j] as Asked['similar'][number];
          if (!this.#pairs.find(a.word, b.word, at)) continue;
          const gainB = this.#gain(other, b);
          this.#found.from[found] = at.from;
          this.#found.to[found] = at.to;
          this.#found.mark[found] = at.mark;
          this.#found.met[2 * found] = one.mask << MET;
          this.#found.met[2 * found + 1] = other.mask << MET;
          this.#found.gain[2 * found] = gainA;
          this.#found.gain[2 * found + 1] = gainB;
          this.#order[found] = (2 * SHARED - gainA - gainB) * MOST_PAIRS + found;
          found++;
        }
      }
    return found;
  }

  /** What a row gains by a word, in steps: its bits and those of the word it answers to, as far as they are alike. */
  #gain({ weight }: Asked, { word, likeness }: Asked['similar'][number]): number {
    return Math.min(SHARED >> 2, Math.ceil(likeness * (weight + (this.#rarity[word] as number)) * STEPS));
  }

  /** Counts both words of a pair that was found for its rows, `most` entries of it; the number of rows gathered then. */
  #addPair(pair: number, most: number, before: number): number {
    const [shared, rows, of, marks] = [this.#shared, this.#rows, this.#pairs.rows, this.#pairs.marks];
    const { from, to, mark, met, gain } = this.#found;
    const [start, told] = [from[pair] as number, mark[pair] as number];
    const [metA, metB, gainA, gainB] = [met[2 * pair] as number, met[2 * pair + 1] as number, gain[2 * pair] as number, gain[2 * pair + 1] as number];
    const end = Math.min(to[pair] as number, start + most);
    let count = before;
    for (let n = start; n < end; n++) {
      if (marks[n] !== told) continue;
      const row = of[n] as number;
      let now = shared[row] as number;
      if ((now & SHARED) === 0) {
        if (count >= MOST_NEW) continue;
        rows[count++] = row;
      }
      if ((now & metA) === 0) now = (now | metA) + gainA;
      if ((now & metB) === 0) now = (now | metB) + gainB;
      shared[row] = now;
    }
    return count;
  }

  /** Adds the rows that have one of the words, the rarest words first; the number of rows gathered then. */
  #bySingleWords(words: readonly Asked[], before: number): number {
    const { at, of } = this.#table.rowsOf;
    const rowsOf = (word: number): number => (at[word + 1] as number) - (at[word] as number);
    const rarestFirst = words.map((asked) => ({ asked, rows: asked.similar.reduce((sum, { word }) => sum + rowsOf(word), 0) }));
    rarestFirst.sort((a, b) => a.rows - b.rows);
    let count = before;
    let left = MOST_ROWS;
    for (const { asked, rows } of rarestFirst) {
      if (rows > left && count > 0) break;
      for (const one of asked.similar) {
        const from = at[one.word] as number;
        const to = Math.min(at[one.word + 1] as number, from + left);
        left -= to - from;
        count = this.#addWord(of, from, to, asked.mask << MET, this.#gain(asked, one), count);
      }
    }
    return count;
  }

  #addWord(of: Uint32Array, from: number, to: number, met: number, gain: number, before: number): number {
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
  #strongest(count: number, whole: number): Uint32Array {
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
}
