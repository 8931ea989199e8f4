// A name taken apart for comparison: its telling words in order, each as signs, and what is set aside (titles, articles,
// particles, legal forms). The text itself is kept as it came. Parsed once, compared often.
import { foldedSet, piecesOf, plainWord, type Aside } from './name-pieces.ts';
import parts from './name-parts.json' with { type: 'json' };
import { formOf, wordOf, type NameForm, type NameWord, type Told } from './name-word.ts';
import { syllablesOf } from './tell-syllable.ts';
import { organizationWord, tellOrganization } from './tell-organization.ts';
import words from './words.json' with { type: 'json' };

export type NameKind = 'person' | 'organization';

export type ParsedName = {
  readonly text: string;
  readonly kind: NameKind;
  /** At least one; more where the text gives several ("X; Y", "X also known as Y", "X (Y)"). */
  readonly forms: readonly NameForm[];
  readonly titles: readonly string[];
  readonly legalForms: readonly string[];
};

const MOST_FORMS = 4;
const ENDING_WEIGHT = 2;
/** Signs of a word, at least, that may have its particles written on. */
const LEAST_WRITTEN_ON = 3;
/** Letters before the ending of a woman's family name, at least. */
const LEAST_STEM = 3;
/** What -eddine and -ullah share with their other spellings; told apart from the numbers of known forms. */
const ENDING_MEANING = 9999;

const spanishFamilies = foldedSet(parts.spanishFamily);
const titles = foldedSet(words.titles);
const offices = foldedSet(words.offices);
const writtenOn = foldedSet(parts.writtenOn);
const articles = foldedSet(parts.article);
const hyphenArticles = foldedSet(parts.hyphenArticle);
const particles = foldedSet(parts.particle);
const kunyas = foldedSet(parts.kunya);
const joinsNext = foldedSet(parts.joinsNext);
const joinsPrevious = foldedSet(parts.joinsPrevious);
const peers = foldedSet(parts.peer);
const generations = new Map(Object.entries(parts.generation));
const endings = foldedSet(parts.ending);
const joinedEnding = new RegExp(`^(\\p{L}{3,}?)(?:${parts.joinedEnding.join('|')})$`, 'u');
const letterNames = new Map(Object.entries(parts.letterNames));
/** The groups of each known form of a given name, two at most. */
const knownForms = Map.groupBy(
  parts.knownForms.flatMap((line, n) => [...foldedSet(line.split(' '))].map((word) => ({ word, group: n + 1 }))),
  ({ word }) => word,
);
/** The longest first. */
const womensEndings = parts.womensEnding.toSorted(([a = ''], [b = '']) => b.length - a.length);
const servant = new RegExp(`^(?:${parts.servant.join('|')})(?=\\p{L}{2})`, 'u');
const names = parts.also.join('|');
const also = {
  person: new RegExp(`[;/()]|(?<=^|[\\s,(])(?:${names})(?=[\\s,]|$)`, 'iu'),
  organization: new RegExp(`[;]|(?<=^|[\\s,(])(?:${names})(?=[\\s,]|$)`, 'iu'),
};

/** A name parsed for comparison. Any text is taken; one without letters or digits has no words. O(length). */
export function parseName(text: string, kind: NameKind): ParsedName {
  const aside = { titles: new Set<string>(), legalForms: new Set<string>() };
  const forms = tellName(text, kind, aside).map((told) =>
    formOf(
      withSyllables(kind, told.words.map((word, n) => withParticles(wordFor[kind](word), told.before?.get(n)))), // prettier-ignore
      told,
    ),
  );
  return { text, kind, forms, titles: [...aside.titles], legalForms: [...aside.legalForms] };
}

/** The word, with what it is where the particles before it are written on. */
const withParticles = (word: NameWord, before: string | undefined): NameWord =>
  before === undefined || word.signs.length < LEAST_WRITTEN_ON ? word : { ...word, writtenOn: wordOf(before + word.text, 0, word.weight) };

/** The words of a person's name, each with its syllable where all of them are such. */
function withSyllables(kind: NameKind, all: readonly NameWord[]): readonly NameWord[] {
  const syllables = kind === 'person' ? syllablesOf(all.map(({ text }) => text)) : null;
  return syllables === null ? all : all.map((word, n) => ({ ...word, syllable: syllables[n] ?? null }));
}

