// The log as a stranger meets it: exhibits, and checkpoints that were handed out.
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import Database from 'better-sqlite3-multiple-ciphers';
import { describe, expect, it } from 'vitest';
import type { Verification } from '../../src/model/answers.ts';
import { folderWith, json, onrecord } from './onrecord.ts';

async function casebook(): Promise<string> {
  const folder = await folderWith({ 'a.txt': 'Kamran Sohrabzadeh was arrested by Vestmark police on 14 November 2018.\n' });
  await json(folder, 'init', 'book');
  await json(folder, 'add', '--casebook', 'book', 'a.txt');
  return folder;
}

const wrong = (verification: Verification | undefined): readonly string[] => verification?.checks.filter(({ ok }) => !ok).map(({ name }) => name) ?? [];

async function verify(folder: string, ...args: readonly string[]): Promise<Verification | undefined> {
  const { out } = await onrecord(folder, 'verify', ...args, '--json');
  return JSON.parse(out) as Verification;
}

describe('an exhibit', () => {
  it('is checked without the casebook, and shows what the entry says', async () => {
    const folder = await casebook();
    await json(folder, 'log', 'prove', '2', '--casebook', 'book', '--to', 'exhibit');
    await rm(`${folder}/book`, { recursive: true });
    expect(await verify(folder, 'exhibit/entry-2.tlog-proof')).toMatchObject({ ok: true });
    expect(await readFile(`${folder}/exhibit/entry-2.payload.json`, 'utf8')).toContain('a.txt');
    expect(await readFile(`${folder}/exhibit/entry-2.json`, 'utf8')).not.toContain('a.txt');
  });

  it('holds where what the entry says is withheld', async () => {
    const folder = await casebook();
    const [made] = await json<{ files: readonly string[] }>(folder, 'log', 'prove', '2', '--casebook', 'book', '--withhold');
    expect(made?.files.some((file) => file.includes('payload'))).toBe(false);
    expect(await verify(folder, 'entry-2.tlog-proof')).toMatchObject({ ok: true });
  });

  it('that was altered is found, and what was altered is named', async () => {
    const folder = await casebook();
    await json(folder, 'log', 'prove', '2', '--casebook', 'book');
    const payload = await readFile(`${folder}/entry-2.payload.json`, 'utf8');
    await writeFile(`${folder}/entry-2.payload.json`, payload.replace('a.txt', 'b.txt'));
    expect(wrong(await verify(folder, 'entry-2.tlog-proof'))).toEqual(['payload']);
    expect((await onrecord(folder, 'verify', 'entry-2.tlog-proof')).status).toBe(1);
    const entry = await readFile(`${folder}/entry-2.json`, 'utf8');
    await writeFile(`${folder}/entry-2.json`, entry.replace(/"at":"\d/, '"at":"1'));
    expect(wrong(await verify(folder, 'entry-2.tlog-proof'))).toContain('proof');
  });
});

describe('a checkpoint that was handed out', () => {
  it('shows that nothing before it was changed since', async () => {
    const folder = await casebook();
    await writeFile(`${folder}/held.txt`, (await onrecord(folder, 'log', 'head', '--casebook', 'book')).out);
    await writeFile(`${folder}/b.txt`, 'Thousands rallied at Lac-Blanc on 27 June 2017.\n');
    await json(folder, 'add', '--casebook', 'book', 'b.txt');
    const verification = await verify(folder, 'book', '--checkpoint', 'held.txt');
    expect(verification).toMatchObject({ ok: true });
    expect(verification?.vouched).not.toContain('no outside witness');
  });

  it('finds an older copy that was put back', async () => {
    const folder = await casebook();
    await cp(`${folder}/book`, `${folder}/old`, { recursive: true });
    await writeFile(`${folder}/b.txt`, 'Thousands rallied at Lac-Blanc on 27 June 2017.\n');
    await json(folder, 'add', '--casebook', 'book', 'b.txt');
    await writeFile(`${folder}/held.txt`, (await onrecord(folder, 'log', 'head', '--casebook', 'book')).out);
    expect(wrong(await verify(folder, 'old', '--checkpoint', 'held.txt'))).toEqual(['checkpoint held 1']);
  });
});

it('an altered payload, original or text is named', async () => {
  const folder = await casebook();
  const db = new Database(`${folder}/book/record.db`);
  // Whoever can write the file can take the guard off that the schema puts on it.
  for (const { name } of db.prepare<[], { name: string }>("select name from sqlite_master where type = 'trigger'").all()) db.exec(`drop trigger ${name}`);
  db.prepare("update log_entries set payload = replace(payload, '.txt', '.doc') where payload like '%a.txt%'").run();
  db.close();
  expect(wrong(await verify(folder, 'book'))).toEqual(['payloads']);
});

it('a casebook whose log was altered is opened to read only, and it is said every time', async () => {
  const folder = await casebook();
  const db = new Database(`${folder}/book/record.db`);
  for (const { name } of db.prepare<[], { name: string }>("select name from sqlite_master where type = 'trigger'").all()) db.exec(`drop trigger ${name}`);
  db.prepare('delete from log_entries where position = (select max(position) from log_entries)').run();
  db.close();
  const read = await onrecord(folder, 'documents', '--casebook', 'book');
  expect(read).toMatchObject({ status: 0, out: expect.stringContaining('d_'), err: expect.stringContaining('was ALTERED') });
  expect(await onrecord(folder, 'add', 'a.txt', '--casebook', 'book')).toMatchObject({ status: 7 });
  expect((await verify(folder, 'book'))?.ok).toBe(false);
});
