import { spawnSync } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Log } from '../log/log.ts';
import { ed25519Signer } from '../log/signature.ts';
import { verifyLog } from '../log/verify.ts';
import { checkVault } from './check-vault.ts';
import { nodeDisk } from './disk.ts';
import { notes, ScratchCasebook } from './scratch-casebook.test-data.ts';
import { openStore } from './store.ts';

let casebook: ScratchCasebook;

beforeEach(async () => {
  casebook = await ScratchCasebook.make();
  await (await casebook.log()).append(notes(3));
});
afterEach(() => casebook.remove());

const file = (name: string): string => join(casebook.folder, name);
const casebookFile = async (): Promise<Record<string, unknown>> => JSON.parse(await readFile(file('onrecord.json'), 'utf8')) as Record<string, unknown>;

describe('a new casebook', () => {
  test('is a folder of four, that its owner alone can read', async () => {
    const all = (await readdir(casebook.folder)).filter((name) => !name.startsWith('record.'));
    expect(all.toSorted()).toEqual(['onrecord.json', 'originals', 'texts']);
    for (const name of ['originals', 'texts']) expect((await stat(file(name))).mode & 0o777).toBe(0o700);
    for (const name of ['onrecord.json', 'record.db', 'record.db-wal', 'record.writer']) expect((await stat(file(name))).mode & 0o077, name).toBe(0);
    const { origin, ...rest } = await casebookFile();
    expect(origin).toMatch(/^onrecord\.invalid\/[a-z2-7]{26}$/);
    expect(rest).toEqual({ format: 1, vkey: casebook.store.signer?.vkey, name: 'Scratch', encrypted: false });
  });

  test('is not made where there is one, nor where the making of one was cut short', async () => {
    await expect(openStore(casebook.folder, { mode: 'create' })).rejects.toMatchObject({ code: 'casebook-exists' });
    await casebook.close();
    await rm(file('onrecord.json'));
    await expect(openStore(casebook.folder, { mode: 'create' })).rejects.toMatchObject({ code: 'casebook-exists' });
    await expect(openStore(casebook.folder, { mode: 'write' })).rejects.toMatchObject({ code: 'no-casebook' });
  });

  test('that cannot be made whole leaves nothing that is in the way of the next try', async () => {
    const folder = join(casebook.folder, '..', 'second');
    const failing = { ...nodeDisk, rename: () => Promise.reject(Object.assign(new Error('EIO: i/o error'), { code: 'EIO' })) };
    await expect(openStore(folder, { mode: 'create', disk: failing })).rejects.toMatchObject({ code: 'disk' });
    await (await openStore(folder, { mode: 'create' })).close();
  });

  test('is made in a folder that has other things, and leaves them alone', async () => {
    const folder = join(casebook.folder, '..', 'other');
    await mkdir(folder);
    await writeFile(join(folder, 'letter.txt'), 'mine');
    await (await openStore(folder, { mode: 'create' })).close();
    expect(await readFile(join(folder, 'letter.txt'), 'utf8')).toBe('mine');
  });
});

describe('opening', () => {
  test('a folder that is no casebook, or none at all, is a fault in words', async () => {
    await expect(openStore(join(casebook.folder, 'originals'), { mode: 'read' })).rejects.toMatchObject({ code: 'no-casebook' });
    await expect(openStore(join(casebook.folder, 'nowhere'), { mode: 'read' })).rejects.toMatchObject({ code: 'no-casebook' });
    await expect(openStore(file('onrecord.json'), { mode: 'read' })).rejects.toMatchObject({ code: 'no-casebook' });
  });

  test.each([
    ['of a newer format', { format: 2 }, 'casebook-newer'],
    ['without a key', { vkey: undefined }, 'casebook-damaged'],
    ['with the key of another log', { vkey: ed25519Signer('other.example', new Uint8Array(32)).vkey }, 'casebook-damaged'],
    ['with another member', { more: 1 }, 'casebook-damaged'],
    ['that says it is encrypted, but has no keys', { encrypted: true }, 'casebook-damaged'],
  ])('one %s is a fault', async (_, change, code) => {
    await writeFile(file('onrecord.json'), JSON.stringify({ ...(await casebookFile()), ...change }));
    await expect(casebook.open({ mode: 'read', ...(code === 'casebook-damaged' && 'encrypted' in change ? { key: 'x' } : {}) })).rejects.toMatchObject({
      code,
    });
  });

  test('one whose signing key is not the one it names is a fault, as it would sign in another name', async () => {
    const { origin } = await casebookFile();
    await writeFile(file('onrecord.json'), JSON.stringify({ ...(await casebookFile()), vkey: ed25519Signer(String(origin), new Uint8Array(32)).vkey }));
    await expect(casebook.open({ mode: 'write' })).rejects.toMatchObject({ code: 'casebook-damaged' });
  });

  test('one whose record.db is cut short, or is something else, is a fault or a finding, never a crash', async () => {
    await casebook.close();
    const whole = await readFile(file('record.db'));
    for (const bytes of [whole.subarray(0, 5000), Buffer.alloc(9000, 'no database'), Buffer.alloc(0)]) {
      await writeFile(file('record.db'), bytes);
      await expect(casebook.open({ mode: 'read' }).then((store) => store.log.head())).rejects.toMatchObject({ code: 'casebook-damaged' });
    }
  });

  test('to read gives the log, and refuses to write', async () => {
    const store = await casebook.open({ mode: 'read' });
    const log = await Log.open(store.log, { signer: store.signer, clock: () => new Date(), random: () => new Uint8Array(0) });
    expect((await log.head()).size).toBe(3);
    await expect(log.append(notes(1))).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(store.transact(async () => {})).rejects.toMatchObject({ code: 'not-allowed' });
    expect(await verifyLog(store.log, { log: store.verifier })).toMatchObject({ ok: true });
  });
});

