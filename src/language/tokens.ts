// Tokens: words, numbers and marks with their offsets. The first layer; everything above counts in tokens.
import abbreviations from './data/abbreviations.json' with { type: 'json' };

export type Token = {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly lower: string;
  readonly sort: 'word' | 'number' | 'mark';
  /** What stands before it: nothing, blanks, one line break, or an empty line. */
  readonly gap: Gap;
  /** A word that ends in the stop of an abbreviation. */
  readonly abbreviation: boolean;
};

export type Gap = 0 | 1 | 2 | 3;
export const GAP = { none: 0, blank: 1, line: 2, paragraph: 3 } as const;

// U+200C and U+200D join letters within a word in Persian and in the scripts of India.
const WORD = /[\p{L}\p{M}\p{N}_\ufffc]|\u200c|\u200d/u;
const DIGIT = /\p{Nd}/u;
const BLANK = /\s/u;
const known = new Set(abbreviations.words);
const knownWithCapital = new Set(abbreviations.capital);
const knownBeforeNumber = new Set(abbreviations.beforeNumber);
/** What may follow an apostrophe as a word of its own: possession and short verbs. */
const CLITICS = new Set(['s', 'm', 're', 've', 'll', 'd', 't']);

const ASCII_WORD = Array.from({ length: 128 }, (_, code) => /[A-Za-z0-9_]/.test(String.fromCharCode(code)));

function isWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 128 ? (ASCII_WORD[code] ?? false) : WORD.test(text.charAt(at));
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 128 ? code >= 48 && code <= 57 : DIGIT.test(text.charAt(at));
}

const isApostrophe = (text: string, at: number): boolean => text[at] === "'" || text[at] === '’' || text[at] === 'ʼ';

/** The tokens of a flat text, in order, of the stretch `from`–`to` alone where one is given, which cuts no word. One pass; linear in its length. */
export function tokenize(flat: string, { from: start, to } = { from: 0, to: flat.length }): readonly Token[] {
  const tokens: Token[] = [];
  let at = start;
  while (at < to) {
    const from = at;
    while (at < to && isBlank(flat, at)) at++;
    if (at >= to) break;
    const end = endOfToken(flat, at);
    tokens.push(token(flat, at, end, gapOf(flat, from, at)));
    at = end;
  }
  return tokens;
}

/** Whether a blank, a line's end or an invisible mark of direction stands at `at`. */
export function isBlank(flat: string, at: number): boolean {
  const code = flat.charCodeAt(at);
  if (code < 128) return code === 32 || (code >= 9 && code <= 13);
  return code === 0xfeff || code === 0x200e || code === 0x200f || BLANK.test(flat.charAt(at));
}

function gapOf(flat: string, from: number, to: number): Gap {
  if (from === to) return GAP.none;
  let lines = 0;
  for (let at = from; at < to; at++) if (flat.charCodeAt(at) === 10 || flat.charCodeAt(at) === 0x2029) lines++;
  return lines === 0 ? GAP.blank : lines === 1 ? GAP.line : GAP.paragraph;
}

function token(flat: string, start: number, end: number, gap: Gap): Token {
  const text = flat.slice(start, end);
  const sort = isDigit(flat, start)
    ? 'number'
    : isWord(flat, start) || (isApostrophe(flat, start) && end - start > 1 && !isApostrophe(flat, start + 1))
      ? 'word'
      : 'mark';
  return { start, end, text, lower: fold(text), sort, gap, abbreviation: sort === 'word' && text.endsWith('.') };
}

/** Lower case; typographic apostrophes, Arabic letters that Persian writes otherwise, and foreign digits made plain. */
export function fold(text: string): string {
  const lower = text.toLowerCase().replace('’', "'");
  if (!NEEDS_FOLD.test(lower)) return lower;
  return lower
    .replace(/\u200c$/, '')
    .replaceAll('ي', 'ی')
    .replaceAll('ك', 'ک')
    .replaceAll(/[أإ]/g, 'ا')
    .replaceAll('\u0640', '')
    .replaceAll(MARKS, '')
    .replaceAll(DIGITS, (digit) => String(digit.charCodeAt(0) & 15));
}

const NEEDS_FOLD = /[\u0600-\u06ff]/;
const MARKS = /[\u064b-\u0652]/g;
const DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/g;

/** Longest address that is kept as one token, in code points. */
const LONGEST_ADDRESS = 2000;

function endOfToken(flat: string, start: number): number {
  if (isApostrophe(flat, start) && flat[start + 1] !== flat[start]) return endOfClitic(flat, start);
  if (!isWord(flat, start)) return endOfMark(flat, start);
  if (isNot(flat, start)) return start + 3;
  const address = endOfAddress(flat, start);
  if (address) return address;
  let at = start;
  while (at < flat.length && isWord(flat, at)) at++;
  if (isElision(flat, start, at)) return at + 1;
  if (at - start > 1 && isNot(flat, at - 1)) return at - 1;
  for (;;) {
    const next = joined(flat, start, at);
    if (next === at) break;
    at = next;
  }
  return withStop(flat, start, at);
}

