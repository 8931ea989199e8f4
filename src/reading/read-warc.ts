// Web captures. A capture of one page is read as that page; one of many is an archive, whose pages are documents of
// their own.
import { FoundMetadata } from './found-metadata.ts';
import { httpAnswer } from './http-answer.ts';
import type { ReadResult } from './outcome.ts';
import { readHtml } from './read-html.ts';
import { unreadable } from './unreadable.ts';
import { warcRecords, WarcDamaged } from './warc-records.ts';
import { dateOf } from './written-date.ts';

/** A document that was captured: what a person would have seen at that address, at that time. */
export type Capture = {
  readonly url: string;
  readonly date: string;
  readonly mediaType: string;
  readonly charset: string | undefined;
  readonly body: Uint8Array;
};

const DOCUMENTS = new Set(['text/html', 'application/xhtml+xml', 'application/pdf', 'text/plain']);

/** Documents that were answered with success, each address once: its first capture. Throws WarcDamaged. */
export function captures(bytes: Uint8Array): readonly Capture[] {
  const found = new Map<string, Capture>();
  const records = new Map<string, string>();
  for (const { type, id, concurrentTo, target, date, mediaType, block } of warcRecords(bytes)) {
    if (type === 'metadata' && isEmbedded(block)) found.delete(records.get(concurrentTo) ?? '');
    const answer =
      type === 'response'
        ? httpAnswer(block)
        : type === 'resource'
          ? { status: 200, mediaType: mediaType.split(';')[0]?.trim() ?? '', charset: undefined, body: block }
          : null;
    if (answer?.status !== 200 || !DOCUMENTS.has(answer.mediaType) || found.has(target)) continue;
    records.set(id, target);
    found.set(target, { url: target, date, mediaType: answer.mediaType, charset: answer.charset, body: answer.body });
  }
  return [...found.values()];
}

/**
 * Whether a metadata record says that what it is about was got as a part of a page, and is none by itself.
 * Source: WARC 1.1, section 6.6 (hopsFromSeed); E stands for "embedded", as web archives write it.
 */
const isEmbedded = (block: Buffer): boolean => /^hopsFromSeed:[ \t]*\w*E\w*[ \t]*$/im.test(block.toString('utf8', 0, 4096));

export async function readWarc(bytes: Uint8Array): Promise<ReadResult> {
  try {
    const all = captures(bytes);
    const [page, ...others] = all.filter((each) => each.mediaType.includes('html'));
    if (!page || others.length > 0)
      return {
        ok: false,
        problem:
          all.length > 0
            ? unreadable('archive', `It holds ${all.length} documents.`)
            : unreadable('no-text', 'It holds no page that was answered with success.'),
      };
    return withCapture(await readHtml(page.body, page.charset), page);
  } catch (error) {
    if (!(error instanceof WarcDamaged)) throw error;
    return { ok: false, problem: unreadable('damaged', `${error.message}.`) };
  }
}

/** The address that was asked for comes first; the day of capture is kept apart: the page was published by then, who knows when. */
function withCapture(result: ReadResult, { url, date }: Capture): ReadResult {
  if (!result.ok) return result;
  const found = new FoundMetadata();
  if (/^https?:\/\//.test(url)) found.add('url', url, 'WARC-Target-URI');
  found.addAll(result.reading.metadata);
  found.add('captured', dateOf(date), 'WARC-Date');
  return { ok: true, reading: { ...result.reading, metadata: found.all() } };
}
