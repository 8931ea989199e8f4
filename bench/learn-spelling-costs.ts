// Learns src/names/spelling-costs.json from lists of names in two scripts, so that it can be learnt again:
//   node bench/learn-spelling-costs.ts FOLDER-WITH-translit-FILES
// Hard expectation-maximisation: align every pair with the costs so far, count which signs met, and take the counts as
// the next costs. Pairs of one script are two spellings that the lists give for one word of another script.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { READINGS, SCRIPTS, SCRIPT_OF, SIGNS, foldForNames, signsOf, skeletonOf } from '../src/names/spelling.ts';
import { alignSpelling, TENTHS, type SpellingCosts } from '../src/names/align-spelling.ts';

type Entry = { readonly latin: string; readonly other: string; readonly count: number };
type Pair = { readonly a: Uint8Array; readonly b: Uint8Array; readonly weight: number };

const ROUNDS = 6;
/** Pairs used for each pair of scripts: more change no cost by more than its rounding. */
const MOST_PAIRS = 40_000;
/** Pseudo-counts: of a reading the table of letters lists; and of meetings by chance, of which one in fifty is taken as seen. */
const READING_PRIOR = 60;
const PRIOR = 4;
/** Nats of a listed reading, however seldom the lists have it: they are of Arabic, and و is v in every second Persian name. */
const LEAST_READING = 0.5;
/** No cost is lower, in nats: what was never seen may still be written. */
const LOWEST = -6;
const LOWEST_GAP = -4.5;
/** As the tables have it. */
const tenths = (nats: number): number => Math.round(nats * TENTHS);
const OUT = new URL('../src/names/spelling-costs.json', import.meta.url);

function readEntries(file: string, order: 'latin first' | 'latin last'): readonly Entry[] {
  return readFileSync(file, 'utf8').trim().split('\n').map((line) => {
    const [one = '', two = '', count = '1'] = line.split('\t');
    const [latin, other] = order === 'latin first' ? [one, two] : [two, one];
    return { latin: foldForNames(latin), other: foldForNames(other.replaceAll(' ', '')), count: Number(count) };
  }); // prettier-ignore
}

/** A fixed sample, so that the same lists give the same costs: every k-th in order of a hash of the words. */
function sample(pairs: readonly Pair[]): readonly Pair[] {
  const step = Math.max(1, pairs.length / MOST_PAIRS);
  return Array.from({ length: Math.min(pairs.length, MOST_PAIRS) }, (_, n) => pairs[Math.floor(n * step)] as Pair);
}

const pairOf = (a: string, b: string, count: number): Pair => ({ a: signsOf(a), b: signsOf(b), weight: 1 + Math.log(count) });
const byWord = (entries: readonly Entry[], key: 'latin' | 'other'): ReadonlyMap<string, readonly Entry[]> => Map.groupBy(entries, (entry) => entry[key]);

/** Two spellings of one word, through the word of another script that the lists give for both; each with itself too. */
function pivoted(entries: readonly Entry[], key: 'latin' | 'other'): readonly Pair[] {
  const side = key === 'latin' ? 'other' : 'latin';
  return [...byWord(entries, key).values()].flatMap((same) =>
    same.slice(0, 6).flatMap((x, n) => same.slice(n, 6).flatMap((y) => [pairOf(x[side], y[side], 1), pairOf(y[side], x[side], 1)])),
  );
}

function acrossBoth(arabic: readonly Entry[], cyrillic: readonly Entry[]): readonly Pair[] {
  const russian = byWord(cyrillic, 'latin');
  return arabic.flatMap((a) => (russian.get(a.latin) ?? []).slice(0, 3).map((c) => pairOf(a.other, c.other, 1)));
}

type Counts = { readonly met: Float64Array; readonly alone: Float64Array };

/** Counts of one best alignment, added up. The same recurrence as alignSpelling, with the way back kept. */
function countAlignment({ a, b, weight }: Pair, costs: SpellingCosts, counts: Counts): void {
  const m = b.length + 1;
  const score = new Float64Array((a.length + 1) * m);
  const way = new Uint8Array(score.length);
  const scriptA = SCRIPT_OF[a[0] ?? 0] ?? 0;
  const scriptB = SCRIPT_OF[b[0] ?? 0] ?? 0;
  for (let i = 0; i <= a.length; i++)
    for (let j = 0; j <= b.length; j++) {
      if (i === 0 && j === 0) continue;
      const [x, y] = [a[i - 1] ?? 0, b[j - 1] ?? 0];
      const options = [
        i > 0 && j > 0 ? (score[(i - 1) * m + j - 1] ?? 0) + (costs.pairs[x * 256 + y] ?? 0) : -Infinity,
        i > 0 ? (score[(i - 1) * m + j] ?? 0) + (costs.gaps[x * 4 + scriptB] ?? 0) : -Infinity,
        j > 0 ? (score[i * m + j - 1] ?? 0) + (costs.gaps[y * 4 + scriptA] ?? 0) : -Infinity,
      ];
      const best = Math.max(...options);
      score[i * m + j] = best;
      way[i * m + j] = options.indexOf(best);
    }
  for (let i = a.length, j = b.length; i > 0 || j > 0;) {
    const [x, y, step] = [a[i - 1] ?? 0, b[j - 1] ?? 0, way[i * m + j]];
    if (step === 0) counts.met[x * 256 + y] = (counts.met[x * 256 + y] ?? 0) + weight;
    else if (step === 1) counts.alone[x * 4 + scriptB] = (counts.alone[x * 4 + scriptB] ?? 0) + weight;
    else counts.alone[y * 4 + scriptA] = (counts.alone[y * 4 + scriptA] ?? 0) + weight;
    if (step !== 2) i--;
    if (step !== 1) j--;
  }
}

