// The text of a name cut into folded words, as persons' names and organizations' are.
import { foldForNames } from './spelling.ts';

/** What a name says besides its telling words; filled while it is parsed. */
export type Aside = { readonly titles: Set<string>; readonly legalForms: Set<string> };
export type Piece = { readonly text: string; readonly after: string };

/** The folded words of a text, and the hyphen or dot that follows each. Apostrophes are left out, dots part initials. */
export function piecesOf(text: string): readonly Piece[] {
  const folded = foldForNames(text).replace(/['"“”]/gu, '');
  return Array.from(folded.matchAll(/([\p{L}\p{N}]+)([-‐–.]?)/gu), ([, word = '', after = '']) => ({ text: word, after }));
}

/** An Arabic-script word without its article. */
export const plainWord = (word: string): string => (/^ال\p{L}{3}/u.test(word) ? word.slice(2) : word);

/** A list of the data files as it is looked up: its words folded. */
export const foldedSet = (list: readonly string[]): ReadonlySet<string> => new Set(list.map(foldForNames));
