// What goes wrong at the command line: a clear message, the next thing to do, the right status, and nothing lost.
import { readFile, writeFile } from 'node:fs/promises';
import Database from 'better-sqlite3-multiple-ciphers';
import { describe, expect, it } from 'vitest';
import type { DocumentRow, Verification } from '../../src/model/answers.ts';
import { folderWith, json, onrecord } from './onrecord.ts';

async function emptyCasebook(files: Readonly<Record<string, string | Uint8Array>> = {}): Promise<string> {
  const folder = await folderWith(files);
  await json(folder, 'init', 'book');
  return folder;
}

describe('words of a call that are off', () => {
  it.each([
    [['frobnicate'], 2, 'there is no command "frobnicate"'],
    [['add'], 2, '`add` takes 1 word or more, not 0'],
    [['claims', '--frobnicate'], 2, '--frobnicate'],
    [['claims', '--kind', 'gossip'], 2, 'there is no kind of claim "gossip"'],
    [['claims', '--at', 'last month'], 2, '"last month" is not a date in EDTF'],
    [['review', 'bless', 's_1'], 2, 'there is no review "bless"'],
    [['review', 'reject', 's_0000000000000000'], 2, 'wants a reason'],
    [['review', 'accept', 's_0000000000000000'], 3, 'there is no suggestion s_0000000000000000'],
    [['review', 'undo', 's_0000000000000000'], 3, 'no standing review of s_0000000000000000'],
    [['show', 's_0000000000000000'], 3, 'there is no claim or suggestion'],
    [['show', 'd_0000000000000000'], 3, 'there is no document'],
  ])('%j', async (args, status, message) => {
    const folder = await emptyCasebook();
    const ran = await onrecord(`${folder}/book`, ...args);
    expect(ran).toMatchObject({ status, out: '' });
    expect(ran.err).toContain(message);
    expect(ran.err.trim().split('\n').length).toBeGreaterThan(1);
  });

  it('are told to a program as JSON', async () => {
    const { err } = await onrecord((await emptyCasebook()) + '/book', 'claims', '--at', 'soon', '--json');
    expect(JSON.parse(err)).toMatchObject({ error: { code: 'bad-date', hint: expect.stringContaining('2022-08-10') } });
  });
});

describe('documents that cannot be added', () => {
  it('a missing file, an empty folder, a bad date: nothing is written', async () => {
    const folder = await emptyCasebook({ 'a.txt': 'A report.\n' });
    const before = await json<Verification>(folder, 'verify', 'book');
    expect(await onrecord(folder, 'add', '--casebook', 'book', 'missing.txt')).toMatchObject({
      status: 3,
      err: expect.stringContaining('there is no file or folder'),
    });
    expect(await onrecord(folder, 'add', '--casebook', 'book', 'book/texts')).toMatchObject({ status: 3, err: expect.stringContaining('holds no files') });
    expect(await onrecord(folder, 'add', '--casebook', 'book', 'a.txt', '--published', 'May')).toMatchObject({
      status: 2,
      err: expect.stringContaining('not a date in EDTF'),
    });
    expect(await json<Verification>(folder, 'verify', 'book')).toEqual(before);
  });

  it('an empty file, and one that is no text: preserved, with the reason, beside what could be read', async () => {
    const folder = await emptyCasebook({
      'empty.txt': '',
      'noise.txt': new Uint8Array([0, 1, 2, 0, 0xff, 0xfe, 3, 0, 0, 7]),
      'good.txt': 'A report.\n\nThousands rallied.\n',
    });
    const ran = await onrecord(folder, 'add', '--casebook', 'book', 'empty.txt', 'noise.txt', 'good.txt');
    expect(ran.status).toBe(1);
    const rows = await json<DocumentRow>(folder, 'documents', '--casebook', 'book');
    expect(rows.map(({ name, problem }) => [name, problem?.code ?? 'read'])).toEqual([
      ['empty.txt', 'empty'],
      ['noise.txt', 'not-text'],
      ['good.txt', 'read'],
    ]);
    expect(rows.every(({ problem }) => problem === null || problem.hint.length > 0)).toBe(true);
    expect(await json<Verification>(folder, 'verify', 'book')).toMatchObject([{ ok: true }]);
  });
});

describe('a casebook', () => {
  it('is not made over another', async () => {
    const folder = await emptyCasebook();
    expect(await onrecord(folder, 'init', 'book')).toMatchObject({ status: 4, err: expect.stringContaining('already') });
  });

  it('is looked for upwards, and where there is none it is said how to make one', async () => {
    const folder = await emptyCasebook();
    expect((await onrecord(`${folder}/book/texts`, 'documents')).status).toBe(0);
    expect(await onrecord(folder, 'documents')).toMatchObject({ status: 4, err: expect.stringContaining('onrecord init DIR') });
  });

  it('of a newer format is not opened', async () => {
    const folder = await emptyCasebook();
    const file = `${folder}/book/onrecord.json`;
    const held = JSON.parse(await readFile(file, 'utf8')) as object;
    await writeFile(file, JSON.stringify({ ...held, format: 99 }));
    expect(await onrecord(folder, 'documents', '--casebook', 'book')).toMatchObject({ status: 6, err: expect.stringContaining('99') });
  });

  it('that another process is writing to is waited for, then said to be locked; nothing is lost', async () => {
    const folder = await emptyCasebook({ 'a.txt': 'A report.\n\nThousands rallied.\n' });
    const holder = new Database(`${folder}/book/record.db`);
    holder.exec('begin immediate');
    const ran = await onrecord(folder, 'add', '--casebook', 'book', 'a.txt');
    holder.close();
    expect(ran).toMatchObject({ status: 5, err: expect.stringContaining('in use') });
    expect((await onrecord(folder, 'add', '--casebook', 'book', 'a.txt')).status).toBe(0);
    expect(await json<Verification>(folder, 'verify', 'book')).toMatchObject([{ ok: true }]);
  });

  it('whose views were lost is folded again from its log', async () => {
    const folder = await emptyCasebook({ 'a.txt': 'A report.\n\nThousands rallied.\n' });
    await json(folder, 'add', '--casebook', 'book', 'a.txt');
    const before = await json(folder, 'documents', '--casebook', 'book');
    const db = new Database(`${folder}/book/record.db`);
    db.exec('delete from document; delete from original');
    db.close();
    await json(folder, 'rebuild', '--casebook', 'book');
    expect(await json(folder, 'documents', '--casebook', 'book')).toEqual(before);
  });
});
