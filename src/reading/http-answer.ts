// An HTTP answer as a WARC file keeps it: its head, and a body that may be in chunks and compressed.
// Source: RFC 9112, sections 4 (status line), 7.1 (chunks); RFC 9110, section 8.4 (content codings).
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { UNPACKED_LIMIT, WarcDamaged } from './warc-records.ts';

export type HttpAnswer = { readonly status: number; readonly mediaType: string; readonly charset: string | undefined; readonly body: Uint8Array };

/** Null where it is no answer. Throws WarcDamaged where the body is not in the form that its head says. */
export function httpAnswer(block: Buffer): HttpAnswer | null {
  const end = block.indexOf('\r\n\r\n', 0, 'latin1');
  const head = block.toString('latin1', 0, Math.max(0, end));
  const status = /^HTTP\/[\d.]+ (\d{3})/.exec(head)?.[1];
  if (status === undefined) return null;
  const field = (name: string): string => new RegExp(`^${name}:[ \\t]*(.*?)[ \\t]*$`, 'im').exec(head)?.[1]?.toLowerCase() ?? '';
  const whole = block.subarray(end + 4);
  const joined = field('transfer-encoding').includes('chunked') ? unchunked(whole) : whole;
  const type = field('content-type');
  return {
    status: Number(status),
    mediaType: type.split(';')[0]?.trim() ?? '',
    charset: /charset\s*=\s*"?([\w.:-]+)/.exec(type)?.[1],
    body: decoded(joined, field('content-encoding')),
  };
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

function decoded(body: Buffer, coding: string): Uint8Array {
  const limit = { maxOutputLength: UNPACKED_LIMIT };
  try {
    // Kept already decoded by some programs, under the head as it came.
    if (/gzip/.test(coding)) return body[0] === 0x1f && body[1] === 0x8b ? gunzipSync(body, limit) : body;
    if (/deflate/.test(coding)) return (body[0] ?? 0) % 16 === 8 ? inflateSync(body, limit) : body;
    return coding === 'br' ? brotliDecompressSync(body, limit) : body;
  } catch (error) {
    throw new WarcDamaged(`a body does not unpack (${error instanceof Error ? error.message : ''})`, { cause: error });
  }
}
