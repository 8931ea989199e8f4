// The log: entries in order, only ever appended, sealed by a signed checkpoint with every append.
import { Fault } from '../base/fault.ts';
import { fromHex, hex, text, utf8 } from './bytes.ts';
import { openCheckpoint, signCheckpoint, type Checkpoint } from './checkpoint.ts';
import { CHANCE_BYTES, ERASURE, erasedIds, makeEntry, parseEnvelope, type Chance, type Draft, type Entry, type Envelope } from './entry.ts';
import { chainKeys, openInTerm, ROTATION } from './key-chain.ts';
import type { LogReader, LogStore, LogWriter, Row } from './log-store.ts';
import { proveConsistency, proveInclusion, type ConsistencyProof, type InclusionProof, type NodeReader } from './proof.ts';
import { formatProofFile } from './proof-file.ts';
import type { Handover } from './handover.ts';
import { readChanges } from './read-changes.ts';
import { sameKey, type Signer } from './signature.ts';
import { damaged, edgeOf, lastCheckpoint, present, soundEdge } from './sound-edge.ts';
import { EMPTY_ROOT, grow, leafHash, rootOf, type Edge, type Hash } from './tree.ts';
import { gained, type Outcome } from './verdict.ts';

export type Surroundings = {
  /** Null opens the log to read only. */
  readonly signer: Signer | null;
  readonly clock: () => Date;
  /** Must be fit for secrets: ids and salts are made of it. */
  readonly random: Chance;
};

/** What an append may do in its own transaction, after the entries are written: fold them into views. */
export type Alongside = (entries: readonly Entry[]) => Promise<void>;

/** What an entry says; its payload is the text of a JSON value, null once it was erased. */
export type Said = Pick<Entry, 'index' | 'envelope'> & { readonly payload: string | null };

/** The edge under a checkpoint that was signed here, and the store's version when it was. The commit may still have failed. */
type Sealed = { readonly note: string; readonly edge: Edge; readonly version: number; readonly signer: Signer };

export class Log {
  readonly #store: LogStore;
  #surroundings: Surroundings;
  #sealed: Sealed | null = null;

  private constructor(store: LogStore, surroundings: Surroundings) {
    this.#store = store;
    this.#surroundings = surroundings;
  }

  /**
   * The log of a store; a new one is sealed at size 0.
   *
   * Throws a Fault 'casebook-damaged' where the right edge of the tree and the last checkpoint differ, or where the
   * checkpoint is not by this log's key. O(log n) reads: `verifyLog` checks the rest.
   */
  static async open(store: LogStore, surroundings: Surroundings): Promise<Log> {
    const { signer } = surroundings;
    const head = await store.head();
    if (head !== null) {
      if (signer) requireOwn(head, signer);
      await store.snapshot(soundEdge);
    } else if (signer) {
      await store.write((writer) => sealNew(writer, signer));
    }
    return new Log(store, surroundings);
  }

  /** A log that `open` refuses, to be read only. What is wrong with it is for `verifyLog` to say. */
  static openDamaged(store: LogStore, surroundings: Omit<Surroundings, 'signer'>): Log {
    return new Log(store, { ...surroundings, signer: null });
  }

