// The pages of originals as pictures, and where on them words stand. Nothing of it rests on a disk: pages are drawn in a
// confined process from the vault's bytes, and the last ones are kept in memory.
import { Fault } from '../base/fault.ts';
import type { Span } from '../base/span.ts';
import type { Located } from '../reading/outcome.ts';
import { ReaderPool, type ScanPage } from '../reading/reader-pool.ts';
import type { Source } from '../reading/source.ts';
import { list } from '../base/shape.ts';
import { parsePage, type Page, type Unreadable } from '../model/document.ts';
import { readClaims } from '../views/read-claims.ts';
import { STATUSES, type PageShown, type Rectangles } from '../model/answers.ts';
import { RecentlyUsed } from './recently-used.ts';
import { locateOnScan } from './locate-on-scan.ts';
import type { Casebook } from './casebook.ts';

export type Picture = { readonly mediaType: string; readonly bytes: Uint8Array };

/** Pixels of a picture's width. */
const NARROWEST = 200;
const WIDEST = 2400;
/** Bytes of pictures and places that are kept in memory. */
const KEPT_BYTES = 64 * 1024 * 1024;
/** A picture that somebody photographed is handed on as it is up to so many bytes. */
const MOST_BYTES = 64 * 1024 * 1024;
/** The process that draws is ended when nobody looked at a page for so long. */
const IDLE_MS = 60_000;

/** What browsers show as it stands, in their own confined processes. */
const PICTURES: ReadonlySet<string> = new Set(['image/png', 'image/jpeg']);
const PDF = 'application/pdf';
/** A capture of one page of the web, which may be a PDF. */
const WARC = 'application/warc';
/** What is drawn page by page. */
const DRAWN: ReadonlySet<string> = new Set([PDF, WARC, 'image/tiff']);

type Original = {
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: string;
  readonly document: string | null;
  readonly text: string | null;
  /** Who made that text. */
  readonly reader: string | null;
  /** Of the document's text. */
  readonly pages: readonly Page[];
};

/** Held open while the desk is served; the caller closes it. */
export class PageViewer {
  readonly #casebook: Casebook;
  readonly #recent = new RecentlyUsed(KEPT_BYTES);
  #pool: ReaderPool | null = null;
  #idle: NodeJS.Timeout | undefined;

  constructor(casebook: Casebook) {
    this.#casebook = casebook;
  }

