// The picture that a scanned page is, out of a PDF: pdf.js unpacks it (JPEG, fax, JBIG2 or plain), nothing is drawn. Given
// as a grey map (PGM), the plainest of the formats that OCR takes.
import { OPS, PAINTS, Util } from './pdf-library.ts';
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Unreadable } from '../model/document.ts';
import { withPdf } from './read-pdf.ts';
import type { Strip } from './scan-places.ts';
import { unreadable } from './unreadable.ts';

/** Pixels of a side below which a picture is an ornament. */
const SMALLEST = 100;
/** Pixels of a page in all: A3 at 600 dots an inch. */
const MOST_PIXELS = 70_000_000;

type Grey = { readonly width: number; readonly height: number; readonly pixels: Uint8Array };

/**
 * Gives the picture of a page, counted from 1, to `emit`: empty bytes for a page without one, nothing beyond the last page.
 * Null when done. Pictures of one page (scanners that cut it in strips) are put below each other.
 */
export async function pdfPicture(bytes: Uint8Array, number: number, emit: (picture: Uint8Array) => void): Promise<Unreadable | null> {
  const result = await withPdf(bytes, async (pdf) => {
    if (number > pdf.numPages) return null;
    const parts = await picturesOf(await pdf.getPage(number));
    if (!parts) return { ok: false, problem: unreadable('too-big', `The pictures of page ${number} have more than ${MOST_PIXELS / 1e6} million pixels.`) };
    emit(parts.length === 0 ? new Uint8Array() : portableGreyMap(parts.map(({ grey }) => grey)));
    return null;
  });
  return result && result.problem;
}

/** Where the pictures of a page that `pdfPicture` puts below each other lie on it, in that order; none where it gives none. */
export async function pdfStrips(bytes: Uint8Array, number: number): Promise<readonly Strip[]> {
  const strips = await withPdf(bytes, async (pdf) => {
    if (number > pdf.numPages) return [];
    const page = await pdf.getPage(number);
    return ((await picturesOf(page)) ?? []).map(({ grey: { width, height }, matrix }) => ({ width, height, corners: cornersOf(page, matrix) }));
  });
  return 'problem' in strips ? [] : strips;
}

/** Of the unit square that a picture is painted in (ISO 32000-1, 8.9.5.1): upper left, upper right, lower left. */
function cornersOf(page: PDFPageProxy, [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: readonly number[]): readonly number[] {
  const viewport = page.getViewport({ scale: 1 });
  const corners = [[c + e, d + f], [a + c + e, b + d + f], [e, f]]; // prettier-ignore
  return corners.flatMap(([x = 0, y = 0]) => {
    const [across, down] = viewport.convertToViewportPoint(x, y) as [number, number];
    return [across / viewport.width, down / viewport.height];
  });
}

type Painted = { readonly top: number; readonly grey: Grey; readonly matrix: readonly number[] };

/** From the top of the page to its bottom; null where they are too big. */
async function picturesOf(page: PDFPageProxy): Promise<readonly Painted[] | null> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const found: Painted[] = [];
  let matrix: number[] = [1, 0, 0, 1, 0, 0];
  let pixels = 0;
  const kept: number[][] = [];
  for (const [index, operator] of fnArray.entries()) {
    const args = argsArray[index] as readonly unknown[] | null;
    if (operator === OPS.save) kept.push(matrix);
    else if (operator === OPS.restore) matrix = kept.pop() ?? matrix;
    // A form is painted in a space of its own (ISO 32000-1, 8.10.1).
    else if (operator === OPS.paintFormXObjectBegin) {
      kept.push(matrix);
      if (Array.isArray(args?.[0])) matrix = Util.transform(matrix, args[0]);
    } else if (operator === OPS.paintFormXObjectEnd) matrix = kept.pop() ?? matrix;
    else if (operator === OPS.transform) matrix = Util.transform(matrix, args);
    else if (PAINTS.has(operator)) {
      const grey = toGrey(await imageOf(page, args?.[0]));
      pixels += grey ? grey.pixels.length : 0;
      if (pixels > MOST_PIXELS) return null;
      if (grey) found.push({ top: Math.max(matrix[5] ?? 0, (matrix[5] ?? 0) + (matrix[3] ?? 0)), grey, matrix });
    }
  }
  return found.toSorted((a, b) => b.top - a.top);
}

/** An operator names its image, or holds it; a mask is held in an object that names it. */
async function imageOf(page: PDFPageProxy, given: unknown): Promise<unknown> {
  const named = typeof given === 'object' && given !== null && 'data' in given && typeof given.data === 'string' ? given.data : given;
  if (typeof named !== 'string') return named;
  const { promise, resolve } = Promise.withResolvers<unknown>();
  (named.startsWith('g_') ? page.commonObjs : page.objs).get(named, resolve);
  return promise;
}

/** Null where it is too small to hold text, or could not be unpacked. A mask and a picture of one bit are alike: 0 is ink. */
function toGrey(image: unknown): Grey | null {
  if (typeof image !== 'object' || image === null || !('width' in image) || !('height' in image) || !('data' in image)) return null;
  const { width, height, data } = image;
  if (typeof width !== 'number' || typeof height !== 'number' || !(data instanceof Uint8Array || data instanceof Uint8ClampedArray)) return null;
  if (width < SMALLEST || height < SMALLEST) return null;
  const channels = Math.floor(data.length / (width * height));
  const pixels = new Uint8Array(width * height);
  if (channels >= 3) for (let at = 0; at < pixels.length; at++) pixels[at] = luminance(data, at * channels);
  else if (channels >= 1) pixels.set(data.subarray(0, pixels.length));
  else spreadBits(data, width, pixels);
  return { width, height, pixels };
}

/** @see ITU-R BT.601 */
const luminance = (data: Uint8Array | Uint8ClampedArray, at: number): number =>
  0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0);

/** Eight pixels a byte, each row from a byte of its own. */
function spreadBits(bits: Uint8Array | Uint8ClampedArray, width: number, pixels: Uint8Array): void {
  const rowBytes = Math.ceil(width / 8);
  for (let at = 0; at < pixels.length; at++) {
    const column = at % width;
    const byte = bits[Math.floor(at / width) * rowBytes + (column >> 3)] ?? 255;
    pixels[at] = (byte >> (7 - (column & 7))) & 1 ? 255 : 0;
  }
}

/** One below the other, white beside the narrower. */
function portableGreyMap(parts: readonly Grey[]): Uint8Array {
  const width = parts.reduce((most, each) => Math.max(most, each.width), 0);
  const height = parts.reduce((sum, each) => sum + each.height, 0);
  const head = Buffer.from(`P5\n${width} ${height}\n255\n`);
  const whole = Buffer.alloc(head.length + width * height, 255);
  head.copy(whole);
  let row = 0;
  for (const part of parts) {
    for (let y = 0; y < part.height; y++, row++) whole.set(part.pixels.subarray(y * part.width, (y + 1) * part.width), head.length + row * width);
  }
  return whole;
}
