// The judge: how likely two names are one, from the numbers of name-evidence.ts. A forest of small trees with one test a
// level, whose leaves add up to log-odds; grown by bench/learn-name-weights.ts; the data file says from what.

/** Trees laid end to end: DEPTH tests and 2^DEPTH leaves each. A test asks whether number > threshold. */
export type Forest = {
  /** Bias, thresholds and leaves are thousandths, as in the file: small tables stay near the processor, and whole numbers add up to the same in any order. */
  readonly bias: number;
  readonly features: Uint8Array;
  readonly thresholds: Int32Array;
  readonly leaves: Int16Array;
};

/** Trees of one depth as JSON: bias, thresholds and leaves in thousandths. */
export type ForestData = {
  readonly depth: number;
  readonly bias: number;
  readonly features: readonly number[];
  readonly thresholds: readonly number[];
  readonly leaves: readonly number[];
};

const THOUSANDTHS = 1000;

/** Tests of a tree as it is asked: a tree of fewer has tests before its own that nothing passes. */
const DEPTH = 5;
/** No evidence is more, in thousandths, and none is so much less that the difference would not be a whole number of 32 bits. */
const NEVER = 1e9;

/** No leaf is worth more, in thousandths: it would not be kept whole. */
const MOST_LEAF = 32_767;

/** Throws an Error where the trees are deeper than DEPTH, or a leaf is worth more than MOST_LEAF. */
export function readForest({ depth, bias, features, thresholds, leaves }: ForestData): Forest {
  if (depth > DEPTH) throw new Error(`trees of depth ${depth}: at most ${DEPTH} can be asked`);
  if (leaves.some((leaf) => Math.abs(leaf) > MOST_LEAF)) throw new Error(`a leaf is worth more than ${MOST_LEAF} thousandths`);
  const trees = features.length / depth;
  const whole = <T>(own: readonly T[], each: number, filled: number, filler: T, isBefore: boolean): readonly T[] =>
    Array.from({ length: trees }, (_, n) => {
      const fill = Array.from({ length: filled - each }, () => filler);
      const part = own.slice(n * each, (n + 1) * each);
      return isBefore ? [...fill, ...part] : [...part, ...fill];
    }).flat();
  return {
    bias,
    features: Uint8Array.from(whole(features, depth, DEPTH, 0, true)),
    thresholds: Int32Array.from(whole(thresholds, depth, DEPTH, NEVER, true)),
    leaves: Int16Array.from(whole(leaves, 2 ** depth, 2 ** DEPTH, 0, false)),
  };
}

const scaled = new Int32Array(64);

/** Log-odds that the names are one, in a collection where about half of the compared pairs are. O(trees). */
export function judgeEvidence({ bias, features, thresholds, leaves }: Forest, evidence: Float64Array): number {
  // For a whole threshold, number > threshold just where its ceiling is; whole numbers make the tests free of branches.
  for (let n = 0; n < evidence.length; n++) scaled[n] = Math.ceil((evidence[n] as number) * THOUSANDTHS);
  let sum = bias;
  for (let test = 0, leaf = 0; test < features.length; test += DEPTH, leaf += 1 << DEPTH) {
    // Written out, as no test waits for another then.
    const first = ((thresholds[test] as number) - (scaled[features[test] as number] as number)) >>> 31;
    const second = ((thresholds[test + 1] as number) - (scaled[features[test + 1] as number] as number)) >>> 31;
    const third = ((thresholds[test + 2] as number) - (scaled[features[test + 2] as number] as number)) >>> 31;
    const fourth = ((thresholds[test + 3] as number) - (scaled[features[test + 3] as number] as number)) >>> 31;
    const fifth = ((thresholds[test + 4] as number) - (scaled[features[test + 4] as number] as number)) >>> 31;
    const place = (first << 4) | (second << 3) | (third << 2) | (fourth << 1) | fifth;
    sum = (sum + (leaves[leaf + place] as number)) | 0;
  }
  return sum / THOUSANDTHS;
}
