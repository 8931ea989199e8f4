// The log as static files (C2SP tlog-tiles), which other people's tools read: in a folder, or one by one over HTTP.
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseTilePath, readTile, TILE_WIDTH, tilePath, tilesOf } from '../log/tiles.ts';
import type { Casebook } from './casebook.ts';

/**
 * Writes tiles, entry bundles and, last, the checkpoint, so that a reader never sees a checkpoint that the tiles do not
 * reach. Full tiles that are there are left: they never change. Gives how many files were written.
 */
export async function writeTiles(casebook: Casebook, folder: string): Promise<number> {
  const { size, note } = await casebook.log.head();
  let written = 0;
  for (const tile of tilesOf(size)) {
    const path = join(folder, tilePath(tile));
    if (tile.width === TILE_WIDTH && existsSync(path)) continue;
    const bytes = await readTile(casebook.store.log, size, tile);
    if (!bytes) continue;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes);
    written++;
  }
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'checkpoint'), note);
  return written + 1;
}

/** One of the files by its path below the log's root: `checkpoint`, `tile/…`. Null where the log does not have it. */
export async function logFile(casebook: Casebook, path: string): Promise<{ readonly mediaType: string; readonly bytes: Uint8Array | string } | null> {
  const { size, note } = await casebook.log.head();
  if (path === 'checkpoint') return { mediaType: 'text/plain; charset=utf-8', bytes: note };
  const tile = parseTilePath(path);
  const bytes = tile && (await readTile(casebook.store.log, size, tile));
  return bytes && { mediaType: 'application/octet-stream', bytes };
}
