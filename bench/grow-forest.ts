// Gradient boosting of small symmetric trees on the logistic loss, with binned features (Friedman 2001 and 2002; Chen &
// Guestrin 2016, section 2, for the gain and the leaf weights; Prokhorenkova et al. 2018 for trees with one test a level,
// which are fast to ask and hard to overfit). Only what learn-name-weights.ts needs of it.
import type { ForestData } from '../src/names/judge-evidence.ts';

export type Example = { readonly numbers: Float64Array; readonly label: boolean };
export type Growth = {
  readonly depth: number;
  readonly trees: number;
  readonly rate: number;
  readonly ridge: number;
  readonly leastWeight: number;
  /** Shares of the examples and of the features that each tree sees. */
  readonly rows: number;
  readonly columns: number;
  /** For each feature: 1 where more of it never speaks against, -1 where it never speaks for, 0 where either may be. */
  readonly direction: readonly number[];
};

const BINS = 48;
const THOUSANDTHS = 1000;

/** Each feature cut at its quantiles; `bins[f][n]` is how many cuts lie below example n. */
type Binned = { readonly bins: readonly Uint8Array[]; readonly cuts: readonly (readonly number[])[] };

function binned(examples: readonly Example[], features: number): Binned {
  const cuts = Array.from({ length: features }, (_, f) => {
    const values = examples.map(({ numbers }) => numbers[f] ?? 0).toSorted((x, y) => x - y);
    const quantiles = Array.from({ length: BINS - 1 }, (__, k) => values[Math.floor(((k + 1) * values.length) / BINS)] ?? 0);
    return [...new Set(quantiles.map((cut) => Math.round(cut * THOUSANDTHS) / THOUSANDTHS))];
  });
  return { bins: cuts.map((own, f) => Uint8Array.from(examples, ({ numbers }) => own.findLastIndex((cut) => (numbers[f] ?? 0) > cut) + 1)), cuts };
}

/** The forest in its JSON form; the same examples give the same forest. O(trees × depth × examples × features). */
export function growForest(examples: readonly Example[], features: number, growth: Growth): ForestData {
  const { bins, cuts } = binned(examples, features);
  const share = examples.filter(({ label }) => label).length / examples.length;
  const bias = Math.round(THOUSANDTHS * Math.log(share / (1 - share)));
  const margin = new Float64Array(examples.length).fill(bias / THOUSANDTHS);
  const random = newRandom();
  const out = { features: [] as number[], thresholds: [] as number[], leaves: [] as number[] };
  for (let tree = 0; tree < growth.trees; tree++) {
    const slope = slopeAt(examples, margin);
    const columns = bins.map(() => random() < growth.columns);
    const rows = examples.flatMap((_, n) => (random() < growth.rows ? [n] : []));
    const group = new Uint8Array(examples.length);
    for (let level = 0; level < growth.depth; level++) {
      const { feature, bin } = bestTest({ rows, group, columns, groups: 2 ** level }, bins, slope, growth);
      out.features.push(feature);
      out.thresholds.push(Math.round((cuts[feature]?.[bin] ?? 0) * THOUSANDTHS));
      bins[feature]?.forEach((value, n) => { group[n] = 2 * (group[n] as number) + (value > bin ? 1 : 0); }); // prettier-ignore
    }
    const leaves = leavesOf(rows, group, slope, growth);
    out.leaves.push(...leaves);
    group.forEach((leaf, n) => { margin[n] = (margin[n] ?? 0) + (leaves[leaf] ?? 0) / THOUSANDTHS; }); // prettier-ignore
  }
  return { depth: growth.depth, bias, ...out };
}

type Slope = { readonly gradient: Float64Array; readonly curvature: Float64Array };

function slopeAt(examples: readonly Example[], margin: Float64Array): Slope {
  const p = margin.map((value) => 1 / (1 + Math.exp(-value)));
  return { gradient: p.map((value, n) => (examples[n]?.label === true ? 1 : 0) - value), curvature: p.map((value) => value * (1 - value)) };
}

function leavesOf(rows: readonly number[], group: Uint8Array, { gradient, curvature }: Slope, growth: Growth): readonly number[] {
  const sums = new Float64Array(2 ** growth.depth);
  const weights = new Float64Array(sums.length);
  for (const n of rows) {
    sums[group[n] as number] = (sums[group[n] as number] as number) + (gradient[n] as number);
    weights[group[n] as number] = (weights[group[n] as number] as number) + (curvature[n] as number);
  }
  return Array.from(sums, (sum, leaf) => Math.round((THOUSANDTHS * growth.rate * sum) / ((weights[leaf] ?? 0) + growth.ridge)));
}

/** The same numbers every time (Park and Miller 1988). */
function newRandom(): () => number {
  let state = 20_011;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

type Level = { readonly rows: readonly number[]; readonly group: Uint8Array; readonly columns: readonly boolean[]; readonly groups: number };
type Test = { readonly feature: number; readonly bin: number };

/** The one test that parts all groups of a level best. */
function bestTest({ rows, group, columns, groups }: Level, bins: readonly Uint8Array[], { gradient, curvature }: Slope, growth: Growth): Test {
  let best = { feature: 0, bin: BINS, gain: -1 };
  const sums = new Float64Array(groups * BINS);
  const weights = new Float64Array(groups * BINS);
  bins.forEach((column, feature) => {
    if (columns[feature] !== true) return;
    sums.fill(0);
    weights.fill(0);
    for (const n of rows) {
      const at = (group[n] as number) * BINS + (column[n] as number);
      sums[at] = (sums[at] as number) + (gradient[n] as number);
      weights[at] = (weights[at] as number) + (curvature[n] as number);
    }
    const gains = new Float64Array(BINS - 1);
    for (let g = 0; g < groups; g++)
      addGains(gains, sums.subarray(g * BINS, (g + 1) * BINS), weights.subarray(g * BINS, (g + 1) * BINS), { ...growth, way: growth.direction[feature] ?? 0 });
    gains.forEach((gain, bin) => { if (gain > best.gain) best = { feature, bin, gain }; }); // prettier-ignore
  });
  return best;
}

/** Adds, for each cut, what parting one group there gains; a cut that would turn a feature against its direction is out. */
function addGains(gains: Float64Array, sums: Float64Array, weights: Float64Array, { ridge, leastWeight, way }: Growth & { readonly way: number }): void {
  const [all, allWeight] = [sums.reduce((x, y) => x + y, 0), weights.reduce((x, y) => x + y, 0)];
  let [left, leftWeight] = [0, 0];
  for (let bin = 0; bin < gains.length; bin++) {
    left += sums[bin] as number;
    leftWeight += weights[bin] as number;
    const [right, rightWeight] = [all - left, allWeight - leftWeight];
    if (leftWeight < leastWeight || rightWeight < leastWeight) continue;
    const rise = right / (rightWeight + ridge) - left / (leftWeight + ridge);
    gains[bin] =
      rise * way < 0
        ? -Infinity
        : (gains[bin] as number) + left ** 2 / (leftWeight + ridge) + right ** 2 / (rightWeight + ridge) - all ** 2 / (allWeight + ridge);
  }
}
