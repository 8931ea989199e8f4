import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { verifyLog, type Verification } from '../log/verify.ts';
import { FIRST_LINE, writeBody, type FullPart } from './backup-format.ts';
import { nodeDisk } from './disk.ts';
import { restore } from './restore.ts';
import { notes, ScratchCasebook, type Views } from './scratch-casebook.test-data.ts';
import { openStore } from './store.ts';

const KEY = 'correct horse ناموس';
const SECRET = 'Marzieh Tavakoli was seen at the gate';
const LARGE = Buffer.alloc(700_001, `${SECRET} `);

let casebook: ScratchCasebook;
const beside = (name: string): string => join(casebook.folder, '..', name);

async function make(key?: string): Promise<void> {
  casebook = await ScratchCasebook.make(key === undefined ? {} : { key });
  await (await casebook.log()).append([{ kind: 'note.made', actor: 'p_1', payload: { text: SECRET } }, ...notes(4)]);
  await casebook.store.vault.keepText(SECRET);
}
afterEach(() => casebook.remove());

const wrong = (found: Verification): Readonly<Record<string, string>> =>
  Object.fromEntries(found.checks.filter(({ ok }) => !ok).map(({ name, detail }) => [name, detail]));

/** Nothing but the casebook and what is named. */
const expectOnly = async (...names: readonly string[]): Promise<void> => {
  expect((await readdir(beside('.'))).toSorted()).toEqual(['casebook', ...names].toSorted());
};

describe.each([
  ['that is not encrypted', undefined],
  ['that is encrypted', KEY],
])('a backup of a casebook %s', (_, key) => {
  const options = key === undefined ? {} : { key };
  beforeEach(() => make(key));

  test('made while others write is the casebook as it was at one moment, and goes on from there once restored', async () => {
    const { sha256 } = await casebook.store.vault.keepOriginalBytes(LARGE);
    const log = await casebook.log();
    const writing = Promise.all(Array.from({ length: 20 }, () => log.append(notes(2))));
    const made = await casebook.store.backup(beside('b'));
    await writing;
    expect(made).toMatchObject({ files: 2, bytes: (await readFile(beside('b'))).length });
    expect(made.checkpoint).toContain(`\n${made.entries}\n`);
    expect(made.entries).toBeGreaterThanOrEqual(5);
    expect(await restore(beside('b'), beside('restored'), { ...options, held: [made.checkpoint] })).toMatchObject({ ok: true });
    const store = await openStore<Views>(beside('restored'), { mode: 'write', ...options });
    expect(await store.log.size()).toBe(made.entries);
    expect(LARGE.equals(await store.vault.originalBytes(sha256))).toBe(true);
    await (await casebook.log(store)).append(notes(3));
    expect(await verifyLog(store.log, { log: store.verifier, held: [made.checkpoint] })).toMatchObject({ ok: true });
    await store.close();
    await expectOnly('b', 'restored');
  });

  test('of which any byte was altered, or that was cut or added to, is refused, and nothing of it stays', async () => {
    await casebook.store.backup(beside('b'));
    const bytes = await readFile(beside('b'));
    const flip = (at: number): Buffer => {
      const broken = Buffer.from(bytes);
      broken[at] = (broken[at] ?? 0) ^ 1;
      return broken;
    };
    const spread = Array.from({ length: key === undefined ? 60 : 6 }, (_each, n) =>
      flip(Math.floor(((n + 0.5) * bytes.length) / (key === undefined ? 60 : 6))),
    );
    const cut = [10, bytes.length >> 1, bytes.length - 1].map((end) => bytes.subarray(0, end));
    for (const broken of [...spread, flip(0), flip(bytes.length - 2), ...cut, Buffer.concat([bytes, Buffer.from('\n')]), Buffer.alloc(0)]) {
      await writeFile(beside('b'), broken);
      const found = await restore(beside('b'), beside('restored'), options).catch((thrown: { readonly code: string }) => thrown.code);
      if (typeof found === 'string')
        expect(found).toBe('wrong-key'); // the wrapped key itself was altered
      else expect(Object.keys(wrong(found))).toEqual(['backup']);
      await expectOnly('b');
    }
  }, 60_000);

  test('is found to be older than a checkpoint that is held, of another branch, or of another log', async () => {
    await casebook.store.backup(beside('old'));
    const log = await casebook.log();
    await log.append(notes(2));
    const later = (await log.head()).note;
    const older = await restore(beside('old'), beside('restored'), { ...options, held: [later] });
    expect(wrong(older)).toEqual({ 'checkpoint held 1': 'it is of 7 entries, and 5 are here: the log was cut short, or is an older copy' });
    await expectOnly('old');

    await restore(beside('old'), beside('restored'), options);
    const branch = await openStore<Views>(beside('restored'), { mode: 'write', ...options });
    await (await casebook.log(branch)).append(notes(3));
    await branch.backup(beside('branch'));
    await branch.close();
    const forked = await restore(beside('branch'), beside('again'), { ...options, held: [later] });
    expect(wrong(forked)).toEqual({ 'checkpoint held 1': 'the first 7 entries are not those that were signed: the log was forked or altered' });

    const other = await ScratchCasebook.make();
    const foreign = (await (await other.log()).head()).note;
    await other.remove();
    expect(wrong(await restore(beside('old'), beside('again'), { ...options, held: [foreign] }))['checkpoint held 1']).toMatch(/of another log/);
    await expectOnly('old', 'branch', 'restored');
  });

  test('takes away what a crash left of one to the same name, and overwrites nothing', async () => {
    for (const name of ['.new-b', '.new-b.record', '.new-b.record-wal']) await writeFile(beside(name), SECRET);
    await mkdir(beside('.new-restored'));
    await casebook.store.backup(beside('b'));
    await expect(casebook.store.backup(beside('b'))).rejects.toMatchObject({ code: 'conflict' });
    expect(await restore(beside('b'), beside('restored'), options)).toMatchObject({ ok: true });
    await expect(restore(beside('b'), beside('restored'), options)).rejects.toMatchObject({ code: 'conflict' });
    await expect(restore(beside('nowhere'), beside('other'), options)).rejects.toMatchObject({ code: 'not-found' });
    await expectOnly('b', 'restored');
  });

  test('that is made while something is erased is not made, so that it does not hold what was erased', async () => {
    const log = await casebook.log();
    const target = (await log.entry(0))?.envelope.id ?? '';
    const erasing = async (): Promise<void> =>
      void (await log.append([{ kind: 'payload.erased', actor: 'p_1', payload: { entries: [target], reason: 'asked for' } }]));
    const disk = { ...nodeDisk, open: async (path: string, flags: 'r' | 'r+' | 'wx', mode?: number) => {
      if (path.endsWith('.new-b')) await erasing();
      return nodeDisk.open(path, flags, mode);
    } }; // prettier-ignore
    const store = await casebook.open({ mode: 'read', disk, ...options });
    await expect(store.backup(beside('b'))).rejects.toMatchObject({ code: 'conflict' });
    await expectOnly();
    await casebook.store.backup(beside('b'));
    if (key === undefined) expect((await readFile(beside('b'))).includes(`{"text":"${SECRET}"}`)).toBe(false);
  });
});

