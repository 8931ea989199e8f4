// Files on their way into the vault. Each small one is written whole, under a name that no kept file has, and its bytes go to stable storage while
// others are written; some at a time then get their names, and each folder is synced once for all of them. A crash on the way leaves
// files that nothing refers to: half-written ones are dropped as such, whole ones as not recorded, when the casebook is next opened.
// A large one is kept at once, and read from where it lies.
import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Fault } from '../base/fault.ts';
import { diskFault, fileSize, hasCode, makeFolders, syncFolder, temporaryName, writeAll, type Disk } from './disk.ts';
import type { FileCover } from './file-cover.ts';
import { keptPath, READ_ONLY, vaultDamaged, type Kept, type Shelf } from './kept-file.ts';
import { watched } from './watched.ts';

type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** `durable` is fulfilled once its bytes are on stable storage. */
type Waiting = { readonly temporary: string; readonly path: string; readonly durable: Promise<void> };

/** Bytes of a file that is held in memory whole until it is read, and of all such files together. */
const SMALL = 512 * 1024;
const MOST_HELD = 64 * 1024 * 1024;
/** Files that are on their way to stable storage at once, each with an open file. */
const MOST_SYNCING = 32;

export class Incoming {
  readonly #folder: string;
  readonly #disk: Disk;
  readonly #cover: FileCover;
  /** Written, and under their own names not yet. */
  readonly #waiting = new Map<Kept, Waiting>();
  readonly #whole = new Map<Kept, Uint8Array>();
  #held = 0;
  readonly #syncing = new Set<Promise<void>>();
  readonly #folders = new Set<string>();

  constructor(folder: string, disk: Disk, cover: FileCover) {
    this.#folder = folder;
    this.#disk = disk;
    this.#cover = cover;
  }

  /**
   * Writes the bytes of a file. The digest is of what was written here, whatever became of the source meanwhile.
   *
   * Throws a Fault 'not-found' where there is no such file, 'nothing-to-read' for what is none, 'disk' where the disk fails.
   */
  async original(path: string | Buffer): Promise<Kept> {
    const source = await openSource(path);
    try {
      const { size } = await source.stat();
      return await this.originalBytes(size > SMALL ? source.createReadStream({ autoClose: false }) : await firstBytes(source, size));
    } finally {
      await source.close();
    }
  }

  /** Bytes at hand, or as they come; where they stop coming with an error, nothing is kept and it is thrown. */
  async originalBytes(bytes: Uint8Array | Bytes): Promise<Kept> {
    const kept = await this.#write('originals', bytes instanceof Uint8Array ? [bytes] : bytes);
    const isHeld = bytes instanceof Uint8Array && bytes.length <= SMALL && this.#held + bytes.length <= MOST_HELD;
    if (!isHeld) await this.settle([kept]);
    else {
      this.#whole.set(kept, bytes);
      this.#held += bytes.length;
    }
    return kept;
  }

  /** The digest is that of the text's UTF-8. */
  async text(text: string): Promise<Kept> {
    if (!text.isWellFormed()) throw new Fault('bad-shape', 'a text with a lone surrogate has no UTF-8', 'Replace it before the text is kept.');
    return this.#write('texts', [Buffer.from(text, 'utf8')]);
  }

  /** The bytes of an original, where they are at hand; null where the vault has them. */
  whole(file: Kept): Uint8Array | null {
    return this.#whole.get(file) ?? null;
  }

  /** Its bytes are read, and need not be at hand any more. */
  wasRead(file: Kept): void {
    this.#held -= this.#whole.get(file)?.length ?? 0;
    this.#whole.delete(file);
  }

