// Pictures and scanned pages through the whole of the pool. What needs Tesseract itself is left out where it, or the
// language, is not installed; the rest runs everywhere.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { pdfOf, pdfOfPictures, words, type Picture } from '../../fixtures/reading/make-pdf.ts';
import { CodePoints } from '../base/span.ts';
import type { Outcome } from './outcome.ts';
import { scanPlaces } from './scan-places.ts';
import { ReaderPool } from './reader-pool.ts';
import { bytesOf } from './source.ts';
import { TESSERACT_PATHS } from './tesseract.ts';

const installed = TESSERACT_PATHS.find((path) => existsSync(path));
const languages = installed ? execFileSync(installed, ['--list-langs'], { encoding: 'utf8' }).split('\n') : [];
const needs = (...codes: readonly string[]): boolean => codes.every((code) => languages.includes(code));

const pool = new ReaderPool({ size: 2 });
afterAll(() => pool.close());

const fixture = (name: string): Promise<Buffer> => readFile(new URL(`../../fixtures/reading/${name}`, import.meta.url));
const read = (bytes: Uint8Array, using = pool): Promise<Outcome> => using.read(bytesOf(bytes), { name: 'scan' });
const text = (outcome: Outcome): string => (outcome.ok ? outcome.reading.text : outcome.problem.reason);

/** The share of the words of the original's first page, in its order or not, that were read letter for letter. */
async function shareOfWords(found: string, name: string, last: string): Promise<number> {
  const whole = await fixture(name).then(String);
  const expected = whole.slice(0, whole.indexOf(last) + last.length).split(/\s+/);
  const got = new Set(found.split(/\s+/));
  return expected.filter((word) => got.has(word)).length / expected.length;
}

/** The bits of `scan-en.pbm`: rows of whole bytes, 1 is black. */
async function bits(): Promise<{ readonly width: number; readonly height: number; readonly data: Buffer }> {
  const file = await fixture('scan-en.pbm');
  const [head = '', width, height] = /^P4\n(\d+) (\d+)\n/.exec(file.toString('latin1', 0, 30)) ?? [];
  return { width: Number(width), height: Number(height), data: file.subarray(head.length) };
}

/** Some of its rows as a picture of a PDF. */
async function strip(from: number, to: number, kind: string): Promise<Picture> {
  const { width, height, data } = await bits();
  const row = Math.ceil(width / 8);
  const first = Math.round(from * height);
  const last = Math.round(to * height);
  const dictionary = `/Width ${width} /Height ${last - first} /BitsPerComponent 1 ${kind} /Filter /FlateDecode`;
  return { dictionary, data: deflateSync(data.subarray(first * row, last * row)) };
}
const GREY = '/ColorSpace /DeviceGray /Decode [1 0]';
const MASK = '/ImageMask true /Decode [1 0]';

test.skipIf(!needs('eng'))('a scanned pdf is read page by page, in whatever way its pages are packed', async () => {
  const outcome = await read(pdfOfPictures([[await strip(0, 1, GREY)], [], [await strip(0, 0.5, MASK), await strip(0.5, 1, MASK)]]));
  if (!outcome.ok) throw new Error(outcome.problem.reason);
  const { reading, mediaType } = outcome;
  expect(mediaType).toBe('application/pdf');
  expect(reading.reader).toMatch(/^tesseract-\d+(-\d+)*-eng@2$/);
  expect(reading.metadata).toMatchObject({ title: [{ value: 'Life sentence in the Sangtarash trial' }], language: [{ value: 'en' }] });
  const [first, second, third] = reading.pages.map((page) => reading.text.slice(page.start, page.end));
  expect(second).toBe('');
  for (const page of [first ?? '', third ?? '']) expect(await shareOfWords(page, 'court-en.txt', 'another man.')).toBeGreaterThan(0.95);
});

