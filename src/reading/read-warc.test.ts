import { createHash } from 'node:crypto';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { planFor, readOriginal } from './read-original.ts';
import type { ReadResult } from './outcome.ts';
import { unpackOriginal } from './unpack-original.ts';

function record(type: string, url: string, block: Buffer, more = ''): Buffer {
  const head = `WARC/1.1\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2022-12-18T06:00:00Z\r\nWARC-Block-Digest: sha256:${createHash('sha256').update(block).digest('hex')}\r\n${more}Content-Length: ${block.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), block, Buffer.from('\r\n\r\n')]);
}

const answer = (body: Buffer, more = '', status = '200 OK'): Buffer =>
  Buffer.concat([Buffer.from(`HTTP/1.1 ${status}\r\nContent-Type: text/html; charset=utf-8\r\n${more}\r\n`), body]);

const PAGE = Buffer.from('<title>Court</title><meta property="article:published_time" content="2022-12-17"><p>The court has decided.</p>');
const ADDRESS = 'https://herald.example/court';
const read = (bytes: Uint8Array): Promise<ReadResult> => readOriginal(bytes, planFor(bytes, 'x'));
const textOf = (result: ReadResult): string => (result.ok ? result.reading.text : `(${result.problem.code}) ${result.problem.reason}`);

const chunked = (body: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from('a\r\n'),
    body.subarray(0, 10),
    Buffer.from(`\r\n${(body.length - 10).toString(16)}\r\n`),
    body.subarray(10),
    Buffer.from('\r\n0\r\n\r\n'),
  ]);

test('a capture of one page is read as the page, with its address; the day of capture is not when it was published', async () => {
  const warc = Buffer.concat([
    record('warcinfo', '', Buffer.from('software: x\r\n')),
    record('request', ADDRESS, Buffer.from('GET /court HTTP/1.1\r\n\r\n')),
    record('response', ADDRESS, answer(PAGE)),
  ]);
  const result = await read(warc);
  expect(textOf(result)).toBe('The court has decided.');
  expect(result.ok && result.reading.metadata.published?.map(({ value }) => value)).toEqual(['2022-12-17']);
  expect(result.ok && result.reading.metadata).toMatchObject({
    url: [{ value: ADDRESS, from: 'WARC-Target-URI' }],
    captured: [{ value: '2022-12-18', from: 'WARC-Date' }],
  });
});

test.each([
  ['record by record compressed', gzipSync(record('response', ADDRESS, answer(PAGE)))],
  ['in chunks', record('response', ADDRESS, answer(chunked(PAGE), 'Transfer-Encoding: chunked\r\n'))],
  ['in compressed chunks', record('response', ADDRESS, answer(chunked(gzipSync(PAGE)), 'Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n'))],
  ['compressed with Brotli', record('response', ADDRESS, answer(brotliCompressSync(PAGE), 'Content-Encoding: br\r\n'))],
  [
    'after a redirection',
    Buffer.concat([record('response', `${ADDRESS}?`, answer(Buffer.from('moved'), '', '301 Moved')), record('response', ADDRESS, answer(PAGE))]),
  ],
])('a page %s is read', async (_, warc) => {
  expect(textOf(await read(warc))).toBe('The court has decided.');
});

test('a capture of several pages is an archive, and each page comes out of it', async () => {
  const warc = Buffer.concat([
    record('response', ADDRESS, answer(PAGE)),
    record('response', 'https://herald.example/', answer(PAGE)),
    record('response', ADDRESS, answer(PAGE)),
  ]);
  expect(textOf(await read(warc))).toMatch(/^\(archive\).*2 documents/);
  const names: string[] = [];
  expect(await unpackOriginal(warc, 'application/warc', ({ name }) => void names.push(name))).toBeNull();
  expect(names).toEqual(['court.html', 'index.html']);
});

const whole = record('response', ADDRESS, answer(PAGE));
test.each([
  ['cut short', whole.subarray(0, whole.length - 10), 'cut short'],
  ['cut short in its compression', gzipSync(whole).subarray(0, 200), 'does not unpack'],
  ['altered', Buffer.from(whole.toString('latin1').replace('decided', 'refused'), 'latin1'), 'digest'],
  ['cut short between chunks', record('response', ADDRESS, answer(chunked(PAGE).subarray(0, 40), 'Transfer-Encoding: chunked\r\n')), 'chunks'],
  ['followed by something else', Buffer.concat([whole, Buffer.from('rubbish')]), 'record 2'],
])('a capture that is %s is damaged', async (_, warc, reason) => {
  const text = textOf(await read(warc));
  expect(text).toMatch(/^\(damaged\)/);
  expect(text).toContain(reason);
});
