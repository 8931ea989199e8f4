// What a gzip file unpacks to, piece by piece, so that a file of gigabytes never lies in memory. Members are unpacked one by one: a compressed
// WARC has one for each record, and one that is damaged takes nothing with it of those before.
// Source: RFC 1952, section 2.3 (member), RFC 1951 (what is inside).
import { constants, crc32, createInflateRaw, inflateRawSync } from 'node:zlib';
import { WarcDamaged } from './warc-damaged.ts';
import type { Stretches } from './stretches.ts';

/** Bytes that are asked for at once. */
const STRETCH = 1024 * 1024;
/** Packed bytes of a member that is unpacked at once, and what it may unpack to; others are unpacked by pieces. */
const AT_ONCE = 64 * 1024;
const SMALL = 1024 * 1024;
/** Packed bytes of a piece: it can unpack to a thousand times as much, which is in memory. */
const PIECE = 16 * 1024;
/** From so many bytes on, a file that unpacks to so many times its size is a bomb. Honest text is packed some 10 times, tables some 50 times. */
export const INNOCENT = 300 * 1024 * 1024;
export const RATIO_LIMIT = 200;

/** It unpacks to more than its size explains. */
export class GzipBomb extends Error {}

/**
 * The unpacked bytes from `start` to before `end` of the file. Throws WarcDamaged where it is no gzip, cut short, or not what its checksums say,
 * after what came before has been given; and GzipBomb.
 */
export async function* gunzipped(file: Stretches, start: number, end: number): AsyncGenerator<Buffer> {
  let out = 0;
  const counted = (piece: Buffer, at: number): Buffer => {
    out += piece.length;
    if (out > INNOCENT && out > (at - start) * RATIO_LIMIT) throw new GzipBomb(`${at - start} bytes of it unpack to more than ${out} bytes.`);
    return piece;
  };
  let window: { readonly from: number; readonly bytes: Buffer } = { from: start - 1, bytes: Buffer.alloc(0) };
  for (let at = start; at < end;) {
    const held = window.from + window.bytes.length;
    if (at + AT_ONCE > held && (held < end || at > held)) window = { from: at, bytes: asked(file, at, Math.min(end, at + STRETCH)) };
    const here = window.bytes.subarray(at - window.from, at - window.from + AT_ONCE);
    const head = headLength(here);
    if (head === null) throw new WarcDamaged(`at byte ${at} it is not packed any more, or cut short`);
    const small = smallMember(here.subarray(head));
    let sum = 0;
    let size = 0;
    let next = at + head;
    if (small) {
      next += small.packed;
      sum = crc32(small.bytes);
      size = small.bytes.length;
      yield counted(small.bytes, next);
    } else {
      for await (const piece of longMember(file, next, end)) {
        next = piece.next;
        sum = crc32(piece.bytes, sum);
        size += piece.bytes.length;
        if (piece.bytes.length > 0) yield counted(piece.bytes, next);
      }
    }
    const tail = asked(file, next, Math.min(end, next + 8));
    if (tail.length < 8) throw new WarcDamaged(`at byte ${next} it is cut short`);
    if (tail.readUInt32LE(0) !== sum || tail.readUInt32LE(4) !== size % 2 ** 32)
      throw new WarcDamaged(`what stands before byte ${next} is not what it was packed from`);
    at = next + 8;
  }
}

/** What a deflated file of a zip archive unpacks to, piece by piece. Throws WarcDamaged. */
export async function* inflated(file: Stretches, start: number, end: number): AsyncGenerator<Buffer> {
  for await (const { bytes } of longMember(file, start, end)) yield bytes;
}

const asked = (file: Stretches, start: number, end: number): Buffer => {
  const bytes = file.read(start, end);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
};

/** Null where no member begins here. */
function headLength(bytes: Buffer): number | null {
  if (bytes.length < 18 || bytes.readUInt16LE(0) !== 0x8b1f || bytes[2] !== 8) return null;
  const flags = bytes[3] ?? 0;
  let at = 10;
  if (flags & 4) at += 2 + bytes.readUInt16LE(at);
  for (const flag of [8, 16]) {
    if (!(flags & flag)) continue;
    const end = bytes.indexOf(0, at);
    if (end < 0) return null;
    at = end + 1;
  }
  if (flags & 2) at += 2;
  return at < bytes.length ? at : null;
}

/** What the first of the bytes of a member unpack to; null where they are none. */
export function memberBegin(bytes: Uint8Array): Buffer | null {
  const head = headLength(Buffer.from(bytes));
  try {
    return head === null ? null : inflateRawSync(bytes.subarray(head), { finishFlush: constants.Z_SYNC_FLUSH });
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}

/** Unpacked at once, with how many bytes it was packed in; null where it is more than that. Throws WarcDamaged. */
function smallMember(packed: Buffer): { readonly bytes: Buffer; readonly packed: number } | null {
  try {
    const options = { info: true, maxOutputLength: SMALL };
    const { buffer, engine } = inflateRawSync(packed, options) as unknown as { buffer: Buffer; engine: { bytesWritten: number } };
    return { bytes: buffer, packed: engine.bytesWritten };
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'Z_BUF_ERROR' || error.code === 'ERR_BUFFER_TOO_LARGE')) return null;
    throw notPacked(error);
  }
}

/** Piece by piece, each with the place behind what it was packed in. Throws WarcDamaged. */
async function* longMember(file: Stretches, start: number, end: number): AsyncGenerator<{ readonly bytes: Buffer; readonly next: number }> {
  const engine = createInflateRaw({ chunkSize: 256 * 1024 });
  let out: Buffer[] = [];
  let failed: Error | null = null;
  engine.on('data', (piece: Buffer) => out.push(piece));
  engine.on('error', (error) => (failed = error));
  try {
    for (let at = start; at < end && engine.bytesWritten === at - start;) {
      const packed = asked(file, at, Math.min(end, at + PIECE));
      if (packed.length === 0) break;
      at += packed.length;
      await new Promise<void>((done) => engine.write(packed, () => done()));
      const bytes = out;
      out = [];
      for (const piece of bytes) yield { bytes: piece, next: start + engine.bytesWritten };
      if (failed) throw notPacked(failed);
      // What it does not take stands behind its end.
      if (engine.bytesWritten < at - start) {
        yield { bytes: Buffer.alloc(0), next: start + engine.bytesWritten };
        return;
      }
    }
    // Where nothing stands behind it, its end is told by asking for it.
    await new Promise<void>((done) => engine.once('close', () => done()).end());
    for (const piece of out) yield { bytes: piece, next: end };
    if (failed) throw new WarcDamaged('it is cut short in what is packed', { cause: failed });
  } finally {
    engine.destroy();
  }
}

const notPacked = (cause: unknown): WarcDamaged => new WarcDamaged(`it does not unpack (${cause instanceof Error ? cause.message : ''})`, { cause });