/** The telling words of each form of a name, folded: what an index needs of it, at a fraction of the cost. */
export const tellingWords = (text: string, kind: NameKind): readonly (readonly string[])[] =>
  tellName(text, kind, { titles: new Set(), legalForms: new Set() }).map((told) => told.words);

/** A telling word of a name of that kind, for comparison. */
export const wordFor: Readonly<Record<NameKind, (word: string) => NameWord>> = { person: personWord, organization: organizationWord };

function tellName(text: string, kind: NameKind, aside: Aside): readonly Told[] {
  const pieces = text.split(also[kind]).map((piece) => piece.trim()).filter((piece) => /[\p{L}\p{N}]/u.test(piece)); // prettier-ignore
  const told = (pieces.length > 0 ? pieces : ['']).flatMap((piece) => (kind === 'person' ? [tellPerson(piece, aside)] : tellOrganization(piece, aside)));
  return told.slice(0, MOST_FORMS);
}

/** "AlSabah": an article written with its name, each with its capital. */
const capitalArticle = /(?<!\p{L})(Al|El)(?=\p{Lu}\p{Ll})/gu;

const capitals = String.raw`\p{Lu}[\p{Lu}'’-]+(?:\s+\p{Lu}[\p{Lu}'’-]+)*`;
/** A word with a small letter can be read in one way alone: in two, a name of many words would take longer than anybody waits. */
const smallWord = String.raw`(?:\p{Lu}\.?|[^\s,\p{Ll}]*\p{Ll}[^\s,]*)`;
const smallLetters = String.raw`${smallWord}(?:\s+${smallWord})*`;
const familyFirst = new RegExp(`^(?<family>${capitals})\\s+(?<given>${smallLetters})$`, 'u');
const familyLast = new RegExp(`^(?<given>${smallLetters})\\s+(?<family>${capitals})$`, 'u');

/** "SOHRABZADEH Kamran" and "Kamran SOHRABZADEH" as with a comma: capitals tell the family's words where the others have small letters. */
function withComma(text: string): string {
  const { family, given } = (familyFirst.exec(text.trim()) ?? familyLast.exec(text.trim()))?.groups ?? {};
  if (family === undefined || piecesOf(family).every(({ text: word }) => titles.has(word) || generations.has(word))) return text;
  return `${family}, ${given}`;
}

function tellPerson(text: string, aside: Aside): Told {
  const [first = '', ...rest] = withComma(text.replace(capitalArticle, '$1-')).split(/[,،]/u);
  const given = piecesOf(peers.has(piecesOf(rest.join(' '))[0]?.text ?? '') ? '' : rest.join(' '));
  const swapped = given.some(({ text: word }) => !titles.has(word) && word.length > 1);
  const pieces = swapped ? [...given, ...piecesOf(first)] : [...piecesOf(first), ...given];
  let generation = '';
  let givenWords = 0;
  const telling: string[] = [];
  const bare: string[] = [];
  const before = new Map<number, string>();
  let particle = '';
  let join = false;
  let kunya = false;
  const post = postBefore(pieces.map((piece) => piece.text), text); // prettier-ignore
  for (const [place, { text: word, after }] of pieces.entries()) {
    const next = pieces[place + 1]?.text ?? '';
    if (swapped && place === given.length) givenWords = telling.flatMap(endingApart).length;
    // A title that ends a name of two words is its family name ("Kamran Sayed"), and one with an ending a name ("Akhund Zada").
    const title = place < post || (titles.has(word) && !joinsPrevious.has(next) && !(telling.length === 1 && place === pieces.length - 1 && !swapped));
    const isAside = title || particles.has(word) || articles.has(word) || (isHyphen(after) && hyphenArticles.has(word)) || /\p{N}/u.test(word);
    if (generations.has(word)) generation = generations.get(word) ?? '';
    else if (isAside) {
      if (title) aside.titles.add(word);
      bare.push(word);
      particle = writtenOn.has(word) ? particle + word : '';
    } else if (join || (joinsPrevious.has(word) && telling.length > 0)) {
      telling.push((telling.pop() ?? '') + plainWord(word));
      join = false;
      particle = '';
    } else {
      // What begins like an article may be a name: Alexander.
      const plain = (after === '.' ? letterNames.get(word) : undefined) ?? (knownForms.has(word) ? word : plainWord(word));
      const article = word.length > plain.length && word.endsWith(plain) ? word.slice(0, -plain.length) : '';
      if (particle + article !== '') before.set(telling.length, particle + article);
      particle = '';
      telling.push(plain);
      join = joinsNext.has(word);
      kunya ||= kunyas.has(word);
    }
  }
  const kept = (telling.length > 0 ? telling : bare).flatMap(endingApart);
  const family = kept.findLastIndex((word) => !endings.has(word));
  const givenKept = Math.min(givenWords, kept.length - 1);
  const father = fathersFamily(kept, givenKept);
  const marks = {
    family: father ?? Math.max(0, family),
    twoFamilies: father !== null,
    familyTold: swapped,
    given: givenKept,
    generation,
    kunya,
    numerals: '',
    initials: '',
    written: [],
  };
  // Where an ending was parted the places are others: the particles of such a name are only left out.
  return { words: kept, ...marks, ...(kept.length === telling.length ? { before } : {}) };
}

