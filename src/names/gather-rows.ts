// Which rows of an index may be a name that is asked for: those that share two words with it, by the pairs of words that are
// worth most, and those that share one that few names have. Rows are counted in one place of memory each, so that a million
// of them are asked in parts of a millisecond; what was counted is taken back before the next question.
import type { Asked } from './asked-words.ts';
import { eachRow, WORDS, type IndexTable } from './index-table.ts';
import { PairRows } from './pair-rows.ts';

/** Of the rows gathered, the best so many are given at most. */
export const MOST_SCORED = 220;
/** Pairs of words that are looked up for one question. */
const MOST_PAIRS = 1100;
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
/** What is counted for a row is one number: what it shares (14 bits), a bit for each word of the question that it was counted for (10), and bits of its own rarity (8), which stay. */
const SHARED = 0x3fff;
const MET = 14;
const WEIGHT = 24;
const HEAVIEST = 255;

export class RowGatherer {
  readonly #table: IndexTable;
  readonly #pairs: PairRows;
  readonly #gathered = new Uint32Array(MOST_NEW);
  readonly #steps = new Uint16Array(MOST_NEW);
  readonly #stepped = new Uint32Array(FINEST + 1);
  /** Of the pairs looked up that any row has: where its rows stand, and what either word is worth. */
  readonly #found = { from: new Uint32Array(MOST_PAIRS), to: new Uint32Array(MOST_PAIRS), mark: new Uint32Array(MOST_PAIRS), met: new Uint32Array(2 * MOST_PAIRS), gain: new Uint16Array(2 * MOST_PAIRS) }; // prettier-ignore
  readonly #order = new Float64Array(MOST_PAIRS);

  /** Counts in the rows of the table, which nobody else may. */
  constructor(table: IndexTable) {
    const { rows, rarity } = table;
    this.#table = table;
    this.#pairs = new PairRows(rows);
    eachRow(rows, (row, end) => {
      let weight = 0;
      for (let k = row + WORDS; k < end; k++) weight += rarity[rows[k] as number] as number;
      rows[row] = Math.min(HEAVIEST, Math.round(weight)) << WEIGHT;
    });
  }

  /** The rows that share most, MOST_SCORED at most, in no order; overwritten by the next question. `whole`: bits of the name asked for. */
  gather(asked: readonly Asked[], whole: number): Uint32Array {
    return this.#strongest(this.#bySingleWords(asked, this.#byPairs(asked)), whole);
  }

