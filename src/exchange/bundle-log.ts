// The log of a bundle, read from its static files: as verification reads any log. Nothing in it is trusted; hashes are
// made from the entries, and the tiles are held against them apart. A bundle of chosen entries has those alone, and the
// hashes of all of them in the tiles.
import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { object, string } from '../base/shape.ts';
import { text } from '../log/bytes.ts';
import { parseEnvelope } from '../log/entry.ts';
import type { Anchor, LogReader, Row } from '../log/log-store.ts';
import { parseBundle, readTile, TILE_WIDTH, tilePath, tilesOf } from '../log/tiles.ts';
import { EMPTY_EDGE, grow, leafHash, type Hash, type Place } from '../log/tree.ts';
import { parseCheckpoint } from '../log/checkpoint.ts';
import type { Check } from '../model/answers.ts';

const parseOpened = object({ payload: string, salt: string });

export class BundleLog implements LogReader {
  readonly #folder: string;
  /** In order; not all of them where they were chosen. */
  readonly #rows: readonly Row[];
  readonly #size: number;
  readonly #nodes: ReadonlyMap<string, Hash>;

  /** Whether it holds chosen entries, and of the others their hashes alone. */
  readonly chosen: boolean;

  private constructor(folder: string, { rows, nodes, size, chosen }: Contents) {
    this.#folder = folder;
    this.#rows = rows;
    this.#nodes = nodes;
    this.#size = size;
    this.chosen = chosen;
  }

  /** @param folder - the bundle's; holds data/log and data/payloads */
  static async open(folder: string): Promise<BundleLog> {
    const entries = join(folder, 'data', 'entries');
    return new BundleLog(folder, existsSync(entries) ? await chosenOf(folder, entries) : await wholeOf(folder));
  }

