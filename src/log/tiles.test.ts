import { describe, expect, test } from 'vitest';
import { hex, utf8 } from './bytes.ts';
import { formatBundle, parseBundle, parseTilePath, tilePath, tilesOf, type Tile } from './tiles.ts';
import { VECTORS } from './vectors.test-data.ts';

const widths = (size: number): Readonly<Record<string, readonly [number, number]>> => {
  const out: Record<string, [number, number]> = {};
  for (const { level, width } of tilesOf(size)) {
    const counts = (out[level] ??= [0, 0]);
    if (width === 256) counts[0]++;
    else counts[1] = width;
  }
  return out;
};

describe('tiles', () => {
  test.each([
    [{ level: 0, number: 0, width: 256 }, 'tile/0/000'],
    [{ level: 0, number: 1000, width: 256 }, 'tile/0/x001/000'],
    [{ level: 1, number: 1_234_067, width: 256 }, 'tile/1/x001/x234/067'],
    [{ level: 0, number: 0, width: 5 }, 'tile/0/000.p/5'],
    [{ level: 'entries', number: 0, width: 5 }, 'tile/entries/000.p/5'],
  ] as const)('%j lies at %s', (tile: Tile, path) => {
    expect(tilePath(tile)).toBe(path);
    expect(parseTilePath(path)).toEqual(tile);
  });

  test.each([
    'tile/0/0',
    'tile/0/x000/000',
    'tile/0/000.p/256',
    'tile/0/000.p/0',
    'tile/00/000',
    'tile/0/../000',
    'tile/0/1000',
    '/tile/0/000',
    'tile/0/000\n',
  ])('have no path %j', (path) => {
    expect(parseTilePath(path)).toBeNull();
  });

  test('of a size are those of the specification, none of them empty', () => {
    expect(widths(0)).toEqual({});
    expect(widths(5)).toEqual({ entries: [0, 5], 0: [0, 5] });
    expect(widths(256)).toEqual({ entries: [1, 0], 0: [1, 0], 1: [0, 1] });
    expect(widths(70_000)).toEqual({ entries: [273, 112], 0: [273, 112], 1: [1, 17], 2: [0, 1] });
  });
});

describe('entry bundles', () => {
  const entries = [0, 1, 2, 3, 4].map((n) => utf8(`{"n":${n}}`));

  test('are the published one, and read back', () => {
    const bundle = formatBundle(entries);
    expect(hex(bundle)).toBe(VECTORS.bundle);
    expect(parseBundle(bundle)?.map(hex)).toEqual(entries.map(hex));
  });

  test('that end inside an entry are none', () => {
    expect(parseBundle(formatBundle(entries).subarray(0, -1))).toBeNull();
    expect(parseBundle(Uint8Array.of(0))).toBeNull();
    expect(parseBundle(new Uint8Array(0))).toEqual([]);
  });
});
