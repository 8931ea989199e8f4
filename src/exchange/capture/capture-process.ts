// A capturing process, from its start to its end, as the desk sees it: an order in, files out, in their order. The casebook's own process
// parses nothing that a site sent: it takes bytes, and words that it checks.
import { spawn, type ChildProcess } from 'node:child_process';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { Fault } from '../../base/fault.ts';
import { rightsToRead, withoutNetwork } from '../../reading/confinement.ts';
import { FrameReader } from '../../reading/frames.ts';
import { watchMemory } from '../../reading/memory-watch.ts';
import { NOBODY } from './browser-pipe.ts';
import { parseMessage, type CaptureMessage, type CaptureOrder, type CapturePart, type CaptureTold } from './capture-order.ts';

/** Of the process itself, in MB: all that is got is held there, some of it twice. */
const MEMORY_MB = 450;
/** Bytes of the longest message. */
const MESSAGE_LIMIT = 2 * 1024 * 1024;
/** Beyond the time that the order gives, for starting and for writing. */
const SLACK_MS = 60_000;

/** How far it has come. */
export type Progress = Extract<CaptureMessage, { kind: 'got' }>['value'];

/** A capture under way. Its parts are taken one after another, in the order of PARTS, each to its end, and then `told`. */
export class CaptureProcess {
  readonly #child: ChildProcess;
  readonly #messages: AsyncGenerator<CaptureMessage>;
  readonly #signal: AbortSignal;
  readonly #onProgress: (progress: Progress) => void;
  readonly #folder: string;
  readonly #release: () => void;
  readonly #ended = Promise.withResolvers<void>();
  #next: CaptureMessage | null = null;
  #stderr = '';
  #why: Fault | null = null;