  /** The pages of a document or an original, by its id; none where its kind has no pages. Throws a Fault 'conflict' where they cannot be told. */
  async pages(id: string, gone: AbortSignal): Promise<readonly PageShown[]> {
    const original = await this.#original(id);
    if (!DRAWN.has(original.mediaType) && !PICTURES.has(original.mediaType)) return [];
    return this.#recent.get(`pages ${original.sha256}`, async () => {
      const outcome = await this.#reader().pages(this.#source(original), HINT, gone);
      if (!outcome.ok) throw refusal(outcome.problem);
      const value = outcome.pages.map((page, index) => ({ number: index + 1, ...page }));
      return { value, bytes: 100 * value.length };
    });
  }

  /** A page as a picture. Throws a Fault 'not-found' where there is no such page, 'conflict' where it cannot be drawn. */
  async picture(id: string, number: number, width: number, gone: AbortSignal): Promise<Picture> {
    const original = await this.#original(id);
    if (PICTURES.has(original.mediaType) && number === 1) return this.#asItIs(original);
    if (!DRAWN.has(original.mediaType)) throw noPage(id, number);
    const wide = Math.min(WIDEST, Math.max(NARROWEST, Math.round(width)));
    return this.#recent.get(`${number} ${wide} ${original.sha256}`, async () => {
      const drawn = await this.#reader().draw(this.#source(original), HINT, { number, width: wide }, gone);
      if (!drawn.ok) throw refusal(drawn.problem);
      if (!drawn.png) throw noPage(id, number);
      return { value: { mediaType: 'image/png', bytes: drawn.png }, bytes: drawn.png.length };
    });
  }

  /** Where claims of a document stand on its pages: those named, else all that have a place in the text that stands. */
  async claims(id: string, named: readonly string[] | null, gone: AbortSignal): Promise<readonly Rectangles[]> {
    const original = await this.#original(id);
    const rows = original.document === null ? [] : await readClaims(this.#casebook.store.reads, { document: original.document, statuses: STATUSES });
    const asked = rows.filter((row) => !row.orphan && (named === null || named.includes(row.id)));
    const quotes = asked.map(({ quote }) => quote);
    const places = await this.#locate(original, quotes, gone);
    // Where another reader made the text, its offsets mean other words on the page.
    return asked.map((row, n) => ({ id: row.id, places: places[n]?.exact === row.quote.exact ? places[n].places : [] }));
  }

  /** Where a passage of the text that stands is on the pages. */
  async passage(id: string, span: Span, gone: AbortSignal): Promise<readonly Rectangles[]> {
    const original = await this.#original(id);
    const [located] = await this.#locate(original, [span], gone);
    const words = original.text === null ? '' : await this.#casebook.store.vault.text(original.text);
    const isSame = located !== undefined && Array.from(words).slice(span.start, span.end).join('') === located.exact;
    return [{ id: null, places: isSame ? located.places : [] }];
  }

  async close(): Promise<void> {
    clearTimeout(this.#idle);
    await this.#pool?.close();
    this.#pool = null;
  }

  async #locate(original: Original, spans: readonly Span[], gone: AbortSignal): Promise<readonly Located[]> {
    const { sha256, size, mediaType, text, reader } = original;
    if (text === null || spans.length === 0) return [];
    if (reader?.startsWith('tesseract-')) return locateOnScan(original.pages, spans, (page) => this.#scanPage(original, page, gone));
    if (mediaType !== PDF && mediaType !== WARC) return [];
    const key = `places ${sha256} ${spans.map(({ start, end }) => `${start}-${end}`).join(' ')}`;
    return this.#recent.get(key, async () => {
      const outcome = await this.#reader().locate(this.#source({ sha256, size }), HINT, spans, gone);
      if (!outcome.ok) throw refusal(outcome.problem);
      return { value: outcome.located, bytes: key.length + JSON.stringify(outcome.located).length };
    });
  }

  /** Null where it cannot be read again here. */
  async #scanPage({ sha256, size, mediaType, reader }: Original, page: number, gone: AbortSignal): Promise<ScanPage | null> {
    const found = await this.#recent.get(`scan ${page} ${reader} ${sha256}`, async () => {
      const value = await this.#reader().readScan(this.#source({ sha256, size }), { mediaType, reader: reader ?? '', page }, gone);
      return { value: { page: value }, bytes: 200 * (value?.words.length ?? 1) };
    });
    return found.page;
  }

  async #asItIs({ sha256, size, mediaType }: Original): Promise<Picture> {
    if (size > MOST_BYTES) throw new Fault('conflict', `the picture has ${Math.round(size / 1e6)} MB`, 'Open the original in its own program.');
    return { mediaType, bytes: await this.#casebook.store.vault.originalBytes(sha256) };
  }

  async #original(id: string): Promise<Original> {
    const row = await this.#casebook.store.reads
      .selectFrom('original')
      .leftJoin('document', 'document.original', 'original.id')
      .where(({ or, eb }) => or([eb('document.id', '=', id), eb('original.id', '=', id)]))
      .select([
        'original.sha256',
        'original.size',
        'original.media_type as mediaType',
        'document.id as document',
        'document.text_sha256 as text',
        'document.reader',
        'document.pages',
      ])
      .executeTakeFirst();
    if (!row) throw new Fault('not-found', `there is no document ${id}`, 'List them with `onrecord documents`; ids begin with d_ or o_.');
    return { ...row, pages: row.pages === null ? [] : list(parsePage)(JSON.parse(row.pages), 'pages') };
  }

  #source({ sha256, size }: Pick<Original, 'sha256' | 'size'>): Source {
    return { size, bytes: () => this.#casebook.store.vault.original(sha256) };
  }

  #reader(): ReaderPool {
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => void this.close(), IDLE_MS).unref();
    this.#pool ??= new ReaderPool({ size: 1, draws: true });
    return this.#pool;
  }
}

/** Its kind is told by its bytes. */
const HINT = { name: 'original' };

const noPage = (id: string, number: number): Fault => new Fault('not-found', `${id} has no page ${number}`, 'See /api/documents/:id/pages.');
const refusal = ({ reason, hint }: Unreadable): Fault => new Fault('conflict', reason, hint);
