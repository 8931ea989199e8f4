import { brotliCompressSync, deflateRawSync, gzipSync } from 'node:zlib';
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { pdfOf, words } from '../../fixtures/reading/make-pdf.ts';
import { digestOf, hops, httpAnswer, warcRecord } from '../../fixtures/reading/make-warc.ts';
import { base32 } from '../base/base32.ts';
import { locateInOriginal, planFor, readOriginal } from './read-original.ts';
import type { ReadResult } from './outcome.ts';

const PAGE = Buffer.from('<title>Court</title><meta property="article:published_time" content="2022-12-17"><p>The court has decided.</p>');
const ADDRESS = 'https://herald.example/court';
const read = (bytes: Uint8Array): Promise<ReadResult> => readOriginal(bytes, planFor(bytes, 'x'));
const textOf = (result: ReadResult): string => (result.ok ? result.reading.text : `(${result.problem.code}) ${result.problem.reason}`);
const warningsOf = (result: ReadResult): readonly string[] => (result.ok ? result.reading.warnings.map(({ code, detail }) => `${code}: ${detail}`) : []);

/** A capture of the page, stating these digests. */
const capture = (block: Buffer, more = ''): Buffer => warcRecord('response', ADDRESS, block, more);

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
    warcRecord('warcinfo', '', Buffer.from('software: x\r\n')),
    warcRecord('request', ADDRESS, Buffer.from('GET /court HTTP/1.1\r\n\r\n')),
    capture(httpAnswer(PAGE)),
  ]);
  const result = await read(warc);
  expect(textOf(result)).toBe('The court has decided.');
  expect(warningsOf(result)).toEqual([]);
  expect(result.ok && result.reading.metadata.published?.map(({ value }) => value)).toEqual(['2022-12-17']);
  expect(result.ok && result.reading.metadata).toMatchObject({
    url: [{ value: ADDRESS, from: 'WARC-Target-URI' }],
    captured: [{ value: '2022-12-18', from: 'WARC-Date 2022-12-18T06:00:00Z' }],
  });
});

test.each([
  ['record by record compressed', gzipSync(capture(httpAnswer(PAGE)))],
  ['in a file of version 0.18', warcRecord('response', ADDRESS, httpAnswer(PAGE), '', '0.18')],
  ['in chunks', capture(httpAnswer(chunked(PAGE), 'Transfer-Encoding: chunked\r\n'))],
  ['in compressed chunks', capture(httpAnswer(chunked(gzipSync(PAGE)), 'Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n'))],
  ['compressed with Brotli', capture(httpAnswer(brotliCompressSync(PAGE), 'Content-Encoding: br\r\n'))],
  ['compressed without the wrapping that the name asks for', capture(httpAnswer(deflateRawSync(PAGE), 'Content-Encoding: deflate\r\n'))],
  ['unpacked already under a head that says Brotli', capture(httpAnswer(PAGE, 'Content-Encoding: br\r\n'))],
  [
    'after a redirection',
    Buffer.concat([warcRecord('response', `${ADDRESS}?`, httpAnswer('moved', `Location: ${ADDRESS}\r\n`, '301 Moved')), capture(httpAnswer(PAGE))]),
  ],
  [
    'beside frames of it',
    Buffer.concat([capture(httpAnswer(PAGE)), warcRecord('response', `${ADDRESS}/frame`, httpAnswer('<p>Frame.</p>')), hops(`${ADDRESS}/frame`, 'E')]),
  ],
  [
    'beside what a program made of it',
    Buffer.concat([capture(httpAnswer(PAGE)), warcRecord('resource', `urn:text:${ADDRESS}`, Buffer.from('Text.'), 'Content-Type: text/plain\r\n')]),
  ],
  [
    'beside what robots are told',
    Buffer.concat([
      warcRecord('response', 'https://herald.example/robots.txt', httpAnswer('User-agent: *', '', '200 OK', 'text/plain')),
      capture(httpAnswer(PAGE)),
    ]),
  ],
])('a page %s is read', async (_, warc) => {
  expect(textOf(await read(warc))).toBe('The court has decided.');
});

test('a text is read in the encoding that the server stated', async () => {
  const body = Buffer.from('cceef1eae2e0', 'hex'); // six letters of windows-1251
  expect(textOf(await read(capture(httpAnswer(body, '', '200 OK', 'text/plain; charset=windows-1251'))))).toBe('Москва');
});

test('a PDF of the web is read as one, and its words have places on its pages', async () => {
  const pdf = pdfOf([words([50, 780, 'The court has decided.'])]);
  const warc = capture(httpAnswer(pdf, '', '200 OK', 'application/pdf'));
  const result = await read(warc);
  expect(textOf(result)).toBe('The court has decided.');
  expect(result.ok && result.reading.pages).toHaveLength(1);
  const located = await locateInOriginal(warc, planFor(warc, 'x'), [{ start: 0, end: 9 }]);
  expect(located.ok && located.located[0]).toMatchObject({ exact: 'The court', places: [{ page: 1 }] });
});

