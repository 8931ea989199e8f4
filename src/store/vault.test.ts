import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFile, chmod, mkdir, open, readdir, readFile, stat, writeFile, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { nodeDisk, type Disk } from './disk.ts';
import { openCover } from './file-cover.ts';
import { sealedCover } from './sealed-cover.ts';
import { ScratchCasebook } from './scratch-casebook.test-data.ts';
import { Vault } from './vault.ts';

const BYTES = Buffer.from('%PDF-1.7 invented');
const DIGEST = createHash('sha256').update(BYTES).digest('hex');

let casebook: ScratchCasebook;
let vault: Vault;
let source: string;

beforeEach(async () => {
  casebook = await ScratchCasebook.make();
  ({ vault } = casebook.store);
  source = join(casebook.folder, '..', 'source.pdf');
  await writeFile(source, BYTES);
});
afterEach(() => casebook.remove());

const files = async (): Promise<readonly string[]> =>
  (await readdir(join(casebook.folder, 'originals'), { recursive: true, withFileTypes: true })).filter((each) => !each.isDirectory()).map(({ name }) => name);

describe('an original', () => {
  test('is kept under its digest as it came, and cannot be written again', async () => {
    expect(await vault.keepOriginal(source)).toEqual({ sha256: DIGEST, size: BYTES.length, already: false });
    const path = join(casebook.folder, 'originals', DIGEST.slice(0, 2), DIGEST);
    expect(vault.originalPath(DIGEST)).toBe(path);
    expect(await readFile(path)).toEqual(BYTES);
    expect((await stat(path)).mode & 0o777).toBe(0o400);
    expect(Buffer.from(await vault.originalBytes(DIGEST))).toEqual(BYTES);
  });

  test('that is held already is said to be, and kept once', async () => {
    await vault.keepOriginal(source);
    expect(await vault.keepOriginalBytes(BYTES)).toEqual({ sha256: DIGEST, size: BYTES.length, already: true });
    expect(await files()).toEqual([DIGEST]);
  });

  test('of many megabytes is the same bytes', async () => {
    const large = Buffer.alloc(9_000_001, 'many megabytes ');
    await writeFile(source, large);
    const { sha256, size } = await vault.keepOriginal(source);
    expect([sha256, size]).toEqual([createHash('sha256').update(large).digest('hex'), large.length]);
    expect(large.equals(await vault.originalBytes(sha256))).toBe(true);
  });

  test('is read by a part of it, open and sealed, at every edge of a chunk and of the end', async () => {
    const large = Buffer.from(Array.from({ length: 65_536 * 2 + 5 }, (_, n) => (n * 7) % 251));
    const seal = sealedCover({ key: Buffer.alloc(32, 1), names: Buffer.alloc(32, 2) }, (size) => Buffer.alloc(size, 3));
    for (const cover of [openCover, seal]) {
      const each = new Vault(casebook.folder, nodeDisk, cover);
      const { sha256 } = await each.keepOriginalBytes(large);
      for (const [start, end] of [
        [0, 1],
        [65_535, 65_537],
        [65_536, 131_072],
        [131_070, 131_077],
        [0, 131_077],
        [131_076, 999_999],
        [999_999, 1_000_000],
      ] as const)
        expect(Buffer.concat(await Array.fromAsync(each.originalPart(sha256, start, end))).equals(large.subarray(start, end)), `${start} to ${end}`).toBe(true);
    }
  });

  test('that was sealed and altered gives no part with the altered bytes', async () => {
    const sealed = new Vault(
      casebook.folder,
      nodeDisk,
      sealedCover({ key: Buffer.alloc(32, 1), names: Buffer.alloc(32, 2) }, (size) => Buffer.alloc(size, 3)),
    );
    const { sha256 } = await sealed.keepOriginalBytes(Buffer.alloc(200_000));
    const [name = ''] = await files();
    const path = join(casebook.folder, 'originals', name.slice(0, 2), name);
    await chmod(path, 0o600);
    const file = await open(path, 'r+');
    await file.write(Buffer.from([9]), 0, 1, 100_000);
    await file.close();
    expect(Buffer.concat(await Array.fromAsync(sealed.originalPart(sha256, 0, 10)))).toEqual(Buffer.alloc(10));
    await expect(Array.fromAsync(sealed.originalPart(sha256, 99_000, 99_010))).rejects.toMatchObject({ code: 'casebook-damaged' });
  });

  test('that changes while it is read is kept as it was read', async () => {
    const large = Buffer.alloc(4_000_000, 'a');
    await writeFile(source, large);
    const keeping = vault.keepOriginal(source);
    await appendFile(source, 'later');
    const { sha256 } = await keeping;
    expect(
      createHash('sha256')
        .update(await vault.originalBytes(sha256))
        .digest('hex'),
    ).toBe(sha256);
  });

  test('that is not there, or is a folder, is a fault in words', async () => {
    await expect(vault.keepOriginal(join(source, 'x'))).rejects.toMatchObject({ code: 'disk' });
    await expect(vault.keepOriginal(`${source}.missing`)).rejects.toMatchObject({ code: 'not-found' });
    await expect(vault.keepOriginal(casebook.folder)).rejects.toMatchObject({ code: 'nothing-to-read' });
    await expect(vault.originalBytes('ab'.repeat(32))).rejects.toMatchObject({ code: 'not-found' });
    await expect(vault.originalBytes('../../record.db')).rejects.toMatchObject({ code: 'bad-shape' });
  });

  test('that was altered is not given whole, and a check names it', async () => {
    await vault.keepOriginal(source);
    const path = vault.originalPath(DIGEST);
    await chmod(path, 0o600);
    await writeFile(path, '%PDF-1.7 inventeD');
    await expect(vault.originalBytes(DIGEST)).rejects.toMatchObject({ code: 'casebook-damaged' });
    expect(await vault.check('originals', DIGEST)).toEqual({
      ok: false,
      reason: `The vault is damaged: originals/${DIGEST} has other bytes than it was kept with`,
    });
    expect(await vault.check('originals', 'ab'.repeat(32))).toMatchObject({ ok: false });
    await writeFile(path, 'longer than it was before');
    await expect(vault.keepOriginal(source)).rejects.toMatchObject({ code: 'casebook-damaged' });
  });

  test('can be destroyed, and is gone', async () => {
    await vault.keepOriginal(source);
    expect(await vault.destroy('originals', DIGEST)).toBe(true);
    expect(await vault.destroy('originals', DIGEST)).toBe(false);
    expect(await vault.has('originals', DIGEST)).toBe(false);
    expect(await files()).toEqual([]);
  });
});

