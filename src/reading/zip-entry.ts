// One file of a zip archive, piece by piece, so that what is bigger than the memory can be read.
import { crc32 } from 'node:zlib';
import { inflated } from './gzip-members.ts';
import { piecesOf, type Stretches } from './stretches.ts';
import { WarcDamaged } from './warc-damaged.ts';
import type { ZipEntry } from './zip-names.ts';

/** Where the bytes of an entry stand, packed as they are; null where the archive says so wrongly. */
export function entryPlace(file: Stretches, { offset, packed }: ZipEntry): { readonly start: number; readonly end: number } | null {
  const head = Buffer.from(file.read(Math.min(offset, file.size), Math.min(offset + 30, file.size)));
  if (head.length < 30 || head.readUInt32LE(0) !== 0x04034b50) return null;
  const start = offset + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
  return start + packed <= file.size ? { start, end: start + packed } : null;
}

/** What the entry unpacks to. Throws WarcDamaged at its end where that is not as long, or has another checksum, than the archive says. */
export async function* entryPieces(file: Stretches, entry: ZipEntry): AsyncGenerator<Buffer> {
  const place = entryPlace(file, entry);
  if (!place) throw new WarcDamaged('it is not where the archive says');
  if (entry.method !== 0 && entry.method !== 8) throw new WarcDamaged(`it is packed in a way (${entry.method}) that is not known here`);
  let size = 0;
  let sum = 0;
  for await (const piece of entry.method === 0 ? piecesOf(file, place.start, place.end) : inflated(file, place.start, place.end)) {
    size += piece.length;
    if (size > entry.size) break;
    sum = crc32(piece, sum);
    yield piece;
  }
  if (size !== entry.size || sum !== entry.crc) throw new WarcDamaged('it is not what the archive says');
}

/** The whole of a small entry; null where it claims more than `most` bytes. Throws as `entryPieces` does. */
export async function entryBytes(file: Stretches, entry: ZipEntry, most: number): Promise<Buffer | null> {
  if (entry.size > most) return null;
  const pieces: Buffer[] = [];
  for await (const piece of entryPieces(file, entry)) pieces.push(piece);
  return Buffer.concat(pieces);
}
