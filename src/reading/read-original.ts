// From bytes to a reading: which reader, and what to say where there is none or it fails.
import type { Span } from '../base/span.ts';
import type { ListColumn, ListEntry } from '../model/name-list.ts';
import type { Unreadable } from '../model/document.ts';
import { CONVERSATION_TYPES } from './conversation/conversation-type.ts';
import { mediaTypeByMagic, mediaTypeOf, webArchiveType } from './media-type.ts';
import { describeMedia } from './media/describe-media.ts';
import type { ListHead } from './name-list/read-name-list.ts';
import type { LocateResult, PagesResult, Plan, ReadResult } from './outcome.ts';
import { isWordless, readerOf, readers } from './readers.ts';
import type { Strip } from './scan-places.ts';
import { stretchesOf, type Stretches } from './stretches.ts';
import { unreadable } from './unreadable.ts';

/** Text of a reading at most, in UTF-16 units: what the rest of the program is sized for. */
const TEXT_LIMIT = 60_000_000;

/** What these bytes are taken for, and who is to read them. */
export function planFor(bytes: Uint8Array, name: string): Plan {
  const mediaType = mediaTypeOf(bytes, name);
  return { mediaType, reader: readerOf(mediaType) };
}

/** The same for a list of names, whatever kind of text it is. */
export const planForList = (bytes: Uint8Array, name: string): Plan => ({ mediaType: mediaTypeOf(bytes, name), reader: 'list@1' });

/** The same for what is read and opened by stretches, whatever its size; null for what has to be taken whole. */
export function planByStretches(file: Stretches): Plan | null {
  const mediaType = webArchiveType(file);
  return mediaType === null ? null : { mediaType, reader: readerOf(mediaType) };
}

/** Never throws. */
export async function readByStretches(file: Stretches, { mediaType }: Plan): Promise<ReadResult> {
  if (mediaType !== WARC) return { ok: false, problem: unreadable('web-archive') };
  try {
    const { readWarc } = await import('./read-warc.ts');
    return checked(await readWarc(file));
  } catch (error) {
    return { ok: false, problem: failure(error) };
  }
}

/** Loads the code of who reads this media type. */
export async function prepareReader(mediaType: string): Promise<void> {
  await readers[mediaType]?.load();
}

/** Of a file that was not taken whole: who reads it where it is sound or film; null where it is not, and has to be taken whole. */
export function planForWordless(beginning: Uint8Array): Plan | null {
  const mediaType = mediaTypeByMagic(beginning);
  return mediaType && isWordless(mediaType) ? { mediaType, reader: readerOf(mediaType) } : null;
}

/** Sound and film: a document without words, and what it says of itself. Never throws. */
export async function readWordless(file: Stretches, { mediaType }: Plan): Promise<ReadResult> {
  const media = await describeMedia(file, mediaType);
  const titles = media.filter(({ fact }) => fact === 'title').map(({ value, from }) => ({ value, from }));
  const metadata = titles.length > 0 ? { title: titles } : {};
  return { ok: true, reading: { text: '', pages: [], metadata, warnings: [] }, media };
}

/** Never throws: a reader that does is a finding too. */
export async function readOriginal(bytes: Uint8Array, plan: Plan): Promise<ReadResult> {
  if (bytes.length === 0) return { ok: false, problem: unreadable('empty') };
  const file = stretchesOf(bytes);
  if (isWordless(plan.mediaType)) return readWordless(file, plan);
  const result = await readWords(bytes, plan);
  const media = await describeMedia(file, plan.mediaType);
  return media.length === 0 ? result : { ...result, media };
}

async function readWords(bytes: Uint8Array, plan: Plan): Promise<ReadResult> {
  const reader = readers[plan.mediaType];
  if (!reader) return { ok: false, problem: withoutReader(plan.mediaType) };
  try {
    const read = await reader.load();
    return checked(await read(bytes));
  } catch (error) {
    return { ok: false, problem: failure(error) };
  }
}

/** Only pages have places; spans of another format have none. Never throws. */
export async function locateInOriginal(bytes: Uint8Array, plan: Plan, spans: readonly Span[]): Promise<LocateResult> {
  try {
    const pdf = plan.mediaType === 'image/tiff' ? null : await asPdf(bytes, plan);
    if (!pdf) return { ok: true, located: spans.map(() => ({ exact: '', places: [] })) };
    const { locateInPdf } = await import('./read-pdf.ts');
    return await locateInPdf(pdf, spans);
  } catch (error) {
    return { ok: false, problem: failure(error) };
  }
}

