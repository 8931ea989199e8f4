// The index over a million names made by recombining the words of the labelled pairs, always the same: lookups by the other
// spelling of a name, how often it is among the first 200, how long they take of the processor, and what the index weighs.
import { NameIndex } from '../src/names/name-index.ts';
import type { NamedId } from '../src/names/index-table.ts';
import { scoreNames, VERDICT_FROM } from '../src/names/compare-names.ts';
import { parseName } from '../src/names/parse-name.ts';
import type { Pair } from './learn-name-weights.ts';

const NAMES = 1_000_000;
const FIRST = 200;
const LOOKUPS = 4000;
const TOGETHER = 100;
/** Lookups after the start that are told apart: until then the machine's code is still being made, and no word is remembered. */
const FIRST_LOOKUPS = 1000;

/** Figures by name: rates a second, milliseconds, shares in per cent, megabytes. */
export function benchFind(pairs: readonly Pair[]): Record<string, number> {
  const same = pairs.filter(({ label, kind }) => label && kind === 'person');
  const before = heldMegabytes();
  const began = process.cpuUsage();
  const index = new NameIndex(millionNames(pairs, same));
  const { user: builtFor } = process.cpuUsage(began);
  const weight = heldMegabytes() - before;
  const times: number[] = [];
  const asked = same.slice(0, LOOKUPS);
  const found: boolean[] = [];
  let [together, timed] = [0, 0];
  const lookUp = (n: number): void => {
    const best = index.find(asked[n]?.b ?? '', { most: FIRST });
    found.push(best.some(({ id }) => id === `own ${n}`));
  };
  const cold = millisecondsOf(() => { for (let n = 0; n < FIRST_LOOKUPS; n++) lookUp(n); }); // prettier-ignore
  // To ask for the processor's time takes as long as a fifth of a lookup: every second hundred is timed as one, for the rate, and the others one by one.
  for (let from = FIRST_LOOKUPS; from < asked.length; from += TOGETHER) {
    const to = Math.min(from + TOGETHER, asked.length);
    if ((from / TOGETHER) % 2 === 0) {
      together += millisecondsOf(() => { for (let n = from; n < to; n++) lookUp(n); }); // prettier-ignore
      timed += to - from;
    } else for (let n = from; n < to; n++) times.push(millisecondsOf(() => lookUp(n)));
  }
  const outcomes = asked.map(({ a, b, kind }, n) => ({
    isFound: found[n] === true,
    isPossible: scoreNames(parseName(a, kind), parseName(b, kind)) >= VERDICT_FROM.possible,
  }));
  times.sort((x, y) => x - y);
  const possible = outcomes.filter(({ isPossible }) => isPossible);
  const share = (of: readonly { readonly isFound: boolean }[]): number => Math.round((1000 * of.filter(({ isFound }) => isFound).length) / of.length) / 10;
  return {
    'a million names: lookups per second': Math.round((1000 * timed) / together),
    'a million names: lookups per second, the first thousand after the start': Math.round((1000 * FIRST_LOOKUPS) / cold),
    'a million names: p99, ms': Math.round(100 * (times[Math.floor(0.99 * times.length)] ?? 0)) / 100,
    'a million names: recall@200 of all pairs': share(outcomes),
    'a million names: recall@200 of pairs that compare calls possible': share(possible),
    'a million names: memory, MB': Math.round(weight),
    'a million names: seconds to build': Math.round(builtFor / 1e5) / 10,
  };
}

/** The first name of each pair, then names whose words are drawn from all names of the same script and kind. */
function* millionNames(pairs: readonly Pair[], same: readonly Pair[]): Generator<NamedId> {
  for (const [n, { a, kind }] of same.entries()) yield { id: `own ${n}`, name: a, kind };
  const names = [...new Set(pairs.filter(({ kind }) => kind === 'person').flatMap(({ a, b }) => [a, b]))].map((name) => name.replace(/[,;]/gu, ' ').split(/\s+/u).filter(Boolean)); // prettier-ignore
  const byScript = [
    ...Map.groupBy(names, (words) => (/\p{Script=Arabic}/u.test(words.join('')) ? 'a' : /\p{Script=Cyrillic}/u.test(words.join('')) ? 'c' : 'l')).values(),
  ];
  const random = newRandom();
  const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  for (let n = same.length; n < NAMES; n++) {
    const list = byScript.find((_, k) => k === n % byScript.length) ?? names;
    const length = Math.max(2, Math.min(5, one(list).length));
    yield { id: `made ${n}`, name: Array.from({ length }, () => one(one(list))).join(' '), kind: 'person' };
  }
}

function millisecondsOf(work: () => void): number {
  const began = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}

/** Heap and buffers in use, after a collection where the process was started with --expose-gc. */
function heldMegabytes(): number {
  globalThis.gc?.();
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  return (heapUsed + Math.max(external, arrayBuffers)) / 1e6;
}

/** The same numbers every time (Park and Miller 1988). */
function newRandom(): () => number {
  let state = 20_011;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}
