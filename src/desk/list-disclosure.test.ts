// What a bundle tells of a list: of a public one that it was brought and what was judged by it; of a hidden one nothing; of neither what stands on it.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { stateCare } from './care.ts';
import { entities } from './entities.ts';
import { exportBundle } from './export.ts';
import { judge } from './judge.ts';
import { hitsOn } from './list-hits.ts';
import { addList } from './name-lists.ts';
import { story } from './story.test-data.ts';

it('goes out in title, digest and judgements where it is public, and in no word where it is hidden', async () => {
  const { casebook } = await story([
    { text: 'Mansour Raufian was arrested.\n', claims: [{ kind: 'arrest', words: 'Mansour Raufian was arrested', roles: { target: ['Mansour Raufian'] } }] },
  ]);
  const path = join(dirname(casebook.folder), 'officers.csv');
  await writeFile(path, 'name\nMansur Raoufian\nParviz Tavakoli\n');
  const { list } = await addList(casebook, path, { title: 'Officers of Qaramar' }, new AbortController().signal);
  const [row] = await entities(casebook, 'Raufian');
  const [hit] = await hitsOn(casebook, row?.id ?? '');
  await judge(casebook, [row?.id ?? '', hit?.entry.id ?? ''], 'same', null);
  const inBundle = async (name: string): Promise<readonly boolean[]> => {
    const folder = join(dirname(casebook.folder), name);
    await exportBundle(casebook, folder, { disclosure: { most: 'public', people: false }, choice: null, purpose: null });
    const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((file) => file.isFile());
    const all = (await Promise.all(files.map((file) => readFile(join(file.parentPath, file.name), 'utf8')))).join('\n');
    return ['Mansour Raufian', 'Officers of Qaramar', 'Mansur Raoufian', list?.sha256 ?? '', 'Tavakoli'].map((words) => all.includes(words));
  };
  expect(await inBundle('public')).toEqual([true, true, true, true, false]);
  await stateCare(casebook, list?.id ?? '', { sensitivity: 'hidden' }, 'it tells who informed us');
  expect(await inBundle('hidden')).toEqual([true, false, false, false, false]);
});
