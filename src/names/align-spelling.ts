// How likely two words are spellings of one name: the best alignment of their signs, in nats of evidence for "one name,
// written twice" against "two names" (Durbin et al., Biological Sequence Analysis, 1998, chapter 2: log-odds scores).
import { SCRIPT_OF, SIGNS } from './spelling.ts';

/** Costs by number of sign: `pairs` at a*256+b, and `gaps` at a*4+script, for a sign with no counterpart in that script. Nats. */
export type SpellingCosts = { readonly pairs: Float32Array; readonly gaps: Float32Array };

/** Words longer than this are cut: no name needs more, and the table below is of fixed size. */
export const LONGEST = 48;

const row = new Float64Array(LONGEST + 1);
const gapsB = new Float64Array(LONGEST + 1);

/** Evidence that two words are one name; the higher the likelier, below 0 rather two. O(length × length), no allocation. */
export function alignSpelling(a: Uint8Array, b: Uint8Array, costs: SpellingCosts): number {
  const n = a.length;
  const m = b.length;
  if (n === 0 || m === 0) return 0;
  const { pairs, gaps } = costs;
  const scriptA = SCRIPT_OF[a[0] as number] as number;
  const scriptB = SCRIPT_OF[b[0] as number] as number;
  row[0] = 0;
  for (let j = 1; j <= m; j++) {
    gapsB[j] = gaps[(b[j - 1] as number) * 4 + scriptA] as number;
    row[j] = (row[j - 1] as number) + (gapsB[j] as number);
  }
  for (let i = 0; i < n; i++) {
    const sign = a[i] as number;
    const gapA = gaps[sign * 4 + scriptB] as number;
    let diagonal: number = row[0];
    let left: number = diagonal + gapA;
    row[0] = left;
    for (let j = 1; j <= m; j++) {
      const up = row[j] as number;
      let best = diagonal + (pairs[sign * 256 + (b[j - 1] as number)] as number);
      if (up + gapA > best) best = up + gapA;
      if (left + (gapsB[j] as number) > best) best = left + (gapsB[j] as number);
      diagonal = up;
      left = best;
      row[j] = best;
    }
  }
  return row[m] as number;
}

/** As alignSpelling, for `short` with the beginning of `long` that suits it best. */
export function alignBeginning(short: Uint8Array, long: Uint8Array, costs: SpellingCosts): number {
  let best = alignSpelling(short, long, costs);
  for (let j = 2; j < long.length; j++) best = Math.max(best, row[j] as number);
  return best;
}

/** The most evidence that any word of each script could give for this one: an upper bound on alignSpelling. */
export function ceilings(signs: Uint8Array, best: Float32Array): Float32Array {
  const out = new Float32Array(3);
  for (const sign of signs) for (let script = 0; script < 3; script++) out[script] = (out[script] as number) + (best[sign * 4 + script] as number);
  return out;
}

/** For each sign and script, the evidence of its best counterpart there. */
export function bestCounterparts({ pairs, gaps }: SpellingCosts): Float32Array {
  const best = new Float32Array(256 * 4);
  for (let a = 1; a < SIGNS.length; a++) {
    for (let script = 0; script < 3; script++) best[a * 4 + script] = gaps[a * 4 + script] as number;
    for (let b = 1; b < SIGNS.length; b++) {
      const at = a * 4 + (SCRIPT_OF[b] as number);
      if ((pairs[a * 256 + b] as number) > (best[at] as number)) best[at] = pairs[a * 256 + b] as number;
    }
  }
  return best;
}
