// A name taken apart for comparison: its telling words in order, each as signs, and what is set aside (titles, articles,
// particles, legal forms). The text itself is kept as it came. Parsed once, compared often.
import { nameCosts } from './name-costs.ts';
import { alignSpelling, ceilings, LONGEST } from './align-spelling.ts';
import parts from './name-parts.json' with { type: 'json' };
import { classesOf, foldForNames, SCRIPT_OF, signsOf, skeletonOf } from './spelling.ts';
import words from './words.json' with { type: 'json' };

export type NameKind = 'person' | 'organization';

/** A telling word. `weight`: bits of how rare it is; `best`: the most evidence a word of each script could give for it, nats. */
export type NameWord = {
  readonly text: string;
  readonly signs: Uint8Array;
  readonly skeleton: string;
  /** The classes of its skeleton as bits. */
  readonly classes: number;
  readonly script: number;
  readonly weight: number;
  readonly best: Float32Array;
  /** The evidence of the word with itself, nats. */
  readonly own: number;
  /** The group of words it may stand for, or 0: of one meaning in an organization ("banco", "bank"), of one given name in a person. */
  readonly meaning: number;
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
  readonly generation: string;
  readonly kunya: boolean;
  /** Numbers in an organization's name ("2004", "III"), in order: two that differ are two bodies. */
  readonly numerals: string;
};

export type ParsedName = {
  readonly text: string;
  readonly kind: NameKind;
  /** At least one; more where the text gives several ("X; Y", "X also known as Y", "X (Y)"). */
  readonly forms: readonly NameForm[];
  readonly titles: readonly string[];
  readonly legalForms: readonly string[];
};

const MOST_FORMS = 4;
/** No name has more telling words: the rest are left out of the comparison. */
export const MOST_WORDS = 10;
/** Bits of a word that the lists do not know: rarer than their rarest. */
const UNKNOWN_WEIGHT = 17;
const LEAST_WEIGHT = 1;
/** Bits of a word that many organizations bear. */
const COMMON_WEIGHT = 5;
const ENDING_WEIGHT = 2;
/** What -eddine and -ullah share with their other spellings; told apart from the numbers of known forms. */
const ENDING_MEANING = 9999;

const foldedSet = (list: readonly string[]): ReadonlySet<string> => new Set(list.map(foldForNames));
const titles = foldedSet(words.titles);
const articles = foldedSet(parts.article);
const hyphenArticles = foldedSet(parts.hyphenArticle);
const particles = foldedSet(parts.particle);
const kunyas = foldedSet(parts.kunya);
const joinsNext = foldedSet(parts.joinsNext);
const joinsPrevious = foldedSet(parts.joinsPrevious);
const legalForms = foldedSet(parts.legalForm);
const fillers = foldedSet(parts.filler);
const generations = new Map(Object.entries(parts.generation));
const meanings = new Map(parts.sameMeaning.flatMap((line, n) => line.split(' ').map((word) => [foldForNames(word), n + 1] as const)));
const commonInOrganizations = foldedSet(parts.commonInOrganizations);
const endings = foldedSet(parts.ending);
const joinedEnding = new RegExp(`^(\\p{L}{3,}?)(?:${parts.joinedEnding.join('|')})$`, 'u');
const letterNames = new Map(Object.entries(parts.letterNames));
const knownForms = new Map(parts.knownForms.flatMap((line, n) => line.split(' ').map((word) => [foldForNames(word), n + 1] as const)));
const servant = new RegExp(`^(?:${parts.servant.join('|')})(?=\\p{L}{2})`, 'u');
const also = new RegExp(`[;/()]|(?<=^|[\\s,(])(?:${parts.also.join('|')})(?=[\\s,]|$)`, 'iu');

/** A name parsed for comparison. Any text is taken; one without letters or digits has no words. O(length). */
export function parseName(text: string, kind: NameKind): ParsedName {
  const aside = { titles: new Set<string>(), legalForms: new Set<string>() };
  const pieces = text.split(also).map((piece) => piece.trim()).filter((piece) => /[\p{L}\p{N}]/u.test(piece)); // prettier-ignore
  const forms = (pieces.length > 0 ? pieces : [''])
    .slice(0, MOST_FORMS)
    .map((piece) => (kind === 'person' ? personForm(piece, aside) : organizationForm(piece, aside)));
  return { text, kind, forms, titles: [...aside.titles], legalForms: [...aside.legalForms] };
}

type Aside = { readonly titles: Set<string>; readonly legalForms: Set<string> };
type Piece = { readonly text: string; readonly after: string };

