// A page of the database that no proof speaks of is read by a check all the same.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { asFault } from '../base/fault.ts';
import { Casebook, surroundings } from './casebook.ts';
import { checkCasebook } from './check.ts';

it('a bit that is flipped in any page of an encrypted database is found, whatever the page holds', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-pages-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const book = join(folder, 'book');
  const key = { passphrase: 'lac blanc seventeen' };
  const made = await Casebook.create(book, 'Pages', surroundings('Mina Farhadi'), key);
  const { checks } = await checkCasebook(made, null);
  expect(checks.find(({ name }) => name === 'database')).toEqual({ name: 'database', ok: true, detail: 'every page of it can be read' });
  await made.close();
  const file = join(book, 'record.sealed.db');
  const bytes = await readFile(file);
  const found: string[] = [];
  for (let page = 5; page * 4096 < bytes.length; page += 7) {
    const altered = Buffer.from(bytes);
    altered.writeUInt8(altered.readUInt8(page * 4096 + 2000) ^ 4, page * 4096 + 2000);
    await writeFile(file, altered);
    found.push(await outcome(book, key));
  }
  expect(found.length).toBeGreaterThan(5);
  expect(found.filter((each) => !/^(?:database: a page of it was altered|casebook-damaged)/.test(each))).toEqual([]);
});

async function outcome(book: string, key: { readonly passphrase: string }): Promise<string> {
  try {
    const casebook = await Casebook.open(book, 'write', surroundings('Mina Farhadi'), key);
    try {
      const { checks } = await checkCasebook(casebook, null);
      return checks.flatMap(({ name, ok, detail }) => (ok ? [] : [`${name}: ${detail}`])).join('; ') || 'nothing was found';
    } finally {
      await casebook.close();
    }
  } catch (thrown) {
    return asFault(thrown).code;
  }
}
