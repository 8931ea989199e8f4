// One pass over all entries: everything that the log says of itself is made again from the entries' bytes, and held
// against what is kept. What is found here is not yet judged: that takes the signed root (verify.ts).
import { ERASURE, erasedIds, parseEnvelope, payloadDigest, type Envelope } from './entry.ts';
import { ROTATION, type Rotation } from './key-chain.ts';
import type { LogReader, Row } from './log-store.ts';
import { EMPTY_ROOT, growInto, HASH_DIGITS, isHash, leafHash, rootOf, type Hash } from './tree.ts';

/** An entry whose bytes do not hash to the leaf that is kept with it. */
export type LeafFault = { readonly index: number; readonly made: Hash; readonly kept: Hash };

/** A kept hash of a subtree of two entries or more that is not the one made again. */
export type NodeFault = { readonly level: number; readonly index: number; readonly kept: Hash };

/** Lists hold at most `LISTED` items, the first ones found. */
export type Walk = {
  /** Entries that were there. */
  readonly count: number;
  readonly missing: readonly number[];
  /** Envelopes that are not of the form, or whose id is not the one they are filed under. */
  readonly malformed: readonly number[];
  readonly leaves: readonly LeafFault[];
  readonly nodes: readonly NodeFault[];
  /** Entries whose payload or salt was altered. */
  readonly payloads: readonly number[];
  /** Entries without payload and salt. */
  readonly bare: readonly { readonly index: number; readonly id: string; readonly erasedBy: string | null }[];
  /** Entries that were to be erased, and were not. */
  readonly unerased: readonly string[];
  /** Entries that change the log's key. */
  readonly rotations: readonly Rotation[];
  /** The root over the entries' bytes, for each size that was asked for; without those beyond a missing entry. */
  readonly roots: ReadonlyMap<number, Hash>;
  /** The root over the kept leaves, of the same sizes, where these differ from the entries' bytes. */
  readonly keptRoots: ReadonlyMap<number, Hash>;
};

/** A damaged log can have a million faults; a report needs the first of them and that there are more. */
export const LISTED = 100;

/** Streams: memory does not grow with the log, but with its erasures. */
export async function walkLog(reader: LogReader, sizes: ReadonlySet<number>): Promise<Walk> {
  const walker = new Walker(sizes);
  const size = await reader.size();
  for await (const rows of reader.batches(0, size)) for (const row of rows) walker.step(row);
  return walker.end();
}

/** An edge that is written over as the log is walked. */
type Growing = { size: number; readonly hashes: Hash[] };

class Walker {
  readonly #sizes: ReadonlySet<number>;
  readonly #missing: number[] = [];
  readonly #malformed: number[] = [];
  readonly #leaves: LeafFault[] = [];
  readonly #nodes: NodeFault[] = [];
  readonly #payloads: number[] = [];
  readonly #bare: { index: number; id: string }[] = [];
  /** Id of what was erased, to the id of the erasure. */
  readonly #erasures = new Map<string, string>();
  readonly #rotations: Rotation[] = [];
  readonly #roots = new Map<number, Hash>();
  readonly #keptRoots = new Map<number, Hash>();
  #next = 0;
  #count = 0;
  /** Null once an entry is missing: no tree goes on from there. */
  #made: Growing | null = { size: 0, hashes: [] };
  /** The tree of the kept leaves, from the first that differs on. */
  #kept: Growing | null = null;

  constructor(sizes: ReadonlySet<number>) {
    this.#sizes = sizes;
    this.#noteRoots();
  }

  step(row: Row): void {
    for (; this.#next < row.index; this.#next++) {
      put(this.#missing, this.#next);
      this.#made = null;
      this.#kept = null;
    }
    this.#next++;
    this.#count++;
    const envelope = parseEnvelope(row.envelope);
    if (envelope?.id !== row.id) put(this.#malformed, row.index);
    this.#grow(row);
    if (envelope) this.#readPayload(row, envelope);
  }

  end(): Walk {
    const erased = new Set(this.#bare.map(({ id }) => id));
    return {
      count: this.#count,
      missing: this.#missing,
      malformed: this.#malformed,
      leaves: this.#leaves,
      nodes: this.#nodes,
      payloads: this.#payloads,
      bare: this.#bare.map((each) => ({ ...each, erasedBy: this.#erasures.get(each.id) ?? null })),
      unerased: [...this.#erasures.keys()].filter((id) => !erased.has(id)),
      rotations: this.#rotations,
      roots: this.#roots,
      keptRoots: this.#keptRoots,
    };
  }

  #grow({ index, envelope, hashes }: Row): void {
    const leaf = leafHash(envelope);
    const keptLeaf = hashes.slice(0, HASH_DIGITS);
    if (leaf !== keptLeaf) {
      put(this.#leaves, { index, made: leaf, kept: keptLeaf });
      this.#kept ??= this.#made && { size: this.#made.size, hashes: [...this.#made.hashes] };
    }
    if (this.#kept) growInto(this.#kept.hashes, this.#kept.size++, isHash(keptLeaf) ? keptLeaf : EMPTY_ROOT);
    if (!this.#made) return;
    const completed = growInto(this.#made.hashes, this.#made.size++, leaf);
    for (let level = 1; level < completed.length; level++) {
      const kept = hashes.slice(level * HASH_DIGITS, (level + 1) * HASH_DIGITS);
      if (kept !== completed[level]) put(this.#nodes, { level, index: (index + 1) / 2 ** level - 1, kept });
    }
    if (hashes.length > completed.length * HASH_DIGITS)
      put(this.#nodes, { level: completed.length, index, kept: hashes.slice(completed.length * HASH_DIGITS) });
    this.#noteRoots();
  }

  #noteRoots(): void {
    if (!this.#made || !this.#sizes.has(this.#made.size)) return;
    this.#roots.set(this.#made.size, rootOf(this.#made));
    if (this.#kept) this.#keptRoots.set(this.#kept.size, rootOf(this.#kept));
  }

  #readPayload({ index, payload, salt }: Row, { id, kind, digest }: Envelope): void {
    const shown = payload !== null && salt !== null;
    const sound = shown && payloadDigest(salt, payload) === digest;
    if (kind === ROTATION) this.#rotations.push({ index, payload: sound ? payload : null });
    if (!shown) {
      this.#bare.push({ index, id });
    } else if (!sound) {
      put(this.#payloads, index);
    } else if (kind === ERASURE) {
      for (const erased of erasedIds(payload)) this.#erasures.set(erased, id);
    }
  }
}

function put<T>(faults: T[], fault: T): void {
  if (faults.length < LISTED) faults.push(fault);
}
