// The words of a name as they are compared, and a form of them: what parsing makes and matching reads.
import { alignSpelling, ceilings, LONGEST } from './align-spelling.ts';
import { nameCosts } from './name-costs.ts';
import type { Syllable } from './tell-syllable.ts';
import { classesOf, SCRIPT_OF, signsOf, signsTogether, skeletonOf, soundsOf } from './spelling.ts';

/** A telling word. `weight`: bits of how rare it is; `best`: the most evidence a word of each script could give for it, nats. */
export type NameWord = {
  readonly text: string;
  readonly signs: Uint8Array;
  readonly skeleton: string;
  /** Its skeleton as every spelling shows it: without the class of و, which may be v, w, u or o. */
  readonly sounds: string;
  /** The classes of its skeleton as bits. */
  readonly classes: number;
  readonly script: number;
  readonly weight: number;
  readonly best: Float32Array;
  /** The evidence of the word with itself, nats. */
  readonly own: number;
  /** The group of words it may stand for, or 0: of one meaning in an organization ("banco", "bank"), of one given name in a person. */
  readonly meaning: number;
  /** A second such group of a given name ("Chris" is Christopher and Christian), or 0. */
  readonly otherMeaning: number;
  /** Whether it is the name of a country or a city, or of its people, in an organization's name. */
  readonly place: boolean;
  /** Whether many organizations bear it ("trading"), in an organization's name; places too. */
  readonly common: boolean;
  /** What is left of "Abdulaziz" where "Aziz" is written alone; null for other words. */
  readonly bare: NameWord | null;
  /** The word with the articles and particles before it written on ("Delacruz" for the "Cruz" of "de la Cruz"); null where there are none. */
  readonly writtenOn: NameWord | null;
  /** What a man of her family is called, where the word may be a woman's family name ("Ivanova"); null for other words. */
  readonly mens: readonly NameWord[] | null;
  /** Whether it names a sort of body ("bank"), in an organization's name. */
  readonly body: boolean;
  /** What it may sound like, in a Korean or Chinese name written a syllable a word; null in other names. */
  readonly syllable: Syllable | null;
};

/** One way to read the name. `family` is the place of the word that a comma or the order of writing makes the family's. */
export type NameForm = {
  readonly words: readonly NameWord[];
  /** Neighbours written as one: `joined[i]` is words i and i+1, `tripled[i]` is words i to i+2. */
  readonly joined: readonly NameWord[];
  readonly tripled: readonly NameWord[];
  readonly whole: NameWord;
  readonly weight: number;
  readonly family: number;
  /** Whether the mother's family name follows it, as in Spanish names. */
  readonly twoFamilies: boolean;
  /** Whether a comma, or capitals, say which words are the family's. */
  readonly familyTold: boolean;
  /** Where that is told: how many of the words, from the first, are given names; else 0. */
  readonly given: number;
  readonly generation: string;
  readonly kunya: boolean;
  /** Numbers in an organization's name ("2004", "III"), in order: two that differ are two bodies. */
  readonly numerals: string;
  /** What an organization may be called by the first letters of its words, each between spaces. */
  readonly initials: string;
  /** All words of an organization's name but its legal forms, the small ones too: what short names are put together of. */
  readonly written: readonly string[];
};

/** No name has more telling words: the rest are left out of the comparison. */
export const MOST_WORDS = 10;
/** Bits of a word that the lists do not know: rarer than their rarest. */
const UNKNOWN_WEIGHT = 17;
const LEAST_WEIGHT = 1;

/** A folded word with what the lists know of it; `most` bits at most. */
export function wordOf(text: string, meaning = 0, most = Infinity): NameWord {
  const signs = signsOf(text).slice(0, LONGEST);
  const script = SCRIPT_OF[signs[0] ?? 1] ?? 0;
  const skeleton = skeletonOf(signs);
  const known = nameCosts.rarity.get(skeleton);
  // A short word tells less than its rarity says: about two bits a sign.
  const weight = Math.max(LEAST_WEIGHT, Math.min(known ?? UNKNOWN_WEIGHT, 2.5 * signs.length, most));
  return {
    text,
    signs,
    skeleton,
    sounds: soundsOf(skeleton),
    classes: classesOf(skeleton),
    script,
    weight,
    best: ceilings(signs, nameCosts.best),
    own: alignSpelling(signs, signs, nameCosts),
    meaning,
    otherMeaning: 0,
    place: false,
    common: false,
    bare: null,
    writtenOn: null,
    syllable: null,
    mens: null,
    body: false,
  };
}

/** A form before its words are looked up. `before`: by the place of a word, the articles and particles that stand before it, written as one. */
export type Told = Marks & { readonly words: readonly string[]; readonly before?: ReadonlyMap<number, string> };

type Marks = Pick<NameForm, 'family' | 'twoFamilies' | 'familyTold' | 'given' | 'generation' | 'kunya' | 'numerals' | 'initials' | 'written'>;
export const NO_MARKS: Marks = {
  family: 0,
  twoFamilies: false,
  familyTold: false,
  given: 0,
  generation: '',
  kunya: false,
  numerals: '',
  initials: '',
  written: [],
};

/** A form of these words, with their neighbours written as one. */
export function formOf(
  all: readonly NameWord[],
  { family, twoFamilies, familyTold, given, generation, kunya, numerals, initials, written }: Marks = NO_MARKS,
): NameForm {
  const telling = all.filter((word) => word.signs.length > 0).slice(0, MOST_WORDS);
  const run = (from: number, to: number): NameWord => joinWords(telling.slice(from, to));
  return {
    words: telling,
    joined: telling.slice(1).map((_, n) => run(n, n + 2)),
    tripled: telling.slice(2).map((_, n) => run(n, n + 3)),
    whole: joinWords(telling),
    weight: telling.reduce((sum, { weight }) => sum + weight, 0),
    family,
    twoFamilies,
    familyTold,
    given,
    generation,
    kunya,
    numerals,
    initials,
    written,
  };
}

/** Words written as one. */
export function joinWords(several: readonly NameWord[]): NameWord {
  const signs = signsTogether(several.map((word) => word.signs)).slice(0, LONGEST);
  const skeleton = skeletonOf(signs);
  return {
    text: several.map(({ text }) => text).join(' '),
    signs,
    skeleton,
    sounds: soundsOf(skeleton),
    classes: classesOf(skeleton),
    script: SCRIPT_OF[signs[0] ?? 1] ?? 0,
    weight: several.reduce((sum, { weight }) => sum + weight, 0),
    best: ceilings(signs, nameCosts.best),
    own: 0,
    meaning: 0,
    otherMeaning: 0,
    place: false,
    common: false,
    bare: null,
    writtenOn: null,
    syllable: null,
    mens: null,
    body: false,
  };
}
