// Kept files, encrypted: AES-256-GCM in chunks, each with a key of the file and a nonce of its place, as in the STREAM
// construction (Hoang, Reyhanitabar, Rogaway, Vizár 2015), so that chunks cannot be reordered, dropped or cut off.
//
// A file is: 8 bytes of mark, 32 bytes of salt, then chunks of up to 64 KiB, each followed by its tag of 16 bytes. The
// nonce of a chunk is its number in 11 bytes, then 1 in the last chunk and 0 in all others. The empty file has one chunk.
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { Fault } from '../base/fault.ts';
import type { Chance } from '../log/entry.ts';
import type { FileCover, KeptFile } from './file-cover.ts';

/** The first bytes of every sealed file. */
export const MARK = Buffer.from('onrec\0\0\x01', 'latin1');
const SALT_BYTES = 32;
const CHUNK = 64 * 1024;
const TAG = 16;
/** Bytes before the first chunk, and of a whole chunk as it lies on the disk. */
const HEAD = MARK.length + SALT_BYTES;
const SEALED = CHUNK + TAG;

/** `key` seals the bytes, `names` hides which files are kept: whoever has a leaked file could look for its digest. */
export type SealKeys = { readonly key: Uint8Array; readonly names: Uint8Array };

export function sealedCover({ key, names }: SealKeys, random: Chance): FileCover {
  return {
    hides: true,
    hide: (plain) => hide(plain, key, random(SALT_BYTES)),
    reveal: (kept) => reveal(kept, key),
    revealPart: (kept, start, end) => revealPart(kept, key, start, end),
    name: (sha256) => createHmac('sha256', names).update(sha256).digest('hex'),
  };
}

/** What seals a backup as a whole. It has one name, which its maker chooses. */
export function backupCover(key: Uint8Array, random: Chance = randomBytes): FileCover {
  return { ...sealedCover({ key, names: key }, random), name: (name) => name };
}

const fileKey = (key: Uint8Array, salt: Uint8Array): Buffer => Buffer.from(hkdfSync('sha256', key, salt, 'onrecord file', 32));

function nonce(chunk: number, last: boolean): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeUIntBE(chunk, 5, 6);
  bytes[11] = last ? 1 : 0;
  return bytes;
}

async function* hide(plain: AsyncIterable<Uint8Array>, key: Uint8Array, salt: Uint8Array): AsyncIterable<Uint8Array> {
  const secret = fileKey(key, salt);
  yield Buffer.concat([MARK, salt]);
  for await (const { bytes, number, last } of chunked(plain, CHUNK)) {
    const cipher = createCipheriv('aes-256-gcm', secret, nonce(number, last));
    yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  }
}

async function* reveal(kept: AsyncIterable<Uint8Array>, key: Uint8Array): AsyncIterable<Uint8Array> {
  const pieces = kept[Symbol.asyncIterator]();
  let head = Buffer.alloc(0);
  while (head.length < HEAD) {
    const { done, value } = await pieces.next();
    if (done) throw altered('it is cut short');
    head = Buffer.concat([head, value]);
  }
  if (!head.subarray(0, MARK.length).equals(MARK)) throw altered('it was not sealed by this program');
  const secret = fileKey(key, head.subarray(MARK.length, HEAD));
  const rest = following(head.subarray(HEAD), pieces);
  for await (const { bytes, number, last } of chunked(rest, SEALED)) yield open(bytes, secret, nonce(number, last));
}

/** The chunks that hold the stretch, each opened at its own place: which is the last one is told by the size of the file. */
async function revealPart(kept: KeptFile, key: Uint8Array, start: number, end: number): Promise<Uint8Array> {
  const head = Buffer.from(await kept.read(0, HEAD));
  if (head.length < HEAD) throw altered('it is cut short');
  if (!head.subarray(0, MARK.length).equals(MARK)) throw altered('it was not sealed by this program');
  const secret = fileKey(key, head.subarray(MARK.length));
  const lastChunk = Math.max(1, Math.ceil((kept.size - HEAD) / SEALED)) - 1;
  const first = Math.floor(start / CHUNK);
  const last = Math.min(lastChunk, Math.floor((end - 1) / CHUNK));
  if (end <= start || first > lastChunk) return new Uint8Array();
  const sealed = Buffer.from(await kept.read(HEAD + first * SEALED, (last - first + 1) * SEALED));
  const chunks = Array.from({ length: last - first + 1 }, (_, n) =>
    open(sealed.subarray(n * SEALED, (n + 1) * SEALED), secret, nonce(first + n, first + n === lastChunk)),
  );
  return Buffer.concat(chunks).subarray(start - first * CHUNK, end - first * CHUNK);
}

async function* following(first: Uint8Array, pieces: AsyncIterator<Uint8Array>): AsyncIterable<Uint8Array> {
  yield first;
  for (let next = await pieces.next(); !next.done; next = await pieces.next()) yield next.value;
}

function open(sealed: Uint8Array, secret: Uint8Array, iv: Uint8Array): Uint8Array {
  if (sealed.length < TAG) throw altered('it is cut short');
  const decipher = createDecipheriv('aes-256-gcm', secret, iv, { authTagLength: TAG });
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
  const bytes = decipher.update(sealed.subarray(0, sealed.length - TAG));
  try {
    decipher.final();
  } catch (thrown) {
    throw altered('its bytes, their order or their end were altered', thrown);
  }
  return bytes;
}

type Chunk = { readonly bytes: Uint8Array; readonly number: number; readonly last: boolean };

/** Pieces of any size as chunks of `size`, the last of them shorter or as long; one empty chunk where there is nothing. */
async function* chunked(pieces: AsyncIterable<Uint8Array>, size: number): AsyncIterable<Chunk> {
  let held: Uint8Array[] = [];
  let length = 0;
  let number = 0;
  for await (const piece of pieces) {
    held.push(piece);
    length += piece.length;
    if (length <= size) continue; // more than a chunk is needed to know that it is not the last
    const all = Buffer.concat(held);
    let at = 0;
    for (; length - at > size; at += size) yield { bytes: all.subarray(at, at + size), number: number++, last: false };
    held = [all.subarray(at)];
    length -= at;
  }
  yield { bytes: Buffer.concat(held), number, last: true };
}

const altered = (why: string, cause?: unknown): Fault =>
  new Fault('casebook-damaged', `A sealed file cannot be opened: ${why}`, 'Keep the folder as it is, and compare with a backup.', cause);
