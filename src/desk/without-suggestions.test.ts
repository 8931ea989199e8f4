import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { addListed } from './add.ts';
import { Casebook, surroundings } from './casebook.ts';
import { listFiles } from './list-files.ts';
import { documents } from './questions.ts';
import { analyseAgain } from './suggestions.ts';

test('documents taken in without suggestions are read, and claims are proposed for them when that is asked for', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-without-'));
  const casebook = await Casebook.create(join(folder, 'book'), 'A case', surroundings('Mina Farhadi'));
  onTestFinished(async () => {
    await casebook.close();
    await rm(folder, { recursive: true, force: true });
  });
  const path = join(folder, 'a.txt');
  await writeFile(path, 'Kamran Sohrabzadeh was arrested by Vestmark police on 14 November 2018.\n');
  const how = { stated: {}, stopped: new AbortController().signal, suggests: false };
  const added = await Array.fromAsync(addListed(casebook, await listFiles([path]), how));
  expect(added).toMatchObject([{ outcome: 'added', suggestions: 0 }]);
  const proposed = async (): Promise<number> => (await casebook.store.reads.selectFrom('suggestion').select('id').execute()).length;
  const passages = await casebook.store.reads.selectFrom('passage_place').select('document').execute();
  expect([await proposed(), (await documents(casebook)).length, passages.length]).toEqual([0, 1, 1]);
  expect(await analyseAgain(casebook)).toBe(1);
  expect(await proposed()).toBeGreaterThan(0);
  expect(await analyseAgain(casebook)).toBe(0);
});
