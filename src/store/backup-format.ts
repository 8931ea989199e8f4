// A backup: one file with all of a casebook, written and read from end to end once, of any length.
//
//   onrecord backup 1                     a line
//   {"keys": …}                           a line: the text of keys.json; null where the casebook is not encrypted
//   the body                              sealed as a kept file is (sealed-cover.ts), by a key of its own, where there are keys
//
// The body is a sequence of parts, each `{"path":…,"size":…}`, a newline, the bytes, `{"sha256":…}`, a newline; then
// `{"parts":…,"seal":…}` and a newline, where the seal is the SHA-256 of all lines of the body before it. Digests find
// what went wrong on the way. Against somebody who writes a backup of their own, an encrypted one is guarded by its key, and
// any by the log inside, if the reader holds a checkpoint of it. So nothing that a backup says is taken for true on reading.
import { createHash } from 'node:crypto';
import { Fault } from '../base/fault.ts';
import { count, matching, object, orNull, string, type Shape } from '../base/shape.ts';
import { fromUtf8 } from '../log/bytes.ts';
import { watched } from './watched.ts';

export const FIRST_LINE = 'onrecord backup 1';

const sha256 = matching(/^[0-9a-f]{64}$/, 'a SHA-256');

/** The only places in a folder that a backup can name: none leads out of it. */
const path = matching(/^(?:onrecord\.json|record(?:\.sealed)?\.db|(?:originals|texts)\/(?<start>[0-9a-f]{2})\/\k<start>[0-9a-f]{62})$/, 'a file of a casebook');

export const parseHeader = object({ keys: orNull(string) });
const parsePart = object({ path, size: count });
const parsePartEnd = object({ sha256 });
const parseEnd = object({ parts: count, seal: sha256 });

/** `size` is in bytes. */
export type Part = { readonly path: string; readonly size: number };

export type FullPart = Part & { readonly bytes: () => AsyncIterable<Uint8Array> };

/** Lines are short, but for the one with the keys. */
export const LONGEST_LINE = 64 * 1024;

/** The body made of `parts`. Throws a Fault 'conflict' where one has not as many bytes as it says. */
export async function* writeBody(parts: readonly FullPart[]): AsyncIterable<Uint8Array> {
  const seal = createHash('sha256');
  const line = (value: object): Uint8Array => {
    const text = Buffer.from(`${JSON.stringify(value)}\n`);
    seal.update(text);
    return text;
  };
  for (const part of parts) {
    yield line({ path: part.path, size: part.size });
    const digest = createHash('sha256');
    let size = 0;
    for await (const piece of part.bytes()) {
      digest.update(piece);
      size += piece.length;
      yield piece;
    }
    if (size !== part.size) throw new Fault('conflict', `${part.path} changed while it was read`, 'Make the backup again.');
    yield line({ sha256: digest.digest('hex') });
  }
  yield Buffer.from(`${JSON.stringify({ parts: parts.length, seal: seal.digest('hex') })}\n`);
}

/**
 * Read a body: `take` gets every part with its bytes, and has to read them to their end. What it was given counts only once
 * this is fulfilled. Gives how many parts there were. Throws a Fault 'casebook-damaged' where the body is not what was written.
 */
export async function readBody(source: ByteSource, take: (part: Part, bytes: AsyncIterable<Uint8Array>) => Promise<void>): Promise<number> {
  const seal = createHash('sha256');
  const seen = new Set<string>();
  for (;;) {
    const line = await source.line(LONGEST_LINE);
    if (!line.startsWith('{"path"')) {
      const end = parsed(parseEnd, line);
      if (end.parts !== seen.size || end.seal !== seal.digest('hex')) throw damaged('its end is not that of its beginning');
      if (!(await source.isAtEnd())) throw damaged('something follows its end');
      return seen.size;
    }
    const part = parsed(parsePart, line);
    if (seen.has(part.path)) throw damaged(`${part.path} is in it twice`);
    seen.add(part.path);
    const digest = createHash('sha256');
    await take(
      part,
      watched(source.take(part.size), (piece) => digest.update(piece)),
    );
    const last = await source.line(LONGEST_LINE);
    if (parsed(parsePartEnd, last).sha256 !== digest.digest('hex')) throw damaged(`the bytes of ${part.path} were altered`);
    seal.update(`${line}\n${last}\n`);
  }
}

/** The value of a line. Throws a Fault 'casebook-damaged' for one that is of another shape. */
export function parsed<T>(shape: Shape<T>, line: string): T {
  try {
    return shape(JSON.parse(line));
  } catch (thrown) {
    if (thrown instanceof SyntaxError || thrown instanceof Fault) throw damaged('a line of it is not of its form', thrown);
    throw thrown;
  }
}

export const damaged = (why: string, cause?: unknown): Fault =>
  new Fault('casebook-damaged', `This is not a whole backup: ${why}`, 'Take another copy of the backup.', cause);

/** Bytes in pieces of any size, read as lines and as so many bytes. Throws a Fault 'casebook-damaged' where they end too early. */
export class ByteSource {
  readonly #pieces: AsyncIterator<Uint8Array>;
  #held: Uint8Array = new Uint8Array(0);

  constructor(pieces: AsyncIterable<Uint8Array>) {
    this.#pieces = pieces[Symbol.asyncIterator]();
  }

  /** Up to the next newline, without it. Not longer than `longest` bytes, in UTF-8. */
  async line(longest: number): Promise<string> {
    let end = this.#held.indexOf(NEWLINE);
    while (end < 0) {
      if (this.#held.length > longest) throw damaged('a line of it is too long');
      const more = await this.#next();
      if (!more) throw damaged('it is cut short');
      this.#held = Buffer.concat([this.#held, more]);
      end = this.#held.indexOf(NEWLINE);
    }
    const text = end > longest ? null : fromUtf8(this.#held.subarray(0, end));
    if (text === null) throw damaged('a line of it is not of its form');
    this.#held = this.#held.subarray(end + 1);
    return text;
  }

  async *take(length: number): AsyncIterable<Uint8Array> {
    for (let left = length; left > 0;) {
      if (this.#held.length === 0) this.#held = (await this.#next()) ?? this.#cut();
      const piece = this.#held.subarray(0, left);
      this.#held = this.#held.subarray(piece.length);
      left -= piece.length;
      yield piece;
    }
  }

  /** All that is left, whatever it is. */
  async *rest(): AsyncIterable<Uint8Array> {
    yield this.#held;
    for (let more = await this.#next(); more; more = await this.#next()) yield more;
  }

  async isAtEnd(): Promise<boolean> {
    while (this.#held.length === 0) {
      const more = await this.#next();
      if (!more) return true;
      this.#held = more;
    }
    return false;
  }

  #cut(): never {
    throw damaged('it is cut short');
  }

  async #next(): Promise<Uint8Array | null> {
    const { done, value } = await this.#pieces.next();
    return done ? null : value;
  }
}

const NEWLINE = 0x0a;
