// pdf.js with one line added as it is loaded: what a file says that marked glyphs stand for (ActualText: ISO 32000-1,
// 14.9.4) is given with the mark. Word processors and browsers put there what shapes cannot say, as the zero width
// non-joiner, which in Persian is spelling. Where a new version has that place otherwise, loading fails, and the tests
// with it.
import { registerHooks } from 'node:module';

const MARK = 'type: "beginMarkedContentProps",';
const ACTUAL_TEXT =
  'actualText: args[1] instanceof Dict && typeof args[1].get("ActualText") === "string" ? stringToPDFString(args[1].get("ActualText")) : null,';

const hooks = registerHooks({
  load(url, context, next) {
    const loaded = next(url, context);
    if (!url.endsWith('/pdfjs-dist/legacy/build/pdf.worker.mjs')) return loaded;
    const source = Buffer.from((loaded.source ?? '') as Uint8Array).toString('utf8');
    if (source.split(MARK).length !== 2) throw new Error('pdf.js has changed how it gives marked content: look at pdf-library.ts');
    return { ...loaded, source: source.replace(MARK, `${MARK} ${ACTUAL_TEXT}`) };
  },
});

// In Node, pdf.js runs its worker's module in this very process, and takes it from here where it finds it.
const worker: unknown = await import(import.meta.resolve('pdfjs-dist/legacy/build/pdf.worker.mjs'));
Object.assign(globalThis, { pdfjsWorker: worker });
hooks.deregister();

export const { getDocument, OPS, Util } = await import('pdfjs-dist/legacy/build/pdf.mjs');

/** The operators that paint a picture. */
export const PAINTS: ReadonlySet<number> = new Set([OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject]);
