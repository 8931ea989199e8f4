import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pdfOf, words } from '../../fixtures/reading/make-pdf.ts';
import type { Outcome } from './outcome.ts';
import { ReaderPool, type ReaderPoolOptions } from './reader-pool.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onrecord-reading-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

async function withPool<T>(options: ReaderPoolOptions, use: (pool: ReaderPool) => Promise<T>): Promise<T> {
  const pool = new ReaderPool(options);
  try {
    return await use(pool);
  } finally {
    await pool.close();
  }
}

/** A page that parsing goes over again and again: it takes many seconds. */
const SLOW = `<table>${'<b><i><u><font>'.repeat(120)}${'</table><table>x'.repeat(20_000)}`;

const summary = (outcome: Outcome): string => (outcome.ok ? `${outcome.mediaType} ${outcome.reading.reader}` : `${outcome.mediaType} ${outcome.problem.code}`);

test('documents come back as text, and bad ones as findings, from the same few processes', async () => {
  const files = [
    ['a.txt', 'The court has decided.'],
    ['b.html', '<p>The court has decided.</p>'],
    ['wrong.txt', '<!doctype html><p>Text</p>'],
    ['empty.txt', ''],
    ['program', Buffer.from('7f454c46020101000000', 'hex')],
    ['noise.bin', Buffer.from('000102030405060708fffefdfc', 'hex')],
  ] as const;
  const found = await withPool({ size: 2 }, (pool) =>
    Promise.all(files.map(async ([name, content]) => `${name}: ${summary(await pool.read(await file(name, content), { name }))}`)),
  );
  expect(found).toEqual([
    'a.txt: text/plain txt@1',
    'b.html: text/html html@2',
    'wrong.txt: text/html html@2',
    'empty.txt: text/plain empty',
    'program: application/x-elf no-reader',
    'noise.bin: application/octet-stream not-text',
  ]);
});

test('a document that takes too long is stopped, and the pool goes on', async () => {
  const slow = await file('slow.html', SLOW);
  const good = await file('good.txt', 'The court has decided.');
  const found = await withPool({ size: 1, timeLimitMs: 1500 }, async (pool) => [
    summary(await pool.read(slow, { name: 'slow.html' })),
    summary(await pool.read(good, { name: 'good.txt' })),
  ]);
  expect(found).toEqual(['text/html took-too-long', 'text/plain txt@1']);
});

test('a document that takes too much memory is stopped, and the pool goes on', { timeout: 30_000 }, async () => {
  const big = await file('big.html', '<p>x</p>'.repeat(2_000_000));
  const good = await file('good.txt', 'The court has decided.');
  const found = await withPool({ size: 1, memoryLimitMB: 150 }, async (pool) => [
    summary(await pool.read(big, { name: 'big.html' })),
    summary(await pool.read(good, { name: 'good.txt' })),
  ]);
  expect(found).toEqual(['text/html out-of-memory', 'text/plain txt@1']);
});

test('text of 50 MB without a space is read', { timeout: 30_000 }, async () => {
  const path = await file('endless.txt', 'ش'.repeat(25_000_000));
  const outcome = await withPool({ size: 1 }, (pool) => pool.read(path, { name: 'endless.txt' }));
  expect(outcome.ok && outcome.reading.text.length).toBe(25_000_000);
});

test('a call can be stopped while it waits and while it is read', async () => {
  const path = await file('stop.txt', 'x'.repeat(20_000_000));
  await withPool({ size: 1 }, async (pool) => {
    const reading = new AbortController();
    const waiting = new AbortController();
    const stopped = Promise.allSettled([pool.read(path, { name: 'stop.txt' }, reading.signal), pool.read(path, { name: 'stop.txt' }, waiting.signal)]);
    const third = pool.read(await file('third.txt', 'The court has decided.'), { name: 'third.txt' });
    waiting.abort(new Error('not needed'));
    reading.abort(new Error('enough'));
    expect((await stopped).map((end) => end.status === 'rejected' && String(end.reason))).toEqual(['Error: enough', 'Error: not needed']);
    expect(summary(await third)).toBe('text/plain txt@1');
    await expect(pool.read(path, { name: 'stop.txt' }, AbortSignal.abort(new Error('before')))).rejects.toThrow('before');
  });
});

test('closing ends what is under way and what waits', async () => {
  const path = await file('close.html', SLOW);
  const pool = new ReaderPool({ size: 1 });
  const under = [pool.read(path, { name: 'close.html' }), pool.read(path, { name: 'close.html' })].map((each) => each.catch((error: unknown) => error));
  setTimeout(() => void pool.close(), 200);
  for (const end of await Promise.all(under)) expect(end).toMatchObject({ name: 'AbortError' });
});

test('what is no file is a fault', async () => {
  await withPool({}, async (pool) => {
    await expect(pool.read(join(folder, 'none'), { name: 'none' })).rejects.toMatchObject({ code: 'nothing-to-read' });
    await expect(pool.read(folder, { name: 'folder' })).rejects.toMatchObject({ code: 'nothing-to-read' });
  });
});

const kept = (size: number, ...chunks: readonly string[]): { size: number; bytes: () => AsyncGenerator<Buffer> } => ({
  size,
  bytes: async function* () {
    for (const chunk of chunks) yield Buffer.from(chunk);
  },
});

test('bytes that are no file of their own are read, unpacked and located all the same', async () => {
  await withPool({ size: 1 }, async (pool) => {
    const outcome = await pool.read(kept(22, 'The court ', 'has decided.'), { name: 'a.txt' });
    expect(outcome.ok && outcome.reading.text).toBe('The court has decided.');
    const names: string[] = [];
    const mail = 'From: a@b.example\nDate: x\nSubject: y\n\nThe court has decided.\n\n';
    const mailbox = kept(12 + mail.length, 'From a 2021\n', mail);
    expect(await pool.unpack(mailbox, { name: 'a.mbox' }, async (part) => void names.push(part.name))).toMatchObject({ ok: true, count: 1 });
    expect(names).toEqual(['message-1.eml']);
    const pdf = pdfOf([words([50, 780, 'The court has decided.'])]);
    const located = await pool.locate({ size: pdf.length, bytes: async function* () { yield pdf; } }, { name: 'a.pdf' }, [{ start: 4, end: 9 }]); // prettier-ignore
    expect(located.ok && located.located[0]).toMatchObject({ exact: 'court', places: [{ page: 1 }] });
  });
});

test('bytes that are fewer or more than was said are a fault, what their keeper throws is passed on, and the pool goes on', async () => {
  await withPool({ size: 1 }, async (pool) => {
    await expect(pool.read(kept(9, 'abc'), { name: 'a.txt' })).rejects.toMatchObject({ code: 'disk' });
    await expect(pool.read(kept(2, 'abc'), { name: 'a.txt' })).rejects.toMatchObject({ code: 'disk' });
    const locked = { size: 3, bytes: async function* (): AsyncGenerator<Buffer> { yield Buffer.from('a'); throw new Error('wrong key'); } }; // prettier-ignore
    await expect(pool.read(locked, { name: 'a.txt' })).rejects.toThrow('wrong key');
    expect(summary(await pool.read(kept(22, 'The court has decided.'), { name: 'a.txt' }))).toBe('text/plain txt@1');
  });
});

test('a child is held in by the system where it can be', async () => {
  const guards = await withPool({}, (pool) => pool.guards());
  expect(guards).toContain('no-files');
  expect(guards.some((guard) => guard === 'memory-limit' || guard === 'memory-watch')).toBe(true);
});