/** Before anything is known: signs meet if a reading is listed, or else if they stand at like places of their words. */
function firstCosts(pairs: readonly Pair[]): SpellingCosts {
  const costs = { pairs: new Int8Array(256 * 256).fill(-3 * TENTHS), gaps: new Int8Array(256 * 4).fill(-1.5 * TENTHS) };
  const met = new Float64Array(256 * 256);
  const alone = new Float64Array(256);
  for (const { a, b } of pairs)
    a.forEach((x, i) => {
      alone[x] = (alone[x] ?? 0) + 1;
      b.forEach((y, j) => { if (Math.abs((i + 0.5) / a.length - (j + 0.5) / b.length) < 0.17) met[x * 256 + y] = (met[x * 256 + y] ?? 0) + 1; });
    }); // prettier-ignore
  for (let x = 1; x < SIGNS.length; x++)
    for (let y = 1; y < SIGNS.length; y++) if ((met[x * 256 + y] ?? 0) > 0.12 * (alone[x] ?? 0)) costs.pairs[x * 256 + y] = 0.5 * TENTHS;
  for (const [x, y] of listedReadings()) costs.pairs[x * 256 + y] = 2 * TENTHS;
  for (let x = 1; x < SIGNS.length; x++) costs.pairs[x * 256 + x] = 3 * TENTHS;
  return costs;
}

/** A sign with those of its marked forms that may meet `other`: one that begins a word never meets one that ends it. */
function endsOf(sign: number, other = 0): readonly number[] {
  const [name, mark] = [SIGNS[sign] ?? '', /[\^$]/u.exec(SIGNS[other] ?? '')?.[0]];
  const marked = [name, ...(mark === '$' ? [] : [`^${name}`]), ...(mark === '^' ? [] : [`${name}$`])];
  return marked.map((one) => SIGNS.indexOf(one)).filter((number) => number > 0);
}

/** Readings of the table, both ways, and two letters of different scripts, or of one, that share a reading. */
function listedReadings(): readonly (readonly [number, number])[] {
  const letters = [...READINGS].flatMap(([letter, latin]) => endsOf(letter).map((one) => [one, latin.flatMap((sign) => endsOf(sign, one))] as const));
  const direct = letters.flatMap(([letter, latin]) => latin.flatMap((sign) => [[letter, sign], [sign, letter]] as const)); // prettier-ignore
  const through = letters.flatMap(([x, xs]) => letters.filter(([y, ys]) => SCRIPT_OF[x] !== SCRIPT_OF[y] && xs[0] === ys[0]).map(([y]) => [x, y] as const));
  return [...direct, ...through];
}

/** Log-odds of the counts: of a pair, met against by chance; of a gap, how often the sign has no counterpart. */
function costsOf({ met, alone }: Counts, scripts: readonly [number, number], readings: ReadonlySet<number>): SpellingCosts {
  const pairs = new Int8Array(256 * 256).fill(tenths(LOWEST));
  const gaps = new Int8Array(256 * 4).fill(tenths(LOWEST));
  const of = (script: number): readonly number[] => SIGNS.map((_, n) => n).filter((n) => n > 0 && SCRIPT_OF[n] === script);
  const [first, second] = [of(scripts[0]), of(scripts[1])];
  const count = (x: number, y: number): number => (met[x * 256 + y] ?? 0) + (readings.has(x * 256 + y) || x === y ? READING_PRIOR : 0);
  const missing = (x: number, script: number): number => (alone[x * 4 + script] ?? 0) + 1;
  const totalA = new Map(first.map((x) => [x, second.reduce((sum, y) => sum + count(x, y), missing(x, scripts[1]))]));
  const totalB = new Map(second.map((y) => [y, first.reduce((sum, x) => sum + count(x, y), missing(y, scripts[0]))]));
  const all = first.reduce((sum, x) => sum + (totalA.get(x) ?? 0), 0);
  const logOf = (odds: number): number => Math.max(LOWEST, Math.log(odds));
  for (const x of first) {
    gaps[x * 4 + scripts[1]] = tenths(Math.max(LOWEST_GAP, Math.log(missing(x, scripts[1]) / (totalA.get(x) ?? 1))));
    for (const y of second) {
      const byChance = ((totalA.get(x) ?? 0) * (totalB.get(y) ?? 0)) / all;
      const learnt = logOf((count(x, y) + PRIOR * 0.02) / (byChance + PRIOR));
      pairs[x * 256 + y] = tenths(readings.has(x * 256 + y) ? Math.max(learnt, LEAST_READING) : learnt);
    }
  }
  for (const y of second) gaps[y * 4 + scripts[0]] = tenths(Math.max(LOWEST_GAP, Math.log(missing(y, scripts[0]) / (totalB.get(y) ?? 1))));
  return { pairs, gaps };
}