  /**
   * Append all drafts in one durable transaction. The entries, what `alongside` writes, and the checkpoint are kept
   * together or not at all; where `alongside` throws, nothing is kept and what it threw is thrown.
   *
   * Two hashes an entry, and O(log n) reads where somebody else has written since. Throws a Fault 'not-allowed' on a log
   * opened to read, 'casebook-damaged' where the tree and its checkpoint differ (nothing is signed then), and those of
   * `LogStore.write`.
   */
  async append(drafts: readonly Draft[], alongside: Alongside = async () => {}): Promise<readonly Entry[]> {
    const { signer } = this.#surroundings;
    if (!signer) throw readOnly();
    if (drafts.length === 0) return [];
    return this.#store.write(async (writer) => {
      const version = await writer.version();
      const before = await this.#edge(writer, version, signer);
      const { entries, edge } = await this.#add(writer, before, drafts);
      await alongside(entries);
      // A checkpoint leaves this process only after the commit. Where the commit fails, this signature dies with it, and
      // another of the same size can be signed without a fork.
      const { note } = signCheckpoint({ size: edge.size, root: rootOf(edge) }, signer);
      await writer.seal(note);
      this.#sealed = { note, edge, version, signer };
      return entries;
    });
  }

  /**
   * Append drafts of which the last one names `next` as the log's key (key-chain.ts), and go on under it. The checkpoint is
   * signed by both keys, and kept among what others said, so that who holds one of the old key can follow. Where the log was
   * opened without its key, `next` signs alone. `alongside` keeps the new key safe, in the same transaction.
   *
   * Throws as `append`; then the old key is still the log's, unless the commit is reported to have failed though it happened.
   */
  async rotate(next: Signer, drafts: readonly Draft[], alongside: Alongside): Promise<readonly Entry[]> {
    const { signer } = this.#surroundings;
    const rotated = await this.#store.write(async (writer) => {
      const before = await soundEdge(writer);
      if (signer) requireInForce(await writer.head(), signer);
      const { entries, edge } = await this.#add(writer, before, drafts);
      await alongside(entries);
      const state = { size: edge.size, root: rootOf(edge) };
      const { note } = signer ? signCheckpoint(state, signer, next) : signCheckpoint(state, next);
      await writer.seal(note);
      await writer.keepAnchor({ size: edge.size, note, timestamp: null });
      await requireChain(writer, next);
      return entries;
    });
    this.#surroundings = { ...this.#surroundings, signer: next };
    return rotated;
  }

  async #add(writer: LogWriter, before: Edge, drafts: readonly Draft[]): Promise<{ readonly entries: readonly Entry[]; readonly edge: Edge }> {
    const { clock, random } = this.#surroundings;
    const at = clock();
    const chance = random(drafts.length * CHANCE_BYTES); // asked for once: asking costs more than the bytes
    const entries = drafts.map((draft, n) => makeEntry(before.size + n, draft, at, chance.subarray(n * CHANCE_BYTES)));
    const { rows, edge } = grown(before, entries);
    await writer.add(rows);
    await eraseNamed(writer, entries);
    return { entries, edge };
  }

  /**
   * The right edge that this log sealed last counts only where its checkpoint still stands, by the same key, and nobody else
   * has written: then the kept hashes are as they were written here. Else they are read, and held against the checkpoint.
   */
  async #edge(writer: LogWriter, version: number, signer: Signer): Promise<Edge> {
    const sealed = this.#sealed;
    const head = await writer.head();
    if (sealed?.version === version && sealed.note === head && sealed.signer === signer) return sealed.edge;
    const edge = await soundEdge(writer);
    requireInForce(head, signer);
    return edge;
  }

  /** In order; `from` is included, `to` is not. Entries appended meanwhile are not among them. */
  async *entries(range: { readonly from?: number; readonly to?: number } = {}): AsyncIterable<Entry> {
    const size = await this.#store.size();
    for await (const rows of this.#store.batches(range.from ?? 0, Math.min(range.to ?? size, size))) yield* rows.map(toEntry);
  }

  async size(): Promise<number> {
    return this.#store.size();
  }

  /** All of them from one on, as `saidIn` gives them. */
  said(from = 0): AsyncIterable<readonly Said[]> {
    return saidIn(this.#store, from);
  }

  async entry(index: number): Promise<Entry | null> {
    const row = await this.#store.row(index);
    return row && toEntry(row);
  }

  async byId(id: string): Promise<Entry | null> {
    const row = await this.#store.rowById(id);
    return row && toEntry(row);
  }

  /** The last checkpoint, as it may be handed to others. */
  async head(): Promise<Checkpoint> {
    return lastCheckpoint(await this.#store.head()).checkpoint;
  }

  /** That an entry is under the last checkpoint. Throws a Fault 'not-found' where there is no such entry. */
  async prove(index: number): Promise<{ readonly proof: InclusionProof; readonly checkpoint: Checkpoint }> {
    const checkpoint = await this.head();
    requireEntry(index, checkpoint.size);
    return { proof: await proveInclusion(index, checkpoint.size, nodesOf(this.#store)), checkpoint };
  }

  /**
   * The text of a `.tlog-proof` of an entry, under the last checkpoint, or one that somebody holds and whose signature was
   * checked; the envelope's bytes go beside it. Throws a Fault 'conflict' where the log does not go on from that one.
   */
  async proofFile(index: number, held: Checkpoint | null = null): Promise<string> {
    return this.#store.snapshot(async (reader) => {
      const { size, note } = held === null ? lastCheckpoint(await reader.head()).checkpoint : await requirePassed(reader, gained(held));
      requireEntry(index, size);
      return formatProofFile(await proveInclusion(index, size, nodesOf(reader)), note);
    });
  }

  /** The changes of the key, in order, each with its proof under the old key's last checkpoint. */
  async handovers(): Promise<readonly Handover[]> {
    return this.#store.snapshot(async (reader) => {
      const handovers: Handover[] = [];
      for (const { size, note } of await reader.anchors()) {
        const row = await reader.row(size - 1);
        if (!row?.payload || !row.salt || parseEnvelope(row.envelope)?.kind !== ROTATION) continue;
        const proof = formatProofFile(await proveInclusion(size - 1, size, nodesOf(reader)), note);
        handovers.push({ envelope: row.envelope, payload: row.payload, salt: row.salt, proof });
      }
      return handovers.filter(({ envelope }, n) => handovers.findIndex((each) => each.envelope === envelope) === n);
    });
  }

  /**
   * Keep what somebody else said of a checkpoint of this log: a note with cosignatures, or an RFC 3161 response over its
   * bytes. Whether they are right, and by whom, is for `verifyLog` to say, under the reader's trust.
   *
   * Throws a Fault 'conflict' where the note is not a checkpoint that this log goes on from.
   */
  async keepAnchor(note: string, timestamp: Uint8Array | null = null): Promise<void> {
    const { signer } = this.#surroundings;
    if (!signer) throw readOnly();
    await this.#store.write(async (writer) => {
      await soundEdge(writer);
      const { terms } = chainKeys(signer.verifier, await readChanges(writer), true);
      const { size } = await requirePassed(writer, openInTerm(note, terms));
      await writer.keepAnchor({ size, note, timestamp });
    });
  }

  /** That the log's first `from` entries are the beginning of its first `to`. */
  async consistency(from: number, to: number): Promise<ConsistencyProof> {
    requireEntry(to - 1, (await this.head()).size);
    if (from > to || from < 0) throw new Fault('not-found', `a log of ${to} entries does not begin with ${from}`, 'Give the smaller size first.');
    return from === 0 ? { from, to, hashes: [] } : proveConsistency(from, to, nodesOf(this.#store));
  }
}

function requireOwn(note: string, signer: Signer): void {
  const opened = openCheckpoint(note, signer.verifier);
  if (!opened.ok) throw damaged(opened.reason);
}

/** Throws a Fault 'conflict' where the log does not go on from this checkpoint. */
async function requirePassed(reader: LogReader, opened: Outcome<Checkpoint>): Promise<Checkpoint> {
  const known = opened.ok && opened.value.size <= (await reader.size()) && rootOf(await edgeOf(reader, opened.value.size)) === opened.value.root;
  if (known) return opened.value;
  throw new Fault(
    'conflict',
    opened.ok ? 'the checkpoint is not one of this log' : opened.reason,
    'Give a checkpoint that this log has signed. If it has, run onrecord verify with it: the log was forked.',
  );
}

/** The key in force signs last: where the old key and the new one both signed, it is the new one that goes on. */
function requireInForce(note: string | null, { verifier }: Signer): void {
  const last = lastCheckpoint(note).parsed.lines.findLast(({ name }) => name === verifier.name);
  if (last && sameKey(verifier, last)) return;
  throw new Fault(
    'conflict',
    'The key that signs this log was changed since the casebook was opened',
    'Nothing was written. Close the casebook and open it again: it then signs with the new key.',
  );
}

/** Nothing is handed over that a reader could not follow. */
async function requireChain(writer: LogWriter, next: Signer): Promise<void> {
  const { check } = chainKeys(next.verifier, await readChanges(writer), true);
  if (!check?.ok) throw damaged(check?.detail ?? 'the last entry does not change the key');
}

async function sealNew(writer: LogWriter, signer: Signer): Promise<void> {
  if ((await writer.head()) !== null) return; // another process was faster
  if ((await writer.size()) > 0) throw damaged('there are entries, but no checkpoint');
  await writer.seal(signCheckpoint({ size: 0, root: EMPTY_ROOT }, signer).note);
}

const nodesOf =
  (reader: LogReader): NodeReader =>
  async (place) =>
    present((await reader.nodes([place]))[0], place);

function grown(before: Edge, entries: readonly Entry[]): { readonly rows: readonly Row[]; readonly edge: Edge } {
  let edge = before;
  const rows = entries.map((entry) => {
    const next = grow(edge, leafHash(entry.bytes));
    edge = next.edge;
    return toRow(entry, next.completed);
  });
  return { rows, edge };
}

const toRow = ({ index, envelope, bytes, payload, salt }: Entry, completed: readonly Hash[]): Row => ({
  index,
  id: envelope.id,
  envelope: text(bytes),
  hashes: completed.join(''),
  payload: payload && text(payload),
  salt: salt && hex(salt),
});

function toEntry({ index, envelope, payload, salt }: Row): Entry {
  return {
    index,
    envelope: readEnvelope(index, envelope),
    bytes: utf8(envelope),
    payload: payload === null ? null : utf8(payload),
    salt: salt === null ? null : fromHex(salt),
  };
}

/** All entries from one on, some at a time, without their bytes: for whoever folds them. Entries appended meanwhile are not among them. */
export async function* saidIn(reader: LogReader, from = 0): AsyncIterable<readonly Said[]> {
  for await (const rows of reader.batches(from, await reader.size()))
    yield rows.map(({ index, envelope, payload }) => ({ index, envelope: readEnvelope(index, envelope), payload }));
}

function readEnvelope(index: number, envelope: string): Envelope {
  const parsed = parseEnvelope(envelope);
  if (!parsed) throw damaged(`the envelope of entry ${index} is malformed`);
  return parsed;
}

/** Kinds of entries without which the rest could not be checked any more. */
const STAYING: Readonly<Record<string, string>> = { [ERASURE]: 'an erasure', [ROTATION]: 'a change of the key that signs the log' };

/** Destroy what the erasures among these entries name. An erasure itself, which says why, stays. */
async function eraseNamed(writer: LogWriter, entries: readonly Entry[]): Promise<void> {
  for (const { envelope, payload } of entries) {
    if (envelope.kind !== ERASURE || !payload) continue;
    for (const id of erasedIds(text(payload))) {
      const row = await writer.rowById(id);
      if (!row) throw new Fault('not-found', `there is no entry ${id} to erase`, 'List the entries, and give the id of one of them.');
      const kept = STAYING[toEntry(row).envelope.kind];
      if (kept !== undefined) throw new Fault('not-allowed', `${id} records ${kept}`, 'It has to stay, with its reason. Keep names out of that.');
      await writer.erase(row.index);
    }
  }
}

function requireEntry(index: number, size: number): void {
  if (!(index >= 0 && index < size)) throw new Fault('not-found', `there is no entry ${index} in a log of ${size}`, 'Give an index from 0 up.');
}

const readOnly = (): Fault => new Fault('not-allowed', 'the casebook was opened to read only', 'Open it for writing.');