/**
 * Where the father's family name stands in a Spanish name that has the mother's after it ("Tavo Quintero Salazar"); null in other names, and where a
 * comma does not tell the family's words and not both of the last are known. `given`: how many words are told to be given names.
 */
function fathersFamily(telling: readonly string[], given: number): number | null {
  const place = telling.length - 2;
  const [father = '', mother = ''] = telling.slice(-2);
  const known = [father, mother].filter((word) => spanishFamilies.has(word)).length;
  if (place < 1 || (given > 0 && given !== place)) return null;
  return known >= (given > 0 ? 1 : 2) ? place : null;
}

/**
 * How many words before a name tell a post: "judiciary chief", "deputy interior minister" (words of offices with a title among them); or are all
 * written small where the name is not ("then-head of the guards Kamran Sohrabzadeh"), and are no particle, kunya or the like. 0 where nothing would be left.
 */
function postBefore(pieces: readonly string[], text: string): number {
  const known = pieces.findIndex((word) => !titles.has(word) && !offices.has(word));
  const count = pieces.slice(0, known).some((word) => titles.has(word)) && pieces.slice(0, known).some((word) => offices.has(word)) ? known : 0;
  const [small = ''] = /^[^\p{Lu}]*(?=\p{Lu}\p{Ll})/u.exec(text.trim()) ?? [];
  const described = piecesOf(small.replace(/\S*[-'’]$/u, '')).map((piece) => piece.text);
  const isDescription = described.length >= 2 && described.some((word) => titles.has(word) || offices.has(word)) && !described.some((word) => kunyas.has(word) || joinsNext.has(word)); // prettier-ignore
  return Math.max(0, count, isDescription && described.every((word, n) => word === pieces[n]) ? described.length : 0);
}

const isHyphen = (mark: string): boolean => mark !== '' && mark !== '.';

/** "Jamaleddine" as "jamal din": endings that are written apart or together, or left out. Not of "Abdullah". */
function endingApart(word: string): readonly string[] {
  const whole = servantJoined(word);
  const [, stem] = whole === word ? (joinedEnding.exec(word) ?? []) : [];
  return stem === undefined ? [whole] : [stem, word.slice(stem.length)];
}

function personWord(word: string): NameWord {
  const [first, second] = knownForms.get(word) ?? [];
  const known = { ...wordOf(word, first?.group ?? 0), otherMeaning: second?.group ?? 0 };
  const bare = /^(?:abd|عبد|абд)(?=\p{L}{3})/u.exec(word);
  if (bare !== null) return { ...known, bare: wordOf(word.slice(bare[0].length)) };
  const mens = mensOf(word);
  if (mens !== null) return { ...known, mens };
  return endings.has(word) || joinedEnding.test(`xxx${word}`) ? wordOf(word, ENDING_MEANING, ENDING_WEIGHT) : known;
}

/** "Ivanov" for "Ivanova", "Novak" and "Novakov" for "Novakova". */
function mensOf(word: string): readonly NameWord[] | null {
  const [ending = '', ...others] = womensEndings.find(([own = '']) => word.endsWith(own) && word.length >= own.length + LEAST_STEM) ?? [];
  return ending === '' ? null : others.map((other) => wordOf(word.slice(0, -ending.length) + other));
}

/** "Abdul-Rahman", "Abdurrahman" and "عبدالرحمن" with one prefix. */
const servantJoined = (word: string): string => word.replace(servant, (found) => (found.startsWith('ع') ? 'عبد' : found.startsWith('а') ? 'абд' : 'abd'));
