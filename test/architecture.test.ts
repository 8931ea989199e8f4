// The house: which room may import which. The table is DESIGN's; a room that is not in it is not in the house.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../', import.meta.url));

/** Room → rooms it may import beside itself; `npm` whether it may use packages, and which of Node's own. */
const HOUSE: Readonly<Record<string, { readonly rooms: readonly string[]; readonly npm: boolean; readonly node: boolean }>> = {
  base: { rooms: [], npm: false, node: false },
  model: { rooms: ['base'], npm: false, node: false },
  log: { rooms: ['base', 'model'], npm: false, node: true },
  reading: { rooms: ['base', 'model'], npm: true, node: true },
  language: { rooms: ['base', 'model'], npm: false, node: false },
  names: { rooms: ['base', 'model'], npm: false, node: false },
  record: { rooms: ['base', 'model', 'names'], npm: false, node: false },
  store: { rooms: ['base', 'model', 'log'], npm: true, node: true },
  views: { rooms: ['base', 'model', 'names', 'record', 'store'], npm: true, node: true },
  exchange: { rooms: ['base', 'model', 'log', 'reading', 'names', 'record', 'views'], npm: true, node: true },
  desk: { rooms: ['base', 'model', 'log', 'reading', 'language', 'names', 'record', 'store', 'views', 'exchange'], npm: true, node: true },
  http: { rooms: ['base', 'model', 'desk'], npm: true, node: true },
  cli: { rooms: ['base', 'model', 'desk', 'http'], npm: true, node: true },
};

type Import = { readonly file: string; readonly from: string };

const sources = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.(test|test-data)\.ts$|\.d\.ts$/.test(name) && !/^(dist|node_modules)\//.test(name))
    .map((name) => join(folder, name));

function imports(file: string): readonly Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(/(?:^|\n)\s*(?:import|export)\b[^;'"]*?from\s+'([^']+)'|\bimport\(\s*'([^']+)'\s*\)|(?:^|\n)import\s+'([^']+)'/g)].map((found) => ({
    file,
    from: found[1] ?? found[2] ?? found[3] ?? '',
  }));
}

/** The room that a relative import leads to, or null for a package. */
function roomOf({ file, from }: Import): string | null {
  if (!from.startsWith('.')) return null;
  const target = relative(root, resolve(root, dirname(file), from));
  return target.startsWith('src/') ? (target.split('/')[1] ?? null) : null;
}

describe('the house', () => {
  const rooms = readdirSync(join(root, 'src'));

  it('was seen: every folder of src is a room of the table, and holds something', () => {
    expect(rooms.length).toBeGreaterThan(8);
    for (const room of rooms) {
      expect(Object.keys(HOUSE)).toContain(room);
      expect(sources(`src/${room}`).length, room).toBeGreaterThan(0);
    }
  });

  it.each(rooms)('%s imports only the rooms below it', (room) => {
    const allowed = [room, ...(HOUSE[room]?.rooms ?? [])];
    const all = sources(`src/${room}`).flatMap(imports);
    expect(all.filter((each) => each.from.startsWith('.') && !allowed.includes(roomOf(each) ?? '') && !each.from.endsWith('package.json'))).toEqual([]);
  });

  it.each(rooms)('%s uses packages only where it may', (room) => {
    const { npm, node } = HOUSE[room] ?? { npm: false, node: false };
    const bare = sources(`src/${room}`)
      .flatMap(imports)
      .filter(({ from }) => !from.startsWith('.'));
    expect(bare.filter(({ from }) => (from.startsWith('node:') ? !node : !npm))).toEqual([]);
  });

  it('lets the browser’s part import only base and model', () => {
    const all = sources('web').flatMap(imports);
    expect(all.length).toBeGreaterThan(0);
    expect(all.filter((each) => roomOf(each) !== null && !['base', 'model'].includes(roomOf(each) ?? ''))).toEqual([]);
  });

  it('lets only the desk append to the log', () => {
    const appending = rooms.filter(
      (room) => room !== 'log' && sources(`src/${room}`).some((file) => /\blog\.append\(/.test(readFileSync(join(root, file), 'utf8'))),
    );
    expect(appending).toEqual(['desk']);
  });
});
