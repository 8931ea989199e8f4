// Reads documents in child processes, a few at a time. The casebook's own process never parses a foreign byte: it streams
// the original's bytes to a child and takes back data that it checks.
import { availableParallelism } from 'node:os';
import type { Span } from '../base/span.ts';
import type { Reading } from '../model/document.ts';
import type { ListColumn, ListEntry } from '../model/name-list.ts';
import { confinementFor, type Confinement, type Guard } from './confinement.ts';
import type { ListHead } from './name-list/read-name-list.ts';
import { ORIGINAL_LIMIT, tooBig } from './original-limit.ts';
import {
  hasAttached,
  parseListAnswer,
  parseLocated,
  parsePages,
  parseStrips,
  ResultBegun,
  type Failure,
  type Located,
  type Outcome,
  type PageSize,
  type Part,
  type Unpacked,
} from './outcome.ts';
import { inStretches, ReaderProcess, type Job, type Limits, type TakeAnswer } from './reader-process.ts';
import { readIn, recognize, Refused } from './recognize.ts';
import type { RecognizedPage } from './recognized-words.ts';
import type { Strip } from './scan-places.ts';
import { bytesOf, openSource, type Bytes, type Source } from './source.ts';
import { isDoubtful, outcomeOf, takeParts } from './take-answers.ts';
import { findTesseract, languageOfReader, TESSERACT_PATHS, type Tesseract } from './tesseract.ts';
import { Turns } from './turns.ts';
import { unreadable } from './unreadable.ts';

export type LocatedOutcome = { readonly ok: true; readonly mediaType: string; readonly located: readonly Located[] } | Failure;

/** A page of a scan as it was read, and how its pictures lie on it. */
export type ScanPage = RecognizedPage & { readonly strips: readonly Strip[] };

export type PagesOutcome = { readonly ok: true; readonly mediaType: string; readonly pages: readonly PageSize[] } | Failure;
export type ListOutcome = ({ readonly ok: true; readonly mediaType: string; readonly entries: readonly ListEntry[] } & ListHead) | Failure;
export type Drawn = { readonly ok: true; readonly png: Uint8Array | null } | Failure;

export type ReaderPoolOptions = {
  /** Processes at most; they are started when first needed. */
  readonly size?: number;
  /** For one document, its way to the child included. */
  readonly timeLimitMs?: number;
  /** For one process, beyond what Node itself takes (some 45 MB resident). Below 150 nothing much can be read. */
  readonly memoryLimitMB?: number;
  /** Where Tesseract is looked for, which reads pictures and scanned pages; none: they stay unread. */
  readonly tesseractPaths?: readonly string[];
  /** The processes may load the canvas, which is native code, so that they can draw pages. */
  readonly draws?: boolean;
};

/**
 * A process is given up after so many documents, so that what a library leaks or remembers does not grow. Starting one
 * costs about as much as reading 50 pages of html, so that after 50 the start would double the price.
 */
const DOCUMENTS_PER_PROCESS = 400;
/** Bytes of an answer: text as JSON. 160 MB is some 50 million Persian letters. */
const ANSWER_LIMIT = 160 * 1024 * 1024;

export class ReaderPool {
  readonly #turns: Turns;
  readonly #limits: Limits;
  readonly #tesseractPaths: readonly string[];
  readonly #draws: boolean;
  readonly #closing = new AbortController();
  #confinement: Promise<Confinement> | null = null;
  #tesseract: Promise<Tesseract | null> | null = null;
  readonly #idle: ReaderProcess[] = [];
  readonly #busy = new Set<ReaderProcess>();

  constructor(options: ReaderPoolOptions = {}) {
    this.#turns = new Turns(options.size ?? Math.min(4, availableParallelism()));
    this.#draws = options.draws ?? false;
    this.#tesseractPaths = options.tesseractPaths ?? TESSERACT_PATHS;
    this.#limits = { timeLimitMs: options.timeLimitMs ?? 60_000, memoryLimitMB: options.memoryLimitMB ?? 500, answerLimitBytes: ANSWER_LIMIT };
  }

