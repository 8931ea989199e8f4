// A name taken apart for comparison: its telling words in order, each as signs, and what is set aside (titles, articles,
// particles, legal forms). The text itself is kept as it came. Parsed once, compared often.
import { foldedSet, piecesOf, plainWord, type Aside } from './name-pieces.ts';
import parts from './name-parts.json' with { type: 'json' };
import { formOf, wordOf, type NameForm, type NameWord, type Told } from './name-word.ts';
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
/** What -eddine and -ullah share with their other spellings; told apart from the numbers of known forms. */
const ENDING_MEANING = 9999;

const titles = foldedSet(words.titles);
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
const servant = new RegExp(`^(?:${parts.servant.join('|')})(?=\\p{L}{2})`, 'u');
const names = parts.also.join('|');
const also = {
  person: new RegExp(`[;/()]|(?<=^|[\\s,(])(?:${names})(?=[\\s,]|$)`, 'iu'),
  organization: new RegExp(`[;]|(?<=^|[\\s,(])(?:${names})(?=[\\s,]|$)`, 'iu'),
};

/** A name parsed for comparison. Any text is taken; one without letters or digits has no words. O(length). */
export function parseName(text: string, kind: NameKind): ParsedName {
  const aside = { titles: new Set<string>(), legalForms: new Set<string>() };
  const forms = tellName(text, kind, aside).map((told) => formOf(told.words.map(wordFor[kind]), told));
  return { text, kind, forms, titles: [...aside.titles], legalForms: [...aside.legalForms] };
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
  let join = false;
  let kunya = false;
  for (const [place, { text: word, after }] of pieces.entries()) {
    const next = pieces[place + 1]?.text ?? '';
    if (swapped && place === given.length) givenWords = telling.flatMap(endingApart).length;
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
      // What begins like an article may be a name: Alexander.
      telling.push((after === '.' ? letterNames.get(word) : undefined) ?? (knownForms.has(word) ? word : plainWord(word)));
      join = joinsNext.has(word);
      kunya ||= kunyas.has(word);
    }
  }
  const kept = (telling.length > 0 ? telling : bare).flatMap(endingApart);
  const family = kept.findLastIndex((word) => !endings.has(word));
  return { words: kept, family: Math.max(0, family), familyTold: swapped, given: Math.min(givenWords, kept.length - 1), generation, kunya, numerals: '' };
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
  return endings.has(word) || joinedEnding.test(`xxx${word}`) ? wordOf(word, ENDING_MEANING, ENDING_WEIGHT) : known;
}

/** "Abdul-Rahman", "Abdurrahman" and "عبدالرحمن" with one prefix. */
const servantJoined = (word: string): string => word.replace(servant, (found) => (found.startsWith('ع') ? 'عبد' : found.startsWith('а') ? 'абд' : 'abd'));
