// Whether a text holds a name: its very words, in order. For withholding: to find it where it does not stand costs a
// document that stays at home; to miss it where it stands can cost a life. Other spellings and scripts are not bridged.
import { foldedWords } from '../base/fold.ts';
import { nameKey } from '../names/name-key.ts';

/**
 * A test for the words of a name, folded, without the titles before and after them, in a text.
 *
 * Words of the Arabic script may have a joined particle before them and an ending after; those of other scripts an ending of
 * up to three letters, in the Latin script an `s`. "Mina Farhadi" does not stand where only "Farhadi" does. O(length of the text).
 */
export function nameFinder(name: string): (text: string) => boolean {
  const words = tellingWords(name);
  if (words.length === 0) return () => false;
  const before = ARABIC.test(words[0] ?? '') ? '[وفبلک]{0,2}(?:ال)?' : '';
  const after = LATIN.test(words.at(-1) ?? '') ? 's?' : '\\p{L}{0,3}';
  const pattern = new RegExp(` ${before}${words.join(' ?')}${after} `, 'u');
  return (text) => pattern.test(` ${foldedWords(text).join(' ')} `);
}

const ARABIC = /^\p{Script=Arabic}/u;
const LATIN = /[\p{Script=Latin}\p{N}]$/u;

/** All words from the first that tells to the last; every word where none does. Words are letters and digits alone. */
function tellingWords(name: string): readonly string[] {
  const words = foldedWords(name.replace(/[’']s\b/gu, ''));
  const telling = new Set(nameKey(name));
  const places = words.flatMap((word, at) => (telling.has(word) ? [at] : []));
  return places.length === 0 ? words : words.slice(places[0], (places.at(-1) ?? 0) + 1);
}