test.skipIf(!needs('eng'))('words of a scanned page stand where they stand on the page that was scanned, also where it is scanned in strips', async () => {
  const quote = 'Forty-one plaintiffs';
  const born = await fixture('court-en.pdf');
  const printed = await read(born);
  const at = new CodePoints(text(printed)).fromUnit(text(printed).indexOf(quote));
  const located = await pool.locate(bytesOf(born), { name: 'a.pdf' }, [{ start: at, end: at + quote.length }]);
  const [there] = located.ok ? (located.located[0]?.places ?? []) : [];
  const whole = [await strip(0, 1, GREY)];
  const strips = [await strip(0, 0.5, MASK), await strip(0.5, 1, MASK)];
  const scan = pdfOfPictures([whole, strips]);
  for (const page of [1, 2]) {
    const found = await pool.readScan(bytesOf(scan), { mediaType: 'application/pdf', reader: 'tesseract-5-eng@2', page });
    if (!found || !there) throw new Error('not found');
    const start = new CodePoints(found.text).fromUnit(found.text.indexOf(quote));
    const [place] = scanPlaces({ start, end: start + quote.length }, found, found.strips, page);
    expect([place?.page, place?.left, place?.width]).toEqual([page, expect.closeTo(there.left, 2), expect.closeTo(there.width, 1)]);
    expect((place?.top ?? 0) + (place?.height ?? 0) / 2).toBeCloseTo(there.top + there.height / 2, 2);
  }
});

test.skipIf(!installed)('no place is given on a scan that a language read which is not installed, or no Tesseract', async () => {
  for (const reader of ['tesseract-5-xxx@2', 'pdf@3', 'tesseract-5@2'])
    expect(await pool.readScan(bytesOf(Buffer.from('x')), { mediaType: 'image/png', reader, page: 1 })).toBeNull();
});

test.skipIf(!needs('fas'))('a Persian picture is read in Persian, whichever of its neighbours are installed', async () => {
  const outcome = await read(await fixture('scan-fa.jpg'));
  expect(outcome).toMatchObject({
    ok: true,
    mediaType: 'image/jpeg',
    reading: { metadata: { language: [{ value: 'fa' }] }, pages: [{ label: '1', start: 0 }] },
  });
  expect(await shareOfWords(text(outcome), 'court-fa.txt', 'قانونی خوانده بود.')).toBeGreaterThan(0.85);
});

/** Two pages of one bit, unpacked: TIFF 6.0, sections 2 and 3. */
async function tiff(): Promise<Buffer> {
  const { width, height, data } = await bits();
  const directory = (next: number): Buffer => {
    // Width, height, bits, packing (none), white is 0, where the strip is, samples, rows of it, its bytes.
    const entries = [[256, width], [257, height], [258, 1], [259, 1], [262, 0], [273, 8], [277, 1], [278, height], [279, data.length]] as const; // prettier-ignore
    const bytes = Buffer.alloc(2 + 12 * entries.length + 4);
    bytes.writeUInt16LE(entries.length, 0);
    for (const [n, [tag, value]] of entries.entries()) {
      bytes.writeUInt16LE(tag, 2 + 12 * n);
      bytes.writeUInt16LE(4, 4 + 12 * n);
      bytes.writeUInt32LE(1, 6 + 12 * n);
      bytes.writeUInt32LE(value, 10 + 12 * n);
    }
    bytes.writeUInt32LE(next, bytes.length - 4);
    return bytes;
  };
  const first = 8 + data.length;
  const head = Buffer.from('49492a0000000000', 'hex');
  head.writeUInt32LE(first, 4);
  return Buffer.concat([head, data, directory(first + directory(0).length), directory(0)]);
}

test.skipIf(!needs('eng'))('each picture of a tiff is a page', async () => {
  const outcome = await read(await tiff());
  expect(outcome).toMatchObject({ ok: true, mediaType: 'image/tiff', reading: { pages: [{ label: '1' }, { label: '2' }] } });
  const pages = outcome.ok ? outcome.reading.pages.map((page) => outcome.reading.text.slice(page.start, page.end)) : [];
  expect(pages[0]).toBe(pages[1]);
  expect(pages[0]).toContain('Forty-one plaintiffs');
});

