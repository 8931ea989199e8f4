import { deflateSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { pdfOfPictures } from '../../fixtures/reading/make-pdf.ts';
import { drawPage, pdfPages } from './draw-page.ts';
import { pdfPicture } from './pdf-picture.ts';
import { drawingOfOriginal, pagesOfOriginal } from './read-original.ts';
import { ReaderPool } from './reader-pool.ts';
import { bytesOf } from './source.ts';
import { tiffAsPdf } from './tiff-as-pdf.ts';

type Fields = Readonly<Record<number, readonly number[]>>;

/** A TIFF file, a page for each list of fields (LONG each) and its pixels in one strip: TIFF 6.0, section 2. */
function tiffOf(...pages: readonly { readonly fields: Fields; readonly pixels: readonly number[] }[]): Buffer {
  const parts: Buffer[] = [Buffer.from('49492a0008000000', 'hex')];
  let at = 8;
  for (const [index, { fields, pixels }] of pages.entries()) {
    const count = Object.keys(fields).length + 2;
    const beyond = at + 2 + 12 * count + 4;
    const values: number[] = [];
    const all = Object.entries({ ...fields, 273: [0], 279: [pixels.length] }).map(([tag, value]) => [Number(tag), value] as const);
    const directory = Buffer.alloc(2 + 12 * count + 4);
    directory.writeUInt16LE(count, 0);
    for (const [n, [tag, value]] of all.entries()) {
      directory.writeUInt16LE(tag, 2 + 12 * n);
      directory.writeUInt16LE(4, 4 + 12 * n);
      directory.writeUInt32LE(value.length, 6 + 12 * n);
      directory.writeUInt32LE(value.length > 1 ? beyond + 4 * values.length : (value[0] ?? 0), 10 + 12 * n);
      if (value.length > 1) values.push(...value);
    }
    const long = Buffer.alloc(4 * values.length);
    for (const [n, value] of values.entries()) long.writeUInt32LE(value, 4 * n);
    directory.writeUInt32LE(beyond + long.length, 2 + 12 * all.findIndex(([tag]) => tag === 273) + 8);
    const next = beyond + long.length + pixels.length;
    directory.writeUInt32LE(index === pages.length - 1 ? 0 : next, directory.length - 4);
    parts.push(directory, long, Buffer.from(pixels));
    at = next;
  }
  return Buffer.concat(parts);
}

/** Eight pixels by two, of one bit; 0 is white. */
const PLAIN: Fields = { 256: [8], 257: [2], 258: [1], 259: [1], 262: [0], 277: [1], 278: [2] };
/** Four white, four black, twice. */
const HALF = tiffOf({ fields: PLAIN, pixels: [0x0f, 0x0f] });

async function drawn(tiff: Uint8Array): Promise<string> {
  let png: Uint8Array = new Uint8Array();
  await drawPage(tiffAsPdf(tiff), 1, 64, (given) => (png = given));
  return Buffer.from(png).toString('base64');
}

// The codes of T.4: 1011 is four white, 011 four black; of T.6: 001 says that such codes follow, 1 that it is as in the line above.
test.each<readonly [how: string, fields: Fields, pixels: readonly number[]]>([
  ['the other way round: 0 is black', { 262: [1] }, [0xf0, 0xf0]],
  ['the bits of a byte from the lowest', { 266: [2] }, [0xf0, 0xf0]],
  ['modified Huffman', { 259: [2] }, [0b10110110, 0b10110110]],
  ['group 4 facsimile', { 259: [4] }, [0b00110110, 0b11110000]],
  ['PackBits', { 259: [32773] }, [0xff, 0x0f]],
  ['deflated', { 259: [8] }, [...deflateSync(Buffer.from([0x0f, 0x0f]))]],
  ['eight bits a pixel', { 258: [8], 262: [1] }, [255, 255, 255, 255, 0, 0, 0, 0, 255, 255, 255, 255, 0, 0, 0, 0]],
  ['a palette, white and black', { 258: [8], 262: [3], 320: [65535, 0, 65535, 0, 65535, 0] }, [0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0, 1, 1, 1, 1]],
])('a picture is drawn the same however it is packed: %s', async (_, fields, pixels) => {
  expect(await drawn(tiffOf({ fields: { ...PLAIN, ...fields }, pixels }))).toBe(await drawn(HALF));
});

test('each picture is a page, as big as it has pixels', async () => {
  const both = tiffOf({ fields: PLAIN, pixels: [0x0f, 0x0f] }, { fields: { ...PLAIN, 257: [1], 278: [1] }, pixels: [0xf0] });
  expect(await pdfPages(tiffAsPdf(both))).toEqual({
    ok: true,
    pages: [
      { label: '1', width: 8, height: 2 },
      { label: '2', width: 8, height: 1 },
    ],
  });
});

const PLAN = { mediaType: 'image/tiff', reader: 'none@1' };
test.each([
  ['its pixels outside of it', HALF.subarray(0, HALF.length - 1)],
  ['pages in a ring', Buffer.concat([HALF.subarray(0, 8 + 2 + 12 * 9), Buffer.from([8, 0, 0, 0]), HALF.subarray(8 + 2 + 12 * 9 + 4)])],
  ['a field longer than it', tiffOf({ fields: { ...PLAIN, 256: [8] }, pixels: [] }).fill(0xff, 14, 18)],
  ['a packing that nobody knows', tiffOf({ fields: { ...PLAIN, 259: [34712] }, pixels: [0] })],
  ['nothing but its mark', Buffer.from('49492a00', 'hex')],
])('one with %s is a finding or drawn, and ends', async (_, bytes) => {
  const pages = await pagesOfOriginal(bytes, PLAN);
  const problem = await drawingOfOriginal(bytes, PLAN, { number: 1, width: 10 }, () => undefined);
  expect([pages.ok ? 'shown' : pages.problem.code, problem?.code ?? 'shown']).toEqual(pages.ok ? ['shown', 'shown'] : ['damaged', 'damaged']);
});

test('a page packed as facsimile is drawn in a confined process as in this one, and taken out of a PDF for reading', async () => {
  const pool = new ReaderPool({ size: 1, draws: true });
  onTestFinished(() => pool.close());
  const fax = tiffOf({ fields: { ...PLAIN, 259: [4] }, pixels: [0b00110110, 0b11110000] });
  const shown = await pool.draw(bytesOf(fax), { name: 'a.tif' }, { number: 1, width: 64 });
  expect(shown.ok && shown.png && Buffer.from(shown.png).toString('base64')).toBe(await drawn(HALF));
  // Group 4: sixty white (01001011), sixty black (000000101100), and 119 lines as the first.
  const bits = `00101001011000000101100${'11'.repeat(119)}`.padEnd(264, '0');
  const data = Buffer.from(bits.match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? []);
  const dictionary =
    '/Width 120 /Height 120 /BitsPerComponent 1 /ColorSpace /DeviceGray /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 120 /Rows 120 >>';
  const pictures: Uint8Array[] = [];
  expect(await pdfPicture(pdfOfPictures([[{ dictionary, data }]]), 1, (picture) => pictures.push(picture))).toBeNull();
  const [head, row] = [Buffer.from(pictures[0]?.subarray(0, 15) ?? []).toString('latin1'), pictures[0]?.subarray(-120)];
  expect(head).toBe('P5\n120 120\n255\n');
  expect([...(row ?? [])]).toEqual([...Array.from({ length: 60 }, () => 255), ...Array.from({ length: 60 }, () => 0)]);
});