  /**
   * Reads one original, never altering it. A document that cannot be read is a finding: `ok: false` with its reason.
   * Sound and film are documents without words, as is a picture in which OCR finds none; of them only stretches are read, whatever their size.
   * Pictures and scanned pages are read by Tesseract where it is installed, some seconds a page, each page within the time
   * limit; nothing of them is written to a disk.
   *
   * Rejects with the signal's reason when aborted, with a Fault 'nothing-to-read' where there is no file, with a Fault
   * 'disk' where it cannot be read or changes underway, and with what a source's own `bytes` throws.
   *
   * @param hint.name - the file's name; only its ending counts, and only where the bytes do not tell
   */
  async read(source: Source, hint: { readonly name: string }, signal?: AbortSignal): Promise<Outcome> {
    const outcome = await this.#readAs('reading', source, hint.name, signal);
    return outcome.ok ? outcome : this.#orRecognized(outcome, source, hint.name, signal);
  }

  /**
   * Gives every file inside of an archive, a mail (what is attached) or a mailbox (its messages) to `put`, one after
   * another, waiting for each. Of another kind of file the count is 0. One level is opened: for an archive in an
   * archive, call it again, and count how deep.
   *
   * Rejects as `read` does, and with what `put` throws. Where it ends with a reason, the parts before it were given.
   */
  async unpack(source: Source, hint: { readonly name: string }, put: (part: Part) => Promise<void>, signal?: AbortSignal): Promise<Unpacked> {
    let given = 0;
    const take = takeParts(async (part) => {
      given++;
      await put(part);
    });
    return this.#run({ source, name: hint.name, want: 'parts', signal }, take, () => given === 0);
  }

  /**
   * Reads one original as `read` does, and gives what is attached to a mail to `put` as `unpack` does, which costs less than both. `unpacked`
   * is null of what is no mail, and of one that cannot be read.
   */
  async readWithParts(
    source: Source,
    hint: { readonly name: string },
    put: (part: Part) => Promise<void>,
    signal?: AbortSignal,
  ): Promise<{ readonly read: Outcome; readonly unpacked: Unpacked | null }> {
    const done: { read: Outcome | null; given: number } = { read: null, given: 0 };
    let begun = new ResultBegun();
    const takePart = takeParts(async (part) => {
      done.given++;
      await put(part);
    });
    const take: TakeAnswer<Outcome | Unpacked> = async (value, plan) => {
      if (done.read) return takePart(value, plan);
      if (begun.take(value)) return null;
      done.read = outcomeOf(begun.result(value), plan);
      return done.read.ok && hasAttached(done.read.mediaType) ? null : done.read;
    };
    const end = await this.#run<Outcome | Unpacked>(
      { source, name: hint.name, want: 'reading-with-parts', signal },
      take,
      () => ((begun = new ResultBegun()), done.read === null),
    );
    const outcome: Outcome = done.read ?? (end as Failure);
    if (!outcome.ok) return { read: await this.#orRecognized(outcome, source, hint.name, signal), unpacked: null };
    if (!hasAttached(outcome.mediaType)) return { read: outcome, unpacked: null };
    // What spoilt the taking out, as the reader's time or memory, may have been spent on the reading.
    return { read: outcome, unpacked: !end.ok && done.given === 0 ? await this.unpack(source, hint, put, signal) : (end as Unpacked) };
  }

  /**
   * Where on the pages of a PDF spans of its text stand (code points), by reading it again: a rectangle for each line.
   * The text is what `read` gives with the same reader version; where an `exact` is not the words that are looked for,
   * it was made by another, and the places mean nothing. Other formats have no places. Rejects as `read` does.
   */
  async locate(source: Source, hint: { readonly name: string }, spans: readonly Span[], signal?: AbortSignal): Promise<LocatedOutcome> {
    const take: TakeAnswer<LocatedOutcome> = async (value, { mediaType, reader }) => {
      const result = parseLocated(value);
      return result.ok ? { ok: true, mediaType, located: result.located } : { ok: false, mediaType, problem: result.problem, reader };
    };
    return this.#run({ source, name: hint.name, want: 'places', spans: spans.map(({ start, end }) => ({ start, end })), signal }, take, () => true);
  }

