// The rows of an index by every two of their words: few rows share two words with a query, where tens of thousands share a
// common one.
import { eachRow, WORDS } from './index-table.ts';

/** Entries to a place of the table, at most: two pairs of words that fall into one place cost a look at each other's entries. */
const FILL = 1;

/** Where the entries of a pair stand: those from `from` to `to - 1` that `rowOf` gives a row for under this `mark`. */
export type PairRange = { from: number; to: number; mark: number };

export class PairRows {
  readonly #at: Uint32Array;
  /** Rows, each with so much of its pair's hash before it as there is room: it tells the entries of a place from each other, of a million names all but one in 512. */
  readonly entries: Uint32Array;
  readonly rowBits: number;
  /** A byte for each place, small enough to stay near the processor: which eighths of the place any pair fell into. Most pairs that are looked up no row has. */
  readonly #eighths: Uint8Array;
  readonly #shift: number;

  /** O(rows × words²), four bytes an entry and five a place. */
  constructor(rows: Int32Array) {
    let count = 0;
    eachPair(rows, () => count++);
    const bits = Math.max(4, Math.ceil(Math.log2(Math.max(2, count / FILL))));
    this.#shift = 32 - bits;
    this.rowBits = Math.max(1, Math.ceil(Math.log2(rows.length + 1)));
    this.#at = new Uint32Array(2 ** bits + 1);
    this.entries = new Uint32Array(count);
    this.#eighths = new Uint8Array(2 ** bits);
    // Counted one place further on, then summed, then filled from the end: `at` ends as it should without another table.
    eachPair(rows, (_, a, b) => {
      const hash = hashOf(a, b);
      const place = hash >>> this.#shift;
      this.#at[place] = (this.#at[place] as number) + 1;
      this.#eighths[place] = (this.#eighths[place] as number) | this.#eighthOf(hash);
    });
    for (let n = 1; n < this.#at.length; n++) this.#at[n] = (this.#at[n] as number) + (this.#at[n - 1] as number);
    eachPair(rows, (row, a, b) => {
      const hash = hashOf(a, b);
      const place = hash >>> this.#shift;
      const last = (this.#at[place] as number) - 1;
      this.#at[place] = last;
      this.entries[last] = (hash << this.rowBits) | row;
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
    into.mark = (hash << this.rowBits) >>> this.rowBits;
    return true;
  }
}

/** Multiplicative hashing of the pair, whichever comes first (Knuth, TAOCP 3, 6.4); its high bits tell the place, its low ones the pair. */
function hashOf(a: number, b: number): number {
  const [less, more] = a < b ? [a, b] : [b, a];
  const mixed = Math.imul(Math.imul(less, 0x9e3779b1) ^ more, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}

function eachPair(rows: Int32Array, take: (row: number, a: number, b: number) => void): void {
  eachRow(rows, (row, end) => {
    for (let i = row + WORDS; i < end; i++) for (let j = i + 1; j < end; j++) take(row, rows[i] as number, rows[j] as number);
  });
}