  async head(): Promise<string | null> {
    return textOf(join(this.#folder, 'data', 'log', 'checkpoint'));
  }

  async size(): Promise<number> {
    return this.#size;
  }

  async row(index: number): Promise<Row | null> {
    return this.#rows.find((row) => row.index === index) ?? null;
  }

  async rowById(id: string): Promise<Row | null> {
    return this.#rows.find((row) => row.id === id) ?? null;
  }

  async *batches(from: number, to: number): AsyncGenerator<readonly Row[]> {
    yield this.#rows.filter(({ index }) => index >= from && index < to);
  }

  async nodes(places: readonly Place[]): Promise<readonly (Hash | null)[]> {
    return places.map((place) => this.#nodes.get(placeName(place)) ?? null);
  }

  async anchors(): Promise<readonly Anchor[]> {
    const folder = join(this.#folder, 'data', 'log', 'anchors');
    const names = existsSync(folder) ? (await readdir(folder)).filter((name) => /^\d+\.txt$/.test(name)) : [];
    return Promise.all(names.toSorted((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10)).map((name) => anchorOf(join(folder, name))));
  }

  /** Whether each tile is the one that the entries make, or the hashes of entries. */
  async checkTiles(): Promise<Check> {
    const wrong: string[] = [];
    for (const tile of tilesOf(this.#size)) {
      if (this.chosen && tile.level === 'entries') continue;
      const [made, there] = [await readTile(this, this.#size, tile), await bytesOf(join(this.#folder, 'data', 'log', ...tilePath(tile).split('/')))];
      if (!made || !there || Buffer.compare(made, there) !== 0) wrong.push(tilePath(tile));
    }
    return {
      name: 'tiles',
      ok: wrong.length === 0,
      detail: wrong.length === 0 ? 'every tile is that of the entries' : `${wrong.join(', ')} is missing or altered`,
    };
  }
}

type Contents = { readonly rows: readonly Row[]; readonly nodes: ReadonlyMap<string, Hash>; readonly size: number; readonly chosen: boolean };

async function wholeOf(folder: string): Promise<Contents> {
  const rows: Row[] = [];
  const entries = await entriesOf(join(folder, 'data', 'log'));
  const { nodes, completed } = nodesOver(entries.map((entry) => leafHash(entry)));
  for (const [index, entry] of entries.entries()) rows.push(await rowOf(folder, index, entry, (completed[index] ?? []).join('')));
  return { rows, nodes, size: rows.length, chosen: false };
}

async function chosenOf(folder: string, entries: string): Promise<Contents> {
  const indexes = (await readdir(entries)).flatMap((name) => /^(?<index>0|[1-9]\d{0,14})\.json$/.exec(name)?.groups?.['index'] ?? []).map(Number);
  const rows: Row[] = [];
  for (const index of indexes.toSorted((a, b) => a - b)) rows.push(await rowOf(folder, index, await readFile(join(entries, `${index}.json`)), ''));
  const leaves = await leavesOf(join(folder, 'data', 'log'));
  return { rows, nodes: nodesOver(leaves).nodes, size: leaves.length, chosen: true };
}

async function rowOf(folder: string, index: number, entry: Uint8Array, hashes: string): Promise<Row> {
  const envelope = text(entry);
  return { index, id: parseEnvelope(envelope)?.id ?? '', envelope, hashes, ...(await openedOf(folder, index)) };
}

/** The hashes of all perfect subtrees over leaves, by their places, and those that each leaf completes. */
function nodesOver(leaves: readonly Hash[]): { readonly nodes: ReadonlyMap<string, Hash>; readonly completed: readonly (readonly Hash[])[] } {
  const nodes = new Map<string, Hash>();
  let edge = EMPTY_EDGE;
  const completed = leaves.map((leaf, index) => {
    const next = grow(edge, leaf);
    next.completed.forEach((hash, level) => nodes.set(placeName({ level, index: Math.floor(index / 2 ** level) }), hash));
    edge = next.edge;
    return next.completed;
  });
  return { nodes, completed };
}

/** The hashes of all entries, as far as they go without a gap, whatever size the checkpoint claims. */
async function leavesOf(log: string): Promise<readonly Hash[]> {
  const head = parseCheckpoint((await textOf(join(log, 'checkpoint'))) ?? '');
  const leaves: Hash[] = [];
  const size = head.ok ? head.value.checkpoint.size : 0;
  for (let number = 0; leaves.length < size; number++) {
    const width = Math.min(TILE_WIDTH, size - leaves.length);
    const bytes = await bytesOf(join(log, ...tilePath({ level: 0, number, width }).split('/')));
    if (bytes?.length !== width * HASH_BYTES) return leaves;
    for (let at = 0; at < bytes.length; at += HASH_BYTES) leaves.push(Buffer.from(bytes.subarray(at, at + HASH_BYTES)).toString('hex'));
  }
  return leaves;
}

const HASH_BYTES = 32;

const placeName = ({ level, index }: Place): string => `${level}/${index}`;

/** The entries of all bundles, as far as they go without a gap. */
async function entriesOf(log: string): Promise<readonly Uint8Array[]> {
  const entries: Uint8Array[] = [];
  for (let number = 0; ; number++) {
    const full = await bytesOf(join(log, ...tilePath({ level: 'entries', number, width: TILE_WIDTH }).split('/')));
    const bytes = full ?? (await lastBundle(log, number));
    const parsed = bytes && parseBundle(bytes);
    entries.push(...(parsed ?? []));
    if (!full || parsed?.length !== TILE_WIDTH) return entries;
  }
}

/** The partial bundle at the end, as wide as the checkpoint says that it is. */
async function lastBundle(log: string, number: number): Promise<Uint8Array | null> {
  const head = parseCheckpoint((await textOf(join(log, 'checkpoint'))) ?? '');
  const width = head.ok ? head.value.checkpoint.size - number * TILE_WIDTH : 0;
  return width > 0 && width < TILE_WIDTH ? bytesOf(join(log, ...tilePath({ level: 'entries', number, width }).split('/'))) : null;
}

async function openedOf(folder: string, index: number): Promise<{ readonly payload: string | null; readonly salt: string | null }> {
  const words = await textOf(join(folder, 'data', 'payloads', `${index}.json`));
  return words === null ? { payload: null, salt: null } : parseOpened(JSON.parse(words), `payloads/${index}.json`);
}

async function anchorOf(path: string): Promise<Anchor> {
  const note = (await textOf(path)) ?? '';
  const head = parseCheckpoint(note);
  return { size: head.ok ? head.value.checkpoint.size : 0, note, timestamp: await bytesOf(path.replace(/txt$/, 'tsr')) };
}

async function bytesOf(path: string): Promise<Uint8Array | null> {
  return existsSync(path) ? readFile(path) : null;
}

async function textOf(path: string): Promise<string | null> {
  return existsSync(path) ? readFile(path, 'utf8') : null;
}
