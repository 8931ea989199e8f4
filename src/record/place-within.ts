// Which places the words for one say that it lies in: "Evin prison in Tehran, Iran" says Tehran, and Iran. Only words that say so: two names in one claim say
// nothing of where either lies, and "Istanbul, Ankara" are two places.
import { foldedWords } from '../base/fold.ts';
import data from './place-words.json' with { type: 'json' };

const WITHIN: ReadonlySet<string> = new Set(data.within.split(' '));

/** A name written large, in a script that knows large letters; any word in another. */
const BEGINS_NAME = /^(?:\p{Lu}|\p{Lo})/u;

/**
 * From the narrowest to the widest; the first is the place itself, and stands alone where its words say no more. After a comma a name is taken for a wider
 * place where it is a country: `isCountry` is asked of its folded words.
 */
export function placesWithin(phrase: string, isCountry: (words: readonly string[]) => boolean): readonly string[] {
  const comma = /^(.*\S)\s*[,،]\s*(\S.*)$/su.exec(phrase);
  const [, before, after] = comma ?? [];
  if (before !== undefined && after !== undefined && isCountry(foldedWords(after))) return [...placesWithin(before, isCountry), after];
  const words = phrase.split(/(\s+)/u);
  const at = words.findIndex((word, n) => n > 0 && WITHIN.has(word) && BEGINS_NAME.test(words[n + 2] ?? ''));
  if (at < 0) return [phrase];
  return [words.slice(0, at).join('').trim(), ...placesWithin(words.slice(at + 2).join(''), isCountry)];
}
