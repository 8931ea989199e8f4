// The rows of an index by every two of their words: few rows share two words with a query, where tens of thousands share a
// common one.
import type { Lists } from './index-table.ts';

/** Entries to a place of the table, at most: two pairs of words that fall into one place cost a look at each other's entries. */
const FILL = 1;
/** Bits of a pair's hash by which its entries are told from the others of their place: one in 256 is taken for its own. */
const TOLD_BY = 0xff;

/** Where the entries of a pair stand: those of `rows` from `from` to `to - 1` whose mark is `mark`. */
export type PairRange = { from: number; to: number; mark: number };

export class PairRows {
  readonly #at: Uint32Array;
  readonly #of: Uint32Array;
  readonly #marks: Uint8Array;
  /** A byte for each place, small enough to stay near the processor: which eighths of the place any pair fell into. Most pairs that are looked up no row has. */
  readonly #eighths: Uint8Array;
  readonly #shift: number;

  /** O(rows × words²), five bytes an entry and five a place. */
  constructor(wordsOf: Lists) {
    let entries = 0;
    eachPair(wordsOf, () => entries++);
    const bits = Math.max(4, Math.ceil(Math.log2(Math.max(2, entries / FILL))));
    this.#shift = 32 - bits;
    this.#at = new Uint32Array(2 ** bits + 1);
    this.#of = new Uint32Array(entries);
    this.#marks = new Uint8Array(entries);
    this.#eighths = new Uint8Array(2 ** bits);
    // Counted one place further on, then summed, then filled from the end: `at` ends as it should without another table.
    eachPair(wordsOf, (_, a, b) => {
      const hash = hashOf(a, b);
      const place = hash >>> this.#shift;
      this.#at[place] = (this.#at[place] as number) + 1;
      this.#eighths[place] = (this.#eighths[place] as number) | this.#eighthOf(hash);
    });
    for (let n = 1; n < this.#at.length; n++) this.#at[n] = (this.#at[n] as number) + (this.#at[n - 1] as number);
    eachPair(wordsOf, (row, a, b) => {
      const hash = hashOf(a, b);
      const place = hash >>> this.#shift;
      const last = (this.#at[place] as number) - 1;
      this.#at[place] = last;
      this.#of[last] = row;
      this.#marks[last] = hash & TOLD_BY;
    });
  }

  #eighthOf(hash: number): number {
    return 1 << ((hash >>> (this.#shift - 3)) & 7);
  }

  /** Writes where the rows stand that have both words, with those of other pairs that fell into the same place. False where no row has them. */
  find(a: number, b: number, into: PairRange): boolean {
    const hash = hashOf(a, b);
    const place = hash >>> this.#shift;
    if (((this.#eighths[place] as number) & this.#eighthOf(hash)) === 0) return false;
    into.from = this.#at[place] as number;
    into.to = this.#at[place + 1] as number;
    into.mark = hash & TOLD_BY;
    return true;
  }

  get rows(): Uint32Array {
    return this.#of;
  }

  get marks(): Uint8Array {
    return this.#marks;
  }
}

/** Multiplicative hashing of the pair, whichever comes first (Knuth, TAOCP 3, 6.4); its high bits tell the place, its low ones the pair. */
function hashOf(a: number, b: number): number {
  const [less, more] = a < b ? [a, b] : [b, a];
  const mixed = Math.imul(Math.imul(less, 0x9e3779b1) ^ more, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}

function eachPair({ at, of }: Lists, take: (row: number, a: number, b: number) => void): void {
  for (let row = 0; row + 1 < at.length; row++) {
    const end = at[row + 1] as number;
    for (let i = at[row] as number; i < end; i++) for (let j = i + 1; j < end; j++) take(row, of[i] as number, of[j] as number);
  }
}
