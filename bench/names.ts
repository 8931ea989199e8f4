// Names against labelled pairs: the judge learnt and tested on five folds by entity, beside Jaro-Winkler in the same run
// on the same pairs; how many pairs a core compares; and names found among a million.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { scoreNames } from '../src/names/compare-names.ts';
import { parseName } from '../src/names/parse-name.ts';
import { foldForNames } from '../src/names/spelling.ts';
import { benchFind } from './find-names.ts';
import { crossValidate, readPairs, type Pair } from './learn-name-weights.ts';

const ROUNDS = 8;
const SLICES = ['all', 'person ara-lat', 'person cyr-lat', 'person ara-cyr', 'person lat-lat', 'org lat-lat'] as const;

/**
 * Figures by name: F1 at its best threshold for each slice, and recall at precision .99, in per cent; rates in pairs per
 * second of processor time (parsed beforehand), the best of eight rounds. Says so where the pairs are not there.
 */
export async function benchNames(shared: string): Promise<Record<string, number | string>> {
  const file = join(shared, 'data/names/pairs.dev.tsv');
  if (!existsSync(file)) return { pairs: 'not here' };
  const pairs = readPairs(file);
  const own = crossValidate(pairs);
  const folded = pairs.map(({ a, b }) => [foldForNames(a), foldForNames(b)] as const);
  const others = folded.map(([a, b]) => jaroWinkler(a, b));
  const figures: Record<string, number | string> = {};
  for (const slice of SLICES) {
    const [ours, theirs] = [curve(pairs, own, slice), curve(pairs, others, slice)];
    figures[`${slice}: F1, five folds by entity`] = ours.f1;
    figures[`${slice}: F1 of Jaro-Winkler`] = theirs.f1;
    figures[`${slice}: recall at precision .99`] = ours.recall;
    figures[`${slice}: recall at precision .99 of Jaro-Winkler`] = theirs.recall;
  }
  figures['mean distance of score from share of one, ten bins'] = calibration(pairs, own);
  const parsed = pairs.map(({ a, b, kind }) => [parseName(a, kind), parseName(b, kind)] as const);
  figures['pairs per second'] = rate(parsed, ([a, b]) => scoreNames(a, b));
  figures['pairs per second of Jaro-Winkler'] = rate(folded, ([a, b]) => jaroWinkler(a, b));
  return { ...figures, ...benchFind(pairs) };
}

/** The best F1 over all thresholds, and the most recall where precision is .99 or more; equal scores stand or fall together. */
function curve(pairs: readonly Pair[], scores: ArrayLike<number>, slice: string): { readonly f1: number; readonly recall: number } {
  const rows = pairs.flatMap((pair, n) => (slice === 'all' || pair.slice === slice ? [{ label: pair.label, score: scores[n] ?? 0 }] : []));
  rows.sort((x, y) => y.score - x.score);
  const all = rows.filter(({ label }) => label).length;
  let [found, f1, recall] = [0, 0, 0];
  rows.forEach(({ label, score }, n) => {
    if (label) found++;
    if (rows[n + 1]?.score === score) return;
    f1 = Math.max(f1, (2 * found) / (n + 1 + all));
    if (found / (n + 1) >= 0.99) recall = Math.max(recall, found / all);
  });
  return { f1: perCent(f1), recall: perCent(recall) };
}

const perCent = (share: number): number => Math.round(1000 * share) / 10;

/** How far scores are from the share of pairs that are one, over ten equal ranges of score, weighted by their pairs. */
function calibration(pairs: readonly Pair[], scores: Float64Array): number {
  const bins = Map.groupBy(pairs.keys(), (n) => Math.min(9, Math.floor(10 * (scores[n] ?? 0))));
  const distances = [...bins.values()].map((bin) => Math.abs(bin.reduce((sum, n) => sum + (scores[n] ?? 0) - (pairs[n]?.label === true ? 1 : 0), 0)));
  return Math.round((1000 * distances.reduce((sum, distance) => sum + distance, 0)) / pairs.length) / 1000;
}

function rate<T>(pairs: readonly T[], score: (pair: T) => number): number {
  let best = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const began = process.cpuUsage();
    let sum = 0;
    for (const pair of pairs) sum += score(pair);
    const { user, system } = process.cpuUsage(began);
    if (Number.isNaN(sum)) throw new Error('a score is no number');
    best = Math.max(best, (1e6 * pairs.length) / (user + system));
  }
  return Math.round(best / 100) * 100;
}

/** Winkler (1990), with the common prefix of up to four letters at 0.1 each. */
function jaroWinkler(a: string, b: string): number {
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const taken = new Uint8Array(b.length);
  const matched: number[] = [];
  for (let i = 0; i < a.length; i++)
    for (let j = Math.max(0, i - reach); j < Math.min(b.length, i + reach + 1); j++)
      if (taken[j] === 0 && a[i] === b[j]) {
        taken[j] = 1;
        matched.push(i);
        break;
      }
  const count = matched.length;
  if (count === 0) return 0;
  const order = Array.from(taken.keys()).filter((j) => taken[j] === 1); // prettier-ignore
  const moved = matched.filter((i, n) => a[i] !== b[order[n] ?? 0]).length / 2;
  const jaro = (count / a.length + count / b.length + (count - moved) / count) / 3;
  let prefix = 0;
  while (prefix < 4 && prefix < a.length && a[prefix] === b[prefix]) prefix++;
  return jaro + 0.1 * prefix * (1 - jaro);
}