/** The folded words of a text, and the hyphen or dot that follows each. Apostrophes are left out, dots part initials. */
function piecesOf(text: string): readonly Piece[] {
  const folded = foldForNames(text).replace(/['"“”]/gu, '');
  return Array.from(folded.matchAll(/([\p{L}\p{N}]+)([-‐–.]?)/gu), ([, word = '', after = '']) => ({ text: word, after }));
}

function personForm(text: string, aside: Aside): NameForm {
  const [first = '', ...rest] = text.split(/[,،]/u);
  const given = piecesOf(rest.join(' '));
  const swapped = given.some(({ text: word }) => !titles.has(word) && word.length > 1);
  const pieces = swapped ? [...given, ...piecesOf(first)] : [...piecesOf(first), ...given];
  let generation = '';
  const telling: string[] = [];
  const bare: string[] = [];
  let join = false;
  let kunya = false;
  for (const [place, { text: word, after }] of pieces.entries()) {
    const next = pieces[place + 1]?.text ?? '';
    // A title that ends a name of two words is its family name ("Kamran Sayed"), and one with an ending a name ("Akhund Zada").
    const title = titles.has(word) && !joinsPrevious.has(next) && !(telling.length === 1 && place === pieces.length - 1 && !swapped);
    const isAside = title || particles.has(word) || articles.has(word) || (isHyphen(after) && hyphenArticles.has(word)) || /\p{N}/u.test(word);
    if (generations.has(word)) generation = generations.get(word) ?? '';
    else if (isAside) {
      if (title) aside.titles.add(word);
      bare.push(word);
    } else if (join || (joinsPrevious.has(word) && telling.length > 0)) {
      telling.push((telling.pop() ?? '') + plainWord(word));
      join = false;
    } else {
      telling.push((after === '.' ? letterNames.get(word) : undefined) ?? plainWord(word));
      join = joinsNext.has(word);
      kunya ||= kunyas.has(word);
    }
  }
  const kept = telling.length > 0 ? telling : bare;
  const family = Math.max(
    0,
    kept.flatMap(endingApart).findLastIndex((word) => !endings.has(word)),
  );
  return formOf(kept.flatMap(endingApart).map(personWord), { family, generation, kunya, numerals: '' }); // prettier-ignore
}

const isHyphen = (mark: string): boolean => mark !== '' && mark !== '.';

/** "Jamaleddine" as "jamal din": endings that are written apart or together, or left out. Not of "Abdullah". */
function endingApart(word: string): readonly string[] {
  const whole = servantJoined(word);
  const [, stem] = whole === word ? (joinedEnding.exec(word) ?? []) : [];
  return stem === undefined ? [whole] : [stem, word.slice(stem.length)];
}

function personWord(word: string): NameWord {
  return endings.has(word) || joinedEnding.test(`xxx${word}`) ? wordOf(word, ENDING_MEANING, ENDING_WEIGHT) : wordOf(word, knownForms.get(word) ?? 0);
}

/** An Arabic-script word without its article. */
const plainWord = (word: string): string => (/^ال\p{L}{3}/u.test(word) ? word.slice(2) : word);

/** "Abdul-Rahman", "Abdurrahman" and "عبدالرحمن" with one prefix. */
const servantJoined = (word: string): string => word.replace(servant, (found) => (found.startsWith('ع') ? 'عبد' : found.startsWith('а') ? 'абд' : 'abd'));

function organizationForm(text: string, aside: Aside): NameForm {
  const pieces = piecesOf(text.replace(/(?<=(?:^|[^\p{L}])\p{L})[.&/ ]{1,2}(?=\p{L}(?:[^\p{L}]|$))/gu, ''));
  const telling: string[] = [];
  for (const { text: word } of pieces) {
    if (legalForms.has(word)) aside.legalForms.add(word);
    else if (!fillers.has(word) && !articles.has(word)) telling.push(plainWord(word));
  }
  const kept = telling.length > 0 ? telling : pieces.map((piece) => piece.text);
  return formOf(kept.map((word) => organizationWord(word)), { ...NO_MARKS, numerals: kept.filter((word) => /^(?:\d+|i{1,3}|iv|vi{0,3}|ix|x)$/u.test(word)).join(' ') }); // prettier-ignore
}

/** A word of an organization's name: what many of them bear tells little. */
function organizationWord(word: string): NameWord {
  const meaning = meanings.get(word) ?? 0;
  return wordOf(word, meaning, meaning > 0 || commonInOrganizations.has(word) ? COMMON_WEIGHT : Infinity);
}

function wordOf(text: string, meaning = 0, most = Infinity): NameWord {
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
    classes: classesOf(skeleton),
    script,
    weight,
    best: ceilings(signs, nameCosts.best),
    own: alignSpelling(signs, signs, nameCosts),
    meaning,
  };
}

type Marks = Pick<NameForm, 'family' | 'generation' | 'kunya' | 'numerals'>;
const NO_MARKS: Marks = { family: 0, generation: '', kunya: false, numerals: '' };

/** A form of these words, with their neighbours written as one. */
export function formOf(all: readonly NameWord[], { family, generation, kunya, numerals }: Marks = NO_MARKS): NameForm {
  const telling = all.filter((word) => word.signs.length > 0).slice(0, MOST_WORDS);
  const run = (from: number, to: number): NameWord => joinWords(telling.slice(from, to));
  return {
    words: telling,
    joined: telling.slice(1).map((_, n) => run(n, n + 2)),
    tripled: telling.slice(2).map((_, n) => run(n, n + 3)),
    whole: joinWords(telling),
    weight: telling.reduce((sum, { weight }) => sum + weight, 0),
    family,
    generation,
    kunya,
    numerals,
  };
}

function joinWords(several: readonly NameWord[]): NameWord {
  const signs = signsOf(several.map(({ text }) => text).join('')).slice(0, LONGEST);
  const skeleton = skeletonOf(signs);
  return {
    text: several.map(({ text }) => text).join(' '),
    signs,
    skeleton,
    classes: classesOf(skeleton),
    script: SCRIPT_OF[signs[0] ?? 1] ?? 0,
    weight: several.reduce((sum, { weight }) => sum + weight, 0),
    best: ceilings(signs, nameCosts.best),
    own: 0,
    meaning: 0,
  };
}
