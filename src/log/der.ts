// As much of DER (ITU-T X.690) as time stamps need: reading and writing of definite lengths.

/** `body` is what the length counts; `whole` has the tag and the length before it. */
export type Der = { readonly tag: number; readonly body: Uint8Array; readonly whole: Uint8Array };

/** Thrown inside the reading of a time stamp, and made a finding of at its door. */
export class DerError extends Error {}

export const TAGS = { boolean: 0x01, integer: 0x02, octets: 0x04, null: 0x05, oid: 0x06, generalizedTime: 0x18, sequence: 0x30, set: 0x31 } as const;

/** The tag of a constructed, context-specific member, as `[0]`. */
export const contextTag = (n: number): number => 0xa0 + n;

/** The one value that these bytes are. Throws a DerError. */
export function readDer(bytes: Uint8Array): Der {
  const [first, ...rest] = readAll(bytes);
  if (!first || rest.length > 0) throw new DerError('not one value');
  return first;
}

/** The members of a constructed value. Throws a DerError. */
export const members = (value: Der): readonly Der[] => readAll(value.body);

function readAll(bytes: Uint8Array): readonly Der[] {
  const found: Der[] = [];
  for (let at = 0; at < bytes.length;) {
    const value = readOne(bytes.subarray(at));
    found.push(value);
    at += value.whole.length;
  }
  return found;
}

function readOne(bytes: Uint8Array): Der {
  const [tag = 0, short = 0] = bytes;
  if (bytes.length < 2 || (tag & 0x1f) === 0x1f) throw new DerError('a tag that is not known here');
  const extra = short < 0x80 ? 0 : short - 0x80;
  if (short === 0x80 || extra > 4) throw new DerError('a length that is not known here');
  const length = extra === 0 ? short : bytes.subarray(2, 2 + extra).reduce((sum, byte) => sum * 256 + byte, 0);
  const start = 2 + extra;
  if (start + length > bytes.length) throw new DerError('cut short');
  return { tag, body: bytes.subarray(start, start + length), whole: bytes.subarray(0, start + length) };
}

/** The value, if it is there and has this tag. Throws a DerError naming `what` otherwise. */
export function need(value: Der | undefined, tag: number, what: string): Der {
  if (value?.tag !== tag) throw new DerError(`${what} is missing`);
  return value;
}

/** An object identifier in dots. */
export function oidOf(value: Der | undefined, what: string): string {
  const { body } = need(value, TAGS.oid, what);
  const arcs: number[] = [];
  let arc = 0;
  for (const byte of body) {
    arc = arc * 128 + (byte & 0x7f);
    if (byte >= 0x80) continue;
    arcs.push(arc);
    arc = 0;
  }
  const [first = 0, ...rest] = arcs;
  const top = Math.min(Math.floor(first / 40), 2);
  return [top, first - 40 * top, ...rest].join('.');
}

/** One value: its tag, its length, and the parts one after the other. */
export function writeDer(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const body = Buffer.concat(parts);
  const digits = body.length < 0x80 ? [] : bytesOf(body.length);
  return Buffer.concat([Uint8Array.of(tag, digits.length === 0 ? body.length : 0x80 + digits.length, ...digits), body]);
}

function bytesOf(number: number): readonly number[] {
  return number === 0 ? [] : [...bytesOf(Math.floor(number / 256)), number % 256];
}

export function writeOid(oid: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = oid.split('.').map(Number);
  return writeDer(TAGS.oid, Uint8Array.from([first * 40 + second, ...rest].flatMap(arcBytes)));
}

function arcBytes(arc: number): readonly number[] {
  const bytes = [arc % 128];
  for (let rest = Math.floor(arc / 128); rest > 0; rest = Math.floor(rest / 128)) bytes.unshift((rest % 128) + 0x80);
  return bytes;
}

/** An integer that is not negative, from its bytes, the highest first. */
export function writeInteger(bytes: Uint8Array): Uint8Array {
  const start = bytes.findIndex((byte) => byte !== 0);
  const digits = start < 0 ? Uint8Array.of(0) : bytes.subarray(start);
  return writeDer(TAGS.integer, (digits[0] ?? 0) >= 0x80 ? Uint8Array.of(0) : new Uint8Array(0), digits);
}