/** `'s` and the like after a word are tokens of their own; any other apostrophe is a mark. */
function endOfClitic(flat: string, start: number): number {
  let at = start + 1;
  while (at < flat.length && at - start < 4 && isWord(flat, at)) at++;
  const follows = start > 0 && isWord(flat, start - 1);
  return follows && !(at < flat.length && isWord(flat, at)) && CLITICS.has(flat.slice(start + 1, at).toLowerCase()) ? at : start + 1;
}

/** Runs of the same mark (dashes, dots, exclamation marks) are one token. */
function endOfMark(flat: string, start: number): number {
  let at = start + 1;
  // Two apostrophes, and two grave accents, stand for one quotation mark in plain text.
  if ("'`".includes(flat.charAt(start)) && flat[at] === flat[start]) return at + 1;
  if ('.!?-—–…*_='.includes(flat.charAt(start))) while (at < flat.length && flat[at] === flat[start]) at++;
  return at;
}

function endOfAddress(flat: string, start: number): number | null {
  const head = flat.slice(start, start + 8).toLowerCase();
  const web = head.startsWith('http://') || head.startsWith('https://') || head.startsWith('www.');
  let at = start;
  let sign = false;
  while (at < flat.length && at - start < (web ? LONGEST_ADDRESS : 80) && !isBlank(flat, at) && !'<>"“”«»'.includes(flat.charAt(at))) {
    if (flat[at] === '@') sign = true;
    else if (!web && !isWord(flat, at) && !'.-+'.includes(flat.charAt(at))) break;
    at++;
  }
  if (!web && !sign) return null;
  while (at > start && ".,;:!?)]'’".includes(flat.charAt(at - 1))) at--;
  return at;
}

/** Where the token goes on after `at`: past a hyphen, an inner apostrophe, or the point, comma or colon of a number. */
function joined(flat: string, start: number, at: number): number {
  const mark = flat.charAt(at);
  if (!isWord(flat, at + 1) || at + 1 >= flat.length) return at;
  const digits = isDigit(flat, at - 1) && isDigit(flat, at + 1);
  const joins =
    mark === '-' ||
    mark === '‑' ||
    ((mark === '.' || mark === ',' || mark === ':' || mark === '/' || mark === '٫' || mark === '٬') && digits) ||
    (isApostrophe(flat, at) && !startsClitic(flat, at)) ||
    (mark === '.' && at - start === 1) ||
    (mark === '.' && flat[at - 2] === '.');
  if (!joins) return at;
  let next = at + 1;
  while (next < flat.length && isWord(flat, next)) next++;
  return next;
}

/** "n't" inside a word: "did" + "n't". */
const isNot = (flat: string, at: number): boolean =>
  at > 0 &&
  (flat[at] === 'n' || flat[at] === 'N') &&
  isApostrophe(flat, at + 1) &&
  (flat[at + 2] === 't' || flat[at + 2] === 'T') &&
  isWord(flat, at - 1) &&
  !(at + 3 < flat.length && isWord(flat, at + 3));

/** French "l'exil", "d'Ana", "qu'il": the short word is a token with its apostrophe. */
const isElision = (flat: string, start: number, at: number): boolean =>
  at - start <= 2 &&
  isApostrophe(flat, at) &&
  /^(?:[ldnsjcmt]|qu)$/i.test(flat.slice(start, at)) &&
  /^\p{L}{2}/u.test(flat.slice(at + 1, at + 3)) &&
  !startsClitic(flat, at);

function startsClitic(flat: string, at: number): boolean {
  if (flat.charAt(at + 1).toLowerCase() === 't' && flat.charAt(at - 1).toLowerCase() === 'n') return true;
  return endOfClitic(flat, at) > at + 1;
}

/** A word takes its stop with it where it is a known abbreviation, an initial, or letters parted by stops. */
function withStop(flat: string, start: number, end: number): number {
  if (flat[end] !== '.' || flat[end + 1] === '.') return end;
  const word = flat.slice(start, end).toLowerCase();
  const initial = end - start === 1 && /\p{Lu}/u.test(flat.charAt(start)) && (word !== 'i' || followsName(flat, start));
  const letters = end - start <= 8 && /^\p{L}(?:\.\p{L}){1,3}$/u.test(word);
  return initial || letters || isAbbreviation(flat, start, end, word) ? end + 1 : end;
}

/** "Albert I. Jones": an I right after a word with a capital is an initial. */
const followsName = (flat: string, start: number): boolean => /\p{Lu}\p{Ll}{1,20} $/u.test(flat.slice(Math.max(0, start - 22), start));

function isAbbreviation(flat: string, start: number, end: number, word: string): boolean {
  if (known.has(word)) return true;
  if (knownWithCapital.has(word)) return /\p{Lu}/u.test(flat.charAt(start));
  return knownBeforeNumber.has(word) && /^\s?\d/.test(flat.slice(end + 1, end + 3));
}
