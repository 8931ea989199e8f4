// A word with its part of speech, and what is asked of the words beside one.
import { FORM, POS, lookUp, type Entry } from './lexicon.ts';
import type { Token } from './tokens.ts';

export type Tag =
  | 'DET' | 'POSS' | 'PRON' | 'PREP' | 'CONJ' | 'SUB' | 'REL' | 'MODAL' | 'NEG' | 'ADV' | 'ADJ' | 'N' | 'NNP' | 'NUM' | 'TO' | 'GEN'
  | 'VB' | 'VBZ' | 'VBD' | 'VBN' | 'VBG' | 'MARK'; // prettier-ignore

export type Word = Token & { readonly tag: Tag; readonly lemma: string };

export const has = (entry: Entry, bits: number): boolean => (entry.pos & bits) !== 0;

export const form = (entry: Entry, bits: number): boolean => (entry.forms & bits) !== 0;

export const NOMINAL: ReadonlySet<Tag> = new Set(['N', 'NNP', 'NUM', 'PRON', 'GEN']);

export const OPENS_NOUN: ReadonlySet<Tag> = new Set(['DET', 'POSS', 'ADJ', 'NUM', 'GEN']);

export const AUX = new Set(['be', 'have', 'do', 'get']);

export const NUMBERS = new Set(
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion dozen dozens'.split(
    ' ',
  ),
);

export function opensNoun(next: Token | undefined): boolean {
  if (!next || next.sort !== 'word') return false;
  const entry = lookUp(next.lower);
  return !has(entry, POS.preposition | POS.conjunction | POS.subordinator | POS.modal | POS.be | POS.have | POS.do | POS.relative | POS.determiner);
}

/** A past form that is no noun or adjective: "the official told", where official is a noun. */
export function isPastVerb(next: Token | undefined): boolean {
  const entry = next ? lookUp(next.lower) : null;
  return entry !== null && form(entry, FORM.past) && !has(entry, POS.noun | POS.adjective);
}

/** The last word before, adverbs and negations skipped. */
export function previousWord(before: readonly Word[]): Word | undefined {
  for (let at = before.length - 1; at >= 0; at--) {
    const each = before[at];
    // "immediately and unconditionally release": a conjunction of two adverbs is passed with them.
    const joinsAdverbs = each?.tag === 'CONJ' && before[at + 1]?.tag === 'ADV' && before[at - 1]?.tag === 'ADV';
    if (each && each.tag !== 'ADV' && each.tag !== 'NEG' && !joinsAdverbs) return each;
  }
  return undefined;
}