  /**
   * The entries of a list of names: a table of text, one name a line, or FollowTheMoney entities. `columns` is what the person said that
   * columns hold. Rejects as `read` does.
   */
  async readList(source: Source, hint: { readonly name: string }, columns: readonly ListColumn[], signal?: AbortSignal): Promise<ListOutcome> {
    const entries: ListEntry[] = [];
    const take: TakeAnswer<ListOutcome> = async (value, { mediaType, reader }) => {
      const answer = parseListAnswer(value);
      if ('problem' in answer) return { ok: false, mediaType, problem: answer.problem, reader };
      if ('head' in answer) return { ok: true, mediaType, ...answer.head, entries };
      for (const entry of answer.entries) entries.push(entry);
      return null;
    };
    return this.#run({ source, name: hint.name, want: 'list', columns, signal }, take, () => entries.length === 0);
  }

  /**
   * What Tesseract reads on one page of a scan, counted from 1, in the language in which that `reader` read the whole, and where its words
   * stand on the page. Takes some seconds. Null where that reader is no Tesseract, or it or its language is not installed here, or there is no
   * such page. Rejects as `read` does.
   */
  async readScan(
    source: Source,
    scan: { readonly mediaType: string; readonly reader: string; readonly page: number },
    asked?: AbortSignal,
  ): Promise<ScanPage | null> {
    const tesseract = scan.reader.startsWith('tesseract-') ? await this.#findTesseract() : null;
    const language = tesseract && languageOfReader(scan.reader, tesseract.languages);
    const isPdf = scan.mediaType === 'application/pdf';
    if (!tesseract || language === null) return null;
    const page = { number: scan.page, width: 0 };
    const picture = isPdf ? (await this.#pictureOf('picture', source, 'scan', page, asked)).picture : null;
    if (isPdf && (!picture || picture.length === 0)) return null;
    const signal = asked ? AbortSignal.any([asked, this.#closing.signal]) : this.#closing.signal;
    const read = await readIn(language, tesseract.languages, picture ? bytesOf(picture) : await openSource(source), (given, words) =>
      this.#turns.run(signal, () => tesseract.run(given, words, signal)),
    ).catch((error: unknown) => (error instanceof Refused ? null : Promise.reject(error)));
    const found = read?.pages[isPdf ? 0 : scan.page - 1];
    if (!found) return null;
    return { ...found, strips: isPdf ? await this.#strips(source, page, asked) : [{ width: found.width, height: found.height, corners: WHOLE }] };
  }

  /** What the pages of a PDF, TIFF or picture are called, and how big they are; another format has none. Rejects as `read` does. */
  async pages(source: Source, hint: { readonly name: string }, signal?: AbortSignal): Promise<PagesOutcome> {
    const take: TakeAnswer<PagesOutcome> = async (value, { mediaType, reader }) => {
      const result = parsePages(value);
      return result.ok ? { ok: true, mediaType, pages: result.pages } : { ok: false, mediaType, problem: result.problem, reader };
    };
    return this.#run({ source, name: hint.name, want: 'pages', signal }, take, () => true);
  }

  /**
   * A page of a PDF or TIFF, counted from 1, as it is shown: PNG, so many pixels wide unless it is very long. `png` is null where there is no such
   * page. Only of a pool that draws. Rejects as `read` does.
   */
  async draw(source: Source, hint: { readonly name: string }, page: NonNullable<Job['page']>, signal?: AbortSignal): Promise<Drawn> {
    const { picture, end } = await this.#pictureOf('drawing', source, hint.name, page, signal);
    if (!end.ok) return end;
    if (picture && !isPng(picture)) return { ok: false, mediaType: end.mediaType, problem: unreadable('bad-answer'), reader: 'none@1' };
    return { ok: true, png: picture };
  }

  /** What holds the children in, on this system. */
  async guards(): Promise<readonly Guard[]> {
    return (await this.#startable()).guards;
  }

  /** Ends every process; what is being read or waits is rejected with an AbortError. */
  async close(): Promise<void> {
    this.#closing.abort(new DOMException('the pool of readers was closed', 'AbortError'));
    for (const process of [...this.#idle, ...this.#busy]) process.kill();
    this.#turns.close();
  }

  #readAs(want: 'reading' | 'metadata', source: Source, name: string, signal: AbortSignal | undefined): Promise<Outcome> {
    let begun = new ResultBegun();
    return this.#run<Outcome>(
      { source, name, want, signal },
      async (value, plan) => (begun.take(value) ? null : outcomeOf(begun.result(value), plan)),
      // Tried again, it begins anew.
      () => ((begun = new ResultBegun()), true),
    );
  }

  async #orRecognized(failure: Failure, source: Source, name: string, signal: AbortSignal | undefined): Promise<Outcome> {
    return failure.problem.code === 'needs-ocr' ? this.#recognize(source, name, failure, signal) : failure;
  }

  /** What Tesseract reads on its pictures; what it wrote is then looked over by a child like any foreign text. */
  async #recognize(source: Source, name: string, failure: Failure, asked: AbortSignal | undefined): Promise<Outcome> {
    const tesseract = await this.#findTesseract();
    const pictures = this.#picturesOf(source, name, failure.mediaType, asked);
    if (!tesseract || !pictures) return failure;
    const signal = asked ? AbortSignal.any([asked, this.#closing.signal]) : this.#closing.signal;
    const result = await recognize(pictures, tesseract, (picture, words) => this.#turns.run(signal, () => tesseract.run(picture, words, signal)));
    const { mediaType, media } = failure;
    const known = { mediaType, ...(media ? { media } : {}) };
    if (!result.ok && (result.problem.code !== 'no-text' || !PICTURES.has(mediaType)))
      return { ok: false, ...known, problem: result.problem, reader: tesseract.reader(null) };
    if (!result.ok) return { ok: true, ...known, reading: { ...WITHOUT_WORDS, reader: tesseract.reader(null) } };
    const { text, pages, warnings } = result;
    const reader = tesseract.reader(result.language);
    const looked = await this.#readAs('metadata', bytesOf(Buffer.from(text)), name, asked);
    if (!looked.ok) return { ...looked, ...known, reader };
    return { ok: true, ...known, reading: { text, pages, metadata: looked.reading.metadata, warnings, reader } };
  }

  #findTesseract(): Promise<Tesseract | null> {
    this.#tesseract ??= findTesseract(this.#tesseractPaths, this.#limits);
    return this.#tesseract;
  }

  /** Null where Tesseract is given no pictures of that kind. */
  #picturesOf(source: Source, name: string, mediaType: string, signal: AbortSignal | undefined): AsyncIterable<Bytes | null> | null {
    if (mediaType === 'application/pdf') return this.#pagesOf(source, name, signal);
    return PICTURES.has(mediaType) ? only(source) : null;
  }

  /** The pages' pictures, one after another; null for a page without. Throws Refused with what a child says of a page. */
  async *#pagesOf(source: Source, name: string, signal: AbortSignal | undefined): AsyncGenerator<Bytes | null> {
    for (let number = 1; ; number++) {
      const { picture, end } = await this.#pictureOf('picture', source, name, { number, width: 0 }, signal);
      if (!end.ok) throw new Refused(end.problem);
      if (!picture) return;
      yield picture.length === 0 ? null : bytesOf(picture);
    }
  }

  /** The one part that a page's picture comes as. */
  async #pictureOf(want: 'picture' | 'drawing', source: Source, name: string, page: NonNullable<Job['page']>, signal: AbortSignal | undefined) {
    const found: Part[] = [];
    const take = takeParts(async (part) => void found.push(part));
    const end = await this.#run({ source, name, want, page, signal }, take, () => found.length === 0);
    return { picture: found[0]?.bytes ?? null, end };
  }

  async #strips(source: Source, page: NonNullable<Job['page']>, signal: AbortSignal | undefined): Promise<readonly Strip[]> {
    const take: TakeAnswer<{ readonly ok: true; readonly strips: readonly Strip[] }> = async (value) => ({ ok: true, strips: parseStrips(value) });
    const answer = await this.#run({ source, name: 'scan', want: 'strips', page, signal }, take, () => true);
    return answer.ok ? answer.strips : [];
  }

  async #run<T extends { readonly ok: boolean }>({ source, ...asked }: Asked, take: TakeAnswer<T | Failure>, mayRepeat: () => boolean): Promise<T | Failure> {
    const opened = await openSource(source);
    // What is read by stretches is told by a child to be too big, or to be a film or a web archive.
    if (opened.size > ORIGINAL_LIMIT && !inStretches({ want: asked.want, source: opened }))
      return { ok: false, mediaType: 'application/octet-stream', problem: tooBig(opened.size), reader: 'none@1' };
    const job = { ...NOTHING_MORE, ...asked, source: opened };
    return this.#turns.run(job.signal, async () => {
      const process = await this.#process();
      const outcome = await this.#runIn(process, job, take);
      const isFirst = process.documents === 1;
      return isFirst || !isDoubtful(outcome) || !mayRepeat() ? outcome : await this.#runIn(await this.#newProcess(), job, take);
    });
  }

  async #runIn<T extends { readonly ok: boolean }>(process: ReaderProcess, job: Job, take: TakeAnswer<T | Failure>): Promise<T | Failure> {
    this.#busy.add(process);
    try {
      const outcome = await process.run(job, take);
      // A reader that failed in a way it did not foresee may have left its libraries in disorder.
      if (isDoubtful(outcome)) process.kill();
      return outcome;
    } finally {
      this.#busy.delete(process);
      if (process.documents >= DOCUMENTS_PER_PROCESS || this.#closing.signal.aborted) process.kill();
      else if (process.alive) this.#idle.push(process);
    }
  }

  async #process(): Promise<ReaderProcess> {
    for (let process = this.#idle.pop(); process; process = this.#idle.pop()) if (process.alive) return process;
    return this.#newProcess();
  }

  async #newProcess(): Promise<ReaderProcess> {
    const confinement = await this.#startable();
    // Closed meanwhile: a process that is started now nobody would end.
    this.#closing.signal.throwIfAborted();
    return new ReaderProcess(confinement, this.#limits);
  }

  #startable(): Promise<Confinement> {
    this.#confinement ??= confinementFor(this.#limits.memoryLimitMB, this.#draws);
    return this.#confinement;
  }
}

/** A job for whichever process is free; what is left out is not asked for. */
type Asked = Pick<Job, 'name' | 'want' | 'signal'> & Partial<Pick<Job, 'spans' | 'page' | 'columns'>> & { readonly source: Source };

const NOTHING_MORE = { spans: [], page: null, columns: [] } as const;

/** What Tesseract reads as it stands; TIFF may hold several pages. */
const PICTURES: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/tiff']);

/** What comes of a photograph. */
const WITHOUT_WORDS: Omit<Reading, 'reader'> = {
  text: '',
  pages: [],
  metadata: {},
  warnings: [{ code: 'pages-without-text', detail: 'It is a picture, and no words were found in it by OCR.' }],
};

/** The corners of a page that is one picture. */
const WHOLE = [0, 0, 1, 0, 0, 1];

/** @see PNG (Third Edition), section 5.2 */
const isPng = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 8)).equals(Buffer.from('89504e470d0a1a0a', 'hex'));

async function* only(source: Source): AsyncGenerator<Bytes> {
  yield await openSource(source);
}
