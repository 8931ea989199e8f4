// How much evidence for a word another could give at most, however its signs lay: a look at each sign, where an alignment takes one
// at each sign with each. Of the words that sound somewhat like one that is asked for, two in three need no alignment.
import { TENTHS, type SpellingCosts } from './align-spelling.ts';
import { SCRIPT_OF, SIGNS } from './spelling.ts';

export class SpellingBound {
  readonly #costs: SpellingCosts;
  /** The evidence of each sign with its best counterpart in the word asked for, or with none, in tenths of a nat. */
  readonly #best = new Int8Array(256);

  constructor(costs: SpellingCosts) {
    this.#costs = costs;
  }

  /** From here on it tells of this word. O(signs). */
  setTo(signs: Uint8Array): void {
    const [best, { pairs, gaps }] = [this.#best, this.#costs];
    const script = SCRIPT_OF[signs[0] ?? 0] as number;
    for (let other = 1; other < SIGNS.length; other++) best[other] = gaps[other * 4 + script] as number;
    for (const sign of signs)
      for (let other = 1; other < SIGNS.length; other++) {
        // The greater of two numbers, as in alignSpelling.
        const less = ((best[other] as number) - (pairs[(sign << 8) | other] as number)) | 0;
        best[other] = (best[other] as number) - (less & (less >> 31));
      }
  }

  /** At least what alignWithin gives for the word whose signs stand in `all` from `from` to `to - 1`, nats. */
  most(all: Uint8Array, from: number, to: number): number {
    let sum = 0;
    for (let n = from; n < to; n++) sum += this.#best[all[n] as number] as number;
    return sum / TENTHS;
  }
}
