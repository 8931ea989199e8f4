import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { zipOf } from '../../fixtures/reading/make-zip.ts';
import type { Part } from './outcome.ts';
import { ReaderPool } from './reader-pool.ts';
import { bytesOf } from './source.ts';

const pool = new ReaderPool({ size: 1 });
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onrecord-unpack-'));
});
afterAll(async () => {
  await pool.close();
  await rm(folder, { recursive: true });
});

async function unpacked(name: string, bytes: Uint8Array | string): Promise<{ parts: Part[]; end: string }> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  const parts: Part[] = [];
  const outcome = await pool.unpack(path, { name }, async (part) => void parts.push(part));
  return { parts, end: outcome.ok ? `${outcome.mediaType} ${outcome.count}` : outcome.problem.code };
}

const shown = (parts: readonly Part[]): readonly string[] => parts.map(({ name, bytes }) => `${name}: ${Buffer.from(bytes).toString('utf8')}`);

test('the files of an archive come out one by one, their names no paths', async () => {
  const zip = zipSync({
    'a/b.txt': strToU8('one'),
    '../../etc/passwd': strToU8('two'),
    'stored.txt': [strToU8('three'), { level: 0 }],
    'empty.txt': new Uint8Array(),
    'گزارش.txt': strToU8('چهار'),
  });
  const { parts, end } = await unpacked('x.zip', zip);
  expect(shown(parts)).toEqual(['b.txt: one', 'passwd: two', 'stored.txt: three', 'empty.txt: ', 'گزارش.txt: چهار']);
  expect(end).toBe('application/zip 5');
});

test('an archive in an archive is a part like any other', async () => {
  const { parts } = await unpacked('x.zip', zipSync({ 'inner.zip': zipSync({ 'a.txt': strToU8('deep') }) }));
  const inner = await unpacked('inner.zip', parts[0]?.bytes ?? '');
  expect(shown(inner.parts)).toEqual(['a.txt: deep']);
});

const MAIL = `From: a@dawn.example\r\nDate: Thu, 8 Jul 2021 10:00:00 +0000\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=B\r\n\r\n--B\r\nContent-Type: text/plain\r\n\r\nText\r\n--B\r\nContent-Type: text/plain; name="../list.txt"\r\nContent-Disposition: attachment; filename="../list.txt"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from('names').toString('base64')}\r\n--B\r\nContent-Type: message/rfc822\r\n\r\nFrom: c@dawn.example\r\nSubject: inner\r\n\r\nInner text\r\n--B--\r\n`;

test('what is attached to a mail comes out, a forwarded mail as a mail', async () => {
  const { parts, end } = await unpacked('x.eml', MAIL);
  expect(parts.map((part) => part.name)).toEqual(['list.txt', 'message.eml']);
  expect(Buffer.from(parts[0]?.bytes ?? []).toString()).toBe('names');
  expect(Buffer.from(parts[1]?.bytes ?? []).toString()).toContain('Inner text');
  expect(end).toBe('message/rfc822 2');
});

test.each([
  ['with a mail forwarded in it', MAIL],
  ['without one', MAIL.replace('Content-Type: message/rfc822', 'Content-Type: text/csv')],
])('a mail %s is read and opened in one visit as it is in two', async (_, mail) => {
  const source = bytesOf(Buffer.from(mail));
  const parts: Part[] = [];
  const { read, unpacked: end } = await pool.readWithParts(source, { name: 'x.eml' }, async (part) => void parts.push(part));
  const apart = await unpacked('x.eml', mail);
  expect(read).toEqual(await pool.read(source, { name: 'x.eml' }));
  expect([read.ok, parts.length, shown(parts)]).toEqual([true, 2, shown(apart.parts)]);
  expect(end).toMatchObject({ ok: true, count: 2 });
});

test('what is no mail is only read, be it an archive', async () => {
  const parts: Part[] = [];
  const put = async (part: Part): Promise<void> => void parts.push(part);
  const text = await pool.readWithParts(bytesOf(Buffer.from('One line.')), { name: 'a.txt' }, put);
  const zip = await pool.readWithParts(bytesOf(zipSync({ 'a.txt': strToU8('one') })), { name: 'a.zip' }, put);
  expect([text.read.ok, text.unpacked, zip.read.ok, zip.unpacked, parts]).toEqual([true, null, false, null, []]);
});

test('the messages of a mailbox come out as mails', async () => {
  const message = (n: number): string =>
    `From a@dawn.example Thu Jul  8 21:30:00 2021\nFrom: a@dawn.example\nDate: Thu, 8 Jul 2021 10:00:00 +0000\nSubject: ${n}\n\nText ${n}.\n>From the beginning.\n\n`;
  const { parts } = await unpacked('x.mbox', message(1) + message(2));
  expect(parts.map(({ name, bytes }) => `${name} ${/Text \d/.exec(Buffer.from(bytes).toString())?.[0]}`)).toEqual([
    'message-1.eml Text 1',
    'message-2.eml Text 2',
  ]);
  expect(Buffer.from(parts[0]?.bytes ?? []).toString()).toMatch(/\nFrom the beginning\.\s*$/);
});

test('a file that is no container has no parts', async () => {
  expect(await unpacked('x.txt', 'text')).toEqual({ parts: [], end: 'text/plain 0' });
});

test.each([
  ['claims to unpack to 1 GB', zipOf('a', deflateRawSync(Buffer.alloc(1000)), 1_000_000_000), 'unsafe-archive'],
  ['unpacks to more than it claims', zipOf('a', deflateRawSync(Buffer.alloc(50_000_000)), 1000), 'damaged'],
  ['has another checksum than it claims', zipOf('a', deflateRawSync(Buffer.from('abc')), 3), 'damaged'],
  ['is cut short', zipSync({ a: strToU8('text') }).subarray(0, 60), 'damaged'],
])('of an archive that %s nothing comes out', async (_, zip, end) => {
  expect(await unpacked('x.zip', zip)).toEqual({ parts: [], end });
});

test('what goes wrong where parts are put away ends the call with it, and the pool goes on', async () => {
  const path = join(folder, 'y.zip');
  await writeFile(path, zipSync({ 'a.txt': strToU8('one'), 'b.txt': strToU8('two') }));
  const full = async (): Promise<void> => {
    throw new Error('the disk is full');
  };
  await expect(pool.unpack(path, { name: 'y.zip' }, full)).rejects.toThrow('the disk is full');
  expect((await unpacked('x.txt', 'text')).end).toBe('text/plain 0');
});
