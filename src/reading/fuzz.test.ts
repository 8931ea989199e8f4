// Three thousand damaged copies of files of every format that is read, by a seeded generator: every one comes back as a document or a reason,
// from a pool that is still whole afterwards. The seed is printed with a failure's name, so that it can be made again.
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { waczOf } from '../../fixtures/reading/make-warc.ts';
import { FTYP, jpeg, moov, wav } from './media/media-files.test-data.ts';
import { ReaderPool } from './reader-pool.ts';
import { bytesOf } from './source.ts';

const SEED = 20_261_121;
const COPIES = 3000;

/** Mulberry32: small, seeded, good enough to choose bytes. Gives whole numbers below `limit`. */
function generator(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
}

/** Bytes flipped, a stretch cut out, a stretch of another file put in, a stretch said again. */
function damaged(original: Buffer, other: Buffer, below: (limit: number) => number): Buffer {
  const at = below(original.length);
  const length = below(Math.min(200, original.length - at) + 1);
  switch (below(4)) {
    case 0: {
      const copy = Buffer.from(original);
      for (let n = 0; n <= below(20); n++) copy[below(copy.length)] = below(256);
      return copy;
    }
    case 1:
      return Buffer.concat([original.subarray(0, at), original.subarray(at + length)]);
    case 2:
      return Buffer.concat([original.subarray(0, at), other.subarray(0, below(other.length)), original.subarray(at)]);
    default:
      return Buffer.concat([original.subarray(0, at + length), original.subarray(at)]);
  }
}

const HTML =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Court</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"Court"}</script></head><body><nav><a href="/">Home</a></nav><article><h1>Court</h1><p>The court &amp; its words.</p><ul><li>One</ul><table><tr><td>1<td>2</table></article></body></html>';
const MAIL =
  'From: a@dawn.example\r\nTo: b@dawn.example\r\nDate: Thu, 8 Jul 2021 10:00:00 +0000\r\nSubject: =?utf-8?B?2LPZhNin2YU=?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=B\r\n\r\n--B\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>A=20word</p>\r\n--B--\r\n';

const CHAT =
  '[17/05/2022, 14:03:05] Golnar: They came.\nThree of them.\n[17/05/2022, 14:04:00] +98 912 555 0147: \u200e<attached: 1-PHOTO.jpg>\n[18/05/2022, 9:00:00] Golnar: \u200eThis message was deleted\n';
const TELEGRAM = JSON.stringify({
  name: 'East',
  type: 'private_group',
  id: 1,
  messages: [
    {
      id: 1,
      type: 'message',
      date: '2022-08-10T14:03:05',
      date_unixtime: '1660123985',
      from: 'Golnar',
      from_id: 'user1',
      text: ['They ', { type: 'bold', text: 'came' }],
    },
    {
      id: 2,
      type: 'message',
      date: '2022-08-10T14:04:05',
      date_unixtime: '1660124045',
      from: 'Navid',
      forwarded_from: 'Sepid',
      reply_to_message_id: 1,
      photo: 'photos/1.jpg',
      text: '',
    },
  ],
});
const TELEGRAM_PAGE =
  '<!DOCTYPE html><html><head><meta charset="utf-8"/><title>Exported Data</title></head><body><div class="page_wrap"><div class="page_header"><div class="text bold">East</div></div><div class="history"><div class="message default clearfix" id="message2"><div class="body"><div class="pull_right date details" title="10.08.2022 14:03:05 UTC+04:30">14:03</div><div class="from_name">Golnar</div><div class="text">They <b>came</b>.<br>Three.</div></div></div></div></div></body></html>';

