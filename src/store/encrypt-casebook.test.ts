import { createHash } from 'node:crypto';
import { chmod, cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { verifyLog } from '../log/verify.ts';
import { nodeDisk, type Disk } from './disk.ts';
import { encryptCasebook } from './encrypt-casebook.ts';
import { MARK } from './sealed-cover.ts';
import { ScratchCasebook, type Views } from './scratch-casebook.test-data.ts';
import { openStore, type Store } from './store.ts';

const KEY = 'correct horse ناموس';
const SECRET = 'Marzieh Tavakoli was seen at the gate';
/** Begins as a sealed file does, and is none. */
const LOOKALIKE = Buffer.concat([MARK, Buffer.from(`${SECRET}, in a file that looks sealed`)]);
const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

let casebook: ScratchCasebook;
const original = Buffer.from(`${SECRET}, in a letter`);
const text = `${SECRET}, read`;

beforeEach(async () => {
  casebook = await ScratchCasebook.make({ name: 'The Tavakoli casebook' });
  const { store } = casebook;
  await store.transact(async () => void (await sql`CREATE TABLE folded (id TEXT NOT NULL)`.execute(store.views)));
  await (
    await casebook.log()
  ).append([{ kind: 'note.made', actor: 'p_1', payload: { text: SECRET } }], async () => {
    await store.views.insertInto('folded').values({ id: SECRET }).execute();
  });
  for (const bytes of [original, LOOKALIKE]) await store.vault.keepOriginalBytes(bytes);
  await store.vault.keepText(text);
});
afterEach(() => casebook.remove());

const paths = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name));

async function expectNoPlainBytes(folder: string): Promise<void> {
  for (const path of await paths(folder)) {
    const bytes = await readFile(path);
    for (const words of ['Tavakoli', 'note.made', 'SQLite format', digestOf(original), digestOf(Buffer.from(text))]) {
      expect(bytes.includes(words) || path.includes(words), `${words} in ${path}`).toBe(false);
    }
  }
}

/** The casebook is whole: its log, its views, its originals and texts. */
async function expectWhole(folder: string, key: string | null, mode: 'read' | 'write' = 'read'): Promise<void> {
  const store: Store<Views> = await openStore<Views>(folder, { mode, ...(key === null ? {} : { key }) });
  try {
    expect(store.name).toBe('The Tavakoli casebook');
    expect(await verifyLog(store.log, { log: store.verifier })).toMatchObject({ ok: true });
    expect(await store.reads.selectFrom('folded').selectAll().execute()).toEqual([{ id: SECRET }]);
    for (const bytes of [original, LOOKALIKE]) expect(bytes.equals(await store.vault.originalBytes(digestOf(bytes)))).toBe(true);
    expect(await store.vault.text(digestOf(Buffer.from(text)))).toBe(text);
  } finally {
    await store.close();
  }
}

describe('a casebook that is encrypted later', () => {
  test('opens with the key and the recovery key alone, is whole, goes on, and leaves no plain byte in any file', async () => {
    const { signer } = casebook.store;
    await casebook.close();
    await writeFile(join(casebook.folder, '.new-left-by-a-crash'), SECRET);
    const recoveryKey = await encryptCasebook(casebook.folder, { key: KEY });
    await expectNoPlainBytes(casebook.folder);
    await expectWhole(casebook.folder, KEY);
    await expectWhole(casebook.folder, recoveryKey, 'write');
    await expect(casebook.open({ mode: 'read' })).rejects.toMatchObject({ code: 'wrong-key' });
    const store = await casebook.open({ mode: 'write', key: KEY });
    expect(store.signer?.vkey).toBe(signer?.vkey);
    await (await casebook.log(store)).append([{ kind: 'note.made', actor: 'p_1', payload: { text: SECRET } }]);
    expect(await store.vault.keepOriginalBytes(original)).toMatchObject({ already: true });
    await casebook.close();
    await expectNoPlainBytes(casebook.folder);
    const names = (await readdir(casebook.folder)).toSorted();
    expect(names).toEqual(['keys.json', 'onrecord.json', 'originals', 'record.sealed.db', 'record.writer', 'texts']);
  });

  test('is not while it is open elsewhere, even by somebody idle, and stays as it was', async () => {
    await expect(encryptCasebook(casebook.folder, { key: KEY })).rejects.toMatchObject({ code: 'casebook-locked' });
    await casebook.close();
    await expectWhole(casebook.folder, null);
    expect(await readdir(casebook.folder)).not.toContain('keys.json');
  }, 20_000);

  test('cannot be opened while it is being encrypted, so that nothing is added to what goes', async () => {
    await casebook.close();
    let refused = '';
    const disk: Disk = {
      ...nodeDisk,
      rename: async (from, to) => {
        if (to.endsWith('onrecord.json')) refused = await casebook.open({ mode: 'write' }).then(() => 'opened', (thrown: { readonly code: string }) => thrown.code);
        return nodeDisk.rename(from, to);
      },
    }; // prettier-ignore
    await encryptCasebook(casebook.folder, { key: KEY, disk });
    expect(refused).toBe('casebook-locked');
  }, 20_000);

  test('on a disk that garbles what it writes stays plain and whole', async () => {
    await casebook.close();
    const open: Disk['open'] = async (path, flags, mode) => {
      const file = await nodeDisk.open(path, flags, mode);
      if (!path.includes('originals')) return file;
      const write = file.write.bind(file);
      const garbled = (bytes: Uint8Array, at: number): Promise<unknown> =>
        write(
          bytes.map((byte, n) => (n === 60 ? byte ^ 1 : byte)),
          at,
        );
      return Object.assign(file, { write: garbled });
    };
    await expect(encryptCasebook(casebook.folder, { key: KEY, disk: { ...nodeDisk, open } })).rejects.toMatchObject({ code: 'disk' });
    await expectWhole(casebook.folder, null);
    expect(await readdir(casebook.folder)).not.toContain('keys.json');
  });

  test('is encrypted once', async () => {
    await casebook.close();
    await encryptCasebook(casebook.folder, { key: KEY });
    await expect(encryptCasebook(casebook.folder, { key: KEY })).rejects.toMatchObject({ code: 'casebook-exists' });
  });

  test('with an original that was altered keeps it as altered, and a check still names it', async () => {
    const path = casebook.store.vault.originalPath(digestOf(original));
    await casebook.close();
    await chmod(path, 0o600);
    await writeFile(path, 'other words');
    await encryptCasebook(casebook.folder, { key: KEY });
    const { vault } = await casebook.open({ mode: 'read', key: KEY });
    expect(await vault.check('originals', digestOf(original))).toMatchObject({ ok: false });
    expect(await vault.check('originals', digestOf(LOOKALIKE))).toEqual({ ok: true });
  });
});

