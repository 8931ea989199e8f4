// Lists that a user brings: names to hold the record's against, and nothing more.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Casebook } from './casebook.ts';
import { checkCasebook } from './check.ts';
import { entities, entity } from './entities.ts';
import { erase } from './erase.ts';
import { find } from './find.ts';
import { judge, undoJudgement } from './judge.ts';
import { hitsOn, listHits, listedView } from './list-hits.ts';
import { addList, nameLists, setSearched, type ListStated } from './name-lists.ts';
import { story, type Told } from './story.test-data.ts';
import { verifyStore } from './verify-casebook.ts';

const ARREST: Told = {
  text: 'Mansour Raufian was arrested in Holmvik.\n',
  claims: [{ kind: 'arrest', words: 'Mansour Raufian was arrested', roles: { target: ['Mansour Raufian'] } }],
};
const DEATH: Told = {
  text: 'Mansour Raufian died in 1949.\n',
  claims: [{ kind: 'death', words: 'Mansour Raufian died in 1949', roles: { target: ['Mansour Raufian'] }, time: { text: 'in 1949', edtf: '1949' } }],
};
const LIST = 'name,born\nمنصور رئوفیان,1961-03-02\nParviz Tavakoli,1970\n';

async function bring(casebook: Casebook, content: string, stated: ListStated = { title: 'Officers of Qaramar' }) {
  const path = join(dirname(casebook.folder), 'list.csv');
  await writeFile(path, content);
  return addList(casebook, path, stated, new AbortController().signal);
}

/** The record's Raufian, and the list's. */
async function two() {
  const { casebook, claims } = await story([ARREST]);
  const { list } = await bring(casebook, LIST);
  const [row] = await entities(casebook, 'Raufian');
  const [hit] = await hitsOn(casebook, row?.id ?? '');
  return { casebook, claims, list: list?.id ?? '', name: row?.id ?? '', entry: hit?.entry.id ?? '' };
}

const everything = async (folder: string): Promise<string> => {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((file) => file.isFile());
  return (await Promise.all(files.map((file) => readFile(join(file.parentPath, file.name), 'utf8')))).join('\n');
};

