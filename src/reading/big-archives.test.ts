// Archives that are bigger than what is sent to a reading process at once: it asks for them by stretches.
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { httpAnswer, waczOf, warcRecord } from '../../fixtures/reading/make-warc.ts';
import type { Part } from './outcome.ts';
import { ReaderPool } from './reader-pool.ts';
import { bytesOf, type Bytes } from './source.ts';

const pool = new ReaderPool({ size: 1, memoryLimitMB: 250 });
afterAll(() => pool.close());

/** Bytes of which stretches can be had, as of a file. */
function stretched(whole: Buffer): Bytes & { readonly asked: () => number } {
  let asked = 0;
  const part = async function* (start: number, end: number): AsyncGenerator<Uint8Array> {
    asked += end - start;
    yield whole.subarray(start, end);
  };
  return { ...bytesOf(whole), part, asked: () => asked };
}

async function unpacked(source: Bytes): Promise<{ readonly names: readonly string[]; readonly told: string }> {
  const parts: Part[] = [];
  const end = await pool.unpack(source, { name: 'x' }, async (part) => void parts.push(part));
  const { finding } = end.ok ? end : { finding: end.problem };
  return { names: parts.map(({ name }) => name), told: `(${finding?.code}) ${finding?.reason}` };
}

const answer = (url: string, body: Buffer | string, type = 'text/html'): Buffer => warcRecord('response', url, httpAnswer(body, '', '200 OK', type));
const PICTURE = answer('https://herald.example/a.png', Buffer.alloc(10_000_000, 'noise'), 'image/png');
const COURT = answer('https://herald.example/court', '<p>The court has decided.</p>');
const LAST = answer('https://herald.example/last', '<p>The last page.</p>');

test.each([
  ['a WARC file', () => Buffer.concat([COURT, PICTURE, LAST])],
  ['a WARC file that is compressed record by record', () => Buffer.concat([COURT, PICTURE, LAST].map((record) => gzipSync(record, { level: 0 })))],
  ['a WACZ file', () => waczOf({ warcs: { 'a.warc': Buffer.concat([COURT, PICTURE]), 'b.warc.gz': gzipSync(LAST) } })],
])('of %s with a picture of 10 MB the pages come out', async (_, make) => {
  const source = stretched(make());
  expect(await pool.read(source, { name: 'x' })).toMatchObject({ ok: false, problem: { code: 'web-archive' } });
  const { names, told } = await unpacked(source);
  expect(names).toEqual(['court.warc', 'last.warc']);
  expect(told).toContain('It has 3 records; 2 pages of it are documents.');
  expect(source.asked()).toBeGreaterThan(10_000_000);
});

test('a page that is too big is left out and named; what is beside it is taken', async () => {
  const big = answer('https://herald.example/big', Buffer.alloc(70_000_000, 'word '));
  const { names, told } = await unpacked(stretched(Buffer.concat([COURT, big, LAST])));
  expect(names).toEqual(['court.warc', 'last.warc']);
  expect(told).toContain('Left out, as larger than 64 MB: https://herald.example/big.');
});

test.each([
  ['as a whole', () => gzipSync(Buffer.concat([COURT, answer('https://herald.example/zeros', Buffer.alloc(400_000_000))]), { level: 1 }), 'court.warc'],
])('an archive that is a bomb %s is left at that place', async (_, make, before) => {
  const { names, told } = await unpacked(stretched(make()));
  expect(names).toEqual([before]);
  expect(told).toMatch(/^\(unsafe-archive\)/);
});

test('what is no web archive is asked for as a whole, as far as that goes', async () => {
  const text = Buffer.from('The court has decided. '.repeat(400_000));
  const read = await pool.read(stretched(text), { name: 'x.txt' });
  expect(read.ok && read.reading.text.length).toBe(text.length);
  const beyond: Bytes = { ...stretched(text), size: 300 * 1024 * 1024 };
  expect(await pool.read(beyond, { name: 'x.bin' })).toMatchObject({ ok: false, problem: { code: 'too-big' } });
});