  /** Once it resolves, these are kept under their names, on stable storage. Throws a Fault 'disk'; then some are, and none is there by halves. */
  async settle(files: readonly Kept[]): Promise<void> {
    const waiting = files.flatMap((file) => this.#waiting.get(file) ?? []);
    const folders = [...new Set(waiting.map(({ path }) => dirname(path)))];
    try {
      await Promise.all(waiting.map(({ durable }) => durable));
      await this.#makeFolders(folders);
      await Promise.all(waiting.map(({ temporary, path }) => this.#disk.rename(temporary, path)));
      for (const file of files) this.#waiting.delete(file);
      await Promise.all(folders.map((folder) => syncFolder(this.#disk, folder)));
    } catch (thrown) {
      throw diskFault(thrown, 'Keeping files');
    }
  }

  /** Removes what was not settled. */
  async close(): Promise<void> {
    for (const { temporary, durable } of this.#waiting.values()) {
      await durable.catch(() => undefined); // whoever settles hears of its failure; what nobody settles was not wanted
      await this.#disk.rm(temporary, { force: true });
    }
    this.#waiting.clear();
    this.#whole.clear();
  }

  async #makeFolders(folders: readonly string[]): Promise<void> {
    const unknown = folders.filter((folder) => !this.#folders.has(folder));
    await makeFolders(this.#disk, unknown);
    for (const folder of unknown) this.#folders.add(folder);
  }

  async #write(shelf: Shelf, source: Bytes): Promise<Kept> {
    while (this.#syncing.size >= MOST_SYNCING) await Promise.race(this.#syncing);
    const temporary = join(this.#folder, shelf, temporaryName());
    const digest = createHash('sha256');
    let size = 0;
    try {
      const file = await this.#disk.open(temporary, 'wx', READ_ONLY);
      const lies = await this.#fill(
        file,
        watched(source, (piece) => ((size += piece.length), digest.update(piece))),
      );
      const sha256 = digest.digest('hex');
      const path = this.#path(shelf, sha256);
      const already = await this.#isThere(path, lies).catch(async (thrown: unknown) => (await file.close(), Promise.reject(thrown)));
      const kept = { sha256, size, already };
      if (!already) this.#waiting.set(kept, { temporary, path, durable: this.#sync(file) });
      else await file.close();
      if (already) await this.#disk.rm(temporary, { force: true });
      return kept;
    } catch (thrown) {
      await this.#disk.rm(temporary, { force: true });
      throw diskFault(thrown, `Keeping a file in ${shelf}`);
    }
  }

  /** Whoever settles the file hears of a failure. */
  #sync(file: FileHandle): Promise<void> {
    const durable = synced(file);
    const over = durable.catch(() => undefined).finally(() => this.#syncing.delete(over));
    this.#syncing.add(over);
    return durable;
  }

  /** Gives how many bytes lie on the disk then. The file is closed where that fails. */
  async #fill(file: FileHandle, source: AsyncIterable<Uint8Array>): Promise<number> {
    let lies = 0;
    try {
      await writeAll(
        file,
        watched(this.#cover.hide(source), (piece) => (lies += piece.length)),
      );
      return lies;
    } catch (thrown) {
      await file.close();
      throw thrown;
    }
  }

  /** Throws a Fault 'casebook-damaged' where a file of the same name has another length: it was altered since it was kept. */
  async #isThere(path: string, size: number): Promise<boolean> {
    const there = await fileSize(this.#disk, path);
    if (there === null || there === size) return there !== null;
    throw vaultDamaged(`${path.slice(this.#folder.length + 1)} has ${there} bytes in place of ${size}`);
  }

  #path(shelf: Shelf, sha256: string): string {
    return join(this.#folder, keptPath(shelf, this.#cover.name(sha256)));
  }
}

async function openSource(path: string | Buffer): Promise<FileHandle> {
  let source: FileHandle;
  try {
    source = await open(path, 'r');
  } catch (thrown) {
    if (hasCode(thrown, 'ENOENT')) throw new Fault('not-found', `there is no file ${path.toString()}`, 'Check the name.', thrown);
    throw diskFault(thrown, `Opening ${path.toString()}`);
  }
  if ((await source.stat()).isFile()) return source;
  await source.close();
  throw new Fault('nothing-to-read', `${path.toString()} is not a file`, 'Name a file.');
}

/** As many as there were when it was looked at, or fewer where it was cut meanwhile. */
async function firstBytes(file: FileHandle, size: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafeSlow(size);
  let got = 0;
  for (let more = 1; more > 0 && got < size; got += more) more = (await file.read(bytes, got, size - got)).bytesRead;
  return bytes.subarray(0, got);
}

async function synced(file: FileHandle): Promise<void> {
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