function learn(pairs: readonly Pair[], scripts: readonly [number, number]): SpellingCosts {
  const usable = sample(pairs.filter(({ a, b }) => a.length > 1 && b.length > 1 && SCRIPT_OF[a[0] ?? 0] === scripts[0] && SCRIPT_OF[b[0] ?? 0] === scripts[1]));
  const readings = new Set(listedReadings().map(([x, y]) => x * 256 + y));
  let costs = firstCosts(usable);
  for (let round = 0; round < ROUNDS; round++) {
    const counts: Counts = { met: new Float64Array(256 * 256), alone: new Float64Array(256 * 4) };
    // From the second round on, pairs that are no transliteration (translations, errors of the lists) teach nothing.
    for (const pair of usable) if (round < 2 || alignSpelling(pair.a, pair.b, costs) > 0) countAlignment(pair, costs, counts);
    costs = costsOf(counts, scripts, readings);
  }
  return costs;
}

/** How common the skeletons of names are, in tenths of a bit: the most frequent ones, and what all others have. */
function rarity(entries: readonly Entry[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const { latin, count } of entries) {
    const key = skeletonOf(signsOf(latin));
    counts.set(key, (counts.get(key) ?? 0) + count);
  }
  const total = entries.reduce((sum, { count }) => sum + count, 0);
  const frequent = [...counts].toSorted((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1)).slice(0, 3000);
  return Object.fromEntries(frequent.map(([key, count]) => [key, Math.round(-10 * Math.log2(count / total))]));
}

/** The costs as text, one line a sign: its best counterparts with tenths of a nat; what is not listed is at the lowest. */
function written(costs: SpellingCosts, scripts: readonly [number, number]): Record<string, string> {
  const rows = SIGNS.flatMap((sign, x) => {
    if (x === 0 || SCRIPT_OF[x] !== scripts[0]) return [];
    const met = SIGNS.flatMap((other, y) => {
      const cost = costs.pairs[x * 256 + y] ?? 0;
      return y > 0 && SCRIPT_OF[y] === scripts[1] && cost > -3.5 * TENTHS ? [`${other} ${cost}`] : [];
    });
    return [[sign, met.join(' ')] as const];
  });
  return Object.fromEntries(rows);
}

function writtenGaps(costs: SpellingCosts, script: number, other: number): string {
  return SIGNS.flatMap((sign, x) => (x > 0 && SCRIPT_OF[x] === script ? [`${sign} ${costs.gaps[x * 4 + other] ?? 0}`] : [])).join(' ');
}

function main(folder: string): void {
  const arabic = [
    ...readEntries(join(folder, 'translit.en-ar.tokens'), 'latin first'),
    ...readEntries(join(folder, 'translit.ar-en.google.txt'), 'latin last'),
  ];
  const cyrillic = readEntries(join(folder, 'translit.en-ru.tokens'), 'latin first');
  const direct = (entries: readonly Entry[]): readonly Pair[] => entries.map(({ latin, other, count }) => pairOf(latin, other, count));
  const lists: readonly (readonly [number, number, readonly Pair[]])[] = [
    [0, 1, direct(arabic)], [0, 2, direct(cyrillic)], [1, 2, acrossBoth(arabic, cyrillic)],
    [0, 0, [...pivoted(arabic, 'other'), ...pivoted(cyrillic, 'other')]], [1, 1, pivoted(arabic, 'latin')], [2, 2, pivoted(cyrillic, 'latin')],
  ]; // prettier-ignore
  const learnt = lists.map(([a, b, pairs]) => ({ a, b, costs: learn(pairs, [a, b]) }));
  const json = {
    version: 3,
    about: 'Learnt by bench/learn-spelling-costs.ts from NETransliteration-COLING2018 (CC0) and google/transliteration (Apache-2.0). Tenths of a nat of evidence for one name; a pair not listed is at `lowest`. `rarity`: tenths of a bit, by skeleton.',
    lowest: tenths(LOWEST),
    pairs: Object.fromEntries(learnt.map(({ a, b, costs }) => [`${SCRIPTS[a]} ${SCRIPTS[b]}`, written(costs, [a, b])])),
    gaps: Object.fromEntries(learnt.flatMap(({ a, b, costs }) => (a === b ? [[a, b]] : [[a, b], [b, a]]).map(([x = 0, y = 0]) => [`${SCRIPTS[x]} ${SCRIPTS[y]}`, writtenGaps(costs, x, y)]))),
    rarity: rarity([...arabic, ...cyrillic]),
  }; // prettier-ignore
  writeFileSync(OUT, `${JSON.stringify(json, null, 1)}\n`);
}

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('usage: learn-spelling-costs.ts FOLDER');
main(folder);
