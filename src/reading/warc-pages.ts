// Which records of a WARC file are pages that a person would read, each a document of its own: answers of success that are html, PDF or plain text,
// unless they were fetched as part of another page. What is no page is counted.
// Source: WARC 1.1 (ISO 28500:2017), section 6; for `hopsFromSeed` the paths of Heritrix, which other programs write too.
import { createHash } from 'node:crypto';
import { GzipBomb } from './gzip-members.ts';
import { httpHead, type HttpHead } from './http-answer.ts';
import { mediaTypeOf } from './media-type.ts';
import { WarcDamaged } from './warc-damaged.ts';
import type { WarcHead, WarcRecord } from './warc-records.ts';
import type { WebTally } from './web-tally.ts';

/** A page that was captured. */
export type CapturedPage = {
  readonly url: string;
  /** As the archive says it, in ISO 8601. */
  readonly date: string;
  readonly mediaType: string;
  /** The answer's head; null of what is kept without one. */
  readonly http: HttpHead | null;
  readonly record: WarcRecord & { readonly block: Buffer };
  /** The record as it stands in the archive, with the one before it that says who captured: a small WARC file of its own. */
  readonly slice: readonly Buffer[];
};

/** Bytes of a page at most: what goes to the casebook at once. */
export const PAGE_LIMIT = 64 * 1024 * 1024;
/** Bytes of a record that tells of others. */
const TOLD_LIMIT = 64 * 1024;
/** Pages at most that are looked for again, so that the same is not taken twice. */
const MOST_PAGES = 100_000;

const DOCUMENTS: ReadonlySet<string> = new Set(['text/html', 'application/xhtml+xml', 'application/pdf', 'text/plain']);
const EMPTY_LINES = Buffer.from('\r\n\r\n');

/** Which addresses count, by `addressKey`; null: all. What an address that counts leads on to is added. */
export type Listed = Set<string> | null;

/** Held over several files of one archive. */
export class WebPages {
  readonly #listed: Listed;
  readonly #tally: WebTally;
  readonly #seen = new Set<string>();

  constructor(listed: Listed, tally: WebTally) {
    this.#listed = listed;
    this.#tally = tally;
  }

