// One reading process, from its start to its end, as the pool sees it: documents in, outcomes out, one at a time. Whatever
// goes wrong inside is an outcome about the document, and leaves the process dead; the pool starts another.
import { spawn, type ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { Fault } from '../base/fault.ts';
import type { Span } from '../base/span.ts';
import type { ListColumn } from '../model/name-list.ts';
import type { Confinement } from './confinement.ts';
import { frame, FrameReader } from './frames.ts';
import { WEB_ARCHIVES } from './media-type.ts';
import { watchMemory } from './memory-watch.ts';
import { GIVEN_WHOLE, LOOKED_AT, ORIGINAL_LIMIT } from './original-limit.ts';
import { parseNeeded, parsePlan, type Failure, type Plan } from './outcome.ts';
import type { Bytes } from './source.ts';
import { unreadable, type ProblemCode } from './unreadable.ts';

export type Limits = { readonly timeLimitMs: number; readonly memoryLimitMB: number; readonly answerLimitBytes: number };

/** What is wanted of one original: its reading, its parts, places on its pages, the pages' measures, a page's picture, a drawing of one, or the entries of a list of names. */
export type Job = {
  readonly source: Bytes;
  readonly name: string;
  /** `reading-with-parts` is the reading and then, of a mail, what is attached; `metadata` is a reading of what is known to be text; `picture` is the scan that a page is, `strips` how it lies there, `drawing` the page as it is shown. */
  readonly want: 'reading' | 'reading-with-parts' | 'parts' | 'places' | 'pages' | 'picture' | 'strips' | 'drawing' | 'metadata' | 'list';
  /** Of a PDF's text, whose places are wanted. */
  readonly spans: readonly Span[];
  /** Which page, counted from 1, and how many pixels wide it is drawn; null where no page is asked for. */
  readonly page: { readonly number: number; readonly width: number } | null;
  /** Of a list of names: what the person said that columns hold. */
  readonly columns: readonly ListColumn[];
  readonly signal: AbortSignal | undefined;
};

/** Takes what the child answers after its plan, value by value; null until it was the last. Throws on what makes no sense. */
export type TakeAnswer<T> = (value: unknown, plan: Plan) => Promise<T | null>;

/** What stands in an outcome until the child has said better. */
const UNPLANNED: Plan = { mediaType: 'application/octet-stream', reader: 'none@1' };

/** What is read by stretches has the time limit for each so many bytes; and how often a web archive may be read through: for its digests, and its pages. */
const TIMED = 64 * 1024 * 1024;
const TIMES = 4;

/** One document under way. */
type Exchange = {
  plan: Plan;
  /** Bytes that the child has asked for by stretches. */
  asked: number;
  readonly source: Bytes;
  readonly frames: FrameReader;
  readonly take: (value: unknown, plan: Plan) => Promise<void>;
  readonly fail: (end: Failure | Error) => void;
};

export class ReaderProcess {
  readonly #child: ChildProcess;
  readonly #limits: Limits;
  readonly #watch: boolean;
  #exchange: Exchange | null = null;
  #restart = (): void => undefined;
  #stderr = '';
  #alive = true;
  #documents = 0;

  constructor(confinement: Confinement, limits: Limits) {
    this.#limits = limits;
    this.#watch = confinement.guards.includes('memory-watch');
    this.#child = spawn(confinement.command, confinement.args, {
      env: confinement.env,
      stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
      windowsHide: true,
      // Ctrl+C goes to every process of the terminal's group: a reader that died of it would look killed by its document.
      detached: process.platform !== 'win32',
    });
    this.#child.once('error', (error) =>
      this.#end(new Fault('bug', `a reading process cannot be started: ${error.message}`, 'Look whether Node.js is installed whole.', error)),
    );
    this.#child.once('close', (code, signal) => this.#died(code, signal));
    // A pipe that breaks says only that the child died, which 'close' tells better.
    this.#input.on('error', () => undefined);
    this.#child.stderr?.on('data', (chunk: Buffer) => (this.#stderr = (this.#stderr + chunk.toString('latin1')).slice(-4000)));
    this.#answers.on('data', (chunk: Buffer) => void this.#take(chunk));
    this.#answers.on('error', () => undefined);
  }

  /** False once it has ended or been ended: it takes no further document. */
  get alive(): boolean {
    return this.#alive;
  }

  /** Documents that it has been given. */
  get documents(): number {
    return this.#documents;
  }

  /** Rejects only when aborted, with what the source throws, or with a Fault where it changes its size or no process can be started. */
  async run<T extends { readonly ok: boolean }>(job: Job, take: TakeAnswer<T | Failure>): Promise<T | Failure> {
    this.#documents++;
    const over = Promise.withResolvers<T | Failure>();
    this.#exchange = {
      plan: UNPLANNED,
      asked: 0,
      source: job.source,
      frames: new FrameReader(this.#limits.answerLimitBytes),
      take: async (value, plan) => {
        const last = await take(value, plan);
        if (last !== null) over.resolve(last);
      },
      fail: (end) => (end instanceof Error ? over.reject(end) : over.resolve(end)),
    };
    const release = this.#guard(job);
    try {
      await Promise.all([this.#send(job), over.promise]);
      return await over.promise;
    } finally {
      release();
      this.#exchange = null;
    }
  }

  /** Ends the process at once; what it is reading is rejected. */
  kill(): void {
    this.#end(new DOMException('the pool of readers was closed', 'AbortError'));
  }

  get #input(): Writable {
    return this.#child.stdin ?? missingPipe();
  }

  get #answers(): Readable {
    return (this.#child.stdio[3] as Readable | null | undefined) ?? missingPipe();
  }

  /** Starts what may stop this document: its time, its memory, the caller's signal. Gives what takes them back. */
  #guard(job: Job): () => void {
    const { signal } = job;
    const limitMs = this.#limits.timeLimitMs * (inStretches(job) ? Math.ceil(job.source.size / TIMED) : 1);
    const timer = setTimeout(() => this.#fail('took-too-long', `The limit is ${limitMs / 1000} s.`), limitMs);
    this.#restart = () => void timer.refresh();
    const abort = (): void => this.#end(signal?.reason instanceof Error ? signal.reason : new DOMException('reading was stopped', 'AbortError'));
    signal?.addEventListener('abort', abort, { once: true });
    const { pid } = this.#child;
    const unwatch = this.#watch && pid !== undefined ? watchMemory(pid, this.#limits.memoryLimitMB, () => this.#outOfMemory()) : () => undefined;
    if (signal?.aborted) abort();
    return () => {
      clearTimeout(timer);
      this.#restart = () => undefined;
      unwatch();
      signal?.removeEventListener('abort', abort);
    };
  }

  async #send(job: Job): Promise<void> {
    const { source, name, want, spans, page, columns } = job;
    const { size, bytes } = source;
    const asks = inStretches(job);
    this.#input.write(frame({ name, size, asks, want, spans, page, columns }));
    if (size === 0 || asks) return;
    try {
      const sent = await this.#sendBytes(size, bytes());
      if (sent !== size && this.#alive) throw new Fault('disk', `${name} changed its size while it was read`, 'Let nothing write to it, and run again.');
    } catch (error) {
      this.#end(error instanceof Error ? error : new Error(String(error)));
    }
  }

  /** Gives how many there were; stops at the first that are too many, which the child never sees. */
  async #sendBytes(size: number, bytes: AsyncIterable<Uint8Array>): Promise<number> {
    let sent = 0;
    for await (const chunk of bytes) {
      sent += chunk.length;
      if (!this.#alive || sent > size) return sent;
      if (!this.#input.write(chunk)) await this.#drained();
    }
    return sent;
  }

  /** Until the child has taken what it was given, or is dead. */
  async #drained(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#input.once('drain', resolve).once('close', resolve);
    await promise;
    this.#input.off('drain', resolve).off('close', resolve);
  }

  /** The pipe rests while an answer is taken, so that parts never pile up here faster than they are put away. */
  async #take(chunk: Buffer): Promise<void> {
    const exchange = this.#exchange;
    if (!exchange) return this.#stop();
    this.#answers.pause();
    try {
      for (const value of exchange.frames.push(chunk)) {
        const needed = parseNeeded(value);
        if (needed) await this.#give(exchange, needed);
        else if (exchange.plan === UNPLANNED) exchange.plan = parsePlan(value);
        else {
          await exchange.take(value, exchange.plan);
          // The time limit is for one answer: to put away a thousand parts is not the child's time.
          this.#restart();
        }
      }
    } catch (error) {
      this.#refuse(error);
    }
    this.#answers.resume();
  }

  /** The stretch that the child asked for: all of it, or the child would wait for ever. */
  async #give(exchange: Exchange, { start, end }: { readonly start: number; readonly end: number }): Promise<void> {
    const { source, plan } = exchange;
    const most = ORIGINAL_LIMIT + LOOKED_AT + (WEB_ARCHIVES.has(plan.mediaType) ? TIMES * source.size : 0);
    const length = end - start;
    exchange.asked += length;
    if (!source.part || length <= 0 || end > source.size || exchange.asked > most) throw new SyntaxError('a stretch that cannot be asked for');
    const sent = await this.#sendBytes(length, source.part(start, end));
    if (sent !== length && this.#alive) throw new Fault('disk', 'a file changed its size while it was read', 'Let nothing write to it, and run again.');
  }

  /** What is thrown over an answer speaks against the child, unless it is a fault of whoever puts the parts away. */
  #refuse(error: unknown): void {
    if (error instanceof RangeError) this.#fail('too-much-text');
    else if (error instanceof SyntaxError || (error instanceof Fault && error.code === 'bad-shape')) this.#fail('bad-answer');
    else this.#end(error instanceof Error ? error : new Error(String(error)));
  }

  #died(code: number | null, signal: NodeJS.Signals | null): void {
    this.#alive = false;
    if (/out of memory|failed to allocate|allocation failed|Committing semi space/i.test(this.#stderr)) this.#outOfMemory();
    else this.#fail('reader-died', signal ? `It was ended by ${signal}.` : `It ended with status ${code}.`);
  }

  #outOfMemory(): void {
    this.#fail('out-of-memory', `The limit is ${this.#limits.memoryLimitMB} MB.`);
  }

  /** The document cannot be read, and the process that tried is given up. */
  #fail(code: ProblemCode, detail?: string): void {
    const { mediaType, reader } = this.#exchange?.plan ?? UNPLANNED;
    this.#end({ ok: false, mediaType, problem: unreadable(code, detail), reader });
  }

  #end(end: Failure | Error): void {
    this.#stop();
    this.#exchange?.fail(end);
  }

  #stop(): void {
    this.#alive = false;
    this.#child.kill('SIGKILL');
  }
}

/** Whether the child asks for what it needs, in place of being given the whole. */
export const inStretches = ({ want, source }: Pick<Job, 'want' | 'source'>): boolean =>
  (want === 'reading' || want === 'reading-with-parts' || want === 'parts') && source.part !== undefined && source.size > GIVEN_WHOLE;

function missingPipe(): never {
  throw new Fault('bug', 'a reading process was started without its pipes', 'Report it.');
}