describe('a list', () => {
  it('is found in any script beside the record, and is never in it', async () => {
    const { casebook } = await story([ARREST]);
    expect((await find(casebook, 'Raufian')).listed).toEqual([]);
    expect((await bring(casebook, LIST)).list).toMatchObject({ title: 'Officers of Qaramar', entries: 2, names: 2, by: 'Mina Farhadi', searched: true });
    const found = await find(casebook, 'Raufian');
    expect(found.entities.map(({ label }) => label)).toEqual(['Mansour Raufian']);
    expect(found.listed.map(({ entry }) => [entry.title, entry.names])).toEqual([['Officers of Qaramar', ['منصور رئوفیان']]]);
    expect((await find(casebook, 'Tavakoli')).entities).toEqual([]);
    expect(await entities(casebook)).toHaveLength(1);
    expect((await bring(casebook, LIST)).outcome).toBe('held');
  });

  it('gives like names with why, and what it tells of an entry is weighed', async () => {
    const { casebook } = await story([ARREST, DEATH]);
    await bring(casebook, LIST);
    const { hits, looked, names } = await listHits(casebook, 100, null);
    expect([looked, names]).toEqual([2, 2]);
    expect(hits.map(({ entry, judged }) => [entry.names[0], judged])).toEqual([
      ['منصور رئوفیان', null],
      ['منصور رئوفیان', null],
    ]);
    expect(hits[0]?.compared?.parts.map(({ kind }) => kind)).toEqual(['other script', 'other script']);
    // Who died in 1949 was not born in 1961.
    expect(hits.map(({ compared }) => compared?.vetoes.length)).toEqual([0, 1]);
  });

  it('that is none is told why, and leaves nothing behind', async () => {
    const { casebook } = await story([]);
    expect(await bring(casebook, 'who,what\na,b\n')).toMatchObject({ outcome: 'unreadable', list: null, problem: { code: 'no-names' } });
    expect((await bring(casebook, '')).problem?.code).toBe('empty');
    expect(await nameLists(casebook)).toEqual([]);
    expect((await checkCasebook(casebook, null)).checks.filter(({ ok }) => !ok)).toEqual([]);
  });

  it('comes to the same after a rebuild; it is searched no more and again, as a person says', async () => {
    const { casebook, list, name } = await two();
    const before = await nameLists(casebook);
    await casebook.rebuild();
    expect(await nameLists(casebook)).toEqual(before);
    await setSearched(casebook, list, false, 'an old edition');
    expect(await hitsOn(casebook, name)).toEqual([]);
    await expect(setSearched(casebook, list, false, null)).rejects.toMatchObject({ code: 'conflict' });
    await setSearched(casebook, list, true, null);
    expect(await hitsOn(casebook, name)).toHaveLength(1);
    expect((await verifyStore(casebook.store)).ok).toBe(true);
    expect((await checkCasebook(casebook, null)).ok).toBe(true);
  });

  it('is gone when it is erased, with what was judged by it; its bytes as a document are not erased before it', async () => {
    const { casebook, list, name, entry } = await two();
    await judge(casebook, [name, entry], 'same', 'so Bahram Nadimi told me');
    await erase(casebook, list, 'a court order');
    const left = await everything(casebook.folder);
    expect(['رئوفیان', 'Tavakoli', 'Nadimi', 'Officers'].filter((words) => left.includes(words))).toEqual([]);
    expect((await entity(casebook, name)).judgements).toEqual([]);
    expect((await checkCasebook(casebook, null)).ok).toBe(true);
    const twice = await story([{ text: LIST, claims: [] }]);
    const { list: kept } = await bring(twice.casebook, LIST);
    const original = await twice.casebook.store.reads.selectFrom('original').select('id').executeTakeFirstOrThrow();
    await expect(erase(twice.casebook, original.id, 'order')).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining(kept?.id ?? '-') as unknown,
    });
    expect((await erase(twice.casebook, kept?.id ?? '', 'order')).files).toBe(1);
    expect((await checkCasebook(twice.casebook, null)).ok).toBe(true);
    await erase(twice.casebook, original.id, 'order');
    expect((await everything(twice.casebook.folder)).includes('Tavakoli')).toBe(false);
  });
});

describe('an entry of a list', () => {
  it('is one with a name of the record where a person says so, and is not where it is taken back', async () => {
    const { casebook, name, entry } = await two();
    const [made] = await judge(casebook, [name, entry], 'same', 'born the same day');
    expect(made).toMatchObject({ right: { label: 'منصور رئوفیان, on the list “Officers of Qaramar”' } });
    expect(made?.grounds?.score).toBeGreaterThan(0.5);
    expect((await hitsOn(casebook, name)).map(({ judged }) => judged)).toEqual(['same']);
    // It lends the record neither its name nor its id.
    expect(await entity(casebook, name)).toMatchObject({ id: name, labels: ['Mansour Raufian'], claims: 1 });
    expect((await listedView(casebook, entry)).judgements).toHaveLength(1);
    await undoJudgement(casebook, made?.entry ?? '', null);
    expect((await hitsOn(casebook, name)).map(({ judged }) => judged)).toEqual([null]);
    await judge(casebook, [name, entry], 'different', 'the other is a teacher');
    expect(await hitsOn(casebook, name)).toEqual([]);
  });

  it('that two names are judged to be joins them, and forbids nothing less than a name would', async () => {
    const { casebook } = await story([ARREST, DEATH]);
    await bring(casebook, LIST);
    const [one, other] = (await entities(casebook, 'Raufian')).map(({ id }) => id);
    const [hit] = await hitsOn(casebook, one ?? '');
    const entry = hit?.entry.id ?? '';
    await judge(casebook, [one ?? '', entry], 'same', null);
    await judge(casebook, [other ?? '', entry], 'different', 'dead since 1949');
    await expect(judge(casebook, [one ?? '', other ?? ''], 'same', null)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('on the list “Officers of Qaramar”') as unknown,
    });
    await expect(judge(casebook, [entry, entry], 'same', null)).rejects.toMatchObject({ code: 'bad-usage' });
    await expect(judge(casebook, [one ?? '', 'x_nothing_1'], 'same', null)).rejects.toMatchObject({ code: 'not-found' });
  });
});
