// How things may be used, what is destroyed, what is read again, and what a thief finds.
import { chmod, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ClaimRow, DocumentRow, DocumentView, Verification } from '../../src/model/answers.ts';
import { folderWith, json, onrecord } from './onrecord.ts';

const OPEN = 'Kamran Sohrabzadeh was arrested by Vestmark police on 14 November 2018.\n';
const WITNESS = 'The witness Parvin Azadi said that guards beat Homayun Rastegar at Sangtarash prison in 1987.\n';

/** All bytes of a folder, names included. */
async function everything(folder: string): Promise<string> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((file) => file.isFile());
  const texts = await Promise.all(files.map((file) => readFile(join(file.parentPath, file.name), 'latin1')));
  return texts.join('\n') + files.map(({ name }) => name).join('\n');
}

const verify = async (folder: string): Promise<Verification> => JSON.parse((await onrecord(folder, 'verify', '.', '--json')).out) as Verification;

async function casebook(): Promise<{ readonly book: string; readonly witness: DocumentRow; readonly claims: readonly ClaimRow[] }> {
  const folder = await folderWith({ 'open.txt': OPEN, 'witness-parvin.txt': WITNESS });
  await json(folder, 'init', 'book');
  await json(folder, 'add', '--casebook', 'book', 'open.txt');
  await json(folder, 'add', '--casebook', 'book', 'witness-parvin.txt', '--consent', 'Parvin Azadi, for the court alone');
  const book = `${folder}/book`;
  const claims = await json<ClaimRow>(book, 'claims');
  await json(book, 'review', 'accept', ...claims.map(({ id }) => id), '--reason', 'as the words say');
  const witness = (await json<DocumentRow>(book, 'documents')).find(({ name }) => name === 'witness-parvin.txt');
  if (!witness) throw new Error('the document was not added');
  return { book, witness, claims };
}

describe('an erasure', () => {
  it('leaves nothing of a document in any file, every proof intact, and says that it was', async () => {
    const { book, witness, claims } = await casebook();
    await json(book, 'care', witness.id, '--sensitivity', 'hidden', '--purpose', 'told by Parvin Azadi', '--reason', 'asked by Parvin Azadi');
    expect((await everything(book)).includes('Parvin Azadi')).toBe(true);
    await json(book, 'erase', witness.id, '--reason', 'court order 12/2026');
    const left = await everything(book);
    for (const gone of ['Parvin', 'Azadi', 'Homayun', 'Rastegar', 'witness-parvin', witness.id.slice(2)]) {
      if (gone !== witness.id.slice(2)) expect([gone, left.includes(gone)]).toEqual([gone, false]);
    }
    expect(left).toContain('Kamran Sohrabzadeh');
    expect(await verify(book)).toMatchObject({ ok: true });
    const rows = await json<DocumentRow>(book, 'documents');
    expect(rows.map(({ name, problem }) => [name, problem?.reason ?? null])).toEqual([
      ['open.txt', null],
      ['erased', 'Erased by unnamed person: court order 12/2026'],
    ]);
    const mine = new Set(claims.filter(({ document }) => document !== witness.id).map(({ id }) => id));
    expect((await json<ClaimRow>(book, 'claims')).every(({ id }) => mine.has(id))).toBe(true);
  });

  it('gives the same rows after a rebuild', async () => {
    const { book, witness } = await casebook();
    await json(book, 'erase', witness.id, '--reason', 'court order 12/2026');
    const rows = async () => [await json(book, 'documents'), await json(book, 'claims'), await json(book, 'timeline')];
    const before = await rows();
    await json(book, 'rebuild');
    expect(await rows()).toEqual(before);
  });

  it('names the exports that it cannot reach, and lets the same bytes be added anew', async () => {
    const { book, witness } = await casebook();
    await json(book, 'export', '--format', 'bundle', '../out', '--purpose', 'for the court');
    const [done] = await json<{ beyondReach: readonly { purpose: string }[] }>(book, 'erase', witness.id, '--reason', 'court order 12/2026');
    expect(done?.beyondReach).toMatchObject([{ format: 'bundle', purpose: 'for the court' }]);
    const [again] = await json<{ outcome: string }>(book, 'add', '../witness-parvin.txt');
    expect(again?.outcome).toBe('added');
    expect(await verify(book)).toMatchObject({ ok: true });
  });

  it('wants a reason, and something to erase', async () => {
    const { book, witness } = await casebook();
    expect(await onrecord(book, 'erase', witness.id)).toMatchObject({ status: 2, err: expect.stringContaining('wants a reason') });
    expect(await onrecord(book, 'erase', 'd_nothing', '--reason', 'x')).toMatchObject({ status: 3 });
  });
});

it('what people say of how a document may be used is shown, kept beside what was said before, and honoured by exports', async () => {
  const { book, witness } = await casebook();
  await json(book, 'care', witness.id, '--sensitivity', 'restricted', '--retain-until', '2030', '--reason', 'as agreed');
  const [view] = await json<DocumentView>(book, 'show', witness.id);
  expect(view).toMatchObject({ sensitivity: 'restricted', care: { consent: 'Parvin Azadi, for the court alone', retention: '2030' } });
  await json(book, 'export', '--format', 'bundle', '../out');
  expect((await everything(`${book}/../out`)).includes('Parvin')).toBe(false);
});