  private constructor(order: CaptureOrder, around: Surround, { signal, onProgress }: Watched) {
    this.#folder = around.folder;
    this.#signal = signal;
    this.#onProgress = onProgress;
    this.#child = spawn(process.execPath, [...around.flags, childModule()], {
      env: environment(),
      stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
      windowsHide: true,
      // Ctrl+C goes to every process of the terminal's group: this one is ended by us, and takes its browser with it.
      detached: process.platform !== 'win32',
    });
    this.#child.once('error', (error) => this.#end(new Fault('bug', `a capturing process cannot be started: ${error.message}`, 'Report it.')));
    this.#child.once('close', () => this.#ended.resolve());
    this.#child.stderr?.on('data', (piece: Buffer) => (this.#stderr = (this.#stderr + piece.toString('latin1')).slice(-2000)));
    this.#child.stdin?.on('error', () => undefined);
    this.#child.stdin?.end(JSON.stringify({ order, folder: around.folder, apart: around.apart }));
    this.#release = this.#guard(order.limits.allMs + SLACK_MS);
    this.#messages = this.#read();
  }

  /** Starts it. `signal` ends it at any time; whoever takes from it then is given the signal's reason. */
  static async start(order: CaptureOrder, watched: Watched): Promise<CaptureProcess> {
    watched.signal.throwIfAborted();
    const folder = await mkdtemp(join(tmpdir(), 'onrecord-page-'));
    try {
      const isRoot = process.getuid?.() === 0;
      if (isRoot) await chown(folder, NOBODY, NOBODY);
      const apart = order.browser === null ? [] : await withoutNetwork(isRoot ? NOBODY : undefined);
      return new CaptureProcess(order, { folder, apart, flags: flagsFor(folder) }, watched);
    } catch (thrown) {
      await rm(folder, { recursive: true, force: true });
      throw thrown;
    }
  }

  /** The bytes of one part as they come; none where there is no such part. Throws the Fault that the capture ended with, or the signal's reason. */
  async *bytes(part: CapturePart): AsyncGenerator<Uint8Array> {
    for (let message = await this.#peek(); message.kind === 'bytes' && message.value.part === part; message = await this.#peek()) {
      this.#next = null;
      yield Buffer.from(message.value.bytes, 'base64');
    }
  }

  /** Whether a part comes next. */
  async has(part: CapturePart): Promise<boolean> {
    const next = await this.#peek();
    return next.kind === 'bytes' && next.value.part === part;
  }

  /** What was done. Throws as `bytes` does. */
  async told(): Promise<CaptureTold> {
    const last = await this.#peek();
    if (last.kind !== 'told') throw senseless();
    return last.value;
  }

  /** Ends it, if it has not ended, and clears up. */
  async close(): Promise<void> {
    this.#release();
    this.#kill();
    await this.#messages.return(null);
    await this.#ended.promise;
    await rm(this.#folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }

  async #peek(): Promise<Exclude<CaptureMessage, { kind: 'got' | 'refused' }>> {
    for (;;) {
      this.#signal.throwIfAborted();
      const message = this.#next ?? (await this.#take());
      if (message.kind === 'refused') throw new Fault(message.value.code, message.value.message, message.value.hint);
      if (message.kind !== 'got') return (this.#next = message);
      this.#onProgress(message.value);
    }
  }

  async #take(): Promise<CaptureMessage> {
    const { value, done } = await this.#messages.next();
    this.#signal.throwIfAborted();
    if (!done) return value;
    throw this.#why ?? this.#died();
  }

  #died(): Fault {
    if (/out of memory|allocation failed/i.test(this.#stderr)) return outOfMemory();
    return new Fault(
      'bug',
      `the capturing process died: ${this.#stderr.trim().split('\n').at(-1) ?? ''}`,
      'Nothing was recorded. Report it with the address, if that may be told.',
    );
  }

  /** The pipe rests while a message is taken, so that a long file never piles up here. */
  async *#read(): AsyncGenerator<CaptureMessage> {
    const frames = new FrameReader(MESSAGE_LIMIT);
    const stream = this.#child.stdio[3] as Readable | null;
    if (!stream) throw senseless();
    for await (const piece of stream) {
      for (const value of frames.push(piece as Buffer)) yield parseMessage(value);
    }
  }

  /** Starts what may stop it: time, memory, the signal. Gives what takes them back. */
  #guard(timeMs: number): () => void {
    const late = new Fault('conflict', `the page was not got in ${Math.round(timeMs / 1000)} s`, 'Try again later.');
    const timer = setTimeout(() => this.#end(late), timeMs);
    const unwatch = this.#child.pid === undefined ? () => undefined : watchMemory(this.#child.pid, MEMORY_MB, () => this.#end(outOfMemory()));
    const abort = (): void => this.#kill();
    this.#signal.addEventListener('abort', abort, { once: true });
    return () => {
      clearTimeout(timer);
      unwatch();
      this.#signal.removeEventListener('abort', abort);
    };
  }

  #end(why: Fault): void {
    this.#why ??= why;
    this.#kill();
  }

  #kill(): void {
    this.#child.kill('SIGKILL');
  }
}

type Watched = { readonly signal: AbortSignal; readonly onProgress: (progress: Progress) => void };
type Surround = { readonly folder: string; readonly apart: readonly string[]; readonly flags: readonly string[] };

const outOfMemory = (): Fault =>
  new Fault('conflict', `the page needs more than ${MEMORY_MB} MB of memory to be taken in`, 'Save the page in a browser, and add the file.');

const senseless = (): Fault => new Fault('bug', 'the capturing process answers what makes no sense', 'Nothing was recorded. Report it.');

/** It reads the program and how much memory its browser takes, writes nothing, and may start that browser. */
function flagsFor(folder: string): readonly string[] {
  const net = process.allowedNodeEnvironmentFlags.has('--allow-net') ? ['--allow-net'] : [];
  return [
    ...rightsToRead(['exchange', 'reading', 'base', 'model']),
    '--allow-fs-read=/proc',
    `--allow-fs-read=${folder}`,
    '--allow-child-process',
    ...net,
    '--no-warnings',
    `--max-old-space-size=${Math.floor(MEMORY_MB / 2)}`,
  ];
}

const here = dirname(fileURLToPath(import.meta.url));

/** child.ts where the program runs from its sources, child.js where it was built. */
const childModule = (): string => join(here, `child${extname(fileURLToPath(import.meta.url))}`);

/** Nothing of the caller's, but which authorities its owner trusts beside the common ones, and what Windows needs. */
function environment(): Readonly<Record<string, string>> {
  const passed = ['NODE_EXTRA_CA_CERTS', ...(process.platform === 'win32' ? ['SystemRoot'] : [])];
  return Object.fromEntries(passed.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])));
}
