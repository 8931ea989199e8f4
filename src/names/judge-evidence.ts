// The judge: how likely two names are one, from the numbers of name-evidence.ts. A forest of small trees with one test a
// level, whose leaves add up to log-odds; grown by bench/learn-name-weights.ts; the data file says from what.

/** Trees of one depth, laid end to end: `depth` tests and 2^depth leaves each. A test asks whether number > threshold. */
export type Forest = {
  readonly depth: number;
  readonly bias: number;
  readonly features: Uint8Array;
  /** Thousandths, as in the file. */
  readonly thresholds: Int32Array;
  readonly leaves: Float64Array;
};

/** The same as JSON: bias, thresholds and leaves in thousandths. */
export type ForestData = {
  readonly depth: number;
  readonly bias: number;
  readonly features: readonly number[];
  readonly thresholds: readonly number[];
  readonly leaves: readonly number[];
};

const THOUSANDTHS = 1000;

export function readForest({ depth, bias, features, thresholds, leaves }: ForestData): Forest {
  return {
    depth,
    bias: bias / THOUSANDTHS,
    features: Uint8Array.from(features),
    thresholds: Int32Array.from(thresholds),
    leaves: Float64Array.from(leaves, (value) => value / THOUSANDTHS),
  };
}

const scaled = new Int32Array(64);

/** Log-odds that the names are one, in a collection where about half of the compared pairs are. O(trees × depth). */
export function judgeEvidence({ depth, bias, features, thresholds, leaves }: Forest, evidence: Float64Array): number {
  // For a whole threshold, number > threshold just where its ceiling is; whole numbers make the tests free of branches.
  for (let n = 0; n < evidence.length; n++) scaled[n] = Math.ceil((evidence[n] as number) * THOUSANDTHS);
  let sum = bias;
  for (let test = 0, leaf = 0; test < features.length; leaf += 1 << depth) {
    let place = 0;
    for (const end = test + depth; test < end; test++)
      place = (place << 1) | (((thresholds[test] as number) - (scaled[features[test] as number] as number)) >>> 31);
    sum += leaves[leaf + place] as number;
  }
  return sum;
}
