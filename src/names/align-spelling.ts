// How likely two words are spellings of one name: the best alignment of their signs, in nats of evidence for "one name,
// written twice" against "two names" (Durbin et al., Biological Sequence Analysis, 1998, chapter 2: log-odds scores).
import { SCRIPT_OF, SIGNS } from './spelling.ts';

/**
 * Costs by number of sign: `pairs` at a*256+b, and `gaps` at a*4+script, for a sign with no counterpart in that script.
 * Tenths of a nat, so that one alignment is whole numbers in small tables.
 */
export type SpellingCosts = { readonly pairs: Int8Array; readonly gaps: Int8Array };

/** Of a nat, in the tables. */
export const TENTHS = 10;

/** Words longer than this are cut: no name needs more, and the table below is of fixed size. */
export const LONGEST = 48;

const row = new Int32Array(LONGEST + 1);
const gapsB = new Int32Array(LONGEST + 1);

/**
 * Evidence in nats that two words are one name; the higher the likelier, below 0 rather two. O(length × length), no allocation.
 *
 * The greater of two numbers is taken without a branch (x - y is masked by its own sign; Warren, Hacker's Delight, 2-18):
 * which is greater cannot be foreseen, and this is three times as fast.
 */
export function alignSpelling(a: Uint8Array, b: Uint8Array, costs: SpellingCosts): number {
  return alignWithin(a, b, 0, b.length, costs);
}

/** As alignSpelling, for the word whose signs stand in `all` from `from` to `to - 1`: many words in one array are near each other. */
export function alignWithin(a: Uint8Array, all: Uint8Array, from: number, to: number, { pairs, gaps }: SpellingCosts): number {
  const n = a.length;
  const m = to - from;
  if (n === 0 || m === 0) return 0;
  const scriptA = SCRIPT_OF[a[0] as number] as number;
  const scriptB = SCRIPT_OF[all[from] as number] as number;
  const before = from - 1;
  row[0] = 0;
  for (let j = 1; j <= m; j++) {
    gapsB[j] = gaps[(all[before + j] as number) * 4 + scriptA] as number;
    row[j] = (row[j - 1] as number) + (gapsB[j] as number);
  }
  for (let i = 0; i < n; i++) {
    const sign = a[i] as number;
    const gapA = gaps[sign * 4 + scriptB] as number;
    let diagonal: number = row[0];
    let best = (diagonal + gapA) | 0;
    row[0] = best;
    for (let j = 1; j <= m; j++) {
      const up = row[j] as number;
      const left = (best + (gapsB[j] as number)) | 0;
      best = (diagonal + (pairs[(sign << 8) | (all[before + j] as number)] as number)) | 0;
      let less = (best - up - gapA) | 0;
      best = (best - (less & (less >> 31))) | 0;
      less = (best - left) | 0;
      best = (best - (less & (less >> 31))) | 0;
      diagonal = up;
      row[j] = best;
    }
  }
  return (row[m] as number) / TENTHS;
}

/** As alignSpelling, for `short` with the beginning of `long` that suits it best. */
export function alignBeginning(short: Uint8Array, long: Uint8Array, costs: SpellingCosts): number {
  let best = alignSpelling(short, long, costs);
  for (let j = 2; j < long.length; j++) best = Math.max(best, (row[j] as number) / TENTHS);
  return best;
}

/** The most evidence that any word of each script could give for this one: an upper bound on alignSpelling. */
export function ceilings(signs: Uint8Array, best: Float32Array): Float32Array {
  const out = new Float32Array(3);
  for (const sign of signs) for (let script = 0; script < 3; script++) out[script] = (out[script] as number) + (best[sign * 4 + script] as number);
  return out;
}

/** For each sign and script, the evidence of its best counterpart there, nats. */
export function bestCounterparts({ pairs, gaps }: SpellingCosts): Float32Array {
  const best = Int8Array.from(gaps);
  for (let a = 1; a < SIGNS.length; a++)
    for (let b = 1; b < SIGNS.length; b++) {
      const at = a * 4 + (SCRIPT_OF[b] as number);
      best[at] = Math.max(best[at] as number, pairs[a * 256 + b] as number);
    }
  return Float32Array.from(best, (tenths) => tenths / TENTHS);
}
