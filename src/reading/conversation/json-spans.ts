// Where the parts of a JSON file stand in its bytes, so that one of 300,000 messages is read piece by piece, and each piece is the very bytes of it.
// Only what is told apart here is looked at; each piece is for JSON.parse to judge.

/** In bytes, end-exclusive. `end` is -1 where the file ends inside of it. */
export type ByteSpan = { readonly start: number; readonly end: number };

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const isOpen = (byte: number): boolean => byte === 0x5b || byte === 0x7b;
const isClose = (byte: number): boolean => byte === 0x5d || byte === 0x7d;

/** The members of the object that begins at `at`, in order; the last one may be cut. Nothing where there is no object. O(bytes). */
export function* members(bytes: Uint8Array, at: number): Generator<ByteSpan & { readonly key: string }> {
  let from = afterSpace(bytes, at);
  if (bytes[from] !== 0x7b) return;
  for (from = afterSpace(bytes, from + 1); bytes[from] === QUOTE; from = afterSpace(bytes, from + 1)) {
    const keyEnd = endOfValue(bytes, from);
    const colon = keyEnd < 0 ? -1 : afterSpace(bytes, keyEnd);
    if (bytes[colon] !== COLON) return;
    const key = Buffer.from(bytes.subarray(from + 1, keyEnd - 1)).toString('utf8');
    const start = afterSpace(bytes, colon + 1);
    const end = endOfValue(bytes, start);
    yield { key, start, end };
    if (end < 0) return;
    from = afterSpace(bytes, end);
    if (bytes[from] !== COMMA) return;
  }
}

/** The elements of the list that begins at `at`; the last one may be cut. Nothing where there is no list. O(bytes). */
export function* elements(bytes: Uint8Array, at: number): Generator<ByteSpan> {
  let from = afterSpace(bytes, at);
  if (bytes[from] !== 0x5b) return;
  from = afterSpace(bytes, from + 1);
  while (from < bytes.length && !isClose(bytes[from] ?? 0)) {
    const end = endOfValue(bytes, from);
    yield { start: from, end };
    if (end < 0) return;
    from = afterSpace(bytes, end);
    if (bytes[from] !== COMMA) return;
    from = afterSpace(bytes, from + 1);
  }
}

function afterSpace(bytes: Uint8Array, at: number): number {
  let from = at;
  while (from < bytes.length && (bytes[from] ?? 0) <= 0x20) from++;
  return from;
}

/** Behind the value that begins at `at`; -1 where the file ends before. */
function endOfValue(bytes: Uint8Array, at: number): number {
  let depth = 0;
  for (let from = at; from < bytes.length; from++) {
    const byte = bytes[from] ?? 0;
    if (byte === QUOTE) {
      from = endOfString(bytes, from);
      if (from < 0) return -1;
      if (depth === 0) return from + 1;
    } else if (isOpen(byte)) depth++;
    else if (isClose(byte)) {
      if (depth === 0) return from;
      if (--depth === 0) return from + 1;
    } else if (depth === 0 && (byte === COMMA || byte <= 0x20)) return from;
  }
  return -1;
}

/** The closing mark of the string whose opening one is at `at`; -1 where there is none. */
function endOfString(bytes: Uint8Array, at: number): number {
  for (let from = at + 1; from < bytes.length; from++) {
    if (bytes[from] === BACKSLASH) from++;
    else if (bytes[from] === QUOTE) return from;
  }
  return -1;
}
