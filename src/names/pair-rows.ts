// The rows of an index by every two of their words, as they sound: few rows share two words with a query, where tens of
// thousands share a common one.
import type { Lists } from './index-table.ts';

/** Entries to a place of the table, at most: two pairs of sounds that fall into one place cost a look at each other's rows. */
const FILL = 1;

export class PairRows {
  readonly #at: Uint32Array;
  readonly #of: Uint32Array;
  readonly #shift: number;

  /**
   * O(rows × words²), four bytes an entry and four a place.
   *
   * @param soundOf - a number for what each word sounds like; words of one sound are one here
   */
  constructor(wordsOf: Lists, soundOf: Uint32Array) {
    let entries = 0;
    eachPair(wordsOf, soundOf, () => entries++);
    const bits = Math.max(1, Math.ceil(Math.log2(Math.max(2, entries / FILL))));
    this.#shift = 32 - bits;
    this.#at = new Uint32Array(2 ** bits + 1);
    this.#of = new Uint32Array(entries);
    // Counted one place further on, then summed, then filled from the end: `at` ends as it should without another table.
    eachPair(wordsOf, soundOf, (_, a, b) => {
      const place = this.#place(a, b);
      this.#at[place] = (this.#at[place] as number) + 1;
    });
    for (let n = 1; n < this.#at.length; n++) this.#at[n] = (this.#at[n] as number) + (this.#at[n - 1] as number);
    eachPair(wordsOf, soundOf, (row, a, b) => {
      const place = this.#place(a, b);
      const last = (this.#at[place] as number) - 1;
      this.#at[place] = last;
      this.#of[last] = row;
    });
  }

  /** Rows that have these two sounds are among `of[from]` to `of[to - 1]`, with those of other pairs that fell into the same place. */
  range(a: number, b: number): readonly [from: number, to: number] {
    const place = this.#place(a, b);
    return [this.#at[place] as number, this.#at[place + 1] as number];
  }

  get rows(): Uint32Array {
    return this.#of;
  }

  /** Multiplicative hashing of the pair, whichever comes first (Knuth, TAOCP 3, 6.4). */
  #place(a: number, b: number): number {
    const [less, more] = a < b ? [a, b] : [b, a];
    return (Math.imul(Math.imul(less, 0x9e3779b1) ^ more, 0x85ebca6b) >>> this.#shift) >>> 0;
  }
}

function eachPair({ at, of }: Lists, soundOf: Uint32Array, take: (row: number, a: number, b: number) => void): void {
  for (let row = 0; row + 1 < at.length; row++) {
    const end = at[row + 1] as number;
    for (let i = at[row] as number; i < end; i++)
      for (let j = i + 1; j < end; j++) take(row, soundOf[of[i] as number] as number, soundOf[of[j] as number] as number);
  }
}
