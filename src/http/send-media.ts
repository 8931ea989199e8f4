// A picture, sound or film to a browser, whole or the range that it asks for: players ask for the end of a film before its middle.
import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { ShownMedia } from '../desk/shown-media.ts';

/** It is shown, and nothing in it runs, whatever it turns out to be; the guard sees to it that no type is guessed. */
const HELD_IN = {
  'content-security-policy': "default-src 'none'; sandbox",
  'content-disposition': 'inline',
  'accept-ranges': 'bytes',
} as const;

export function sendMedia(reply: FastifyReply, asked: string | undefined, { mediaType, size, part }: ShownMedia): FastifyReply {
  const range = readRange(asked, size);
  void reply.headers(HELD_IN).type(mediaType);
  if (range === 'none of it') return reply.code(416).header('content-range', `bytes */${size}`).send('');
  const { start, end } = range ?? { start: 0, end: size };
  if (range) void reply.code(206).header('content-range', `bytes ${start}-${end - 1}/${size}`);
  return reply.header('content-length', end - start).send(Readable.from(part(start, end)));
}

/**
 * What of so many bytes is asked for, its end exclusive; null for all of it, also where the words are of a form that is not served (several
 * ranges): a server may leave those unheeded (RFC 9110, section 14.2).
 */
export function readRange(asked: string | undefined, size: number): { readonly start: number; readonly end: number } | 'none of it' | null {
  const found = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(asked ?? '');
  if (!found || (found[1] === '' && found[2] === '')) return null;
  const [first, last] = [found[1] ?? '', found[2] ?? ''];
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size : Math.min(size, Number(last) + 1);
  if (first !== '' && last !== '' && Number(last) < Number(first)) return null;
  return start >= size || (first === '' && Number(last) === 0) ? 'none of it' : { start, end };
}
