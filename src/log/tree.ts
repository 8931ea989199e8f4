// The Merkle tree of RFC 6962, section 2.1, over SHA-256: domain-separated leaves and nodes, split at the largest power
// of two below the size. Nodes are named (level, index): the perfect subtree over the entries
// [index * 2^level, (index + 1) * 2^level). Such a node never changes once its last entry is there; so an entry is kept
// together with the hashes of all nodes that it completes, and nothing that was written is ever written again.
import { hash } from 'node:crypto';

/** A SHA-256 as 64 lower-case hexadecimal digits: so it is compared, printed and kept without ado. */
export type Hash = string;

export const HASH_DIGITS = 64;

/** Whether a text is one hash. What comes from a disk or a stranger is asked before it is hashed further. */
export const isHash = (text: string): text is Hash => text.length === HASH_DIGITS && /^[0-9a-f]+$/.test(text);

const HASH_BYTES = 32;

/** The root of the tree without entries: SHA-256 of nothing. */
export const EMPTY_ROOT: Hash = hash('sha256', '');

/** @param entry - text stands for its UTF-8 */
export function leafHash(entry: Uint8Array | string): Hash {
  return hash('sha256', typeof entry === 'string' ? `\0${entry}` : Buffer.concat([LEAF_MARK, entry]));
}

/** Written over by every `nodeHash`: a new buffer for each of millions of nodes would cost more than the hashing. */
const nodeMessage = Buffer.alloc(1 + 2 * HASH_BYTES, 0x01);
const LEAF_MARK = Buffer.of(0x00);

/** Both must be hashes: what is malformed hashes to anything. */
export function nodeHash(left: Hash, right: Hash): Hash {
  nodeMessage.write(left, 1, HASH_BYTES, 'hex');
  nodeMessage.write(right, 1 + HASH_BYTES, HASH_BYTES, 'hex');
  return hash('sha256', nodeMessage);
}

/** The perfect subtrees that make up a tree of some size, the largest first; empty for the empty tree. */
export type Edge = { readonly size: number; readonly hashes: readonly Hash[] };

export const EMPTY_EDGE: Edge = { size: 0, hashes: [] };

/**
 * The edge with one entry more, and the hashes of the nodes that this entry completes: its leaf, then upwards.
 *
 * Amortized two hashes an entry, at most log2(size) + 1.
 */
export function grow(edge: Edge, leaf: Hash): { readonly edge: Edge; readonly completed: readonly Hash[] } {
  const hashes = [...edge.hashes];
  const completed = growInto(hashes, edge.size, leaf);
  return { edge: { size: edge.size + 1, hashes }, completed };
}

/** The same, written into the hashes of an edge of `size` entries: for who walks a whole log, and would copy an edge for each entry. */
export function growInto(hashes: Hash[], size: number, leaf: Hash): readonly Hash[] {
  const completed = [leaf];
  let top = leaf;
  for (let left = size; left % 2 === 1; left = (left - 1) / 2) {
    const sibling = hashes.pop();
    if (!sibling) throw new RangeError(`an edge of ${size} entries lacks a subtree`);
    top = nodeHash(sibling, top);
    completed.push(top);
  }
  hashes.push(top);
  return completed;
}

/** The root over an edge. At most log2(size) hashes. */
export function rootOf(edge: Edge): Hash {
  return edge.hashes.reduceRight<Hash | null>((right, left) => (right ? nodeHash(left, right) : left), null) ?? EMPTY_ROOT;
}

/** A node's place, and the entry that completes it: its hash is kept with that entry, at `level` from the leaf upwards. */
export type Place = { readonly level: number; readonly index: number };

export const completedBy = ({ level, index }: Place): number => (index + 1) * 2 ** level - 1;

/** How many nodes the entry completes, its leaf included: 1 for even indexes, more for odd ones. */
export function countCompleted(entry: number): number {
  let count = 1;
  for (let rest = entry; rest % 2 === 1; rest = (rest - 1) / 2) count++;
  return count;
}

/** The places of the edge's subtrees, the largest first. */
export function edgePlaces(size: number): readonly Place[] {
  const places: Place[] = [];
  let begin = 0;
  for (let level = Math.floor(Math.log2(size || 1)) + 1; level >= 0; level--) {
    const width = 2 ** level;
    if (size - begin < width) continue;
    places.push({ level, index: begin / width });
    begin += width;
  }
  return places;
}
