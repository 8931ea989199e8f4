import { randomBytes } from 'node:crypto';
import { chmod, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { verifyLog } from '../log/verify.ts';
import { nodeDisk } from './disk.ts';
import { changeKey, renewRecoveryKey, type Key } from './key-slots.ts';
import { ScratchCasebook } from './scratch-casebook.test-data.ts';
import { sealedCover } from './sealed-cover.ts';

const PASSPHRASE = 'correct horse ناموس';
const SECRET = 'Marzieh Tavakoli was seen at the gate';

let casebook: ScratchCasebook;
let recoveryKey: string;

beforeEach(async () => {
  casebook = await ScratchCasebook.make({ key: PASSPHRASE, name: 'The Tavakoli casebook' });
  recoveryKey = casebook.store.recoveryKey ?? '';
  const { store } = casebook;
  await store.transact(async () => void (await sql`CREATE TABLE folded (id TEXT NOT NULL)`.execute(store.views)));
  const log = await casebook.log();
  await log.append([{ kind: 'note.made', actor: 'p_1', payload: { text: SECRET } }], async () => {
    await store.views.insertInto('folded').values({ id: SECRET }).execute();
  });
});
afterEach(() => casebook.remove());

/** Every file of the casebook: its path, what lies in it, and when it was last written. */
async function everyFile(): Promise<readonly { readonly path: string; readonly bytes: Buffer; readonly written: number }[]> {
  const entries = await readdir(casebook.folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name));
  return Promise.all(paths.map(async (path) => ({ path, bytes: await readFile(path), written: (await stat(path)).mtimeMs })));
}

describe('an encrypted casebook', () => {
  test('tells nothing in any byte or name of any of its files', async () => {
    const { vault } = casebook.store;
    const { sha256 } = await vault.keepOriginalBytes(Buffer.from(`${SECRET}, and more of it`));
    const text = await vault.keepText(`${SECRET}, read`);
    const look = async (): Promise<void> => {
      for (const { path, bytes } of await everyFile()) {
        for (const words of ['Tavakoli', 'note.made', 'CREATE TABLE', 'SQLite format', sha256, text, 'folded']) {
          expect(bytes.includes(words) || path.includes(words), `${words} in ${path}`).toBe(false);
        }
      }
    };
    await look(); // the write-ahead log is still there
    expect((await everyFile()).some(({ path }) => path.endsWith('-wal'))).toBe(true);
    await casebook.close();
    await look();
  });

  test('opens with its passphrase, and with the recovery key, and is sound', async () => {
    await casebook.close();
    for (const key of [PASSPHRASE, PASSPHRASE.normalize('NFD'), recoveryKey]) {
      const store = await casebook.open({ mode: 'read', key });
      expect(store.name).toBe('The Tavakoli casebook');
      expect(await verifyLog(store.log, { log: store.verifier })).toMatchObject({ ok: true });
    }
  });

  test('does not open with another passphrase or none, and nothing is written', async () => {
    await casebook.close();
    const before = await everyFile();
    await expect(casebook.open({ mode: 'write', key: 'correct horse' })).rejects.toMatchObject({ code: 'wrong-key' });
    await expect(casebook.open({ mode: 'write' })).rejects.toMatchObject({ code: 'wrong-key' });
    expect(await everyFile()).toEqual(before);
  });

  test('takes a new passphrase by rewriting keys.json alone', async () => {
    await casebook.close();
    const before = await everyFile();
    await changeKey(nodeDisk, casebook.folder, { key: recoveryKey, next: 'a new one', random: randomBytes });
    const changed = (await everyFile()).filter(({ path, bytes }) => !before.some((old) => old.path === path && old.bytes.equals(bytes)));
    expect(changed.map(({ path }) => path)).toEqual([join(casebook.folder, 'keys.json')]);
    await expect(casebook.open({ mode: 'read', key: PASSPHRASE })).rejects.toMatchObject({ code: 'wrong-key' });
    expect((await casebook.open({ mode: 'read', key: 'a new one' })).name).toBe('The Tavakoli casebook');
    expect((await casebook.open({ mode: 'read', key: recoveryKey })).name).toBe('The Tavakoli casebook');
  });

  test('takes a new recovery key, after which the old one opens nothing', async () => {
    await casebook.close();
    const renewed = await renewRecoveryKey(nodeDisk, casebook.folder, { key: PASSPHRASE, random: randomBytes });
    await expect(casebook.open({ mode: 'read', key: recoveryKey })).rejects.toMatchObject({ code: 'wrong-key' });
    for (const key of [renewed, PASSPHRASE]) await casebook.open({ mode: 'read', key });
  });

  test('with a key file wants it, with the passphrase if there is one; the recovery key opens without', async () => {
    await casebook.close();
    const keyFile = randomBytes(100);
    const opens = (key: Key): Promise<unknown> => casebook.open({ mode: 'read', key });
    await changeKey(nodeDisk, casebook.folder, { key: PASSPHRASE, next: { passphrase: PASSPHRASE, keyFile }, random: randomBytes });
    await opens({ passphrase: PASSPHRASE, keyFile });
    await opens(recoveryKey);
    await opens({ passphrase: recoveryKey, keyFile });
    for (const key of [PASSPHRASE, { keyFile }, { passphrase: PASSPHRASE, keyFile: randomBytes(100) }]) {
      await expect(opens(key)).rejects.toMatchObject({ code: 'wrong-key' });
    }
    await changeKey(nodeDisk, casebook.folder, { key: { passphrase: PASSPHRASE, keyFile }, next: { keyFile }, random: randomBytes });
    await opens({ keyFile });
    await expect(opens({ passphrase: PASSPHRASE, keyFile })).rejects.toMatchObject({ code: 'wrong-key' });
  }, 30_000);

  test('takes no empty passphrase and no empty key file', async () => {
    await casebook.close();
    for (const next of ['', { passphrase: 'x', keyFile: Buffer.alloc(0) }]) {
      await expect(changeKey(nodeDisk, casebook.folder, { key: PASSPHRASE, next, random: randomBytes })).rejects.toMatchObject({ code: 'bad-usage' });
    }
    await casebook.open({ mode: 'read', key: PASSPHRASE });
  }, 30_000);

  test('keeps originals that are read back whole, and a bit flipped in one is found', async () => {
    const { vault } = casebook.store;
    const large = randomBytes(200_000);
    const { sha256 } = await vault.keepOriginalBytes(large);
    expect(await vault.keepOriginalBytes(large)).toMatchObject({ already: true });
    expect(large.equals(await vault.originalBytes(sha256))).toBe(true);
    expect(() => vault.originalPath(sha256)).toThrow(/no readable file/);
    const [kept] = (await everyFile()).filter(({ path }) => path.includes('originals'));
    if (!kept) expect.fail();
    await chmod(kept.path, 0o600);
    for (const at of [0, 20, 70_000, kept.bytes.length - 1]) {
      const broken = Buffer.from(kept.bytes);
      broken[at] = (broken[at] ?? 0) ^ 1;
      await writeFile(kept.path, broken);
      expect(await vault.check('originals', sha256)).toMatchObject({ ok: false });
    }
  });

  test('of which a page of record.db was altered says so', async () => {
    await casebook.close();
    const path = join(casebook.folder, 'record.sealed.db');
    const bytes = await readFile(path);
    for (const page of [0, 1, 4, bytes.length / 4096 - 1]) {
      const broken = Buffer.from(bytes);
      broken[page * 4096 + 100] = (broken[page * 4096 + 100] ?? 0) ^ 1;
      await writeFile(path, broken);
      const found = await casebook.open({ mode: 'read', key: PASSPHRASE }).then(
        (store) => verifyLog(store.log, { log: store.verifier }),
        (thrown: unknown) => ({ ok: false, checks: [], thrown }),
      );
      if ('thrown' in found) expect(found.thrown).toMatchObject({ code: 'casebook-damaged' });
    }
    await writeFile(path, bytes);
  }, 60_000);
});

