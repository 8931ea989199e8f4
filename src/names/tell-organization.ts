// The readings of an organization's name: its telling words, with legal forms and small words left aside, what stands in
// brackets, and what a well-known acronym stands for.
import { foldedSet, piecesOf, plainWord, type Aside } from './name-pieces.ts';
import parts from './name-parts.json' with { type: 'json' };
import { NO_MARKS, wordOf, type NameWord, type Told } from './name-word.ts';
import { foldForNames } from './spelling.ts';

/** Bits of a word that many organizations bear. */
const COMMON_WEIGHT = 5;
/** From so many telling words on, what stands in brackets is a name of its own, not a part or a place of the name before it. */
const LEAST_IN_BRACKETS = 3;

const LEAST_INITIALS = 3;

const grouped = (lines: readonly string[], from: number): readonly (readonly [string, number])[] =>
  lines.flatMap((line, n) => line.split(' ').map((word) => [foldForNames(word), from + n] as const));

const articles = foldedSet(parts.article);
const legalForms = foldedSet(parts.legalForm);
const fillers = foldedSet(parts.filler);
const common = foldedSet(parts.commonInOrganizations);
const places = new Map(grouped(parts.places, parts.sameMeaning.length + 1));
const meanings = new Map([...places, ...grouped(parts.sameMeaning, 1)]);
/** The lines of one meaning that name a sort of body. */
const bodies = new Set(parts.bodies.map((word) => meanings.get(foldForNames(word)) ?? 0).filter((line) => line > 0));
const numberWords = new Map(Object.entries(parts.numberWords).map(([word, number]) => [foldForNames(word), number]));
const tens = foldedSet(parts.numberTen);
/** "12th", "12e", "12-я": the figures. */
const ordinal = /^\d+(?=(?:st|nd|rd|th|er|re|e|eme|a|o|я|ј)$)/u;
const acronyms = new Map(Object.entries(parts.acronyms).map(([short, long]) => [keyOf(short), long]));

/** Capitals with dots or without; "(U.K.)" is one too, and no name but a place. */
const isAcronym = /^[\p{Lu}\p{N}&.-]{2,8}$/u;

/** "The Qaramar Guard (QG)" as "Qaramar Guard" and "QG"; "Qaramar Bank (Holmvik)" as one name. At least one. */
export function tellOrganization(text: string, aside: Aside): readonly Told[] {
  const inside = Array.from(text.matchAll(/\(([^()]*)\)/gu), ([, part = '']) => part.trim()).filter((part) => /[\p{L}\p{N}]/u.test(part));
  const own = inside.filter((part) => (isAcronym.test(part) && !places.has(keyOf(withoutMarks(part)))) || tellingOf(part, aside).length >= LEAST_IN_BRACKETS);
  const outside = [text.replace(/\([^()]*\)/gu, ' '), ...inside.filter((part) => !own.includes(part))].join(' ');
  const names = [outside, ...own].filter((part) => /[\p{L}\p{N}]/u.test(part));
  const known = names.flatMap((name) => acronyms.get(keyOf(name)) ?? spelledOut(name));
  return [...new Set([...(names.length > 0 ? names : [text]), ...known])].map((name) => tellOne(name, aside));
}

/** "IRGC Missile Command" with what the letters stand for; nothing where no word of several is a known acronym. */
function spelledOut(name: string): readonly string[] {
  const words = piecesOf(withoutMarks(name)).map((piece) => piece.text);
  const isKnown = (word: string): boolean => acronyms.has(word) && !legalForms.has(word) && !fillers.has(word);
  return words.length < 2 || !words.some(isKnown) ? [] : [words.map((word) => (isKnown(word) ? acronyms.get(word) : word)).join(' ')];
}

function tellOne(text: string, aside: Aside): Told {
  const telling = tellingOf(text, aside);
  const kept = telling.length > 0 ? telling : piecesOf(text).map((piece) => piece.text);
  const numerals = kept.filter((word) => /^(?:\d+|i{1,3}|iv|vi{0,3}|ix|x)$/u.test(word)).join(' ');
  return { ...NO_MARKS, words: kept, numerals, initials: initialsOf(text), written: writtenIn(text) };
}

/** First letters of all words, and of those that are no fillers, and of those that are no legal forms either; each between spaces. Fewer than three letters stand for too much. */
function initialsOf(text: string): string {
  const words = piecesOf(text).map((piece) => piece.text);
  const plain = words.filter((word) => !fillers.has(word) && !articles.has(word));
  const all = [words, plain, plain.filter((word) => !legalForms.has(word))].map((some) => some.map((word) => word.slice(0, 1)).join(''));
  return ` ${all.filter((some) => some.length >= LEAST_INITIALS).join(' ')} `;
}

const writtenIn = (text: string): readonly string[] => piecesOf(withoutMarks(text)).map((piece) => piece.text);

const [beforeMark, afterMark] = [String.raw`(?<=(?:^|[^\p{L}])\p{L})`, String.raw`(?=\p{L}(?:[^\p{L}]|$))`];
/** What parts single letters: marks alone first, so that "M.A.T. S.A." is two words, then spaces too. */
const dotted = new RegExp(`${beforeMark}[.&/]${afterMark}`, 'gu');
const spaced = new RegExp(`${beforeMark}[.&/ ]{1,2}${afterMark}`, 'gu');

const withoutMarks = (text: string): string => text.replace(dotted, '').replace(spaced, '');

/** The telling words, letters with dots between them as one ("S.A." is "sa"). */
function tellingOf(text: string, aside: Aside): readonly string[] {
  const telling: string[] = [];
  for (const { text: word } of piecesOf(withoutMarks(text))) {
    if (legalForms.has(word)) aside.legalForms.add(word);
    else if (tens.has(word) && /^\d$/u.test(telling.at(-1) ?? '')) telling.push(String(10 + Number(telling.pop())));
    else if (!fillers.has(word) && !articles.has(word)) telling.push(numberWords.get(word) ?? ordinal.exec(word)?.[0] ?? plainWord(word));
  }
  return telling;
}

function keyOf(text: string): string {
  return piecesOf(text).map((piece) => piece.text).filter((word) => !fillers.has(word)).join(' '); // prettier-ignore
}

/** A word of an organization's name: what many of them bear tells little. */
export function organizationWord(word: string): NameWord {
  const meaning = meanings.get(word) ?? 0;
  const isCommon = meaning > 0 || common.has(word);
  return { ...wordOf(word, meaning, isCommon ? COMMON_WEIGHT : Infinity), place: places.has(word), common: isCommon, body: bodies.has(meaning) };
}
