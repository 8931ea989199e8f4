// Bytes to characters, without inventing any: a byte order mark, else UTF-8 if it is valid, else UTF-16 without a mark,
// else the one-byte encoding in which the bytes read most like words. Nothing is ever replaced: bytes that stand for no
// character make the text undecodable, and mojibake that is in the text already stays.
import { isAscii, isUtf8 } from 'node:buffer';
import table from './encodings.json' with { type: 'json' };

export type Decoded =
  | { readonly ok: true; readonly text: string; readonly encoding: string }
  | { readonly ok: false; readonly code: 'not-text' | 'undecodable'; readonly detail: string };

const MARKS: readonly (readonly [hex: string, encoding: string])[] = [
  ['efbbbf', 'utf-8'],
  ['fffe', 'utf-16le'],
  ['feff', 'utf-16be'],
];

/** Bytes that scores are taken from; a score of more says no more. */
const SAMPLE = 200_000;
/** Bytes by which UTF-16 is told. */
const UTF16_SAMPLE = 20_000;

/**
 * @param stated - an encoding that the document's surroundings name (a meta element, a mail header); believed where the
 *   bytes are valid in it, unless a byte order mark or valid UTF-8 says otherwise
 */
export function decodeText(bytes: Uint8Array, stated?: string): Decoded {
  const head = Buffer.from(bytes.subarray(0, 3)).toString('hex');
  const mark = MARKS.find(([hex]) => head.startsWith(hex));
  if (mark) return decodeAs(bytes, mark[1]) ?? broken(bytes, mark[1]);
  const asUtf8 = !bytes.includes(0) && isUtf8(bytes);
  // Letters beyond ASCII are never valid UTF-8 by chance, and templates often state another encoding than they have.
  const believed = stated !== undefined && !(asUtf8 && !isAscii(bytes)) ? decodeAs(bytes, stated) : null;
  if (believed) return believed;
  if (asUtf8) return decodeAs(bytes, 'utf-8') ?? broken(bytes, 'utf-8');
  return decodeUtf16(bytes) ?? decodeWithoutUnicode(bytes);
}

function decodeWithoutUnicode(bytes: Uint8Array): Decoded {
  if (controlShare(bytes) > 0.002) return { ok: false, code: 'not-text', detail: 'Too many of them are control characters.' };
  if (mostlyUtf8(bytes)) return broken(bytes, 'utf-8');
  const best = bestOneByteEncoding(bytes);
  return (best === null ? null : decodeAs(bytes, best)) ?? { ok: false, code: 'not-text', detail: 'They read as words in none of the encodings tried.' };
}

/** Null where the encoding is unknown, a byte stands for nothing in it, or what comes out is not text. */
function decodeAs(bytes: Uint8Array, label: string): Decoded | null {
  try {
    const decoder = new TextDecoder(label, { fatal: true });
    const text = decoder.decode(bytes);
    // A text has no NUL and next to no other controls, whatever its encoding.
    return looksLikeText(text) ? { ok: true, text, encoding: decoder.encoding } : null;
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) return null;
    throw error;
  }
}

function looksLikeText(text: string): boolean {
  if (text.includes('\0')) return false;
  const sample = text.slice(0, SAMPLE);
  return countOf(sample, /[\u0001-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/g) <= sample.length * 0.002;
}

function controlShare(bytes: Uint8Array): number {
  const sample = bytes.subarray(0, SAMPLE);
  let controls = 0;
  for (const byte of sample) if (byte < 9 || (byte > 13 && byte < 32) || byte === 127) controls++;
  return controls / sample.length;
}

/** UTF-16 without a mark: one of its two orders gives letters and spaces, of few scripts, nearly everywhere. */
function decodeUtf16(bytes: Uint8Array): Decoded | null {
  if (bytes.length % 2 !== 0 || bytes.length < 8) return null;
  for (const encoding of ['utf-16le', 'utf-16be']) {
    const sample = new TextDecoder(encoding).decode(bytes.subarray(0, UTF16_SAMPLE));
    const plain = countOf(sample, /[\p{L}\p{M}\p{N}\p{P}\s\u200c-\u200f]/gu);
    const everyday = countOf(sample, /[ \n\u0020-\u024f\u0370-\u06ff]/g);
    if (plain > sample.length * 0.95 && everyday > sample.length * 0.9 && /\s/.test(sample)) return decodeAs(bytes, encoding);
  }
  return null;
}

/** Whether nine in ten of the sequences that begin like UTF-8 beyond ASCII are whole: then it is UTF-8 with damage. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes.subarray(0, SAMPLE));
  const replaced = countOf(text, /\ufffd/g);
  const whole = countOf(text, /[^\u0000-\u007f\ufffd]/gu);
  return whole > replaced * 9;
}

function broken(bytes: Uint8Array, encoding: string): Decoded {
  const text = new TextDecoder(encoding).decode(bytes);
  if (text.includes('\0')) return { ok: false, code: 'not-text', detail: 'Some of them are zero.' };
  const places = countOf(text, /\ufffd/g);
  if (places === 0) return { ok: false, code: 'not-text', detail: 'Too many of them are control characters.' };
  return {
    ok: false,
    code: 'undecodable',
    detail: `It is ${encoding.toUpperCase()}, but in ${places} ${places === 1 ? 'place' : 'places'} the bytes stand for no character.`,
  };
}

/** The encoding in which the bytes beyond ASCII make the best words, or null where they make none in any. */
function bestOneByteEncoding(bytes: Uint8Array): string | null {
  const scored = table.encodings.map(({ name, letters, common }) => {
    const text = new TextDecoder(name).decode(bytes.subarray(0, SAMPLE));
    return { name, score: wordScore(text, letters, new Set(common)) };
  });
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
  return best.score > 0.5 ? best.name : null;
}

/**
 * How much the characters beyond ASCII read like words, by character: 2 for a common letter or mark, 0 for another letter of
 * the script, -2 for any other; and -2 more for a capital after a small letter or a letter beside one of another script.
 */
function wordScore(text: string, script: string, common: ReadonlySet<string>): number {
  const letter = new RegExp(`\\p{Script=${script}}`, 'u');
  let score = 0;
  let seen = 0;
  for (const [character] of text.matchAll(/[^\u0000-\u007f]/g)) {
    seen++;
    const small = character.toLowerCase();
    score += common.has(character) || common.has(small) ? 2 : letter.test(character) ? 0 : /\p{Z}/u.test(character) ? 1 : -2;
  }
  const mixed = script === 'Latin' ? 0 : countOf(text, /[a-z][^\u0000-\u024f\p{P}\p{Z}\p{Cf}]|[^\u0000-\u024f\p{P}\p{Z}\p{Cf}][a-z]/giu);
  const odd = countOf(text, /\p{Ll}\p{Lu}/gu) + mixed;
  return seen === 0 ? 0 : (score - 2 * odd) / seen;
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