const BLOCK = httpAnswer(chunked(gzipSync(PAGE)), 'Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n');
const sha1 = (bytes: Buffer): string => `sha1:${base32(createHash('sha1').update(bytes).digest()).toUpperCase()}`;
test.each([
  ['SHA-1 in base 32 of the block', `WARC-Block-Digest: ${sha1(BLOCK)}\r\n`],
  ['SHA-256 in hexadecimal of the payload as it came', `WARC-Payload-Digest: ${digestOf(chunked(gzipSync(PAGE)))}\r\n`],
  ['SHA-1 of the payload without its chunks', `WARC-Payload-Digest: ${sha1(gzipSync(PAGE))}\r\n`],
  ['MD5 of the payload unpacked', `WARC-Payload-Digest: ${digestOf(PAGE, 'md5')}\r\n`],
  ['an algorithm that is not known', 'WARC-Payload-Digest: blake3:00\r\n'],
])('a digest that fits is no matter to tell: %s', async (_, digest) => {
  expect(warningsOf(await read(capture(BLOCK, digest)))).toEqual([]);
});

test.each([
  ['block', `WARC-Block-Digest: ${digestOf('x')}\r\n`, 'WARC-Block-Digest'],
  ['payload', `WARC-Payload-Digest: ${digestOf('x', 'sha1')}\r\n`, 'WARC-Payload-Digest'],
])('a page whose %s does not fit its digest is read, and it is told', async (_, digest, field) => {
  const result = await read(capture(httpAnswer(PAGE), digest));
  expect(textOf(result)).toBe('The court has decided.');
  expect(warningsOf(result)).toEqual([expect.stringMatching(`^digest-differs: The .* does not fit the digest that the archive states of it \\(${field}\\)`)]);
});

const whole = capture(httpAnswer(PAGE));
test.each([
  ['the program that captured it cut short', capture(httpAnswer(PAGE), 'WARC-Truncated: length\r\n'), 'cut it short (length)'],
  [
    'is shorter than the server said',
    capture(httpAnswer(PAGE, `Content-Length: ${PAGE.length + 50}\r\n`)),
    `sends ${PAGE.length + 50} bytes, and ${PAGE.length}`,
  ],
  ['is followed by another that is cut short', Buffer.concat([whole, whole.subarray(0, whole.length - 10)]), 'Record 2 is cut short'],
  ['is followed by something else', Buffer.concat([whole, Buffer.from('rubbish')]), 'Record 2 has no sound head'],
  ['is followed by something else in its compression', Buffer.concat([gzipSync(whole), Buffer.from('rubbish'.repeat(10))]), 'not packed any more'],
  ['is followed by a record that does not unpack', Buffer.concat([gzipSync(whole), gzipSync(whole).fill(0xff, 20, 60)]), 'does not unpack'],
])('a page that %s is read, and it is told', async (_, warc, reason) => {
  const result = await read(warc);
  expect(textOf(result)).toBe('The court has decided.');
  expect(warningsOf(result)).toEqual([expect.stringContaining(reason)]);
});

test.each([
  ['cut short', whole.subarray(0, whole.length - 10), 'cut short'],
  ['longer than it says', Buffer.from(whole.toString('latin1').replace(/Content-Length: \d+/, 'Content-Length: 50'), 'latin1'), 'cut short'],
  ['shorter than it says', Buffer.from(whole.toString('latin1').replace(/Content-Length: \d+/, 'Content-Length: 5000000000'), 'latin1'), 'cut short'],
  ['cut short in its compression', gzipSync(whole).subarray(0, 200), 'cut short'],
  ['cut short between chunks', capture(httpAnswer(chunked(PAGE).subarray(0, 40), 'Transfer-Encoding: chunked\r\n')), 'chunks'],
  ['a bomb in its body', capture(httpAnswer(gzipSync(Buffer.alloc(200_000_000), { level: 1 }), 'Content-Encoding: gzip\r\n')), 'does not unpack'],
])('of a capture that is %s no half page is taken for a whole one', async (_, warc, reason) => {
  const text = textOf(await read(warc));
  expect(text).toMatch(/^\(damaged\)/);
  expect(text).toContain(reason);
});

test('a capture in which nothing was answered with success says so', async () => {
  expect(textOf(await read(warcRecord('response', ADDRESS, httpAnswer('gone', '', '404 Not Found'))))).toMatch(
    /^\(no-text\) .*no page that was answered with success/,
  );
});

test('several pages are an archive', async () => {
  expect(textOf(await read(Buffer.concat([whole, warcRecord('response', 'https://herald.example/', httpAnswer(PAGE))])))).toMatch(/^\(web-archive\)/);
});
