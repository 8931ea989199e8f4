// Fingerprints of a text by winnowing: of every window of neighbouring runs of words the one with the least hash is kept, so
// that two texts which share a passage share fingerprints of it, wherever it stands in them.
// Schleimer, Wilkerson and Aiken, "Winnowing: local algorithms for document fingerprinting", SIGMOD 2003.
import type { ComparableText } from './comparable-text.ts';

/** A hash of a run of words that begins with word `at`. */
export type Fingerprint = { readonly hash: number; readonly at: number };

/** Words in a run. */
export const RUN = 5;
/** Runs in a window: of what two texts share in RUN + WINDOW - 1 words on end, one fingerprint at least is of both. */
const WINDOW = 16;
/** Of a very long text only the fingerprints with the least hashes are kept, which are the same ones in a copy of it. */
const MOST = 20_000;

/** In the order of the text, each hash once, at its first place. A text of fewer than RUN words has one, of all of its words. O(words). */
export function fingerprint({ words }: Pick<ComparableText, 'words'>): readonly Fingerprint[] {
  const runs = runHashes(words);
  const chosen = new Map<number, number>();
  let least = -1;
  for (let last = 0; last < runs.length; last++) {
    const first = Math.max(0, last - WINDOW + 1);
    if (least < first) least = leastOf(runs, first, last);
    else if ((runs[last] ?? 0) <= (runs[least] ?? 0)) least = last;
    const isFull = last >= WINDOW - 1 || last === runs.length - 1;
    const hash = runs[least] ?? 0;
    if (isFull && !chosen.has(hash)) chosen.set(hash, least);
  }
  return thinned([...chosen].map(([hash, at]) => ({ hash, at })));
}

function thinned(all: readonly Fingerprint[]): readonly Fingerprint[] {
  if (all.length <= MOST) return all;
  const limit = Uint32Array.from(all, ({ hash }) => hash).toSorted()[MOST - 1] ?? 0;
  return all.filter(({ hash }) => hash <= limit);
}

/** The last of the least, so that a window that moves on keeps it longest. */
function leastOf(runs: Uint32Array, first: number, last: number): number {
  let least = first;
  for (let n = first + 1; n <= last; n++) if ((runs[n] ?? 0) <= (runs[least] ?? 0)) least = n;
  return least;
}

function runHashes(words: Uint32Array): Uint32Array {
  const length = Math.min(RUN, words.length);
  if (length === 0) return new Uint32Array();
  return Uint32Array.from({ length: words.length - length + 1 }, (_, n) => {
    let hash = 0;
    for (let k = 0; k < length; k++) hash = mixed(hash, words[n + k] ?? 0);
    return finished(hash);
  });
}

/** MurmurHash3, x86, 32 bits. */
function mixed(hash: number, word: number): number {
  let k = Math.imul(word, 0xcc9e2d51);
  k = Math.imul((k << 15) | (k >>> 17), 0x1b873593);
  const h = hash ^ k;
  return (Math.imul((h << 13) | (h >>> 19), 5) + 0xe6546b64) | 0;
}

function finished(hash: number): number {
  let h = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
