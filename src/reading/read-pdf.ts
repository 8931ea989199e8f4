// PDF by pdf.js: text with its pages. Nothing of it is run or drawn. A page of pictures has no text; a document of such
// pages needs OCR.
import { getDocument, PAINTS } from './pdf-library.ts';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CodePoints, type Span } from '../base/span.ts';
import type { Metadata, PagePlace, Unreadable, Warning } from '../model/document.ts';
import { FoundMetadata } from './found-metadata.ts';
import { languageOf } from './language-of.ts';
import type { LocateResult, ReadResult } from './outcome.ts';
import { withoutPageNumbers } from './page-numbers.ts';
import { boxesOf, type Box } from './pdf-boxes.ts';
import { linesOf, type Line } from './pdf-lines.ts';
import { assemble, type PageLines } from './pdf-paragraphs.ts';
import { runsOf } from './pdf-runs.ts';
import { textMetadata } from './text-metadata.ts';
import { unreadable, type ProblemCode } from './unreadable.ts';
import { dateOf } from './written-date.ts';

/** More pages than any report has; finding each costs time that grows with their number. */
const MOST_PAGES = 10_000;

const packageUrl = import.meta.resolve('pdfjs-dist/package.json');
const library = dirname(fileURLToPath(packageUrl));

export function readPdf(bytes: Uint8Array): Promise<ReadResult> {
  return withPdf(bytes, async (pdf) => {
    const { pages, failed } = await linesOfPages(pdf);
    if (pages.every(({ lines }) => lines.length === 0)) return { ok: false, problem: unreadable('needs-ocr', `It has ${counted(pdf.numPages)}.`) };
    const { text, pages: spans } = assemble(pages);
    const warnings: Warning[] = [];
    if (failed.length > 0)
      warnings.push({ code: 'pages-failed', detail: `Of ${counted(pdf.numPages)}, these are damaged and were not read: ${failed.join(', ')}.` });
    warnings.push(...(await pagesWithoutText(pdf, pages, failed)));
    return { ok: true, reading: { text, pages: spans, metadata: await metadataOf(pdf, text, pages[0]), warnings } };
  });
}

/**
 * Where on the pages spans of the text are that `readPdf` makes of the same bytes.
 *
 * Reads the whole document again. A rectangle for each line that a span touches, right to the glyphs' run, inside of a
 * run by its share of letters.
 */
export function locateInPdf(bytes: Uint8Array, spans: readonly Span[]): Promise<LocateResult> {
  return withPdf(bytes, async (pdf) => {
    const { text, lines } = assemble((await linesOfPages(pdf)).pages);
    const points = new CodePoints(text);
    const located = spans.map(async (span) => {
      const places = boxesOf(span, lines).map(async ({ page, box }) => toPlace(page + 1, await pdf.getPage(page + 1), box));
      return { exact: points.slice(span), places: await Promise.all(places) };
    });
    return { ok: true, located: await Promise.all(located) };
  });
}

/** In fractions of the page as it is shown: turned as the file says, its measures from the upper left corner. */
function toPlace(number: number, page: PDFPageProxy, box: Box): PagePlace {
  const viewport = page.getViewport({ scale: 1 });
  const [x1, y1] = viewport.convertToViewportPoint(box[0], box[1]) as [number, number];
  const [x2, y2] = viewport.convertToViewportPoint(box[2], box[3]) as [number, number];
  const [left, right] = [within(Math.min(x1, x2) / viewport.width), within(Math.max(x1, x2) / viewport.width)];
  const [top, bottom] = [within(Math.min(y1, y2) / viewport.height), within(Math.max(y1, y2) / viewport.height)];
  return { page: number, left, top, width: right - left, height: bottom - top };
}

const within = (share: number): number => Math.min(1, Math.max(0, share));

type Refusal = { readonly ok: false; readonly problem: Unreadable };

/** Opens it, with no more than can be read safely; what pdf.js refuses is a finding. */
export async function withPdf<T>(
  bytes: Uint8Array,
  use: (pdf: PDFDocumentProxy) => Promise<T | Refusal>,
  { draws = false }: { readonly draws?: boolean } = {},
): Promise<T | Refusal> {
  const task = getDocument({
    data: Uint8Array.from(bytes),
    cMapUrl: `${join(library, 'cmaps')}/`,
    // The shapes of fonts that a file may leave out; only drawing wants them.
    ...(draws ? { standardFontDataUrl: `${join(library, 'standard_fonts')}/` } : {}),
    verbosity: 0,
    // A page whose drawing breaks off would otherwise be given as if it were whole.
    stopAtErrors: true,
    disableFontFace: true,
    useSystemFonts: false,
    isOffscreenCanvasSupported: false,
    // Facsimile, JBIG2 and JPEG 2000, as scanners pack pages, are unpacked by modules that are loaded from here; as JavaScript, not as machine code.
    useWasm: false,
    wasmUrl: new URL('wasm/', packageUrl).href,
  });
  try {
    const pdf = await task.promise;
    if (pdf.numPages > MOST_PAGES) return { ok: false, problem: unreadable('too-big', `It has ${counted(pdf.numPages)}; the limit is ${MOST_PAGES}.`) };
    return await use(pdf);
  } catch (error) {
    const code = FAILURES[error instanceof Error ? error.name : ''];
    if (code === undefined) throw error;
    return { ok: false, problem: unreadable(code, error instanceof Error ? error.message : '') };
  } finally {
    await task.destroy();
  }
}

