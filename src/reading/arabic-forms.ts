// Letters as PDF files store them: drawn shapes (presentation forms, ligatures) instead of letters. Each is folded to
// the letters that it draws. What the shapes show beyond that is kept: where two letters that would join are drawn
// apart without a space, a zero width non-joiner stands between them, which Persian words need (می‌خواهد) and PDF files
// drop.
// Source: The Unicode Standard 16.0, blocks Arabic Presentation Forms-A and -B, where each letter's forms stand in the
// order isolated, final, initial, medial.

type Form = 'isolated' | 'final' | 'initial' | 'medial';
type Letter = { readonly base: string; readonly form: Form | null; readonly joinsNext: boolean };

const ORDER: readonly Form[] = ['isolated', 'final', 'initial', 'medial'];
const RANGES: readonly (readonly [first: number, last: number])[] = [
  [0xfb50, 0xfbb1],
  [0xfbd3, 0xfbe7],
  [0xfbfc, 0xfbff],
  [0xfe80, 0xfef4],
];
const ZWNJ = '\u200c';

const LETTERS = lettersByForm();

/** By character: of a presentation form its letter and form; of a letter itself whether it joins the next. */
function lettersByForm(): ReadonlyMap<string, Letter> {
  const letters = new Map<string, Letter>();
  for (const [first, last] of RANGES) {
    for (let at = first; at <= last;) {
      const base = String.fromCodePoint(at).normalize('NFKC');
      let count = 1;
      while (count < 4 && at + count <= last && String.fromCodePoint(at + count).normalize('NFKC') === base) count++;
      const joinsNext = count === 4;
      for (let n = 0; n < count; n++) letters.set(String.fromCodePoint(at + n), { base, form: ORDER[n] ?? null, joinsNext });
      letters.set(base, { base, form: null, joinsNext });
      at += count;
    }
  }
  return letters;
}

/** Latin ligatures, Hebrew and Arabic forms; not the signs that stand for whole phrases (U+FDFA, U+FDFB). */
const DRAWN = /[\ufb00-\ufb06\ufb13-\ufb17\ufb1d-\ufb4f\ufb50-\ufdf9\ufdfc\ufe70-\ufefc]/gu;

/** The letters of a line that is in logical order. Characters that are no drawn forms stay as they are. */
export function foldDrawnForms(line: string): string {
  if (line.search(DRAWN) < 0) return line;
  return withNonJoiners(line).replace(DRAWN, (drawn) => drawn.normalize('NFKC'));
}

function withNonJoiners(line: string): string {
  let out = '';
  let before: Letter | null = null;
  for (const character of line) {
    // Vowel marks stand on a letter and change nothing about how it joins.
    if (/\p{M}/u.test(character)) {
      out += character;
      continue;
    }
    const letter = LETTERS.get(character) ?? null;
    if (before && letter && drawnApart(before, letter)) out += ZWNJ;
    out += character;
    before = letter;
  }
  return out;
}

function drawnApart(before: Letter, letter: Letter): boolean {
  if (!before.joinsNext || before.form === 'initial' || before.form === 'medial') return false;
  if (letter.form === 'final' || letter.form === 'medial') return false;
  return before.form !== null || letter.form !== null;
}
