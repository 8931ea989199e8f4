// Speech: who says what. The nouns and cue words; the folder speech/ finds them.
import type { Span } from '../base/span.ts';
import type { Sentence } from './analysis.ts';
import type { Clause } from './clause.ts';
import cues from './data/speech.en.json' with { type: 'json' };
import type { Noun } from './phrases.ts';

/** How an attribution was found; its version is the analysis's. */
export type SpeechRule = 'speech.said' | 'speech.expressed' | 'speech.noun' | 'speech.felt' | 'speech.according' | 'speech.as' | 'speech.turn';

export type Attribution = {
  readonly rule: SpeechRule;
  /** Index of the sentence in which the cue stands. */
  readonly sentence: number;
  readonly source: readonly Noun[];
  readonly cue: Span;
  readonly content: readonly Span[];
  /** Lemma of the cue: "say", "according", "claim". */
  readonly lemma: string;
  readonly clause: Clause | null;
};

/** The words of a list of the data files. */
export const wordSet = (list: string): ReadonlySet<string> => new Set(list.split(' '));
export const SAY = wordSet(cues.say);
export const EXPRESS = wordSet(cues.express);
export const HOLD = wordSet(cues.hold);
export const DEMAND = wordSet(cues.demand);
/** Whose object is whom something bad is said of. */
export const ACCUSE = wordSet(cues.accuse);
/** Whose infinitive is what is promised, wanted or refused. */
export const PLAN = wordSet(cues.plan);
/** Cues whose content may be a noun: "called for his release", "denied the charges". */
export const TOUCH = wordSet(cues.touch);

/** Verbs that take a following clause or quotation as what is said. */
export const isCue = (lemma: string): boolean => SAY.has(lemma) || HOLD.has(lemma) || DEMAND.has(lemma);

export const STOPS = new Set(['.', '!', '?', '…']);

/** The word after a sentence's last, its stop left out. */
export const lastWord = ({ words }: Sentence): number => (STOPS.has(words.at(-1)?.text ?? '') ? words.length - 1 : words.length);

export const spanOfWords = ({ words }: Sentence, from: number, to: number): Span => ({
  start: words[from]?.start ?? 0,
  end: words[Math.max(from, to - 1)]?.end ?? 0,
});
