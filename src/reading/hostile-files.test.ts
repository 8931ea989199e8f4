// Files made to harm whoever opens them, through the whole of the pool. Each ends in a finding or a reading, soon, and
// the pool goes on.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pdfBomb, pdfOf, words } from '../../fixtures/reading/make-pdf.ts';
import { zipOf } from '../../fixtures/reading/make-zip.ts';
import { ReaderPool } from './reader-pool.ts';

const pool = new ReaderPool({ size: 2, timeLimitMs: 20_000 });
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onrecord-hostile-'));
});
afterAll(async () => {
  await pool.close();
  await rm(folder, { recursive: true });
});

async function outcomeOf(name: string, bytes: Uint8Array | string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  const outcome = await pool.read(path, { name });
  await rm(path);
  return outcome.ok ? 'read' : outcome.problem.code;
}

const fixture = (name: string): Promise<Buffer> => readFile(new URL(`../../fixtures/reading/${name}`, import.meta.url));

const zeros = (megabytes: number): Uint8Array => new Uint8Array(megabytes * 1024 * 1024);

test.each<[string, string, () => Uint8Array | string, readonly string[]]>([
  ['a pdf of 0.7 MB that unpacks to 700 MB', 'a.pdf', () => pdfBomb(700_000_000, 1), ['out-of-memory', 'damaged', 'took-too-long']],
  ['a pdf of a few kilobytes that unpacks twice, to 700 MB', 'b.pdf', () => pdfBomb(700_000_000, 2), ['out-of-memory', 'damaged', 'took-too-long']],
  ['a pdf of 50,000 pages', 'c.pdf', () => pdfOf(Array.from({ length: 50_000 }, () => '')), ['too-big']],
  ['a docx that claims to unpack to 1 GB', 'd.docx', () => zipOf('word/document.xml', deflateRawSync(zeros(1)), 1_000_000_000), ['unsafe-archive']],
  [
    'a docx that unpacks to 700 MB and claims 1,000 bytes',
    'e.docx',
    () => zipOf('word/document.xml', deflateRawSync(zeros(700), { level: 1 }), 1000),
    ['reader-failed', 'damaged', 'out-of-memory', 'no-text'],
  ],
  ['a zip in a zip in a zip', 'f.zip', () => zipSync({ 'a.zip': zipSync({ 'b.zip': zipSync({ '../../etc/passwd': strToU8('x') }) }) }), ['archive']],
  ['a gzip bomb', 'g.gz', () => gzipSync(zeros(100)), ['no-reader']],
  [
    'a web capture that unpacks to 700 MB',
    'g.warc.gz',
    () => gzipSync(Buffer.concat([Buffer.from('WARC/1.1\r\n'), Buffer.alloc(700_000_000)]), { level: 1 }),
    ['damaged'],
  ],
  ['an html of ten thousand elements inside each other', 'h.html', () => '<div>'.repeat(10_000), ['too-deep']],
  ['an html of a million unclosed elements of formatting', 'i.html', () => '<b>'.repeat(1_000_000), ['too-deep', 'took-too-long', 'out-of-memory']],
  ['an html of one endless tag', 'j.html', () => `<html><p ${'a="b" '.repeat(500_000)}`, ['no-text', 'read']],
  [
    'an html with twenty thousand attributes on an element',
    'k.html',
    () => `<html><p ${Array.from({ length: 20_000 }, (_, n) => `a${n}=b`).join(' ')}>Text</p>`,
    ['read', 'took-too-long'],
  ],
  ['an xml with an entity bomb', 'l.xml', () => '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "cccc">]><a>&b;</a>', ['no-reader']],
  [
    'a mail two hundred parts deep',
    'm.eml',
    () =>
      `From: a@b.example\nDate: x\nSubject: y\n${Array.from({ length: 200 }, (_, n) => `Content-Type: multipart/mixed; boundary=B${n}\n\n--B${n}\n`).join('')}`,
    ['too-deep'],
  ],
  ['a mail with a header of 10 MB', 'n.eml', () => `From: a@b.example\nDate: x\nSubject: ${'y'.repeat(10_000_000)}\n\nText`, ['damaged', 'read']],
  ['an rtf of a million groups', 'o.rtf', () => `{\\rtf1 ${'{'.repeat(1_000_000)}`, ['damaged']],
  ['text of 60 MB without a space', 'p.txt', () => 'x'.repeat(60_000_000), ['read']],
  ['text with a zero byte', 'q.txt', () => 'abc\0def', ['not-text']],
  ['text with half a character', 'r.txt', () => Buffer.from('fffe610000d86200', 'hex'), ['not-text', 'undecodable']],
  ['a file that is pdf and zip at once', 's.pdf', () => Buffer.concat([pdfOf([words([50, 780, 'Text'])]), zipSync({ 'a.txt': strToU8('x') })]), ['read']],
  ['a file that is gif and html at once', 't.html', () => 'GIF89a/*<html><script>alert(1)</script>', ['needs-ocr']],
  ['a raw stream of deflated zeros', 'u.bin', () => deflateRawSync(zeros(50)), ['not-text', 'undecodable', 'no-text']],
])('%s', { timeout: 60_000 }, async (_, name, make, outcomes) => {
  expect(outcomes).toContain(await outcomeOf(name, make()));
});

test('every format cut short at any tenth of its length is a finding or a reading', { timeout: 60_000 }, async () => {
  for (const name of ['court-en.pdf', 'letter.docx', 'letter.odt', 'letter.rtf']) {
    const whole = await fixture(name);
    for (let tenth = 1; tenth < 10; tenth++) {
      const outcome = await outcomeOf(name, whole.subarray(0, Math.floor((whole.length * tenth) / 10)));
      expect(['damaged', 'reader-failed', 'needs-ocr', 'no-text', 'read', 'no-reader'], `${name} at ${tenth}/10`).toContain(outcome);
    }
  }
});

test('after all of it, an honest file is read', async () => {
  expect(await outcomeOf('honest.txt', 'The court has decided.')).toBe('read');
});
