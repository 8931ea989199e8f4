// What a clause is: the nouns of clauses.ts, and of all that reads clauses.
import type { Noun, Phrase, Verb, When } from './phrases.ts';
import type { Word } from './word.ts';

/** A preposition with its nouns. `index` is the phrase of the preposition. */
export type Attached = { readonly index: number; readonly preposition: string; readonly nouns: readonly Noun[] };

export type Link = 'that' | 'infinitive' | 'gerund' | 'relative' | 'participle' | 'condition' | 'adverbial' | 'coordinate';

export type Clause = {
  readonly verb: Verb;
  /** Its phrase, and the phrases that it reaches over: `from` up to, not including, `to`. */
  readonly index: number;
  readonly from: number;
  readonly to: number;
  readonly passive: boolean;
  readonly subject: readonly Noun[];
  readonly objects: readonly Noun[];
  /** Whom something is given or denied: the first of two objects ("denied him a visa"). */
  readonly recipient: Noun | null;
  readonly attached: readonly Attached[];
  readonly whens: readonly When[];
  /** What it hangs on: another clause, and the preposition or noun between. */
  readonly governor: Clause | null;
  readonly link: Link | null;
  readonly linkWord: string | null;
  readonly linkNoun: Noun | null;
};

export type Scene = { readonly words: readonly Word[]; readonly phrases: readonly Phrase[] };

/** The links of a clause to what it hangs on. */
export type Dependence = Pick<Clause, 'governor' | 'link' | 'linkWord' | 'linkNoun'>;