describe('a backup of an encrypted casebook', () => {
  beforeEach(() => make(KEY));

  test('tells nothing, and opens with what opened the casebook when it was made', async () => {
    await casebook.store.vault.keepOriginalBytes(LARGE);
    await casebook.store.backup(beside('b'));
    const bytes = await readFile(beside('b'));
    for (const words of ['Tavakoli', 'note.made', 'SQLite', 'originals', 'onrecord.json']) expect(bytes.includes(words), words).toBe(false);
    await expect(restore(beside('b'), beside('restored'), { key: 'another' })).rejects.toMatchObject({ code: 'wrong-key' });
    await expect(restore(beside('b'), beside('restored'))).rejects.toMatchObject({ code: 'wrong-key' });
    await expectOnly('b');
    expect(await restore(beside('b'), beside('restored'), { key: casebook.store.recoveryKey ?? '' })).toMatchObject({ ok: true });
  });

  test('cannot be made of a document that was kept in it and looks like a backup', async () => {
    const body: Uint8Array[] = [];
    for await (const piece of writeBody([])) body.push(piece);
    await casebook.store.vault.keepOriginalBytes(Buffer.concat(body));
    const shelf = await readdir(join(casebook.folder, 'originals'), { recursive: true, withFileTypes: true });
    const kept = shelf.find((each) => each.isFile()) ?? expect.fail();
    const keys = await readFile(join(casebook.folder, 'keys.json'), 'utf8');
    const sealed = await readFile(join(kept.parentPath, kept.name));
    await writeFile(beside('b'), Buffer.concat([Buffer.from(`${FIRST_LINE}\n${JSON.stringify({ keys })}\n`), sealed]));
    expect(wrong(await restore(beside('b'), beside('restored'), { key: KEY }))['backup']).toMatch(/altered/);
  });
});

describe('a backup by a stranger', () => {
  beforeEach(() => make());

  const part = (path: string, bytes: Uint8Array = randomBytes(10), size = bytes.length): FullPart => ({ path, size, bytes: async function* () { yield bytes; } }); // prettier-ignore
  const restoreMade = async (...parts: readonly FullPart[]): Promise<Verification> => {
    const all: Uint8Array[] = [Buffer.from(`${FIRST_LINE}\n{"keys":null}\n`)];
    for await (const piece of writeBody(parts)) all.push(piece);
    await writeFile(beside('b'), Buffer.concat(all));
    return restore(beside('b'), beside('restored'));
  };

  test.each([
    '../outside', '/tmp/outside', 'originals/../../outside', 'originals/ab/../../outside', 'originals\\ab', 'keys.json', 'record.db-wal', '',
    `originals/cd/${'ab'.repeat(32)}`, `originals/ab/${'ab'.repeat(32)}/x`, `originals/ab/${'ab'.repeat(32)}\n`,
  ])('that names the path "%s" is refused, and nothing is written anywhere', async (path) => {
    expect(wrong(await restoreMade(part(path)))).toEqual({ backup: 'This is not a whole backup: a line of it is not of its form' });
    await expectOnly('b');
  }); // prettier-ignore

  test('that has a part twice, lacks the record, or has another thing in its place is refused', async () => {
    const about = part('onrecord.json', await readFile(join(casebook.folder, 'onrecord.json')));
    expect(wrong(await restoreMade(about, about))['backup']).toMatch(/twice/);
    expect(wrong(await restoreMade(about))['backup']).toMatch(/the record is not in it/);
    expect(wrong(await restoreMade(part('record.db')))['backup']).toMatch(/no onrecord.json/);
    expect(wrong(await restoreMade(about, part('record.db', randomBytes(9_000))))['backup']).toMatch(/not a database/);
    await expect(restoreMade(part('record.db', randomBytes(10), 11))).rejects.toMatchObject({ code: 'conflict' });
    await expectOnly('b');
  });

  test('whose log does not verify is refused, with what is wrong', async () => {
    casebook.meddle(`UPDATE log_entries SET payload = '{"text":"another"}' WHERE position = 3`);
    await casebook.store.backup(beside('b'));
    expect(wrong(await restore(beside('b'), beside('restored')))).toEqual({ payloads: 'payload or salt altered: entries 3' });
    await expectOnly('b');
  });
});
