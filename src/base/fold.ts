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

/** Characters whose folding was looked up before; a text repeats few. */
const folded = new Map<string, string>();

function foldCharacter(character: string): string {
  if (character === HALF_SPACE) return ' ';
  let out = '';
  for (const part of (LETTERS.get(character) ?? character).normalize('NFD')) if (!UNSEEN.test(part)) out += asciiDigit(part) ?? LETTERS.get(part) ?? part;
  folded.set(character, out);
  return out;
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
  let out = '';
  for (const character of text.normalize('NFKC').toLowerCase()) out += folded.get(character) ?? foldCharacter(character);
  return out;
}

/** The words of a text, folded: runs of letters and digits, apostrophes inside a word left out. */
export function foldedWords(text: string): readonly string[] {
  const plain = fold(text);
  return (plain.includes("'") ? plain.replace(/(?<=\p{L})'(?=\p{L})/gu, '') : plain).match(ASCII.test(plain) ? /[a-z\d]+/g : /[\p{L}\p{N}]+/gu) ?? [];
}