describe('a check', () => {
  it('records that all is as it was, and when each original was last read', async () => {
    const { book, witness } = await casebook();
    await json(book, 'check');
    const [view] = await json<DocumentView>(book, 'show', witness.id);
    expect(view?.checkedAt).toMatch(/^\d{4}-/);
  });

  it('takes the originals first that were not read for longest', async () => {
    const { book, witness } = await casebook();
    await json(book, 'check', '--sample', '1');
    const checked = async () =>
      (await Promise.all((await json<DocumentRow>(book, 'documents')).map(({ id }) => json<DocumentView>(book, 'show', id)))).map(
        ([view]) => view?.checkedAt !== null,
      );
    expect(await checked()).toEqual([true, false]);
    await json(book, 'check', '--sample', '1');
    expect(await checked()).toEqual([true, true]);
    expect(witness.problem).toBeNull();
  });

  it('names a file that was altered, one that is missing, and one that does not belong', async () => {
    const { book } = await casebook();
    const [original = ''] = (await readdir(`${book}/originals`, { recursive: true })).filter((name) => /[0-9a-f]{64}$/.test(name));
    const path = `${book}/originals/${original}`;
    await chmod(path, 0o600);
    await writeFile(path, 'altered');
    expect((await onrecord(book, 'check')).out).toMatch(/WRONG.*originals/);
    await rm(path);
    expect((await onrecord(book, 'check')).out).toMatch(/WRONG.*originals/);
    await writeFile(`${book}/texts/stray.txt`, 'slipped in');
    expect((await onrecord(book, 'check')).out).toContain('no entry of the log speaks of this file');
    expect((await onrecord(book, 'check')).status).toBe(1);
  });
});

describe('an encrypted casebook', () => {
  const passphrase = 'correct horse battery staple';

  async function encrypted(): Promise<string> {
    const folder = await folderWith({ 'witness-parvin.txt': WITNESS, 'passphrase.txt': `${passphrase}\n`, 'wrong.txt': 'guess\n' });
    const made = await json<{ recoveryKey: string }>(
      folder,
      'init',
      'book',
      '--encrypt',
      '--name',
      'The case of Parvin',
      '--passphrase-file',
      'passphrase.txt',
    );
    await writeFile(`${folder}/recovery.txt`, made[0]?.recoveryKey ?? '');
    await json(folder, 'add', '--casebook', 'book', 'witness-parvin.txt', '--passphrase-file', 'passphrase.txt');
    return folder;
  }

  it('shows nothing of what is in it to who has its files', async () => {
    const folder = await encrypted();
    const left = await everything(`${folder}/book`);
    expect(['Parvin', 'Azadi', 'Rastegar', 'Sangtarash', 'witness', passphrase, 'document.read'].filter((words) => left.includes(words))).toEqual([]);
  });

  it('is used like any other, with its passphrase or its recovery key', async () => {
    const folder = await encrypted();
    for (const file of ['passphrase.txt', 'recovery.txt']) {
      const key = ['--passphrase-file', `../${file}`];
      const [row] = await json<DocumentRow>(`${folder}/book`, 'documents', ...key);
      expect(row?.name).toBe('witness-parvin.txt');
      expect(JSON.parse((await onrecord(`${folder}/book`, 'verify', '.', '--json', ...key)).out)).toMatchObject({ ok: true });
    }
  });

  it('is not opened by a wrong passphrase, or by none', async () => {
    const folder = await encrypted();
    expect(await onrecord(folder, 'documents', '--casebook', 'book', '--passphrase-file', 'wrong.txt')).toMatchObject({ status: 8, out: '' });
    expect(await onrecord(folder, 'documents', '--casebook', 'book')).toMatchObject({ status: 8, err: expect.stringContaining('--passphrase-file') });
  });
});

describe('a casebook that was not encrypted', () => {
  it('can be encrypted later, and then tells nothing; its passphrase can be changed', async () => {
    const { book } = await casebook();
    await writeFile(`${book}/../old.txt`, 'old passphrase\n');
    await writeFile(`${book}/../new.txt`, 'new passphrase\n');
    await json(book, 'key', 'encrypt', '--passphrase-file', '../old.txt');
    const left = await everything(book);
    expect(['Parvin', 'Sohrabzadeh', 'witness'].filter((words) => left.includes(words))).toEqual([]);
    await json(book, 'key', 'change', '--passphrase-file', '../old.txt', '--new-passphrase-file', '../new.txt');
    expect((await onrecord(book, 'documents', '--passphrase-file', '../old.txt')).status).toBe(8);
    expect(await json<DocumentRow>(book, 'documents', '--passphrase-file', '../new.txt')).toHaveLength(2);
  });
});

it('a backup brings back the record as it was, and an older one is refused where a later checkpoint is held', async () => {
  const { book } = await casebook();
  await json(book, 'backup', '../early.backup');
  const claims = await json<ClaimRow>(book, 'claims');
  expect((await onrecord(book, 'restore', '../early.backup', '../again')).status).toBe(0);
  expect(await json<ClaimRow>(`${book}/../again`, 'claims')).toEqual(claims);
  await json(book, 'check');
  await writeFile(`${book}/../held.txt`, (await onrecord(book, 'log', 'head')).out);
  expect(await onrecord(book, 'restore', '../early.backup', '../older', '--checkpoint', '../held.txt')).toMatchObject({
    status: 1,
    out: expect.stringContaining('WRONG'),
  });
  expect((await onrecord(`${book}/..`, 'documents', '--casebook', 'older')).status).toBe(4);
});
