// An HTTP answer as a WARC file keeps it: its head, and a body that may be in chunks and compressed.
// Source: RFC 9112, sections 4 (status line), 7.1 (chunks); RFC 9110, sections 8.4 (content codings) and 8.6 (length).
import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync, zstdDecompressSync } from 'node:zlib';
import { WarcDamaged } from './warc-damaged.ts';

export type HttpHead = {
  readonly status: number;
  readonly mediaType: string;
  readonly charset: string | undefined;
  readonly coding: string;
  readonly chunked: boolean;
  /** What the server said that it sends; null where it did not say. */
  readonly length: number | null;
  readonly location: string;
  /** Where the body begins. */
  readonly end: number;
};

/** `stored` is as it came, `joined` without its chunks, `body` unpacked too. */
export type HttpBody = { readonly stored: Buffer; readonly joined: Buffer; readonly body: Uint8Array };

/** What a body may unpack to, in bytes. */
const UNPACKED_LIMIT = 100 * 1024 * 1024;

/** What the block begins with; null where that is no answer's head. */
export function httpHead(block: Buffer): HttpHead | null {
  const end = block.indexOf('\r\n\r\n', 0, 'latin1');
  const head = block.toString('latin1', 0, Math.max(0, end));
  const status = /^HTTP\/[\d.]+ (\d{3})/.exec(head)?.[1];
  if (status === undefined) return null;
  const field = (name: string): string => new RegExp(`^${name}:[ \\t]*(.*?)[ \\t]*$`, 'im').exec(head)?.[1] ?? '';
  const type = field('content-type').toLowerCase();
  const length = /^\d{1,15}$/.exec(field('content-length'))?.[0];
  return {
    status: Number(status),
    mediaType: type.split(';')[0]?.trim() ?? '',
    charset: /charset\s*=\s*"?([\w.:-]+)/.exec(type)?.[1],
    coding: field('content-encoding').toLowerCase(),
    chunked: field('transfer-encoding').toLowerCase().includes('chunked'),
    length: length === undefined ? null : Number(length),
    location: field('location'),
    end: end + 4,
  };
}

/** Throws WarcDamaged where the body is not in the form that its head says. */
export function httpBody(block: Buffer, { end, chunked, coding }: HttpHead): HttpBody {
  const stored = block.subarray(end);
  const joined = chunked ? unchunked(stored) : stored;
  return { stored, joined, body: decoded(joined, coding) };
}

/** Some programs keep the head as it came but the body already joined: then it does not begin with a length. */
function unchunked(body: Buffer): Buffer {
  if (!/^[0-9a-f]{1,8}[ \t]*(;[^\r\n]*)?\r\n/i.test(body.toString('latin1', 0, 100))) return body;
  const parts: Buffer[] = [];
  for (let at = 0; ;) {
    const end = body.indexOf('\r\n', at, 'latin1');
    const length = Number.parseInt(body.toString('latin1', at, Math.max(at, end)), 16);
    if (end < 0 || !(length >= 0) || end + 2 + length > body.length) throw new WarcDamaged('a body is cut short between its chunks');
    if (length === 0) return Buffer.concat(parts);
    parts.push(body.subarray(end + 2, end + 2 + length));
    at = end + 2 + length + 2;
  }
}

/** Of several codings the last was put on last. */
function decoded(body: Buffer, codings: string): Uint8Array {
  return codings
    .split(',')
    .map((each) => each.trim())
    .toReversed()
    .reduce(unpacked, body);
}

function unpacked(body: Buffer, coding: string): Buffer {
  const limit = { maxOutputLength: UNPACKED_LIMIT };
  try {
    // Kept already decoded by some programs, under the head as it came.
    if (/gzip/.test(coding)) return body[0] === 0x1f && body[1] === 0x8b ? gunzipSync(body, limit) : body;
    // Some servers send it without the wrapping that the name asks for (RFC 9110, section 8.4.1.2).
    if (coding === 'deflate') return (body[0] ?? 0) % 16 === 8 ? inflateSync(body, limit) : isText(body) ? body : inflateRawSync(body, limit);
    if (coding === 'br') return isText(body) ? body : brotliDecompressSync(body, limit);
    if (coding === 'zstd') return body.length >= 4 && body.readUInt32LE(0) === 0xfd2fb528 ? zstdDecompressSync(body, limit) : body;
    return body;
  } catch (error) {
    throw new WarcDamaged(`a body does not unpack (${error instanceof Error ? error.message : ''})`, { cause: error });
  }
}

/** Whether it begins as a page does, which nothing packed does. */
const isText = (body: Buffer): boolean => /^(\u00ef\u00bb\u00bf)?\s*<[!?a-z]/i.test(body.toString('latin1', 0, 64));
