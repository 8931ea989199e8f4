// Korean and Chinese given names are written a syllable a word ("Yong Chol"), and one syllable other makes another person.
// Which letters may be one syllable: the romanizations of Korean (McCune and Reischauer 1939, the Revised one of 2000, and
// what people write of themselves) share no spelling, and disagree about k and g, ch and j, o and eo, u and eu.
import parts from './name-parts.json' with { type: 'json' };
import { foldedSet } from './name-pieces.ts';

/** `onset`, `glide` and `coda` as classes; `vowels`: what its vowel letters may be, a letter each, or themselves where the table does not have them. */
export type Syllable = { readonly onset: string; readonly glide: string; readonly vowels: readonly string[]; readonly coda: string };

const { onsets, codas, vowels } = parts.syllables;
const families = foldedSet(parts.syllables.families);
const classOf = (table: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(table).flatMap(([sound, spellings]) => spellings.split(' ').map((spelling) => [spelling, sound] as const)));
const onsetClasses = classOf(onsets);
const codaClasses = classOf(codas);
const vowelClasses = new Map(Object.entries(vowels));
const oneOf = (known: ReadonlyMap<string, string>): string => [...known.keys()].toSorted((a, b) => b.length - a.length).join('|');
const pattern = new RegExp(`^(?<onset>${oneOf(onsetClasses)})?(?<glide>[yw])?(?<vowels>[aeiou]+)(?<coda>${oneOf(codaClasses)})?h?$`, 'u');
/** Telling words that such a name has: a family's name, and a given name of one syllable or two (or a family's name of two). */
const [LEAST, MOST] = [2, 4];

/** One syllable for each word of a Korean or Chinese name in Latin letters; null for any other, and where no family's name of the list stands first or last. */
export function syllablesOf(words: readonly string[]): readonly Syllable[] | null {
  if (words.length < LEAST || words.length > MOST || ![words[0], words.at(-1)].some((word) => families.has(word ?? ''))) return null;
  const syllables = words.flatMap((word) => syllableOf(word) ?? []);
  return syllables.length === words.length ? syllables : null;
}

function syllableOf(word: string): Syllable | null {
  const found = pattern.exec(word)?.groups;
  if (!found) return null;
  const { onset = '', glide = '', vowels: letters = '', coda = '' } = found;
  return {
    onset: onsetClasses.get(onset) ?? '',
    glide,
    vowels: (vowelClasses.get(letters) ?? letters).split(' '),
    coda: codaClasses.get(coda) ?? '',
  };
}

/** Whether two syllables may be one, romanized otherwise. */
export const maySoundAlike = (a: Syllable, b: Syllable): boolean => mayBeMisheard(a, b) && a.coda === b.coda && a.glide === b.glide;

/** Whether two syllables that were taken for one may be: "Sok Hwa" and "Sok Ha", "Yung" and "Yun" are slips; "Yong" and "Song" are two. */
export const mayBeMisheard = (a: Syllable, b: Syllable): boolean => a.onset === b.onset && a.vowels.some((vowel) => b.vowels.includes(vowel));
