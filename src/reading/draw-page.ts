// A page of a PDF as a picture to look at, drawn by pdf.js. The canvas is native code: it is given paths and pixels that pdf.js
// made, never a byte of the file, and runs in a process of its own sort (confinement.ts) that reads nothing else.
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Unreadable } from '../model/document.ts';
import type { PageSize, PagesResult } from './outcome.ts';
import { withPdf } from './read-pdf.ts';
import { unreadable } from './unreadable.ts';

/** Pixels of a picture at most: a page of 2400 by 3600, say. A longer one is drawn narrower. */
const MOST_PIXELS = 12_000_000;

/** What every page is called, and how big it is, in points. */
export function pdfPages(bytes: Uint8Array): Promise<PagesResult> {
  return withPdf(bytes, async (pdf) => {
    const labels = await pdf.getPageLabels();
    const pages: PageSize[] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      const { width, height } = (await pdf.getPage(number)).getViewport({ scale: 1 });
      pages.push({ label: labels?.[number - 1] || String(number), width, height });
    }
    return { ok: true, pages };
  });
}

/** Gives the picture (PNG) of a page, counted from 1, to `emit`, so many pixels wide; nothing beyond the last page. Null when done. */
export async function drawPage(bytes: Uint8Array, number: number, width: number, emit: (png: Uint8Array) => void): Promise<Unreadable | null> {
  const result = await withPdf(
    bytes,
    async (pdf) => {
      if (number >= 1 && number <= pdf.numPages) emit(await pictureOf(pdf, number, width));
      return null;
    },
    { draws: true },
  );
  return result && result.problem;
}

async function pictureOf(pdf: PDFDocumentProxy, number: number, width: number): Promise<Uint8Array> {
  const page = await pdf.getPage(number);
  const natural = page.getViewport({ scale: 1 });
  const scale = Math.min(width / natural.width, Math.sqrt(MOST_PIXELS / (natural.width * natural.height)));
  const viewport = page.getViewport({ scale });
  const { canvas } = canvasOf(pdf).create(Math.max(1, Math.round(viewport.width)), Math.max(1, Math.round(viewport.height)));
  // Typed for browsers; what it uses of a canvas, this one has.
  const parameters: unknown = { canvas, viewport, background: 'white' };
  await page.render(parameters as Parameters<typeof page.render>[0]).promise;
  return canvas.toBuffer('image/png');
}

type CanvasFactory = { readonly create: (width: number, height: number) => { readonly canvas: { readonly toBuffer: (mediaType: string) => Uint8Array } } };

/** The one that pdf.js draws on in Node: its optional dependency. Throws where the system has none. */
function canvasOf({ canvasFactory }: PDFDocumentProxy): CanvasFactory {
  return canvasFactory as CanvasFactory;
}

/** A system for which the canvas was not built can read, and not draw. */
export const cannotDraw = (error: unknown): Unreadable | null =>
  error instanceof Error && /napi-rs|canvas|ERR_DLOPEN/i.test(error.message) ? unreadable('cannot-draw') : null;