/** Opens a casebook as somebody without the right to write there, and says what came of it. */
const STRANGER = `
import { openStore } from ${JSON.stringify(pathToFileURL(join(import.meta.dirname, 'store.ts')).href)};
import { verifyLog } from ${JSON.stringify(pathToFileURL(join(import.meta.dirname, '../log/verify.ts')).href)};
const read = await openStore(process.argv[1], { mode: 'read' });
const { ok } = await verifyLog(read.log, { log: read.verifier });
const write = await openStore(process.argv[1], { mode: 'write' }).catch((thrown) => thrown.code);
const create = await openStore(process.argv[1] + '/more', { mode: 'create' }).catch((thrown) => thrown.code);
console.log(JSON.stringify({ ok, size: await read.log.size(), write, create }));
`;
const asNobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
const nobodyCanRun = spawnSync(process.execPath, ['-e', `import(${JSON.stringify(import.meta.url)}).catch(() => process.exit(0))`], asNobody).status === 0;

describe.skipIf(process.platform === 'win32' || !nobodyCanRun)('a folder that may be read, but not written', () => {
  test('is opened to read, and verified; writing there is a fault of the disk', async () => {
    await casebook.close();
    for (const name of await readdir(casebook.folder)) await chmod(file(name), (await stat(file(name))).isDirectory() ? 0o555 : 0o444);
    await chmod(casebook.folder, 0o555);
    await chmod(join(casebook.folder, '..'), 0o755);
    const run = spawnSync(process.execPath, ['--input-type=module', '-e', STRANGER, casebook.folder], { ...asNobody, encoding: 'utf8' });
    await chmod(casebook.folder, 0o755);
    expect(run.stderr).toBe('');
    expect(JSON.parse(run.stdout)).toEqual({ ok: true, size: 3, write: 'disk', create: 'disk' });
  });
});

describe('after an erasure and a scrub', () => {
  test('no byte of what was erased is in any file of the casebook, and the log verifies', async () => {
    const words = 'the name of the witness in danger';
    const log = await casebook.log();
    const large = { text: `${words} `.repeat(2_000) }; // on pages of its own
    const doomed = await log.append([
      { kind: 'note.made', actor: 'p_1', payload: { text: words } },
      { kind: 'note.made', actor: 'p_1', payload: large },
    ]);
    await log.append(notes(300));
    const { sha256 } = await casebook.store.vault.keepOriginalBytes(Buffer.from(words));
    const files = async (): Promise<readonly Buffer[]> => {
      const all = await readdir(casebook.folder, { recursive: true, withFileTypes: true });
      return Promise.all(all.filter((each) => each.isFile()).map((each) => readFile(join(each.parentPath, each.name))));
    };
    expect((await files()).some((bytes) => bytes.includes(words))).toBe(true);
    const salts = doomed.map(({ salt }) => Buffer.from(salt ?? []).toString('hex'));
    await log.append([{ kind: 'payload.erased', actor: 'p_1', payload: { entries: doomed.map(({ envelope }) => envelope.id), reason: 'asked for' } }]);
    await casebook.store.vault.destroy('originals', sha256);
    await casebook.store.scrub();
    for (const bytes of await files()) for (const gone of [words, ...salts]) expect(bytes.includes(gone)).toBe(false);
    expect(await verifyLog(casebook.store.log, { log: casebook.store.verifier })).toMatchObject({ ok: true });
    await log.append(notes(1));
  });
});

describe('a scrub', () => {
  test('while somebody reads says that the bytes are still there', async () => {
    const reader = await casebook.open({ mode: 'read' });
    await (await casebook.log()).append(notes(1));
    await reader.log.snapshot(async (snapshot) => {
      await snapshot.head();
      await (await casebook.log()).append(notes(1));
      await expect(casebook.store.scrub()).rejects.toMatchObject({ code: 'casebook-locked' });
    });
    await casebook.store.scrub();
  });
});

describe('a check of the vault', () => {
  test('names what is missing, altered or not ours, and says how many files are right', async () => {
    const { vault } = casebook.store;
    const kept = await Promise.all(['one', 'two', 'three'].map((text) => vault.keepOriginalBytes(Buffer.from(text))));
    const [one = '', two = '', three = ''] = kept.map(({ sha256 }) => sha256);
    await chmod(vault.originalPath(one), 0o600);
    await writeFile(vault.originalPath(one), 'One');
    await vault.destroy('originals', two);
    await writeFile(join(casebook.folder, 'texts', 'list.txt'), '');
    const found = await checkVault(vault, { originals: [one, two, three], texts: [] });
    expect(found.map(({ name, ok }) => [name, ok])).toEqual([
      [`originals/${one}`, false],
      [`originals/${two}`, false],
      ['originals', true],
      [join('texts', 'list.txt'), false],
      ['texts', true],
    ]);
    expect(found[2]?.detail).toBe('1 files read again, and as they were kept');
  });
});

describe('words of others on a checkpoint', () => {
  test('are kept if it is one of this log, and refused if it is not', async () => {
    const log = await casebook.log();
    const { note } = await log.head();
    await log.append(notes(2));
    await log.keepAnchor(note);
    expect(await casebook.store.log.anchors()).toEqual([{ size: 3, note, timestamp: null }]);
    await expect(log.keepAnchor(note.replace('\n3\n', '\n2\n'))).rejects.toMatchObject({ code: 'conflict' });
    const other = await ScratchCasebook.make();
    const foreign = (await (await other.log()).head()).note;
    await expect(log.keepAnchor(foreign)).rejects.toMatchObject({ code: 'conflict' });
    await other.remove();
  });
});
