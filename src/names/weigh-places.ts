// What the places of words in a person's name tell: which of them are the family's and which are given, whose family's name it
// is, and what a syllable other, or a name before the whole of another, makes of it. Each gives a number for name-evidence.ts.
import { INITIAL, MEANING, NO_WORD, OTHER_GENDER, type Matching, type Side } from './match-words.ts';
import type { NameForm } from './name-word.ts';
import { mayBeMisheard } from './tell-syllable.ts';

/** Of two names written a syllable a word: the syllables of the one that has fewer of them which the other has not, or has otherwise. 0 for other names. */
export function syllablesApart(a: NameForm, b: NameForm, { a: sideA, b: sideB }: Matching): number {
  return Math.min(strangeSyllables(a, b, sideA), strangeSyllables(b, a, sideB));
}

function strangeSyllables(form: NameForm, other: NameForm, side: Side): number {
  let strange = 0;
  for (let i = 0; i < form.words.length; i++) {
    const mine = form.words[i]?.syllable ?? null;
    if (mine === null) return 0;
    const theirs = other.words[side.partner[i] as number]?.syllable ?? null;
    if (side.partner[i] === NO_WORD || (theirs !== null && side.kind[i] !== MEANING && !mayBeMisheard(mine, theirs))) strange++;
  }
  return (other.words[0]?.syllable ?? null) === null ? 0 : strange;
}

/** Bits of two family names that commas tell and that found no partner in the other name: 0 where either did, or is not told. */
export function toldApart(a: NameForm, b: NameForm, { a: sideA, b: sideB }: Matching): number {
  if (!a.familyTold || !b.familyTold || sideA.partner[a.family] !== NO_WORD || sideB.partner[b.family] !== NO_WORD) return 0;
  return Math.min(a.words[a.family]?.weight ?? 0, b.words[b.family]?.weight ?? 0);
}

/** Bits of what two told given names have, of the one that has less, where none of their words has a partner; 0 where one has, or it is not told. */
export function givenApart(a: NameForm, b: NameForm, { a: sideA, b: sideB }: Matching): number {
  if (a.given === 0 || b.given === 0) return 0;
  return Math.min(unmatchedGiven(a, sideA), unmatchedGiven(b, sideB));
}

function unmatchedGiven(form: NameForm, side: Side): number {
  let bits = 0;
  for (let i = 0; i < form.given; i++) {
    if (side.partner[i] !== NO_WORD) return 0;
    bits += form.words[i]?.weight ?? 0;
  }
  return bits;
}

/** Bits of the told family name of `form` where its partner is told to be a given name. */
export function familyAsGiven(form: NameForm, other: NameForm, side: Side): number {
  if (form.given === 0 || other.given === 0) return 0;
  return (side.partner[form.family] as number) < other.given ? (form.words[form.family]?.weight ?? 0) : 0;
}

/** Bits of the first word of `longer` where it has no partner and the second answers to the first of `other`: a son is named so after his father. */
export function nameBefore(longer: NameForm, other: NameForm, side: Side): number {
  if (longer.words.length <= other.words.length || other.words.length < 2) return 0;
  return side.partner[0] === 1 && side.partner[other.words.length - 1] !== NO_WORD ? (longer.words[0]?.weight ?? 0) : 0;
}

/** Whether the words that are a woman's form and a man's are both family names, and some whole word agrees besides. */
export function isOfFamilies(a: NameForm, b: NameForm, { partner, kind }: Side): boolean {
  let others = 0;
  for (let i = 0; i < a.words.length; i++) {
    if (partner[i] === NO_WORD) continue;
    if (kind[i] === OTHER_GENDER && (i !== a.family || partner[i] !== b.family)) return false;
    if (kind[i] !== OTHER_GENDER && kind[i] !== INITIAL) others++;
  }
  return others > 0;
}

/** Whether the one family name of `other` is the mother's of `two`, whose father's it lacks: who has two is seldom called by the second alone. */
export function motherAlone(two: NameForm, other: NameForm, side: Side): number {
  if (!two.twoFamilies || side.partner[two.family] !== NO_WORD) return 0;
  return side.partner[two.family + 1] === other.family ? 1 : 0;
}