async function fixtures(): Promise<readonly (readonly [name: string, bytes: Buffer])[]> {
  const names = ['court-en.pdf', 'court-fa.txt', 'letter.docx', 'letter.odt', 'letter.rtf'];
  const files = await Promise.all(names.map(async (name) => [name, await readFile(new URL(`../../fixtures/reading/${name}`, import.meta.url))] as const));
  const mailbox = `From a@dawn.example Thu Jul  8 21:30:00 2021\n${MAIL}\nFrom b@dawn.example Thu Jul  8 21:40:00 2021\n${MAIL}\n`;
  const answer = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${HTML}`;
  const capture = `WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://dawn.example/a\r\nWARC-Date: 2021-07-08T10:00:00Z\r\nContent-Type: application/http;msgtype=response\r\nContent-Length: ${Buffer.byteLength(answer)}\r\n\r\n${answer}\r\n\r\n`;
  const picture = jpeg({ main: { 0x10f: 'Zenitka' }, exif: { 0x9003: '2021:07:08 14:22:10' }, orientation: 6 }, { width: 40, height: 30 });
  const film = Buffer.concat([FTYP, moov({ created: 3_708_584_530, seconds: 95, width: 64, height: 48, place: '+35.6892+051.3890/' })]);
  return [
    ...files,
    ['square.jpg', picture],
    ['march.mp4', film],
    ['march.vtt', Buffer.from('WEBVTT\n\n00:01.000 --> 00:03.000 line:0\n<v Navid>They &amp; we.\n\n00:03.000 --> 00:04.000\nNo.\n')],
    ['march.srt', Buffer.from('1\n00:00:01,000 --> 00:00:02,000\n<i>They came.</i>\n\n2\n00:00:02,500 --> 00:00:04,000\nNo.\n')],
    ['typed.txt', Buffer.from('[00:00:01] Mina: Where?\n\n[00:00:04] Navid: There.\n\n[00:01:00] So it was.\n')],
    ['call.wav', wav(1).subarray(0, 400)],
    ['page.html', Buffer.from(HTML)],
    ['mail.eml', Buffer.from(MAIL)],
    ['box.mbox', Buffer.from(mailbox)],
    ['page.warc', Buffer.from(capture)],
    ['pages.warc.gz', Buffer.concat([gzipSync(capture), gzipSync(capture.replace('/a\r', '/b\r'))])],
    ['pages.wacz', waczOf({ warcs: { 'a.warc': Buffer.from(capture), 'b.warc.gz': gzipSync(capture) }, pages: ['https://dawn.example/a'] })],
    ['wide.txt', Buffer.from(`\ufeff${HTML}`, 'utf16le')],
    ['chat.txt', Buffer.from(CHAT)],
    ['result.json', Buffer.from(TELEGRAM)],
    ['messages.html', Buffer.from(TELEGRAM_PAGE)],
    [
      'export.zip',
      Buffer.from(zipSync({ 'messages.html': strToU8(TELEGRAM_PAGE), 'messages2.html': strToU8(TELEGRAM_PAGE), 'css/style.css': strToU8('a {}') })),
    ],
    ['files.zip', Buffer.from(zipSync({ 'a.html': strToU8(HTML), 'b/c.eml': strToU8(MAIL) }))],
  ];
}

test(`${COPIES} damaged copies are each a document or a reason (seed ${SEED})`, { timeout: 400_000 }, async () => {
  const below = generator(SEED);
  const originals = await fixtures();
  const pool = new ReaderPool({ size: 2, timeLimitMs: 60_000, tesseractPaths: [] });
  const outcomes = new Map<string, number>();
  const one = async (n: number): Promise<void> => {
    const [name, bytes] = originals[n % originals.length] ?? ['', Buffer.alloc(0)];
    const copy = bytesOf(damaged(bytes, originals[below(originals.length)]?.[1] ?? bytes, below));
    const outcome = await pool.read(copy, { name });
    if (!outcome.ok && outcome.problem.code.endsWith('archive')) expect(await pool.unpack(copy, { name }, async () => {})).toHaveProperty('ok');
    const kind = outcome.ok ? 'read' : outcome.problem.code;
    outcomes.set(kind, (outcomes.get(kind) ?? 0) + 1);
  };
  // A copy is made when its reading begins, and these begin in order, so that the same seed makes the same copies.
  const left = Array.from({ length: COPIES }, (_, n) => n).values();
  const lane = async (): Promise<void> => {
    for (const n of left) await one(n);
  };
  await Promise.all(Array.from({ length: 4 }, lane));
  await pool.close();
  expect([...outcomes.values()].reduce((sum, count) => sum + count, 0)).toBe(COPIES);
  // A child that dies or loses its way is caught too, but none of these files should make one.
  for (const kind of ['reader-died', 'bad-answer', 'out-of-memory', 'took-too-long']) expect(outcomes.get(kind) ?? 0, kind).toBe(0);
  expect(outcomes.get('read') ?? 0).toBeGreaterThan(COPIES / 4);
});