describe('a text', () => {
  test('is kept under the digest of its UTF-8, and given back', async () => {
    const sha256 = await vault.keepText('نام: آزاده 𐎠\n');
    expect(await vault.text(sha256)).toBe('نام: آزاده 𐎠\n');
    expect(await vault.keepText('نام: آزاده 𐎠\n')).toBe(sha256);
    await expect(vault.keepText('\ud800')).rejects.toMatchObject({ code: 'bad-shape' });
  });
});

describe('files that come together', () => {
  test('lie under no name until they are settled, and what is not settled is gone', async () => {
    const incoming = vault.incoming();
    const [first, second, text] = [await incoming.original(source), await incoming.originalBytes(Buffer.from('unwanted')), await incoming.text('words')];
    expect([await vault.has('originals', first.sha256), await vault.has('texts', text.sha256)]).toEqual([false, false]);
    expect(incoming.whole(first)).toEqual(BYTES);
    incoming.wasRead(first);
    expect(incoming.whole(first)).toBeNull();
    await incoming.settle([first, text]);
    await incoming.close();
    expect([first.sha256, await vault.text(text.sha256), await vault.has('originals', second.sha256)]).toEqual([DIGEST, 'words', false]);
    expect(await files()).toEqual([DIGEST]);
  });

  test('of many bytes is kept at once, and read from where it lies', async () => {
    const incoming = vault.incoming();
    const large = await incoming.originalBytes(Buffer.alloc(600_000, 'many bytes '));
    expect([incoming.whole(large), await vault.check('originals', large.sha256)]).toEqual([null, { ok: true }]);
    await incoming.close();
    expect(await files()).toEqual([large.sha256]);
  });
});