test.skipIf(!installed)('a picture that is damaged, or holds no words, is a finding; one that is stopped is not', async () => {
  const whole = await fixture('scan-fa.jpg');
  expect(await read(whole.subarray(0, 300))).toMatchObject({ ok: false, mediaType: 'image/jpeg', problem: { code: 'damaged' } });
  const white: Picture = { dictionary: '/Width 200 /Height 200 /BitsPerComponent 8 /ColorSpace /DeviceGray', data: Buffer.alloc(40_000, 255) };
  expect(await read(pdfOfPictures([[white]]))).toMatchObject({ ok: false, problem: { code: 'no-text' } });
  const stop = new AbortController();
  setTimeout(() => stop.abort(new Error('enough')), 300);
  await expect(pool.read(bytesOf(whole), { name: 'scan' }, stop.signal)).rejects.toThrow('enough');
});

async function withPool(paths: readonly string[], use: (pool: ReaderPool) => Promise<void>, timeLimitMs = 60_000): Promise<void> {
  const other = new ReaderPool({ size: 1, tesseractPaths: paths, timeLimitMs });
  try {
    await use(other);
  } finally {
    await other.close();
  }
}

test('without Tesseract a picture is kept with what to install, and text is read as ever', async () => {
  await withPool(['/nonexistent/tesseract'], async (other) => {
    for (const bytes of [await fixture('scan-fa.jpg'), pdfOfPictures([[await strip(0, 1, GREY)]])]) {
      const outcome = await read(bytes, other);
      expect(outcome).toMatchObject({ ok: false, problem: { code: 'needs-ocr' } });
      expect(!outcome.ok && outcome.problem.hint).toContain('tesseract-ocr-fas');
    }
    expect(text(await read(pdfOf([words([50, 780, 'The court has decided.'])]), other))).toBe('The court has decided.');
  });
});

/** A program in Tesseract's place. */
async function inItsPlace(script: string, use: (path: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-tesseract-'));
  const path = join(folder, 'tesseract');
  const said = `case "$1" in --version) echo 'tesseract 9.1'; exit;; --list-langs) echo 'List:'; echo eng; exit;; esac`;
  await writeFile(path, `#!/bin/sh\n${said}\n${script}\n`);
  await chmod(path, 0o755);
  try {
    await use(path);
  } finally {
    await rm(folder, { recursive: true });
  }
}

test.skipIf(process.platform === 'win32').each([
  ['fails', 'cat > /dev/null; echo "cannot open picture" >&2; exit 1', 'damaged', 'cannot open picture'],
  ['fails before it has taken the picture', 'exit 3', 'damaged', 'status 3'],
  ['hangs', 'sleep 20', 'took-too-long', '1 s'],
])('of a Tesseract that %s a finding is left', async (_, script, code, reason) => {
  await inItsPlace(script, (path) =>
    withPool([path], async (other) => {
      const outcome = await read(await fixture('scan-fa.jpg'), other);
      expect(outcome).toMatchObject({ ok: false, reader: 'tesseract-9-1@2', problem: { code } });
      expect(text(outcome)).toContain(reason);
    }, 1000),
  ); // prettier-ignore
});

test.skipIf(process.platform === 'win32').each([
  ['finds nothing', 'cat > /dev/null'],
  ['says what is no table', 'cat > /dev/null; echo "<html>"; echo 5'],
])('a picture in which Tesseract %s is a document without words, and says that none were found', async (_, script) => {
  await inItsPlace(script, (path) =>
    withPool(
      [path],
      async (other) => {
        const outcome = await read(await fixture('scan-fa.jpg'), other);
        const warnings = [{ code: 'pages-without-text', detail: expect.stringContaining('no words') }];
        expect(outcome).toMatchObject({ ok: true, mediaType: 'image/jpeg', reading: { text: '', warnings, reader: 'tesseract-9-1@2' } });
      },
      1000,
    ),
  );
});

test.skipIf(process.platform === 'win32')('words that Tesseract gives are text whatever they say, and are made of nothing but letters', async () => {
  const row = (word: string, line: number): string => `5\\t1\\t1\\t1\\t${line}\\t1\\t0\\t0\\t1\\t1\\t96\\t${word}\\n`;
  const script = `cat > /dev/null; printf '${row('<html><body>Inter-', 1)}${row('national\\342\\200\\256', 2)}'`;
  await inItsPlace(script, (path) =>
    withPool([path], async (other) => expect(text(await read(await fixture('scan-fa.jpg'), other))).toBe('<html><body>International')),
  );
});
