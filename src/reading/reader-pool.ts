// Reads documents in child processes, a few at a time. The casebook's own process never parses a foreign byte: it streams
// the original's bytes to a child and takes back data that it checks.
import { stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { Fault } from '../base/fault.ts';
import type { Span } from '../base/span.ts';
import { confinementFor, type Confinement, type Guard } from './confinement.ts';
import { parseLocated, parsePartAnswer, parseResult, type Failure, type Located, type Outcome, type Part, type Unpacked } from './outcome.ts';
import { ReaderProcess, type Job, type Limits, type TakeAnswer } from './reader-process.ts';
import { unreadable, type ProblemCode } from './unreadable.ts';

export type LocatedOutcome = { readonly ok: true; readonly mediaType: string; readonly located: readonly Located[] } | Failure;

export type ReaderPoolOptions = {
  /** Processes at most; they are started when first needed. */
  readonly size?: number;
  /** For one document, its way to the child included. */
  readonly timeLimitMs?: number;
  /** For one process, beyond what Node itself takes (some 45 MB resident). Below 150 nothing much can be read. */
  readonly memoryLimitMB?: number;
};

/**
 * A process is given up after so many documents, so that what a library leaks or remembers does not grow. Starting one
 * costs about as much as reading 50 pages of html, so that after 50 the start would double the price.
 */
const DOCUMENTS_PER_PROCESS = 400;
/**
 * What may come of the documents that a process read before: it is tried once more in a new process, so that a finding
 * never depends on other documents.
 */
const DOUBTFUL: ReadonlySet<string> = new Set<ProblemCode>(['out-of-memory', 'reader-died', 'reader-failed']);
/** Bytes of an original that are tried at all. */
const ORIGINAL_LIMIT = 256 * 1024 * 1024;
/** Bytes of an answer: text as JSON. 160 MB is some 50 million Persian letters. */
const ANSWER_LIMIT = 160 * 1024 * 1024;

export class ReaderPool {
  readonly #size: number;
  readonly #limits: Limits;
  #confinement: Promise<Confinement> | null = null;
  readonly #idle: ReaderProcess[] = [];
  readonly #busy = new Set<ReaderProcess>();
  readonly #waiting: (() => void)[] = [];
  #taken = 0;
  #closed = false;

  constructor(options: ReaderPoolOptions = {}) {
    this.#size = options.size ?? Math.min(4, availableParallelism());
    this.#limits = { timeLimitMs: options.timeLimitMs ?? 60_000, memoryLimitMB: options.memoryLimitMB ?? 500, answerLimitBytes: ANSWER_LIMIT };
  }

  /**
   * Reads one original, never altering it. A document that cannot be read is a finding: `ok: false` with its reason.
   *
   * Rejects with the signal's reason when aborted, with a Fault 'nothing-to-read' where there is no file, and with a
   * Fault 'disk' where it cannot be read or changes underway.
   *
   * @param hint.name - the file's name; only its ending counts, and only where the bytes do not tell
   */
  async read(path: string, hint: { readonly name: string }, signal?: AbortSignal): Promise<Outcome> {
    const take: TakeAnswer<Outcome> = async (value, { mediaType, reader }) => {
      const result = parseResult(value);
      return result.ok ? { ok: true, mediaType, reading: { ...result.reading, reader } } : { ok: false, mediaType, problem: result.problem, reader };
    };
    return this.#run({ path, name: hint.name, want: 'reading', spans: [], signal }, take, () => true);
  }

  /**
   * Gives every file inside of an archive, a mail (what is attached) or a mailbox (its messages) to `put`, one after
   * another, waiting for each. Of another kind of file the count is 0. One level is opened: for an archive in an
   * archive, call it again, and count how deep.
   *
   * Rejects as `read` does, and with what `put` throws. Where it ends with a reason, the parts before it were given.
   */
  async unpack(path: string, hint: { readonly name: string }, put: (part: Part) => Promise<void>, signal?: AbortSignal): Promise<Unpacked> {
    let given = 0;
    const take: TakeAnswer<Unpacked> = async (value, { mediaType, reader }) => {
      const answer = parsePartAnswer(value);
      if ('problem' in answer) return { ok: false, mediaType, problem: answer.problem, reader };
      if ('count' in answer) return { ok: true, mediaType, count: answer.count };
      given++;
      await put(answer.part);
      return null;
    };
    return this.#run({ path, name: hint.name, want: 'parts', spans: [], signal }, take, () => given === 0);
  }

  /**
   * Where on the pages of a PDF spans of its text stand (code points), by reading it again: a rectangle for each line.
   * The text is what `read` gives with the same reader version; where an `exact` is not the words that are looked for,
   * it was made by another, and the places mean nothing. Other formats have no places. Rejects as `read` does.
   */
  async locate(path: string, hint: { readonly name: string }, spans: readonly Span[], signal?: AbortSignal): Promise<LocatedOutcome> {
    const take: TakeAnswer<LocatedOutcome> = async (value, { mediaType, reader }) => {
      const result = parseLocated(value);
      return result.ok ? { ok: true, mediaType, located: result.located } : { ok: false, mediaType, problem: result.problem, reader };
    };
    return this.#run({ path, name: hint.name, want: 'places', spans, signal }, take, () => true);
  }

  /** What holds the children in, on this system. */
  async guards(): Promise<readonly Guard[]> {
    return (await this.#startable()).guards;
  }

  /** Ends every process; what is being read or waits is rejected with an AbortError. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const process of [...this.#idle, ...this.#busy]) process.kill();
    for (const wake of this.#waiting.splice(0)) wake();
  }

  async #run<T extends { readonly ok: boolean }>(asked: Omit<Job, 'size'>, take: TakeAnswer<T | Failure>, mayRepeat: () => boolean): Promise<T | Failure> {
    const size = await sizeOf(asked.path);
    if (size > ORIGINAL_LIMIT) return tooBig(size);
    const job = { ...asked, size };
    await this.#enter(job.signal);
    try {
      const process = await this.#process();
      const outcome = await this.#runIn(process, job, take);
      const isFirst = process.documents === 1;
      return isFirst || !isDoubtful(outcome) || !mayRepeat() ? outcome : await this.#runIn(await this.#newProcess(), job, take);
    } finally {
      this.#leave();
    }
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
      if (process.documents >= DOCUMENTS_PER_PROCESS || this.#closed) process.kill();
      else if (process.alive) this.#idle.push(process);
    }
  }

  async #process(): Promise<ReaderProcess> {
    for (let process = this.#idle.pop(); process; process = this.#idle.pop()) if (process.alive) return process;
    return this.#newProcess();
  }

  async #newProcess(): Promise<ReaderProcess> {
    return new ReaderProcess(await this.#startable(), this.#limits);
  }

  #startable(): Promise<Confinement> {
    this.#confinement ??= confinementFor(this.#limits.memoryLimitMB);
    return this.#confinement;
  }

  /** Waits until one of the places is free. */
  async #enter(signal: AbortSignal | undefined): Promise<void> {
    signal?.throwIfAborted();
    if (this.#taken >= this.#size) await this.#turn(signal);
    else this.#taken++;
    if (!this.#closed) return;
    this.#leave();
    throw new DOMException('the pool of readers was closed', 'AbortError');
  }

  /** A place that is left is handed on, so that `#taken` stays as it is. */
  async #turn(signal: AbortSignal | undefined): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const abort = (): void => {
      this.#waiting.splice(this.#waiting.indexOf(resolve), 1);
      reject(signal?.reason);
    };
    this.#waiting.push(resolve);
    signal?.addEventListener('abort', abort, { once: true });
    await promise.finally(() => signal?.removeEventListener('abort', abort));
  }

  #leave(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#taken--;
  }
}

const isDoubtful = (outcome: { readonly ok: boolean }): boolean => 'problem' in outcome && DOUBTFUL.has((outcome as Failure).problem.code);

async function sizeOf(path: string): Promise<number> {
  const found = await stat(path).catch((cause: unknown) => {
    throw new Fault('nothing-to-read', `${path} cannot be found`, 'Look at the path.', cause);
  });
  if (!found.isFile()) throw new Fault('nothing-to-read', `${path} is not a file`, 'Give the files one by one, or a folder to a command that walks it.');
  return found.size;
}

function tooBig(size: number): Failure {
  const problem = unreadable('too-big', `It has ${Math.round(size / 1e6)} MB; the limit is ${Math.round(ORIGINAL_LIMIT / 1e6)} MB.`);
  return { ok: false, mediaType: 'application/octet-stream', problem, reader: 'none@1' };
}
