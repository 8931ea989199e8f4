import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { addFiles } from './add.ts';
import { Casebook, surroundings, type Key } from './casebook.ts';
import { CheckedLately } from './check-lately.ts';
import { verifyBeside } from './verify-beside.ts';
import { verifyStore } from './verify-casebook.ts';

const unstopped = new AbortController().signal;

async function casebookOf(text: string, clock: () => Date = () => new Date(), key: Key | null = null): Promise<Casebook> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-beside-'));
  const casebook = await Casebook.create(join(folder, 'book'), 'A casebook', { ...surroundings('Mina Farhadi'), clock }, key);
  onTestFinished(async () => {
    await casebook.close();
    await rm(folder, { recursive: true, force: true });
  });
  await writeFile(join(folder, 'report.txt'), text);
  await Array.fromAsync(addFiles(casebook, [join(folder, 'report.txt')], {}, unstopped));
  return casebook;
}

const REPORT = 'Kamran Sohrabzadeh was arrested by Vestmark police on 14 November 2018.';

test('what is found beside the desk is what is found in it, of an encrypted casebook too', async () => {
  for (const key of [null, 'correct horse']) {
    const { store } = await casebookOf(REPORT, undefined, key);
    const found = await verifyBeside(store, unstopped, 0);
    expect(found).toEqual(await verifyStore(store));
    expect(found).toMatchObject({ ok: true, checks: expect.arrayContaining([expect.objectContaining({ name: 'originals', ok: true })]) });
  }
});

test('an original that was altered is found beside the desk', async () => {
  const casebook = await casebookOf(REPORT);
  const files = await readdir(join(casebook.folder, 'originals'), { recursive: true, withFileTypes: true });
  for (const file of files.filter((each) => each.isFile())) {
    await rm(join(file.parentPath, file.name));
    await writeFile(join(file.parentPath, file.name), 'Nobody was arrested.');
  }
  const { ok, checks } = await verifyBeside(casebook.store, unstopped, 0);
  expect(ok).toBe(false);
  expect(checks.find(({ name }) => name === 'originals')?.ok).toBe(false);
});

test('the checks can be stopped', async () => {
  const { store } = await casebookOf(REPORT);
  const stop = new AbortController();
  const stopped = expect(verifyBeside(store, stop.signal, 0)).rejects.toThrow('stopped');
  await store.log.size();
  stop.abort();
  await stopped;
  await expect(verifyBeside(store, stop.signal, 0)).rejects.toThrow('stopped');
});

test('a look that took long is told of longer than one that was quick', async () => {
  let minutes = 0;
  const casebook = await casebookOf(REPORT, () => new Date(Date.UTC(2026, 0, 1, 0, minutes)));
  const checked = new CheckedLately();
  const quick = checked.check(casebook, false);
  expect(checked.check(casebook, true)).toBe(quick);
  await quick;
  expect(checked.check(casebook, false)).toBe(quick);
  minutes = 2;
  const long = checked.check(casebook, false);
  expect(long).not.toBe(quick);
  minutes = 12;
  await long;
  minutes = 12 + 199;
  expect(checked.check(casebook, false)).toBe(long);
  const again = checked.check(casebook, true);
  expect(again).not.toBe(long);
  await again;
  minutes += 2;
  expect(checked.check(casebook, false)).not.toBe(again);
});