  /** What is wanted whole of a record: pages, and what tells of them. For `warcRecords`. */
  readonly wanted = (head: WarcHead): boolean => {
    if (head.type === 'warcinfo' || head.type === 'metadata') return head.length <= TOLD_LIMIT;
    const page = pageType(head);
    if (page === null || !this.#counts(head)) return false;
    if (head.field('warc-segment-number') !== '') return this.#tally.leaveOut('in several records', head.target);
    return head.length <= PAGE_LIMIT || this.#tally.leaveOut('too big', head.target);
  };

  /**
   * The pages of a file, in order: of several captures of one address those that differ. A page is given when it is known that no record behind it
   * says that it was part of another. Throws WarcDamaged and GzipBomb as `warcRecords` does, after the pages before.
   */
  async *in(records: AsyncIterable<WarcRecord>): AsyncGenerator<CapturedPage> {
    let info: readonly Buffer[] = [];
    let waiting: CapturedPage | null = null;
    let told: WarcRecord | null = null;
    try {
      for await (const record of records) {
        this.#tally.count(record);
        if (record.type === 'warcinfo') info = record.block ? sliceOf(record) : [];
        if (record.type === 'metadata') {
          if (waiting && isAbout(record, waiting.record)) waiting = isPart(record) ? this.#partOf(waiting) : waiting;
          else told = record;
        }
        const page = pageOf(record, info);
        if (page === null && (record.type === 'metadata' || record.type === 'request')) continue;
        if (waiting && this.#isNew(waiting)) yield waiting;
        const isPartOf = page !== null && told !== null && isAbout(told, page.record) && isPart(told);
        waiting = page && isPartOf ? this.#partOf(page) : page;
        if (page) told = null;
      }
    } catch (error) {
      if (waiting && (error instanceof WarcDamaged || error instanceof GzipBomb) && this.#isNew(waiting)) yield waiting;
      throw error;
    }
    if (waiting && this.#isNew(waiting)) yield waiting;
  }

  /** An address that was moved to another counts as that one. */
  #counts(head: WarcHead): boolean {
    if (this.#listed === null) return !/^https?:\/\/[^/]+\/robots\.txt$/i.test(head.target);
    if (!this.#listed.has(addressKey(head.target))) return false;
    const http = httpHead(head.start);
    if (http && http.status >= 300 && http.status < 400 && http.location !== '' && this.#listed.size < 2 * MOST_PAGES) {
      this.#listed.add(addressKey(http.location, head.target));
      this.#tally.moved.add(addressKey(head.target));
    }
    return true;
  }

  #partOf(page: CapturedPage): null {
    this.#tally.embedded++;
    this.#tally.found.delete(addressKey(page.url));
    return null;
  }

  #isNew(page: CapturedPage): boolean {
    const body = page.record.block.subarray(page.http?.end ?? 0);
    const key = createHash('sha256').update(page.url).update('\0').update(body).digest('base64');
    this.#tally.found.add(addressKey(page.url));
    if (this.#seen.has(key)) this.#tally.repeated++;
    else if (this.#seen.size >= MOST_PAGES) return this.#tally.leaveOut('too many', page.url);
    else {
      this.#seen.add(key);
      this.#tally.pages++;
      return true;
    }
    return false;
  }
}

/** An address without its fragment, by which captures of it are found. */
export function addressKey(address: string, base?: string): string {
  const url = URL.parse(address, base);
  if (!url) return address;
  url.hash = '';
  return url.href;
}

/** The kind of page that begins here; null for none. A moved address is looked at for where it was moved to. */
function pageType({ type, target, field, start }: WarcHead): string | null {
  if (!/^(https?|ftp|file):/i.test(target)) return null;
  if (type === 'resource') return asDocument(field('content-type').toLowerCase().split(';')[0]?.trim() ?? '');
  const http = type === 'response' ? httpHead(start) : null;
  if (http && http.status >= 300 && http.status < 400) return 'moved';
  if (http?.status !== 200) return null;
  return asDocument(http.mediaType === '' ? mediaTypeOf(start.subarray(http.end), '') : http.mediaType);
}

const asDocument = (mediaType: string): string | null => (DOCUMENTS.has(mediaType) ? mediaType : null);

function pageOf(record: WarcRecord, info: readonly Buffer[]): CapturedPage | null {
  const mediaType = record.block ? pageType(record) : null;
  if (mediaType === null || mediaType === 'moved' || !record.block) return null;
  const http = record.type === 'response' ? httpHead(record.block) : null;
  return {
    url: record.target,
    date: record.field('warc-date'),
    mediaType,
    http,
    record: { ...record, block: record.block },
    slice: [...info, ...sliceOf(record)],
  };
}

const sliceOf = ({ bytes, block }: WarcRecord): readonly Buffer[] => [bytes, block ?? Buffer.alloc(0), EMPTY_LINES];

function isAbout(metadata: WarcRecord, page: WarcRecord): boolean {
  const id = page.field('warc-record-id');
  const refers = [metadata.field('warc-concurrent-to'), metadata.field('warc-refers-to')].filter((each) => each !== '');
  return refers.length > 0 && id !== '' ? refers.includes(id) : metadata.target === page.target;
}

/**
 * Whether it says that a page was fetched for another: embedded (E), found in a script (X), needed before others (P) or guessed (I); a redirection (R)
 * behind that changes nothing. A page that was linked to (L), or asked for, is one of its own.
 */
function isPart({ block }: WarcRecord): boolean {
  const hops = /^hopsFromSeed:[ \t]*([A-Za-z0-9]*)[ \t]*$/m.exec(block?.toString('utf8') ?? '')?.[1]?.replace(/R+$/, '') ?? '';
  return /[EXPI]$/.test(hops);
}
