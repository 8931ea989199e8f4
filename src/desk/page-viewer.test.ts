import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { deflateSync } from 'node:zlib';
import { pdfOf, pdfOfPictures, words, type Picture } from '../../fixtures/reading/make-pdf.ts';
import { TESSERACT_PATHS } from '../reading/tesseract.ts';
import { addFiles } from './add.ts';
import { Casebook, surroundings } from './casebook.ts';
import { recordClaim } from './claim-new.ts';
import { PageViewer } from './page-viewer.ts';
import { documentView } from './questions.ts';
import { findQuote } from './quoted.ts';

type Opened = { readonly casebook: Casebook; readonly viewer: PageViewer; readonly folder: string; readonly id: string };

async function opened(name: string, bytes: Uint8Array, passphrase: string | null = null): Promise<Opened> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-pages-'));
  const path = join(folder, name);
  await writeFile(path, bytes);
  const casebook = await Casebook.create(join(folder, 'book'), 'Test', surroundings('Mina Farhadi'), passphrase);
  const viewer = new PageViewer(casebook);
  onTestFinished(async () => {
    await viewer.close();
    await casebook.close();
    await rm(folder, { recursive: true });
  });
  const [added] = await Array.fromAsync(addFiles(casebook, [path], {}, new AbortController().signal));
  await rm(path);
  return { casebook, viewer, folder: join(folder, 'book'), id: added?.id ?? '' };
}

const gone = new AbortController().signal;
const LETTER = pdfOf([words([50, 780, 'The court sat on Tuesday.']), words([50, 780, 'The court'], [110, 780, 'has decided'], [50, 765, 'that he is free.'])]);
const size = (png: Uint8Array): readonly number[] => [Buffer.from(png).readUInt32BE(16), Buffer.from(png).readUInt32BE(20)];

test('a page of a pdf is drawn as wide as it is asked for, and a page that is not there is not found', async () => {
  const { viewer, id } = await opened('letter.pdf', LETTER);
  expect(await viewer.pages(id, gone)).toEqual([
    { number: 1, label: '1', width: 595, height: 842 },
    { number: 2, label: '2', width: 595, height: 842 },
  ]);
  const { mediaType, bytes } = await viewer.picture(id, 2, 600, gone);
  expect([mediaType, size(bytes)]).toEqual(['image/png', [600, 849]]);
  expect((await viewer.picture(id, 1, 600, gone)).bytes).not.toEqual(bytes);
  expect((await viewer.picture(id, 2, 600, gone)).bytes).toBe(bytes);
  await expect(viewer.picture(id, 3, 600, gone)).rejects.toMatchObject({ code: 'not-found' });
  await expect(viewer.pages('d_nothing', gone)).rejects.toMatchObject({ code: 'not-found' });
});

test('a claim stands where its words are drawn, a rectangle for each line, in fractions of the page', async () => {
  const { casebook, viewer, id } = await opened('letter.pdf', LETTER);
  const { text } = await documentView(casebook, id);
  const quote = findQuote(text, 'has decided that he is free.');
  const own = await recordClaim(casebook, id, { quote, kind: 'statement', roles: {}, time: null, modality: 'asserted', saidBy: [] });
  const [found] = await viewer.claims(id, [own.id], gone);
  const inPoints = found?.places.map(({ page, left, top, width }) => [page, left * 595, top * 842, width * 595].map(Math.round));
  // A4 is 842 points high; letters of 12 points reach 10.8 above their baseline; Helvetica's widths of the second line sum to 76.04.
  expect(inPoints).toEqual([[2, 110, 51, 65], [2, 50, 66, 76]]); // prettier-ignore
  expect(await viewer.passage(id, quote, gone)).toEqual([{ id: null, places: found?.places }]);
  expect((await viewer.claims(id, null, gone)).map((each) => each.id)).toContain(own.id);
});

test('a picture is its own page, as it came; a text has none', async () => {
  const jpeg = await readFile(new URL('../../fixtures/reading/scan-fa.jpg', import.meta.url));
  const scan = await opened('scan.jpg', jpeg);
  const [page] = await scan.viewer.pages(scan.id, gone);
  expect(page).toMatchObject({ number: 1, label: '1' });
  expect((page?.height ?? 0) / (page?.width ?? 1)).toBeCloseTo(Math.SQRT2, 1);
  expect(await scan.viewer.picture(scan.id, 1, 600, gone)).toEqual({ mediaType: 'image/jpeg', bytes: jpeg });
  const plain = await opened('note.txt', Buffer.from('The court sat on Tuesday.'));
  expect(await plain.viewer.pages(plain.id, gone)).toEqual([]);
  await expect(plain.viewer.picture(plain.id, 1, 600, gone)).rejects.toMatchObject({ code: 'not-found' });
  expect(await plain.viewer.passage(plain.id, { start: 0, end: 9 }, gone)).toEqual([{ id: null, places: [] }]);
});

const TESSERACT = TESSERACT_PATHS.find((path) => existsSync(path));
const readsEnglish = TESSERACT !== undefined && /^eng$/m.test(execFileSync(TESSERACT, ['--list-langs'], { encoding: 'utf8' }));

test.skipIf(!readsEnglish)('a claim from a picture of a page stands on it where its words were read', async () => {
  const { casebook, viewer, id } = await opened('scan.pgm.pdf', pdfOfPictures([[await scanned()]]));
  const { text, reader } = await documentView(casebook, id);
  expect(reader).toMatch(/^tesseract-.*-eng@\d+$/);
  const quote = findQuote(text, 'Demonstration text');
  const own = await recordClaim(casebook, id, { quote, kind: 'statement', roles: {}, time: null, modality: 'asserted', saidBy: [] });
  const [found] = await viewer.claims(id, [own.id], gone);
  expect(found?.places).toEqual([expect.objectContaining({ page: 1, left: expect.closeTo(0.14, 1), width: expect.closeTo(0.25, 1) })]);
  expect(await viewer.passage(id, quote, gone)).toEqual([{ id: null, places: found?.places }]);
});

/** The upper part of `scan-en.pbm` as a picture of a PDF: rows of whole bytes, 1 is black. */
async function scanned(): Promise<Picture> {
  const file = await readFile(new URL('../../fixtures/reading/scan-en.pbm', import.meta.url));
  const [head = '', width, height] = /^P4\n(\d+) (\d+)\n/.exec(file.toString('latin1', 0, 30)) ?? [];
  const rows = Math.round(0.45 * Number(height));
  const dictionary = `/Width ${width} /Height ${rows} /BitsPerComponent 1 /ColorSpace /DeviceGray /Decode [1 0] /Filter /FlateDecode`;
  return { dictionary, data: deflateSync(file.subarray(head.length, head.length + rows * Math.ceil(Number(width) / 8))) };
}

test('of an encrypted casebook no page lies readable on the disk', async () => {
  const { viewer, folder, id } = await opened('letter.pdf', LETTER, 'a long passphrase of the desk');
  const { bytes } = await viewer.picture(id, 1, 600, gone);
  expect(bytes.length).toBeGreaterThan(1000);
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const lies = (await readFile(join(entry.parentPath, entry.name))).toString('latin1');
    expect(lies.includes('PNG') && lies.includes('IHDR')).toBe(false);
    expect(lies).not.toContain('%PDF');
  }
});

test('a pdf that cannot be opened says why', async () => {
  const { viewer, id } = await opened('cut.pdf', LETTER.subarray(0, 60));
  await expect(viewer.picture(id, 1, 600, gone)).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('damaged') });
});
