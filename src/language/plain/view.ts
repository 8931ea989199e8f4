// What the rules without a parser see: a sentence, its document, and the profile of its language.
import type { Analysis, Sentence } from '../analysis.ts';
import type { PlainSpeech } from './plain-speech.ts';
import type { Profile } from './profile.ts';

/** Words `from` up to, not including, `to` of a sentence. */
export type Range = { readonly from: number; readonly to: number };
export type View = {
  readonly analysis: Analysis;
  readonly profile: Profile;
  readonly sentence: Sentence;
  /** What is said in it, where it has been looked for. */ readonly speech?: PlainSpeech | null;
};

export const lower = ({ sentence }: View, at: number): string => sentence.words[at]?.lower ?? '';

/** Whether a row of words stands at a place. */
export const matches = (view: View, at: number, row: readonly string[]): boolean => row.every((word, n) => lower(view, at + n) === word);