describe('a casebook that is not encrypted', () => {
  test('is not opened with a passphrase, so that nobody takes it for encrypted', async () => {
    const open = await ScratchCasebook.make();
    await expect(open.open({ mode: 'read', key: 'x' })).rejects.toMatchObject({ code: 'wrong-key', message: 'This casebook is not encrypted' });
    await open.remove();
  });
});

describe('a sealed file', () => {
  const cover = sealedCover({ key: randomBytes(32), names: randomBytes(32) }, randomBytes);
  const pieces = async function* (...all: readonly Uint8Array[]): AsyncIterable<Uint8Array> {
    yield* all;
  };
  const whole = async (parts: AsyncIterable<Uint8Array>): Promise<Buffer> => {
    const all: Uint8Array[] = [];
    for await (const part of parts) all.push(part);
    return Buffer.concat(all);
  };

  test('of any length comes out as it went in, however it is cut into pieces', () =>
    fc.assert(
      fc.asyncProperty(fc.constantFrom(0, 1, 65_535, 65_536, 65_537, 131_072, 200_000), fc.integer({ min: 1, max: 90_000 }), async (length, cut) => {
        const plain = randomBytes(length);
        const sealed = await whole(cover.hide(pieces(plain.subarray(0, cut), plain.subarray(cut))));
        expect(sealed.length).toBe(40 + length + 16 * Math.max(1, Math.ceil(length / 65_536)));
        expect((await whole(cover.reveal(pieces(sealed.subarray(0, cut), sealed.subarray(cut))))).equals(plain)).toBe(true);
      }),
      { numRuns: 40 },
    ));

  test('that is cut at a chunk, reordered or made of two files is refused', async () => {
    const chunk = 65_536 + 16;
    const sealed = await whole(cover.hide(pieces(randomBytes(3 * 65_536))));
    const other = await whole(cover.hide(pieces(randomBytes(3 * 65_536))));
    const part = (from: Buffer, n: number): Buffer => from.subarray(40 + n * chunk, 40 + (n + 1) * chunk);
    const made = (...parts: readonly Buffer[]): Promise<Buffer> => whole(cover.reveal(pieces(sealed.subarray(0, 40), ...parts)));
    await expect(made(part(sealed, 0), part(sealed, 1), part(sealed, 2))).resolves.toHaveLength(3 * 65_536);
    await expect(made(part(sealed, 0), part(sealed, 1))).rejects.toMatchObject({ code: 'casebook-damaged' });
    await expect(made(part(sealed, 1), part(sealed, 0), part(sealed, 2))).rejects.toMatchObject({ code: 'casebook-damaged' });
    await expect(made(part(sealed, 0), part(other, 1), part(sealed, 2))).rejects.toMatchObject({ code: 'casebook-damaged' });
    await expect(made()).rejects.toMatchObject({ code: 'casebook-damaged' });
  });
});
