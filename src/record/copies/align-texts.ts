// Where two texts say the same words: runs of equal words, and passages of neighbouring runs between which a few were changed.
import type { ComparableText } from './comparable-text.ts';

/** So many words of `left` from word `i` on are those of `right` from word `j` on. */
export type Run = { readonly i: number; readonly j: number; readonly length: number };

/** Words `from` up to, not including, `to` of one text. */
export type Stretch = { readonly from: number; readonly to: number };

/** A stretch of each text that says the same, but for what was changed inside of it; `equal` is how many words are the very same. */
export type Passage = { readonly left: Stretch; readonly right: Stretch; readonly equal: number; readonly runs: readonly Run[] };

/** Equal words that begin a run. */
const SEED = 3;
/** Words that may be other, more or fewer between two runs of one passage. */
const GAP = 12;
/** A passage has at least so many equal words, and at least such a share of its words is equal. */
const LEAST_EQUAL = 12;
const LEAST_SHARE = 0.5;
/** Of words that are repeated, only so many of their places are looked at, and so many that may be theirs. */
const MOST_PLACES = 16;
const MOST_STEPS = 256;
/** Passages that are still open to go on, where the order of the text was changed. */
const MOST_OPEN = 6;

/** The passages that two texts share, in the order of `right`. O(words of both): each word of `right` is in one run at most. */
export function alignTexts(left: ComparableText, right: ComparableText): readonly Passage[] {
  return passagesOf(equalRuns(left.words, right.words)).filter(
    ({ left: one, right: other, equal }) => equal >= LEAST_EQUAL && equal >= LEAST_SHARE * Math.max(one.to - one.from, other.to - other.from),
  );
}

function equalRuns(left: Uint32Array, right: Uint32Array): readonly Run[] {
  const places = new Places(left);
  const runs: Run[] = [];
  let j = 0;
  while (j + SEED <= right.length) {
    const last = runs.at(-1);
    const found = longestAt(left, right, j, places.of(right, j), last ? last.i - last.j : 0);
    if (found) runs.push(found);
    j += found?.length ?? 1;
  }
  return runs;
}

/** The longest of the runs that begin with word `j`; of equal ones, the one that was moved the least from where the run before stands. */
function longestAt(left: Uint32Array, right: Uint32Array, j: number, places: readonly number[], shift: number): Run | null {
  let best: Run | null = null;
  for (const i of places) {
    let length = 0;
    while (i + length < left.length && j + length < right.length && left[i + length] === right[j + length]) length++;
    if (length < SEED || (best && length < best.length)) continue;
    if (!best || length > best.length || Math.abs(i - j - shift) < Math.abs(best.i - j - shift)) best = { i, j, length };
  }
  return best;
}

/** Puts runs together whose neighbours in one text are neighbours in the other. */
function passagesOf(runs: readonly Run[]): readonly Passage[] {
  const all: Run[][] = [];
  let open: Run[][] = [];
  for (const run of runs) {
    open = open.filter((before) => gapBetween(before.at(-1), run).right <= GAP).slice(-MOST_OPEN);
    const goesOn = open.findLast((before) => isNear(gapBetween(before.at(-1), run).left));
    if (goesOn) goesOn.push(run);
    else {
      const begun = [run];
      all.push(begun);
      open.push(begun);
    }
  }
  return all.map(passageOf);
}

const isNear = (gap: number): boolean => gap >= 0 && gap <= GAP;

/** Words between two runs in each text. */
function gapBetween(before: Run | undefined, { i, j }: Run): { readonly left: number; readonly right: number } {
  return before ? { left: i - before.i - before.length, right: j - before.j - before.length } : { left: 0, right: 0 };
}

/** Without the runs at its ends that stand further away than they are long: a turn of speech beside what was taken over is no part of it. */
function passageOf(runs: readonly Run[]): Passage {
  const isLoose = (end: Run | undefined, one: Run | undefined, other: Run | undefined): boolean => {
    const gap = one && other ? gapBetween(one, other) : null;
    return Boolean(end && gap && end.length <= Math.max(gap.left, gap.right));
  };
  let [from, to] = [0, runs.length];
  while (to - from > 1 && isLoose(runs[from], runs[from], runs[from + 1])) from++;
  while (to - from > 1 && isLoose(runs[to - 1], runs[to - 2], runs[to - 1])) to--;
  const kept = runs.slice(from, to);
  const [first, last] = [kept[0], kept.at(-1)];
  if (!first || !last) throw new Error('a passage has a run at least');
  return {
    left: { from: first.i, to: last.i + last.length },
    right: { from: first.j, to: last.j + last.length },
    equal: kept.reduce((sum, { length }) => sum + length, 0),
    runs: kept,
  };
}

/** Where each run of SEED words stands in a text: a table of chains, without an object for each word. */
class Places {
  readonly #words: Uint32Array;
  /** By hash, the first place, and by place, the next one; -1 where there is none. */
  readonly #first: Int32Array;
  readonly #next: Int32Array;
  readonly #mask: number;

  constructor(words: Uint32Array) {
    const size = 2 ** Math.ceil(Math.log2(Math.max(2, 2 * words.length)));
    this.#words = words;
    this.#mask = size - 1;
    this.#first = new Int32Array(size).fill(-1);
    this.#next = new Int32Array(words.length).fill(-1);
    for (let at = words.length - SEED; at >= 0; at--) {
      const slot = this.#slot(words, at);
      this.#next[at] = this.#first[slot] ?? -1;
      this.#first[slot] = at;
    }
  }

  /** The first places at which the words stand that begin with word `at` of another text. */
  of(words: Uint32Array, at: number): readonly number[] {
    const found: number[] = [];
    let place = this.#first[this.#slot(words, at)] ?? -1;
    for (let step = 0; place >= 0 && step < MOST_STEPS && found.length < MOST_PLACES; step++) {
      if (this.#isEqual(words, at, place)) found.push(place);
      place = this.#next[place] ?? -1;
    }
    return found;
  }

  #isEqual(words: Uint32Array, at: number, place: number): boolean {
    for (let k = 0; k < SEED; k++) if (words[at + k] !== this.#words[place + k]) return false;
    return true;
  }

  #slot(words: Uint32Array, at: number): number {
    let hash = 0;
    for (let k = 0; k < SEED; k++) hash = Math.imul(hash ^ (words[at + k] ?? 0), 0x9e3779b1) ^ (hash >>> 15);
    return (hash ^ (hash >>> 13)) & this.#mask;
  }
}
