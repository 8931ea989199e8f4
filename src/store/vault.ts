// The vault: originals as they came, and the texts that reading made of them, each under the SHA-256 of its bytes.
// A file is there whole or not at all. One that is kept but that no entry speaks of yet (a crash in between) does no harm:
// keeping it again finds it there.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, readdir, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Fault } from '../base/fault.ts';
import { failed, passed, type Verdict } from '../log/verdict.ts';
import { diskFault, fileSize, hasCode, isTemporary, syncFolder, type Disk } from './disk.ts';
import type { FileCover } from './file-cover.ts';
import { Incoming } from './incoming.ts';
import { DIGEST, keptNames, keptPath, SHELVES, vaultDamaged, type Kept, type Shelf } from './kept-file.ts';

/** Bytes that are read at once of a part of an original. */
const PIECE = 1024 * 1024;

export class Vault {
  readonly #folder: string;
  readonly #disk: Disk;
  /** How bytes lie on the disk: as they are, or encrypted. */
  readonly #cover: FileCover;

  constructor(folder: string, disk: Disk, cover: FileCover) {
    this.#folder = folder;
    this.#disk = disk;
    this.#cover = cover;
  }

  /** Keeps many files together; the caller closes it. */
  incoming(): Incoming {
    return new Incoming(this.#folder, this.#disk, this.#cover);
  }

  /** Keeps the bytes of a file; throws as `Incoming` does. */
  async keepOriginal(path: string | Buffer): Promise<Kept> {
    return this.#keep((incoming) => incoming.original(path));
  }

  /** Keeps bytes at hand, or as they come; where they stop coming with an error, nothing is kept and it is thrown. */
  async keepOriginalBytes(bytes: Parameters<Incoming['originalBytes']>[0]): Promise<Kept> {
    return this.#keep((incoming) => incoming.originalBytes(bytes));
  }

  /** Gives the SHA-256 of the text's UTF-8. */
  async keepText(text: string): Promise<string> {
    return (await this.#keep((incoming) => incoming.text(text))).sha256;
  }

  /** The bytes of an original, in pieces. Throws a Fault 'casebook-damaged' at the end where they are not what was kept. */
  original(sha256: string): AsyncIterable<Uint8Array> {
    return this.#read('originals', sha256);
  }

  /** An original whole, checked before any of it is given. */
  async originalBytes(sha256: string): Promise<Uint8Array> {
    return collect(this.#read('originals', sha256));
  }

  /**
   * The bytes of an original from `start` to before `end`, in pieces of up to 1 MB, without reading the rest of it: what nobody altered is shown
   * by `check`, not by this. Throws a Fault 'not-found' where it is not kept, and 'casebook-damaged' where a sealed piece is not what was kept.
   */
  async *originalPart(sha256: string, start: number, end: number): AsyncIterable<Uint8Array> {
    const file = await this.#disk.open(this.#path('originals', sha256), 'r').catch((thrown: unknown) => Promise.reject(notKept(thrown, 'originals', sha256)));
    try {
      const kept = { size: (await file.stat()).size, read: (at: number, length: number) => readAt(file, at, length) };
      for (let at = start; at < end; at += PIECE) yield await this.#cover.revealPart(kept, at, Math.min(end, at + PIECE));
    } catch (thrown) {
      throw diskFault(thrown, `Reading originals/${sha256}`);
    } finally {
      await file.close();
    }
  }

  /** Throws a Fault 'not-found' where it is not kept, 'casebook-damaged' where it is not what was kept. */
  async text(sha256: string): Promise<string> {
    return Buffer.from(await collect(this.#read('texts', sha256, whole))).toString('utf8');
  }

  /** Where an original lies, for a program that opens files. Throws a Fault 'not-allowed' in an encrypted casebook. */
  originalPath(sha256: string): string {
    if (this.#cover.hides) {
      throw new Fault('not-allowed', 'the originals of an encrypted casebook have no readable file', 'Read the bytes through the vault.');
    }
    return this.#path('originals', sha256);
  }

  async has(shelf: Shelf, sha256: string): Promise<boolean> {
    return (await fileSize(this.#disk, this.#path(shelf, sha256))) !== null;
  }

  /** Read a file again, and hold it against its digest. */
  async check(shelf: Shelf, sha256: string): Promise<Verdict> {
    try {
      for await (const _ of this.#read(shelf, sha256));
      return passed;
    } catch (thrown) {
      if (thrown instanceof Fault && (thrown.code === 'casebook-damaged' || thrown.code === 'not-found')) return failed(thrown.message);
      throw thrown;
    }
  }

  /** Remove a file, for an erasure that the log records. Gives whether there was one. */
  async destroy(shelf: Shelf, sha256: string): Promise<boolean> {
    const path = this.#path(shelf, sha256);
    if ((await fileSize(this.#disk, path)) === null) return false;
    await this.#remove(path);
    return true;
  }

  async #remove(path: string): Promise<void> {
    try {
      await this.#disk.rm(path);
      await syncFolder(this.#disk, dirname(path));
    } catch (thrown) {
      throw diskFault(thrown, 'Destroying a kept file');
    }
  }

  /** The files of a shelf that `expected` does not lead to: names within the vault, what a crash left behind among them. */
  async strays(shelf: Shelf, expected: Iterable<string>): Promise<readonly string[]> {
    const known = new Set([...expected].map((sha256) => this.#path(shelf, sha256)));
    const root = join(this.#folder, shelf);
    const found: string[] = [];
    for (const entry of await readdir(root, { withFileTypes: true, recursive: true })) {
      const path = join(entry.parentPath, entry.name);
      if (!entry.isDirectory() && !known.has(path)) found.push(path.slice(this.#folder.length + 1));
    }
    return found;
  }

  /** Remove the files of a shelf that are named as kept ones are, and are not expected. What bears another name was not put there by keeping. */
  async dropUnexpected(shelf: Shelf, expected: Iterable<string>): Promise<void> {
    const known = new Set([...expected].map((sha256) => this.#path(shelf, sha256)));
    for (const name of await keptNames(this.#folder, shelf)) {
      const path = join(this.#folder, keptPath(shelf, name));
      if (!known.has(path)) await this.#remove(path);
    }
  }

  /** Remove what writing left behind when the machine stopped. No process may be writing. */
  async sweep(): Promise<void> {
    for (const shelf of SHELVES) {
      for (const name of await this.strays(shelf, [])) {
        if (isTemporary(name.slice(name.lastIndexOf('.new-')))) await this.#disk.rm(join(this.#folder, name), { force: true });
      }
    }
  }

  async #keep(write: (incoming: Incoming) => Promise<Kept>): Promise<Kept> {
    const incoming = this.incoming();
    try {
      const kept = await write(incoming);
      await incoming.settle([kept]);
      return kept;
    } finally {
      await incoming.close();
    }
  }

  async *#read(shelf: Shelf, sha256: string, open: (path: string) => AsyncIterable<Uint8Array> = inPieces): AsyncIterable<Uint8Array> {
    const path = this.#path(shelf, sha256);
    const digest = createHash('sha256');
    try {
      for await (const piece of this.#cover.reveal(open(path))) {
        digest.update(piece);
        yield piece;
      }
    } catch (thrown) {
      throw notKept(thrown, shelf, sha256);
    }
    if (digest.digest('hex') !== sha256) throw vaultDamaged(`${shelf}/${sha256} has other bytes than it was kept with`);
  }

  #path(shelf: Shelf, sha256: string): string {
    if (!DIGEST.test(sha256)) throw new Fault('bad-shape', `"${sha256}" is not a SHA-256`, 'Give 64 hexadecimal digits in lower case.');
    return join(this.#folder, keptPath(shelf, this.#cover.name(sha256)));
  }
}

const inPieces = (path: string): AsyncIterable<Uint8Array> => createReadStream(path, { highWaterMark: 256 * 1024 });

/** At once: of a text, to open a stream takes longer than to read it. */
async function* whole(path: string): AsyncIterable<Uint8Array> {
  yield await readFile(path);
}

function notKept(thrown: unknown, shelf: Shelf, sha256: string): unknown {
  return hasCode(thrown, 'ENOENT')
    ? new Fault('not-found', `${shelf}/${sha256} is not in the vault`, 'Put it back from a backup.', thrown)
    : diskFault(thrown, `Reading ${shelf}/${sha256}`);
}

async function readAt(file: FileHandle, at: number, length: number): Promise<Uint8Array> {
  const bytes = Buffer.alloc(length);
  let got = 0;
  for (let more = -1; more !== 0 && got < length; got += more) more = (await file.read(bytes, got, length - got, at + got)).bytesRead;
  return bytes.subarray(0, got);
}

async function collect(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}
