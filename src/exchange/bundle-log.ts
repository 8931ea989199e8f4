// The log of a bundle, read from its static files: as verification reads any log. Nothing in it is trusted; hashes are
// made from the entries, and the tiles are held against them apart.
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
  readonly #rows: readonly Row[];
  readonly #nodes: ReadonlyMap<string, Hash>;

  private constructor(folder: string, rows: readonly Row[], nodes: ReadonlyMap<string, Hash>) {
    this.#folder = folder;
    this.#rows = rows;
    this.#nodes = nodes;
  }

  /** @param folder - the bundle's; holds data/log and data/payloads */
  static async open(folder: string): Promise<BundleLog> {
    const rows: Row[] = [];
    const nodes = new Map<string, Hash>();
    let edge = EMPTY_EDGE;
    for (const entry of await entriesOf(join(folder, 'data', 'log'))) {
      const index = rows.length;
      const next = grow(edge, leafHash(entry));
      next.completed.forEach((hash, level) => nodes.set(placeName({ level, index: Math.floor(index / 2 ** level) }), hash));
      const envelope = text(entry);
      rows.push({ index, id: parseEnvelope(envelope)?.id ?? '', envelope, hashes: next.completed.join(''), ...(await openedOf(folder, index)) });
      edge = next.edge;
    }
    return new BundleLog(folder, rows, nodes);
  }

  async head(): Promise<string | null> {
    return textOf(join(this.#folder, 'data', 'log', 'checkpoint'));
  }

  async size(): Promise<number> {
    return this.#rows.length;
  }

  async row(index: number): Promise<Row | null> {
    return this.#rows[index] ?? null;
  }

  async rowById(id: string): Promise<Row | null> {
    return this.#rows.find((row) => row.id === id) ?? null;
  }

  async *batches(from: number, to: number): AsyncGenerator<readonly Row[]> {
    yield this.#rows.slice(from, to);
  }

  async nodes(places: readonly Place[]): Promise<readonly (Hash | null)[]> {
    return places.map((place) => this.#nodes.get(placeName(place)) ?? null);
  }

  async anchors(): Promise<readonly Anchor[]> {
    const folder = join(this.#folder, 'data', 'log', 'anchors');
    const names = existsSync(folder) ? (await readdir(folder)).filter((name) => /^\d+\.txt$/.test(name)) : [];
    return Promise.all(names.toSorted((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10)).map((name) => anchorOf(join(folder, name))));
  }

  /** Whether each tile is the one that the entries make. */
  async checkTiles(): Promise<Check> {
    const wrong: string[] = [];
    for (const tile of tilesOf(this.#rows.length)) {
      const [made, there] = [await readTile(this, this.#rows.length, tile), await bytesOf(join(this.#folder, 'data', 'log', ...tilePath(tile).split('/')))];
      if (!made || !there || Buffer.compare(made, there) !== 0) wrong.push(tilePath(tile));
    }
    return {
      name: 'tiles',
      ok: wrong.length === 0,
      detail: wrong.length === 0 ? 'every tile is that of the entries' : `${wrong.join(', ')} is missing or altered`,
    };
  }
}

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