const counted = (pages: number): string => `${pages} ${pages === 1 ? 'page' : 'pages'}`;

/** By the names of pdf.js's exceptions. */
const FAILURES: Readonly<Record<string, ProblemCode>> = {
  PasswordException: 'encrypted',
  InvalidPDFException: 'damaged',
  FormatError: 'damaged',
  UnknownErrorException: 'damaged',
};

/** `failed`: numbers of pages, counted from 1, that cannot be read; they have no lines. Throws where it is all of them. */
async function linesOfPages(pdf: PDFDocumentProxy): Promise<{ readonly pages: readonly PageLines[]; readonly failed: readonly number[] }> {
  const labels = await pdf.getPageLabels();
  const pages: PageLines[] = [];
  const failed: number[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const lines = await linesOfPage(pdf, number).catch((error: unknown) => {
      if (error instanceof RangeError || failed.length + 1 === pdf.numPages) throw error;
      failed.push(number);
      return [];
    });
    pages.push({ label: labels?.[number - 1] || String(number), lines });
  }
  return { pages: withoutPageNumbers(pages), failed };
}

async function linesOfPage(pdf: PDFDocumentProxy, number: number): Promise<readonly Line[]> {
  const page = await pdf.getPage(number);
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const lines = linesOf(runsOf(items));
  page.cleanup();
  return lines;
}

/** Pages without text that are looked at for pictures: unpacking those takes time. */
const MOST_LOOKED_AT = 50;

/** What is to be said of the pages that have no text but a picture: a scan among others. A blank page is none. */
async function pagesWithoutText(pdf: PDFDocumentProxy, pages: readonly PageLines[], failed: readonly number[]): Promise<readonly Warning[]> {
  const empty = pages.flatMap(({ lines }, index) => (lines.length > 0 || failed.includes(index + 1) ? [] : [index + 1]));
  const pictures: number[] = [];
  for (const number of empty.slice(0, MOST_LOOKED_AT)) {
    const { fnArray } = await (await pdf.getPage(number)).getOperatorList();
    if (fnArray.some((operator) => PAINTS.has(operator))) pictures.push(number);
  }
  const others = empty.length - MOST_LOOKED_AT;
  if (pictures.length === 0 && others <= 0) return [];
  const seen = pictures.length === 0 ? '' : ` these are pictures, whose words were not read: ${pictures.join(', ')}`;
  const unseen = others <= 0 ? '' : `${seen === '' ? '' : '; and'} ${others} without text, from page ${empty[MOST_LOOKED_AT]} on, were not looked at`;
  return [{ code: 'pages-without-text', detail: `Of ${counted(pdf.numPages)},${seen}${unseen}.` }];
}

/** What the text says comes before the file's own fields: those are often left over from another document. */
async function metadataOf(pdf: PDFDocumentProxy, text: string, first: PageLines | undefined): Promise<Metadata> {
  const found = new FoundMetadata();
  found.add('language', await languageOf(text), 'the text');
  const shown = textMetadata(text);
  found.addAll({ ...shown, title: (shown.title ?? []).filter((each) => each.from !== 'first line') });
  found.add('title', first && headingOf(first), 'the biggest line of the first page');
  const { info } = await pdf.getMetadata();
  const fields = new Map<string, unknown>(Object.entries(info));
  const field = (name: string): string => {
    const value = fields.get(name);
    return typeof value === 'string' ? value : '';
  };
  if (!/^(untitled|microsoft \w+ - .*|.*\.\w{3,4})$/i.test(field('Title').trim())) found.add('title', field('Title'), 'PDF Title');
  found.add('author', field('Author'), 'PDF Author');
  // When the file was made: the text is no younger, and may have been published long before or after.
  for (const name of ['ModDate', 'CreationDate']) found.add('saved', dateOf(pdfDay(field(name))), `PDF ${name}`);
  return found.all();
}

/** D:20211114083000+01'00' as its day (ISO 32000-1, 7.9.4). */
const pdfDay = (date: string): string => /^(?:D:)?(\d{8})/.exec(date)?.[1] ?? '';

/** A line on the first page that is clearly bigger than most, with the lines of its size that follow it. */
function headingOf({ lines }: PageLines): string | null {
  const usual = lines.map((line) => line.size).toSorted((a, b) => a - b)[Math.floor(lines.length / 2)] ?? 0;
  const biggest = lines.reduce((most, line) => Math.max(most, line.size), 0);
  if (biggest < 1.2 * usual) return null;
  const start = lines.findIndex((line) => line.size === biggest);
  const heading: string[] = [];
  for (const line of lines.slice(start, start + 4)) {
    if (Math.abs(line.size - biggest) > 0.05 * biggest) break;
    heading.push(line.text);
  }
  return heading.join(' ');
}