describe('what does not belong in the vault', () => {
  test('is listed, and what a crash left behind is swept away', async () => {
    await vault.keepOriginal(source);
    const stray = join(casebook.folder, 'originals', 'ff');
    await mkdir(stray);
    await writeFile(join(stray, 'notes.txt'), 'not ours');
    await writeFile(join(casebook.folder, 'originals', '.new-1'), 'half');
    expect((await vault.strays('originals', [DIGEST])).toSorted()).toEqual([join('originals', '.new-1'), join('originals', 'ff', 'notes.txt')]);
    await vault.sweep();
    expect(await vault.strays('originals', [DIGEST])).toEqual([join('originals', 'ff', 'notes.txt')]);
  });

  test('is removed at the next opening where the process that wrote it is gone, and left where it goes on', async () => {
    const gone = spawnSync(process.execPath, ['--version']).pid;
    const half = (pid: number): string => `.new-${pid}-6f1c2a3b-0000-4000-8000-000000000000`;
    for (const folder of ['', 'originals', 'texts']) for (const pid of [gone, process.pid]) await writeFile(join(casebook.folder, folder, half(pid)), 'half');
    await casebook.open({ mode: 'read' });
    expect(await readdir(casebook.folder)).toContain(half(gone));
    await casebook.open({ mode: 'write' });
    for (const folder of ['', 'originals', 'texts'])
      expect((await readdir(join(casebook.folder, folder))).filter((name) => name.startsWith('.new-'))).toEqual([half(process.pid)]);
  });
});

type Break = { readonly step: 'open' | 'write' | 'sync' | 'rename' | 'mkdir' | 'syncFolder'; readonly moment: 'before' | 'after' };

/** The real disk, one step of which fails once with an error of the disk. */
function breakingDisk({ step, moment }: Break): Disk {
  let armed = true;
  const around = async <T>(name: Break['step'], work: () => Promise<T>): Promise<T> => {
    const breaks = armed && name === step;
    if (breaks) armed = false;
    const failure = Object.assign(new Error(`ENOSPC: no space left on device, ${name}`), { code: 'ENOSPC' });
    if (breaks && moment === 'before') throw failure;
    const result = await work();
    if (breaks) throw failure;
    return result;
  };
  const breakingFile = (file: FileHandle, isFolder: boolean): FileHandle =>
    new Proxy(file, {
      get(_, name) {
        const member: unknown = Reflect.get(file, name);
        if (typeof member !== 'function') return member;
        const run = (...words: readonly unknown[]): Promise<unknown> => Reflect.apply(member, file, words);
        if (name === 'sync') return () => around(isFolder ? 'syncFolder' : 'sync', () => run());
        if (name === 'write') return (...words: readonly unknown[]) => around('write', () => run(...words));
        return run;
      },
    });
  return {
    ...nodeDisk,
    open: async (path, flags, mode) => breakingFile(await (flags === 'r' ? open(path, flags) : around('open', () => open(path, flags, mode))), flags === 'r'),
    rename: (from, to) => around('rename', () => nodeDisk.rename(from, to)),
    mkdir: (path, options) => around('mkdir', () => nodeDisk.mkdir(path, options)),
  };
}

describe('keeping an original on a disk that fails', () => {
  const STEPS = ['write', 'sync', 'rename', 'mkdir', 'syncFolder'] as const;
  const breaks: readonly Break[] = [
    { step: 'open', moment: 'before' },
    ...STEPS.flatMap((step) => (['before', 'after'] as const).map((moment) => ({ step, moment }))),
  ];

  test.each(breaks)('at the step $step ($moment it happens) leaves the whole file or none, and the next try keeps it', async (broken) => {
    const failing = new Vault(casebook.folder, breakingDisk(broken), openCover);
    await expect(failing.keepOriginal(source)).rejects.toMatchObject({ code: 'disk', hint: 'Make room on the disk, and do it again.' });
    const left = await files();
    expect(left.filter((name) => name !== DIGEST)).toEqual([]);
    if (left.includes(DIGEST)) expect(await failing.check('originals', DIGEST)).toEqual({ ok: true });
    expect(await failing.keepOriginal(source)).toMatchObject({ sha256: DIGEST });
    expect(await failing.check('originals', DIGEST)).toEqual({ ok: true });
  });
});
