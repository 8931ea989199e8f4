// The log as static files (C2SP tlog-tiles): tiles of 256 hashes, bundles of 256 entries, and the checkpoint. Whoever
// has them can verify the log with tools that are not ours.
import { utf8 } from './bytes.ts';
import type { LogReader } from './log-store.ts';

/** Entries, or hashes, of a full tile. */
export const TILE_WIDTH = 256;
const TILE_HEIGHT = 8;

/** A bundle gives an entry's length two bytes. */
const MAX_ENTRY_BYTES = 65_535;

/** `level` counts from 0, in steps of 8 levels of the tree, or is 'entries' for a bundle. `width` is 1 to 256. */
export type Tile = { readonly level: number | 'entries'; readonly number: number; readonly width: number };

/** As `tile/0/x001/x234/067.p/5`. Beware: `Tile.Path()` of golang.org/x/mod has the tile's height in it, too. */
export function tilePath({ level, number, width }: Tile): string {
  const digits = String(number);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g) ?? [];
  const last = groups.pop() ?? '';
  return ['tile', level, ...groups.map((group) => `x${group}`), width === TILE_WIDTH ? last : `${last}.p/${width}`].join('/');
}

/** Null where the path is not the one path of a tile. */
export function parseTilePath(path: string): Tile | null {
  const found = /^tile\/(?<level>entries|\d{1,2})\/(?<number>(?:x\d{3}\/)*\d{3})(?:\.p\/(?<width>\d{1,3}))?$/.exec(path)?.groups;
  if (!found) return null;
  const level = found['level'] === 'entries' ? 'entries' : Number(found['level']);
  const number = Number(found['number']?.replaceAll(/[x/]/g, ''));
  const tile = { level, number, width: Number(found['width'] ?? TILE_WIDTH) } as const;
  return Number.isSafeInteger(number) && tile.width >= 1 && tilePath(tile) === path ? tile : null;
}

/** All tiles and bundles of a log of this size, the partial ones as wide as they are; none of them empty. */
export function* tilesOf(size: number): Iterable<Tile> {
  yield* tilesOfLevel('entries', size);
  for (let level = 0, hashes = size; hashes > 0; level++, hashes = Math.floor(hashes / TILE_WIDTH)) yield* tilesOfLevel(level, hashes);
}

function* tilesOfLevel(level: Tile['level'], hashes: number): Iterable<Tile> {
  const full = Math.floor(hashes / TILE_WIDTH);
  for (let number = 0; number < full; number++) yield { level, number, width: TILE_WIDTH };
  if (hashes % TILE_WIDTH > 0) yield { level, number: full, width: hashes % TILE_WIDTH };
}

/**
 * The bytes of a tile or bundle, or null where a log of `size` entries does not have it.
 *
 * Any width up to what there is can be had, as a partial tile of an older checkpoint stays valid.
 */
export async function readTile(reader: LogReader, size: number, { level, number, width }: Tile): Promise<Uint8Array | null> {
  const end = number * TILE_WIDTH + width;
  if (level === 'entries') return end <= size ? readBundle(reader, end - width, end) : null;
  if (end > Math.floor(size / TILE_WIDTH ** level)) return null;
  const places = Array.from({ length: width }, (_, n) => ({ level: level * TILE_HEIGHT, index: end - width + n }));
  const hashes = await reader.nodes(places);
  return hashes.includes(null) ? null : Buffer.from(hashes.join(''), 'hex');
}

async function readBundle(reader: LogReader, from: number, to: number): Promise<Uint8Array> {
  const envelopes: Uint8Array[] = [];
  for await (const rows of reader.batches(from, to)) envelopes.push(...rows.map((row) => utf8(row.envelope)));
  return formatBundle(envelopes);
}

/** Each entry after two bytes of its length, the higher first. */
export function formatBundle(entries: readonly Uint8Array[]): Uint8Array {
  const parts = entries.flatMap((entry) => {
    if (entry.length > MAX_ENTRY_BYTES) throw new RangeError(`an entry of ${entry.length} bytes does not fit a bundle`);
    return [Uint8Array.of(entry.length >> 8, entry.length & 0xff), entry];
  });
  return Buffer.concat(parts);
}

/** Null where the bundle ends inside an entry. */
export function parseBundle(bundle: Uint8Array): readonly Uint8Array[] | null {
  const entries: Uint8Array[] = [];
  let at = 0;
  while (at < bundle.length) {
    const [high, low] = bundle.subarray(at, at + 2);
    if (high === undefined || low === undefined) return null;
    const end = at + 2 + high * 256 + low;
    if (end > bundle.length) return null;
    entries.push(bundle.subarray(at + 2, end));
    at = end;
  }
  return entries;
}
