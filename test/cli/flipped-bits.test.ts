// Any bit of any file of a bundle, flipped: it is found, and the file is named.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyBundle } from '../../src/exchange/verify-bundle.ts';
import type { ClaimRow } from '../../src/model/answers.ts';
import { json } from './onrecord.ts';

const TRUST = { held: [], policy: null, authorities: null, key: null };

let made: string;
let files: readonly string[];

beforeAll(async () => {
  made = await mkdtemp(join(tmpdir(), 'onrecord-bits-'));
  await writeFile(`${made}/a.txt`, 'Kamran Sohrabzadeh was arrested by Vestmark police on 14 November 2018.\n');
  await json(made, 'init', 'book');
  await json(made, 'add', '--casebook', 'book', 'a.txt');
  const ids = (await json<ClaimRow>(made, 'claims', '--casebook', 'book')).map(({ id }) => id);
  await json(made, 'review', 'accept', ...ids, '--casebook', 'book');
  await json(made, 'export', '--format', 'bundle', 'out', '--casebook', 'book');
  const found = await readdir(`${made}/out`, { recursive: true, withFileTypes: true });
  files = found.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name)).toSorted(); // prettier-ignore
});
afterAll(() => rm(made, { recursive: true }));

it('is found, and the file is named', async () => {
  expect((await verifyBundle(`${made}/out`, TRUST)).ok).toBe(true);
  const kinds = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.nat(), async (file, bit) => {
      const path = files[file % files.length] ?? '';
      const before = await readFile(path);
      if (before.length === 0) return;
      const bytes = Buffer.from(before);
      const at = bit % (bytes.length * 8);
      bytes[at >> 3] = (bytes[at >> 3] ?? 0) ^ (1 << (at & 7));
      await writeFile(path, bytes);
      const { ok, checks } = await verifyBundle(`${made}/out`, TRUST);
      await writeFile(path, before);
      expect(ok, `bit ${at} of ${path}`).toBe(false);
      const said = checks.filter((check) => !check.ok).map(({ name, detail }) => `${name}: ${detail}`).join('\n'); // prettier-ignore
      expect(said).toContain(basename(path));
      kinds.add(path.slice(made.length + 5).replace(/[0-9a-f]{64}|\d+/g, '*'));
    }),
    { numRuns: 250 },
  );
  expect((await verifyBundle(`${made}/out`, TRUST)).ok).toBe(true);
  expect(kinds.size).toBeGreaterThan(10);
});