describe('an encryption that is cut short', () => {
  /** The real disk; `look` is called before every step that changes it. */
  const watching = (look: () => Promise<void>): Disk => ({
    open: async (path, flags, mode) => (flags === 'wx' && (await look()), nodeDisk.open(path, flags, mode)),
    rename: async (from, to) => (await look(), nodeDisk.rename(from, to)),
    mkdir: async (path, options) => (await look(), nodeDisk.mkdir(path, options)),
    rm: async (path, options) => (await look(), nodeDisk.rm(path, options)),
    stat: nodeDisk.stat,
  });

  test('at any step leaves a casebook that opens, which goes on plain or is finished by the next opening or by doing it again', async () => {
    await casebook.close();
    const states: string[] = [];
    let before = '';
    const keep = async (): Promise<void> => {
      const listing = (await paths(casebook.folder)).join('\n').replaceAll(/\.new-[\w-]+/g, '.new');
      if (listing === before) return;
      before = listing;
      states.push(join(casebook.folder, '..', `cut-${states.length}`));
      await cp(casebook.folder, states.at(-1) ?? '', { recursive: true });
    };
    await encryptCasebook(casebook.folder, { key: KEY, disk: watching(keep) });
    expect(states.length).toBeGreaterThan(12);
    const seen = new Set<boolean>();
    for (const [n, state] of states.entries()) {
      const { encrypted } = JSON.parse(await readFile(join(state, 'onrecord.json'), 'utf8')) as { encrypted: boolean };
      seen.add(encrypted);
      const other = `${state}-opened`;
      await cp(state, other, { recursive: true });
      await expectWhole(other, encrypted ? KEY : null, 'write');
      if (encrypted) await expectNoPlainBytes(other);
      else expect((await readdir(other, { recursive: true })).filter((name) => /keys\.json|sealed/.test(name))).toEqual([]);
      // Doing it again takes the passphrase's slow derivation; of those that are still plain, every third has to do.
      const unfinished = encrypted ? (await readdir(state)).includes('record.db') : n % 3 === 0;
      if (unfinished) {
        await encryptCasebook(state, { key: KEY });
        await expectNoPlainBytes(state);
      }
      for (const folder of [state, other]) await rm(folder, { recursive: true });
    }
    expect(seen).toEqual(new Set([false, true]));
    await expectWhole(casebook.folder, KEY);
  }, 240_000);

  test.each(['before', 'after'] as const)('by a disk that fails (%s the file of the casebook was exchanged) says so, and can be done again', async (moment) => {
    await casebook.close();
    const failure = Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
    const failing: Disk = {
      ...nodeDisk,
      rename: async (from, to) => {
        if (!to.endsWith('onrecord.json')) return nodeDisk.rename(from, to);
        if (moment === 'after') await nodeDisk.rename(from, to);
        throw failure;
      },
    };
    await expect(encryptCasebook(casebook.folder, { key: KEY, disk: failing })).rejects.toMatchObject({ code: 'disk' });
    await expectWhole(casebook.folder, moment === 'after' ? KEY : null);
    await expectWhole(casebook.folder, await encryptCasebook(casebook.folder, { key: KEY }));
    await expectNoPlainBytes(casebook.folder);
  });
});
