// Web captures. A capture of one page is read as that page; one of many is an archive, whose pages are documents of
// their own.
import type { Warning } from '../model/document.ts';
import { FoundMetadata } from './found-metadata.ts';
import { GzipBomb } from './gzip-members.ts';
import { httpBody, type HttpBody } from './http-answer.ts';
import type { ReadResult } from './outcome.ts';
import { hashFor, isStated } from './stated-digest.ts';
import type { Stretches } from './stretches.ts';
import { unreadable } from './unreadable.ts';
import { WarcDamaged } from './warc-damaged.ts';
import { WebPages, type CapturedPage } from './warc-pages.ts';
import { warcRecords } from './warc-records.ts';
import { shown, WebTally } from './web-tally.ts';
import { dateOf } from './written-date.ts';

/** Reads no more of the file than shows that it holds several pages. */
export async function readWarc(file: Stretches): Promise<ReadResult> {
  const found = await singlePage(file);
  if (found === 'several') return { ok: false, problem: unreadable('web-archive') };
  const { page, damage } = found;
  if (page) return readPage(page, damage);
  if (damage instanceof GzipBomb) return { ok: false, problem: unreadable('unsafe-archive', damage.message) };
  if (damage) return { ok: false, problem: unreadable('damaged', sentence(damage.message)) };
  return { ok: false, problem: unreadable('no-text', 'It holds no page that was answered with success.') };
}

/** The PDF that a capture of one page holds; null where that is none. */
export async function capturedPdf(file: Stretches): Promise<Uint8Array | null> {
  const found = await singlePage(file);
  if (found === 'several' || found.page?.mediaType !== 'application/pdf') return null;
  return bodyOf(found.page).body;
}

type Single = { readonly page: CapturedPage | null; readonly damage: WarcDamaged | GzipBomb | null };

async function singlePage(file: Stretches): Promise<Single | 'several'> {
  const pages = new WebPages(null, new WebTally());
  let page: CapturedPage | null = null;
  try {
    for await (const next of pages.in(warcRecords(file, pages.wanted))) {
      if (page) return 'several';
      page = next;
    }
    return { page, damage: null };
  } catch (error) {
    if (error instanceof WarcDamaged || error instanceof GzipBomb) return { page, damage: error };
    throw error;
  }
}

/** The page's text, with what speaks against its being whole, or what it was. */
async function readPage(page: CapturedPage, damage: Error | null): Promise<ReadResult> {
  try {
    const whole = bodyOf(page);
    const warnings = [...doubts(page, whole), ...(damage ? [cut(`The archive is damaged behind the page: ${sentence(damage.message)}`)] : [])];
    return withCapture(await readBody(page, whole.body), page, warnings);
  } catch (error) {
    if (!(error instanceof WarcDamaged)) throw error;
    return { ok: false, problem: unreadable('damaged', sentence(error.message)) };
  }
}

function bodyOf({ record: { block }, http }: CapturedPage): HttpBody {
  return http ? httpBody(block, http) : { stored: block, joined: block, body: block };
}

async function readBody({ mediaType, http }: CapturedPage, body: Uint8Array): Promise<ReadResult> {
  if (mediaType === 'application/pdf') return (await import('./read-pdf.ts')).readPdf(body);
  if (mediaType === 'text/plain') return (await import('./read-text.ts')).readText(body, http?.charset);
  return (await import('./read-html.ts')).readHtml(body, http?.charset);
}

/** Digests that do not fit, and what shows that a part is missing. */
function doubts({ record, http }: CapturedPage, { stored, joined, body }: HttpBody): readonly Warning[] {
  const stated = record.field('warc-payload-digest');
  // Programs differ in what they take the payload to be: as it came, without its chunks, or unpacked too.
  const fits = [stored, joined, body].some((bytes) => isOf(stated, bytes));
  const truncated = record.field('warc-truncated');
  const sent = http?.length ?? null;
  const isShort = sent !== null && http?.chunked === false && joined.length < sent && (http.coding === '' || body !== joined);
  return [
    ...(record.fits === false ? [differs('The record does not fit the digest that the archive states of it (WARC-Block-Digest).')] : []),
    ...(fits ? [] : [differs('The page does not fit the digest that the archive states of it (WARC-Payload-Digest).')]),
    ...(truncated === '' ? [] : [cut(`The program that captured the page says that it cut it short (${shown(truncated)}).`)]),
    ...(isShort && sent !== null ? [cut(`The server said that it sends ${sent} bytes, and ${joined.length} are there.`)] : []),
  ];
}

function isOf(stated: string, bytes: Uint8Array): boolean {
  const hash = hashFor(stated);
  return hash === null || isStated(stated, hash.update(bytes));
}

const differs = (detail: string): Warning => ({
  code: 'digest-differs',
  detail: `${detail} It was altered after it was captured, or not captured as it says.`,
});
const cut = (detail: string): Warning => ({ code: 'parts-left-out', detail });
const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

/** The address that was asked for comes first; the day of capture is kept apart: the page was published by then, who knows when. */
function withCapture(result: ReadResult, { url, date }: CapturedPage, warnings: readonly Warning[]): ReadResult {
  if (!result.ok) return result;
  const found = new FoundMetadata();
  if (/^https?:\/\//.test(url)) found.add('url', url, 'WARC-Target-URI');
  found.addAll(result.reading.metadata);
  found.add('captured', dateOf(date), /^[\d:.TZ+-]{10,40}$/.test(date) ? `WARC-Date ${date}` : 'WARC-Date');
  return { ok: true, reading: { ...result.reading, metadata: found.all(), warnings: [...warnings, ...result.reading.warnings] } };
}