  /** How many rows there are that share two words. */
  #byPairs(asked: readonly Asked[]): number {
    const count = this.#lookUp(asked);
    const { from, to } = this.#found;
    const order = this.#order.subarray(0, count).toSorted();
    let gathered = 0;
    let left = MOST_READ;
    for (let n = 0; n < count && left > 0; n++) {
      const pair = ((order[n] as number) | 0) % MOST_PAIRS;
      gathered = this.#addPair(pair, left, gathered);
      left -= (to[pair] as number) - (from[pair] as number);
    }
    return gathered;
  }

  /** Looks up the words of every two asked, the likest of each; those worth most have the least number in `#order`. How many any row has. */
  #lookUp(asked: readonly Asked[]): number {
    let two = 0;
    for (const [n, one] of asked.entries()) for (let m = n + 1; m < asked.length; m++) if ((one.mask & (asked[m] as Asked).mask) === 0) two++;
    const most = Math.floor(Math.sqrt(MOST_PAIRS / Math.max(1, two)));
    let count = 0;
    for (const [n, one] of asked.entries())
      for (let m = n + 1; m < asked.length; m++) if ((one.mask & (asked[m] as Asked).mask) === 0) count = this.#lookUpTwo(one, asked[m] as Asked, most, count);
    return count;
  }

  /** Looks up the `most` likest words of either with each other; how many any row has, with those `before`. */
  #lookUpTwo(one: Asked, other: Asked, most: number, before: number): number {
    const [pairs, { from, to, mark, met, gain }] = [this.#pairs, this.#found];
    const [as, bs] = [one.similar.words, other.similar.words];
    let count = before;
    for (let i = 0; i < as.length && i < most; i++) {
      const a = as[i] as number;
      const gainA = this.#gain(one, i);
      for (let j = 0; j < bs.length && j < most; j++) {
        if (!pairs.find(a, bs[j] as number, range)) continue;
        const gainB = this.#gain(other, j);
        from[count] = range.from;
        to[count] = range.to;
        mark[count] = range.mark;
        met[2 * count] = one.mask << MET;
        met[2 * count + 1] = other.mask << MET;
        gain[2 * count] = gainA;
        gain[2 * count + 1] = gainB;
        this.#order[count] = (2 * SHARED - gainA - gainB) * MOST_PAIRS + count;
        count++;
      }
    }
    return count;
  }

  /** What a row gains by the nth word that may be the one asked for, in steps: the bits of both, as far as they are alike. */
  #gain({ weight, similar }: Asked, n: number): number {
    const bits = weight + (this.#table.rarity[similar.words[n] as number] as number);
    return Math.min(SHARED >> 2, Math.ceil((similar.likeness[n] as number) * bits * STEPS));
  }

  /** Counts both words of a pair that was found for its rows, `most` entries of it; the number of rows gathered then. */
  #addPair(pair: number, most: number, before: number): number {
    const [gathered, rows, { entries, rowBits }] = [this.#gathered, this.#table.rows, this.#pairs];
    const { from, to, mark, met, gain } = this.#found;
    const [start, told] = [from[pair] as number, mark[pair] as number];
    const [metA, metB, gainA, gainB] = [met[2 * pair] as number, met[2 * pair + 1] as number, gain[2 * pair] as number, gain[2 * pair + 1] as number];
    const end = Math.min(to[pair] as number, start + most);
    const placed = 2 ** rowBits - 1;
    let count = before;
    for (let n = start; n < end; n++) {
      const entry = entries[n] as number;
      if (entry >>> rowBits !== told) continue;
      const row = entry & placed;
      let now = rows[row] as number;
      if ((now & SHARED) === 0) {
        if (count >= MOST_NEW) continue;
        gathered[count++] = row;
      }
      if ((now & metA) === 0) now = (now | metA) + gainA;
      if ((now & metB) === 0) now = (now | metB) + gainB;
      rows[row] = now;
    }
    return count;
  }

  /** Adds the rows that have one of the words, the rarest words first; the number of rows gathered then. */
  #bySingleWords(words: readonly Asked[], before: number): number {
    const { at, of } = this.#table.rowsOf;
    let count = before;
    let left = MOST_ROWS;
    for (const asked of words.toSorted((a, b) => a.similar.rows - b.similar.rows)) {
      if (asked.similar.rows > left && count > 0) break;
      for (const [n, word] of asked.similar.words.entries()) {
        const from = at[word] as number;
        const to = Math.min(at[word + 1] as number, from + left);
        left -= to - from;
        count = this.#addWord(of, from, to, asked.mask << MET, this.#gain(asked, n), count);
      }
    }
    return count;
  }

  #addWord(of: Uint32Array, from: number, to: number, met: number, gain: number, before: number): number {
    const [gathered, rows] = [this.#gathered, this.#table.rows];
    let count = before;
    for (let n = from; n < to; n++) {
      const row = of[n] as number;
      const now = rows[row] as number;
      if ((now & met) !== 0) continue;
      if ((now & SHARED) === 0) {
        if (count >= MOST_NEW) continue;
        gathered[count++] = row;
      }
      rows[row] = (now | met) + gain;
    }
    return count;
  }

  /** Of the first `count` rows gathered the MOST_SCORED that share most of both names' rarity, in no order. O(count). */
  #strongest(count: number, whole: number): Uint32Array {
    const [gathered, steps, stepped, rows] = [this.#gathered, this.#steps, this.#stepped.fill(0), this.#table.rows];
    for (let n = 0; n < count; n++) {
      const row = gathered[n] as number;
      const now = rows[row] as number;
      const step = Math.min(FINEST, ((FINEST / STEPS) * (now & SHARED)) / (whole + (now >>> WEIGHT))) | 0;
      rows[row] = now & (HEAVIEST << WEIGHT);
      steps[n] = step;
      stepped[step] = (stepped[step] as number) + 1;
    }
    let least = FINEST;
    let left = MOST_SCORED;
    for (; least > 0 && left > (stepped[least] as number); least--) left -= stepped[least] as number;
    const most = Math.min(count, MOST_SCORED);
    let kept = 0;
    // What is kept moves up within the list: it is never behind what is still to be looked at.
    for (let n = 0; n < count && kept < most; n++)
      if ((steps[n] as number) > least || (steps[n] === least && left-- > 0)) gathered[kept++] = gathered[n] as number;
    return gathered.subarray(0, kept);
  }
}

const range = { from: 0, to: 0, mark: 0 };
