// The records of a WARC file, strictly: every length must hold and every digest fit, so that a file cut short or
// altered is seen. (Common readers go over both without a word.)
// Source: WARC 1.1 (ISO 28500:2017), sections 4 (file and record), 5.8, 5.9 (digests), annex D (compression).
import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';

export type WarcRecord = {
  readonly type: string;
  readonly id: string;
  /** The record that it is about. */
  readonly concurrentTo: string;
  readonly target: string;
  readonly date: string;
  readonly mediaType: string;
  readonly block: Buffer;
};

/** What a file or the body of an answer may unpack to, in bytes. */
export const UNPACKED_LIMIT = 300 * 1024 * 1024;

export class WarcDamaged extends Error {
  override readonly name = 'WarcDamaged';
}

/** In order. Throws WarcDamaged with the number of the record, and where the whole does not unpack. */
export function* warcRecords(bytes: Uint8Array): Generator<WarcRecord> {
  const data = unpacked(bytes);
  let at = 0;
  for (let number = 1; at < data.length; number++) {
    const end = data.indexOf('\r\n\r\n', at, 'latin1');
    const head = end < 0 ? '' : data.toString('utf8', at, end);
    const length = /^content-length:\s*(\d{1,12})\s*$/im.exec(head)?.[1];
    if (!/^WARC\/1\.[01]\r\n/.test(head) || length === undefined) throw new WarcDamaged(`record ${number} has no sound head`);
    const block = data.subarray(end + 4, end + 4 + Number(length));
    at = end + 4 + Number(length) + 4;
    if (data.toString('latin1', at - 4, at) !== '\r\n\r\n') throw new WarcDamaged(`record ${number} is cut short`);
    const field = (name: string): string => new RegExp(`^${name}:[ \\t]*(.*?)[ \\t]*$`, 'im').exec(head)?.[1] ?? '';
    if (!digestFits(field('WARC-Block-Digest'), block)) throw new WarcDamaged(`record ${number} does not fit its digest`);
    yield {
      type: field('WARC-Type').toLowerCase(),
      id: field('WARC-Record-ID'),
      concurrentTo: field('WARC-Concurrent-To'),
      target: field('WARC-Target-URI').replace(/^<|>$/g, ''),
      date: field('WARC-Date'),
      mediaType: field('Content-Type').toLowerCase(),
      block,
    };
  }
}

/** A compressed file is one gzip member for each record, which unpack to the records one after another. */
function unpacked(bytes: Uint8Array): Buffer {
  if (bytes[0] !== 0x1f) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  try {
    return gunzipSync(bytes, { maxOutputLength: UNPACKED_LIMIT });
  } catch (error) {
    throw new WarcDamaged(`it does not unpack (${error instanceof Error ? error.message : ''})`, { cause: error });
  }
}

/** `algorithm:value`, the value in base 32 or hexadecimal. One of an algorithm that is not known here says nothing. */
function digestFits(stated: string, block: Buffer): boolean {
  const [, algorithm = '', value = ''] = /^(sha1|sha-?256|md5):(\S+)$/i.exec(stated) ?? [];
  if (value === '') return true;
  const digest = createHash(algorithm.toLowerCase().replace('-', '')).update(block).digest();
  return value.toLowerCase() === digest.toString('hex') || value.toUpperCase().replace(/=+$/, '') === base32(digest);
}

/** RFC 4648, section 6, without padding. */
function base32(bytes: Buffer): string {
  let bits = '';
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[Number.parseInt(five.padEnd(5, '0'), 2)]).join('');
}
