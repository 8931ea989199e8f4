// Folding of scripts: the form in which words are compared, never the form in which they are kept or shown.
// NFC and NFKC do not unify Arabic and Persian letters or digits, so that is done here.

/** Letters that are one letter to a reader, by code point: Arabic forms to the Persian, hamza carriers to the bare letter. */
const LETTERS: ReadonlyMap<string, string> = new Map([
  ['ي', 'ی'], ['ى', 'ی'], ['ئ', 'ی'], ['ك', 'ک'], ['ة', 'ه'], ['ۀ', 'ه'], ['ە', 'ه'],
  ['أ', 'ا'], ['إ', 'ا'], ['آ', 'ا'], ['ٱ', 'ا'], ['ؤ', 'و'],
  ['ß', 'ss'], ['æ', 'ae'], ['œ', 'oe'], ['ø', 'o'], ['đ', 'd'], ['ð', 'd'], ['ł', 'l'], ['ı', 'i'], ['þ', 'th'],
  ['’', "'"], ['‘', "'"], ['ʼ', "'"], ['ʻ', "'"], ['`', "'"], ['´', "'"],
]); // prettier-ignore

/** Marks on letters, tatweel, and what only guides joining or direction. */
const UNSEEN = /[\p{M}\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/u;
const HALF_SPACE = '\u200c';

/** Digits of any script as 0 to 9. */
function asciiDigit(character: string): string | null {
  const point = character.codePointAt(0) ?? 0;
  for (const zero of [0x0660, 0x06f0]) if (point >= zero && point <= zero + 9) return String(point - zero);
  return null;
}

/** Of ASCII nothing but the case and one sign is folded. */
const ASCII = /^[\0-\x7f]*$/;

/**
 * Text for comparison: lower case, no marks, one form of each letter and digit, a half-space (ZWNJ) as a space.
 *
 * O(length). Not reversible, and not of the same length.
 */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase().replaceAll('`', "'");
  return text.normalize('NFKC').toLowerCase().replace(NOT_PLAIN, foldedSign);
}

/** What is not compared as it stands in lower case. */
const NOT_PLAIN = /[`\u{80}-\u{10ffff}]/gu;

/** How each sign is compared that was met before: a text has few that differ. So many are remembered; then all are let go. */
const known = new Map<string, string>();
const MOST_KNOWN = 5_000;

function foldedSign(sign: string): string {
  const before = known.get(sign);
  if (before !== undefined) return before;
  if (known.size >= MOST_KNOWN) known.clear();
  const folded = sign === HALF_SPACE ? ' ' : Array.from((LETTERS.get(sign) ?? sign).normalize('NFD'), foldedPart).join('');
  known.set(sign, folded);
  return folded;
}

const foldedPart = (part: string): string => (UNSEEN.test(part) ? '' : (asciiDigit(part) ?? LETTERS.get(part) ?? part));

/** The words of a text, folded: runs of letters and digits, apostrophes inside a word left out. */
export function foldedWords(text: string): readonly string[] {
  const plain = fold(text);
  return (plain.includes("'") ? plain.replace(/(?<=\p{L})'(?=\p{L})/gu, '') : plain).match(ASCII.test(plain) ? /[a-z\d]+/g : /[\p{L}\p{N}]+/gu) ?? [];
}

const ID = /(?<![\p{L}\p{N}_])[a-z]{1,2}_[a-z2-7]{16}(?![\p{L}\p{N}_])/gu;

/** The words that somebody looks for, folded. An id that is given whole is one word. */
export const soughtWords = (text: string): readonly string[] => [...foldedWords(text.replace(ID, ' ')), ...(text.match(ID) ?? []).map(idWord)];

/** An id as a word such as no text has: nothing is found because an id happens to begin with what is looked for. */
export const idWord = (id: string): string => id.slice(id.indexOf('_'));
