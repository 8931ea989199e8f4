import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { base64OfHash, utf8 } from './bytes.ts';
import { checkConsistency, checkInclusion, proveConsistency, proveInclusion } from './proof.ts';
import { completedBy, countCompleted, edgePlaces, EMPTY_EDGE, EMPTY_ROOT, grow, leafHash, rootOf, type Edge, type Hash, type Place } from './tree.ts';
import { VECTORS } from './vectors.test-data.ts';

const entry = (n: number): Uint8Array => utf8(`{"n":${n}}`);

/** RFC 6962, section 2.1, word for word: slow, and written without a look at the code under test. */
function plainRoot(entries: readonly Uint8Array[]): Buffer {
  const sha = (...parts: readonly Uint8Array[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest();
  const [only] = entries;
  if (!only) return sha();
  if (entries.length === 1) return sha(Buffer.of(0), only);
  let k = 1;
  while (k * 2 < entries.length) k *= 2;
  return sha(Buffer.of(1), plainRoot(entries.slice(0, k)), plainRoot(entries.slice(k)));
}

/** A tree in memory: what each entry completed. */
function makeTree(size: number): { readonly roots: readonly Hash[]; readonly node: (place: Place) => Promise<Hash>; readonly edge: Edge } {
  const kept: (readonly Hash[])[] = [];
  const roots = [rootOf(EMPTY_EDGE)];
  let edge = EMPTY_EDGE;
  for (let n = 0; n < size; n++) {
    const next = grow(edge, leafHash(entry(n)));
    edge = next.edge;
    kept.push(next.completed);
    roots.push(rootOf(edge));
  }
  const node = async (place: Place): Promise<Hash> => kept[completedBy(place)]?.[place.level] ?? expect.fail(`no node ${place.level}/${place.index}`);
  return { roots, node, edge };
}

describe('the tree', () => {
  test('has the published leaves and roots', () => {
    expect(base64OfHash(EMPTY_ROOT)).toBe(VECTORS.emptyRoot);
    expect([0, 1, 2, 3, 4].map((n) => leafHash(entry(n)))).toEqual(VECTORS.leaves);
    expect(makeTree(5).roots).toEqual(VECTORS.roots);
  });

  test('grown entry by entry is the tree of the RFC, at every size to 200', () => {
    const entries = Array.from({ length: 200 }, (_, n) => entry(n));
    makeTree(200).roots.forEach((root, size) => expect(root).toBe(plainRoot(entries.slice(0, size)).toString('hex')));
  });

  test('keeps with an entry exactly the nodes that it completes', () => {
    const { node, edge } = makeTree(300);
    for (let n = 0; n < 300; n++) expect(countCompleted(n)).toBe(grow({ size: n, hashes: edgePlaces(n).map(() => EMPTY_ROOT) }, EMPTY_ROOT).completed.length);
    return expect(Promise.all(edgePlaces(300).map(node))).resolves.toEqual(edge.hashes);
  });
});

describe('proofs', () => {
  const { roots, node } = makeTree(260);
  const root = (size: number): Hash => roots[size] ?? expect.fail();

  test('are the published ones', async () => {
    expect((await proveInclusion(3, 5, node)).hashes.map(base64OfHash)).toEqual(VECTORS.inclusion3);
    expect((await proveInclusion(4, 5, node)).hashes.map(base64OfHash)).toEqual(VECTORS.inclusion4);
    expect((await proveConsistency(3, 5, node)).hashes.map(base64OfHash)).toEqual(VECTORS.consistency);
  });

  test('of every entry in every tree up to 130 hold, and hold for no other entry', async () => {
    for (let size = 1; size <= 130; size++) {
      for (let index = 0; index < size; index++) {
        const proof = await proveInclusion(index, size, node);
        if (!checkInclusion(leafHash(entry(index)), proof, root(size)).ok) expect.fail(`entry ${index} of ${size}`);
        if (checkInclusion(leafHash(entry(index + 1)), proof, root(size)).ok) expect.fail(`another than entry ${index} of ${size}`);
      }
    }
  });

  test('of every two trees up to 130 hold, and hold for no other beginning', async () => {
    for (let to = 1; to <= 130; to++) {
      for (let from = 1; from <= to; from++) {
        const proof = await proveConsistency(from, to, node);
        if (!checkConsistency(proof, root(from), root(to)).ok) expect.fail(`${from} in ${to}`);
        if (checkConsistency(proof, root(from - 1), root(to)).ok) expect.fail(`another than ${from} in ${to}`);
      }
    }
  });

  test('with any bit flipped, a hash more or a hash less do not hold', () =>
    fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 260 }), fc.nat(), fc.nat(), async (size, seed, bit) => {
        const index = seed % size;
        const inclusion = await proveInclusion(index, size, node);
        const leaf = leafHash(entry(index));
        for (const hashes of broken(inclusion.hashes, bit)) expect(checkInclusion(leaf, { ...inclusion, hashes }, root(size)).ok).toBe(false);
        const from = 1 + (seed % (size - 1));
        const consistency = await proveConsistency(from, size, node);
        for (const hashes of broken(consistency.hashes, bit)) expect(checkConsistency({ ...consistency, hashes }, root(from), root(size)).ok).toBe(false);
      }),
    ));

  test('of what cannot be are findings, not faults', () => {
    expect(checkInclusion(EMPTY_ROOT, { index: 5, size: 5, hashes: [] }, EMPTY_ROOT)).toEqual({
      ok: false,
      reason: 'the proof is of entry 5 in a tree of 5, which has no such entry',
    });
    expect(checkInclusion(EMPTY_ROOT, { index: -1, size: 5, hashes: [] }, EMPTY_ROOT).ok).toBe(false);
    expect(checkInclusion(EMPTY_ROOT, { index: 0.5, size: 5, hashes: [] }, EMPTY_ROOT).ok).toBe(false);
    expect(checkConsistency({ from: 6, to: 5, hashes: [] }, EMPTY_ROOT, EMPTY_ROOT).ok).toBe(false);
    expect(checkConsistency({ from: 5, to: 5, hashes: [] }, root(5), root(4))).toEqual({
      ok: false,
      reason: 'two different trees of 5 entries: the log was forked',
    });
  });
});

function broken(hashes: readonly Hash[], bit: number): readonly (readonly Hash[])[] {
  const place = bit % (hashes.length * 256);
  const flipped = hashes.map((hash, n) => {
    const bytes = Buffer.from(hash, 'hex');
    const byte = Math.floor((place % 256) / 8);
    if (n === Math.floor(place / 256)) bytes[byte] = (bytes[byte] ?? 0) ^ (1 << (place % 8));
    return bytes.toString('hex');
  });
  return [flipped, hashes.slice(1), [...hashes, EMPTY_ROOT]];
}