/** The picture of a page of a scanned PDF, counted from 1; null when it is given, or there is no such page. Never throws. */
export async function pictureInOriginal(bytes: Uint8Array, page: number, emit: (picture: Uint8Array) => void): Promise<Unreadable | null> {
  try {
    const { pdfPicture } = await import('./pdf-picture.ts');
    return await pdfPicture(bytes, page, emit);
  } catch (error) {
    return failure(error);
  }
}

/** How the pictures of a page of a scanned PDF lie on it. Throws where its picture cannot be taken out either. */
export async function stripsInOriginal(bytes: Uint8Array, page: number): Promise<readonly Strip[]> {
  const { pdfStrips } = await import('./pdf-picture.ts');
  return pdfStrips(bytes, page);
}

/** The pages of a PDF or TIFF, or the one that a picture is; another format has none. Never throws. */
export async function pagesOfOriginal(bytes: Uint8Array, plan: Plan): Promise<PagesResult> {
  try {
    const pdf = await asPdf(bytes, plan);
    if (!pdf) {
      const { pictureSize } = await import('./picture-size.ts');
      const size = pictureSize(bytes);
      return { ok: true, pages: size ? [{ label: '1', ...size }] : [] };
    }
    const { pdfPages } = await import('./draw-page.ts');
    return await pdfPages(pdf);
  } catch (error) {
    return { ok: false, problem: failure(error) };
  }
}

/** A page of a PDF or TIFF as it is shown, as PNG; null when it is given, or there is no such page. Never throws. */
export async function drawingOfOriginal(
  bytes: Uint8Array,
  plan: Plan,
  { number, width }: { readonly number: number; readonly width: number },
  emit: (png: Uint8Array) => void,
): Promise<Unreadable | null> {
  try {
    const pdf = await asPdf(bytes, plan);
    if (!pdf) return null;
    const { drawPage } = await import('./draw-page.ts');
    return await drawPage(pdf, number, width, emit);
  } catch (error) {
    const { cannotDraw } = await import('./draw-page.ts');
    return cannotDraw(error) ?? failure(error);
  }
}

/** The entries of a list of names; what comes back in place of a head is why it is none. Never throws. */
export async function listInOriginal(
  bytes: Uint8Array,
  plan: Plan,
  said: readonly ListColumn[],
  emit: (entry: ListEntry) => void,
): Promise<ListHead | Unreadable> {
  try {
    const { readNameList } = await import('./name-list/read-name-list.ts');
    return readNameList(bytes, plan, said, emit);
  } catch (error) {
    return failure(error);
  }
}

const PDF = 'application/pdf';
const WARC = 'application/warc';

/** What is shown by its pages: a PDF, the one that was captured from the web, or a TIFF made one. Null for another format. */
async function asPdf(bytes: Uint8Array, { mediaType }: Plan): Promise<Uint8Array | null> {
  if (mediaType === WARC) return (await import('./read-warc.ts')).capturedPdf(stretchesOf(bytes));
  if (mediaType !== 'image/tiff') return mediaType === PDF ? bytes : null;
  const { tiffAsPdf } = await import('./tiff-as-pdf.ts');
  return tiffAsPdf(bytes);
}

const ARCHIVES: ReadonlySet<string> = new Set(['application/zip', 'application/mbox', CONVERSATION_TYPES.whatsappZip, CONVERSATION_TYPES.telegramAccount]);

function withoutReader(mediaType: string): Unreadable {
  if (ARCHIVES.has(mediaType)) return unreadable('archive');
  return unreadable(mediaType.startsWith('image/') ? 'needs-ocr' : 'no-reader', `It looks like ${mediaType}.`);
}

function checked(result: ReadResult): ReadResult {
  if (!result.ok) return result;
  const { text } = result.reading;
  if (text.trim() === '') return { ok: false, problem: unreadable('no-text') };
  if (text.length > TEXT_LIMIT) return { ok: false, problem: unreadable('too-much-text', `It has ${text.length} characters.`) };
  return text.isWellFormed() ? result : { ok: false, problem: unreadable('undecodable', 'It holds halves of characters (lone surrogates).') };
}

function failure(error: unknown): Unreadable {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof RangeError && /allocation failed|Invalid (array buffer|string|typed array) length/i.test(message)) return unreadable('out-of-memory');
  if (error instanceof RangeError && /call stack/i.test(message)) return unreadable('too-deep');
  if (error instanceof Error && error.name === 'TiffDamaged') return unreadable('damaged', `${message}.`);
  return unreadable('reader-failed', message);
}
