// Proofs that an entry is in a tree, and that one tree is the beginning of another (RFC 9162, sections 2.1.3 and 2.1.4).
import { EMPTY_ROOT, nodeHash, type Hash, type Place } from './tree.ts';
import { failed, passed, type Verdict } from './verdict.ts';

/** That the entry `index` is in the tree of `size`; `hashes` are its siblings, the leaf's own first. */
export type InclusionProof = { readonly index: number; readonly size: number; readonly hashes: readonly Hash[] };

/** That the tree of the first `from` entries is the beginning of the tree of `to`. */
export type ConsistencyProof = { readonly from: number; readonly to: number; readonly hashes: readonly Hash[] };

/** Gives the hash of a perfect subtree. */
export type NodeReader = (place: Place) => Promise<Hash>;

/** Half-open: entries from `begin` up to, not including, `end`. */
type Range = { readonly begin: number; readonly end: number };

/** Requires 0 <= index < size. O(log² size) reads at worst, O(log size) hashes in the proof. */
export async function proveInclusion(index: number, size: number, node: NodeReader): Promise<InclusionProof> {
  if (!(index >= 0 && index < size)) throw new RangeError(`no entry ${index} in a tree of ${size}`);
  const siblings: Range[] = [];
  for (let at: Range = { begin: 0, end: size }; at.end - at.begin > 1;) {
    const middle = split(at);
    const [inside, beside] = index < middle ? [left(at, middle), right(at, middle)] : [right(at, middle), left(at, middle)];
    siblings.unshift(beside);
    at = inside;
  }
  return { index, size, hashes: await Promise.all(siblings.map((range) => rangeHash(range, node))) };
}

/** Requires 0 < from <= to. */
export async function proveConsistency(from: number, to: number, node: NodeReader): Promise<ConsistencyProof> {
  if (!(from > 0 && from <= to)) throw new RangeError(`no consistency proof from ${from} to ${to}`);
  const parts: Range[] = [];
  let at: Range = { begin: 0, end: to };
  while (at.end !== from) {
    const middle = split(at);
    const [inside, beside] = from <= middle ? [left(at, middle), right(at, middle)] : [right(at, middle), left(at, middle)];
    parts.unshift(beside);
    at = inside;
  }
  // Where the old tree is itself a subtree, the verifier has its hash already: it is the old root.
  if (at.begin > 0) parts.unshift(at);
  return { from, to, hashes: await Promise.all(parts.map((range) => rangeHash(range, node))) };
}

const left = (range: Range, middle: number): Range => ({ begin: range.begin, end: middle });
const right = (range: Range, middle: number): Range => ({ begin: middle, end: range.end });

/** Where a range of two entries or more parts: after the largest power of two below its width. */
const split = ({ begin, end }: Range): number => begin + 2 ** (Math.ceil(Math.log2(end - begin)) - 1);

async function rangeHash(range: Range, node: NodeReader): Promise<Hash> {
  const width = range.end - range.begin;
  const level = Math.round(Math.log2(width));
  if (2 ** level === width) return node({ level, index: range.begin / width });
  const middle = split(range);
  return nodeHash(await rangeHash(left(range, middle), node), await rangeHash(right(range, middle), node));
}

/**
 * Check that `leaf` is where `proof` says it is, under `root`.
 *
 * Takes at most log2(size) + 1 hashes. Never throws: a malformed proof is a finding about the evidence.
 *
 * @param root - from a checkpoint whose signature the caller has checked
 * @see RFC 9162, section 2.1.3.2
 */
export function checkInclusion(leaf: Hash, proof: InclusionProof, root: Hash): Verdict {
  if (!isCount(proof.index) || !isCount(proof.size) || proof.index >= proof.size) {
    return failed(`the proof is of entry ${proof.index} in a tree of ${proof.size}, which has no such entry`);
  }
  let place = proof.index;
  let last = proof.size - 1;
  let top = leaf;
  for (const sibling of proof.hashes) {
    if (last === 0) return failed('the proof has more hashes than the tree has levels');
    if (place % 2 === 1 || place === last) {
      top = nodeHash(sibling, top);
      while (place % 2 === 0 && place !== 0) [place, last] = [half(place), half(last)];
    } else {
      top = nodeHash(top, sibling);
    }
    [place, last] = [half(place), half(last)];
  }
  if (last !== 0) return failed('the proof has fewer hashes than the tree has levels');
  return top === root ? passed : failed(`the proof of entry ${proof.index} does not lead to the root of the checkpoint`);
}

/**
 * Check that the tree under `oldRoot` is the beginning of the tree under `newRoot`.
 *
 * Never throws: a malformed proof is a finding about the evidence.
 *
 * @see RFC 9162, section 2.1.4.2
 */
export function checkConsistency(proof: ConsistencyProof, oldRoot: Hash, newRoot: Hash): Verdict {
  const { from, to } = proof;
  if (!isCount(from) || !isCount(to) || from > to) return failed(`the proof is of a tree of ${from} in a tree of ${to}`);
  if (from === 0 || from === to) return checkTrivialConsistency(proof, oldRoot, newRoot);
  const hashes = isPowerOfTwo(from) ? [oldRoot, ...proof.hashes] : [...proof.hashes];
  const first = hashes.shift();
  if (!first) return failed('the consistency proof is empty');
  let place = from - 1;
  let last = to - 1;
  while (place % 2 === 1) [place, last] = [half(place), half(last)];
  let [oldTop, newTop] = [first, first];
  for (const sibling of hashes) {
    if (last === 0) return failed('the consistency proof has more hashes than the tree has levels');
    if (place % 2 === 1 || place === last) {
      oldTop = nodeHash(sibling, oldTop);
      newTop = nodeHash(sibling, newTop);
      while (place % 2 === 0 && place !== 0) [place, last] = [half(place), half(last)];
    } else {
      newTop = nodeHash(newTop, sibling);
    }
    [place, last] = [half(place), half(last)];
  }
  if (last !== 0) return failed('the consistency proof has fewer hashes than the tree has levels');
  const holds = oldTop === oldRoot && newTop === newRoot;
  return holds ? passed : failed(`the tree of ${from} entries is not the beginning of the tree of ${to}`);
}

function checkTrivialConsistency({ from, to, hashes }: ConsistencyProof, oldRoot: Hash, newRoot: Hash): Verdict {
  if (hashes.length > 0) return failed('the consistency proof should be empty');
  if (from === 0 && oldRoot !== EMPTY_ROOT) return failed('the root of the empty tree is not the hash of nothing');
  return from === 0 || oldRoot === newRoot ? passed : failed(`two different trees of ${to} entries: the log was forked`);
}

const half = (n: number): number => Math.floor(n / 2);
const isCount = (n: number): boolean => Number.isSafeInteger(n) && n >= 0;
const isPowerOfTwo = (n: number): boolean => Number.isInteger(Math.log2(n));
