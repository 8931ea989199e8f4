// Tesseract, where it is installed: a picture goes in on its standard input, words come out. It never sees a path and
// writes no file; its memory is bounded, its network empty, where the system can do that. What it says is text to check.
import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { wrapper } from './confinement.ts';
import type { Bytes } from './source.ts';

/** Where systems install it: Debian and Fedora, a build of one's own, Homebrew. */
export const TESSERACT_PATHS: readonly string[] = ['/usr/bin/tesseract', '/usr/local/bin/tesseract', '/opt/homebrew/bin/tesseract'];

/** Beside what the caller allows a reader: its models of a language are some 100 MB in memory. */
const MODELS_MB = 300;
/** Bytes of an answer: a page of 10,000 words is 0.5 MB. */
const ANSWER_LIMIT = 64 * 1024 * 1024;

/** What a run gave: what it wrote, or how it ended without. */
export type Run = { readonly ok: true; readonly output: string } | { readonly ok: false; readonly why: 'timeout' | 'failed'; readonly detail: string };

export type Tesseract = {
  /** As a reader: name and version, and the language in which it reads, where that is known. */
  readonly reader: (language: string | null) => string;
  /** Its codes of the languages that are installed; 'osd' is its detection of scripts and of turned pages. */
  readonly languages: readonly string[];
  /** One run over a picture. Rejects when aborted, and with what the picture's bytes throw. */
  readonly run: (picture: Bytes, words: readonly string[], signal: AbortSignal) => Promise<Run>;
};

type Limits = { readonly timeLimitMs: number; readonly memoryLimitMB: number };

/** Null where none of the paths has one that starts. */
export async function findTesseract(paths: readonly string[], limits: Limits): Promise<Tesseract | null> {
  const path = paths.find((each) => existsSync(each));
  if (!path) return null;
  const listed = await promisify(execFile)(path, ['--list-langs'], { timeout: 10_000 }).catch(() => null);
  const said = await promisify(execFile)(path, ['--version'], { timeout: 10_000 }).catch(() => null);
  const version = /^tesseract v?(\d+(?:\.\d+){0,2})/.exec(said ? said.stdout || said.stderr : '')?.[1];
  if (!listed || version === undefined) return null;
  const languages = listed.stdout.split(/\r?\n/).filter((line) => /^[a-z]{3}(_[a-z]+)?$/i.test(line));
  const command = [...(await wrapper(limits.memoryLimitMB + MODELS_MB, ['--fsize=0'])), path];
  const run: Tesseract['run'] = (picture, words, signal) => runOnce([...command, 'stdin', 'stdout', ...words], picture, limits.timeLimitMs, signal);
  const name = `tesseract-${version.replaceAll('.', '-')}`;
  const reader = (language: string | null): string => `${name}${language === null ? '' : `-${language.toLowerCase().replaceAll('_', '-')}`}@2`;
  return { reader, languages, run };
}

/** The language in which a reader of that name read; null where it is another, or not known. */
export function languageOfReader(reader: string, languages: readonly string[]): string | null {
  const said = /^tesseract(?:-\d+)+-([a-z-]+)@\d+$/.exec(reader)?.[1];
  return languages.find((each) => each.toLowerCase().replaceAll('_', '-') === said) ?? null;
}

async function runOnce([command = '', ...args]: readonly string[], picture: Bytes, timeLimitMs: number, signal: AbortSignal): Promise<Run> {
  const timeout = AbortSignal.timeout(timeLimitMs);
  const stop = AbortSignal.any([signal, timeout]);
  stop.throwIfAborted();
  // Its pages are read one by one: more threads than one only get in each other's way.
  const child = spawn(command, args, {
    cwd: tmpdir(),
    env: { OMP_THREAD_LIMIT: '1' },
    stdio: 'pipe',
    signal: stop,
    killSignal: 'SIGKILL',
    detached: process.platform !== 'win32',
  });
  const output = collect(child.stdout, () => child.kill('SIGKILL'));
  const complaints = collect(child.stderr, () => undefined);
  const ended = new Promise<string | null>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, killed) => resolve(code === 0 ? null : killed ? `It was ended by ${killed}.` : `It ended with status ${code}.`));
  });
  const sent = await pipeline(Readable.from(picture.bytes()), child.stdin).then(
    () => null,
    (error: unknown) => (error instanceof Error ? error : new Error(String(error))),
  );
  const failed = await ended;
  signal.throwIfAborted();
  if (timeout.aborted) return { ok: false, why: 'timeout', detail: `The limit is ${timeLimitMs / 1000} s a page.` };
  // A pipe that breaks says only that the program stopped, which `failed` tells better.
  if (sent !== null && !isBrokenPipe(sent)) throw sent;
  if (failed !== null) return { ok: false, why: 'failed', detail: `Tesseract: ${(await complaints).trim() || failed}` };
  return { ok: true, output: await output };
}

const isBrokenPipe = (error: Error): boolean =>
  'code' in error && ['EPIPE', 'ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE', 'ERR_STREAM_DESTROYED'].includes(String(error.code));

/** All that is written until the pipe closes, up to the limit; then it calls `full` and takes no more. */
function collect(stream: Readable, full: () => void): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  const chunks: Buffer[] = [];
  let length = 0;
  stream.on('data', (chunk: Buffer) => {
    length += chunk.length;
    if (length > ANSWER_LIMIT) full();
    else chunks.push(chunk);
  });
  // A pipe that breaks is closed too; why, the program's end tells.
  stream.on('error', () => undefined);
  stream.once('close', () => resolve(Buffer.concat(chunks).toString('utf8')));
  return promise;
}
