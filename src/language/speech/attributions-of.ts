// The attributions of one sentence, each found by one rule.
import type { Sentence } from '../analysis.ts';
import type { Attribution } from '../speech.ts';
import { accordingTo } from './according-to.ts';
import { asSaid } from './as-said.ts';
import { felt } from './felt.ts';
import { saidByNoun } from './said-by-noun.ts';
import { saidByVerb } from './said-by-verb.ts';
import { turnOf } from './turn-of.ts';

/** The attributions of one sentence, in the order of their cues. */
export function attributionsOf(sentence: Sentence, index: number): readonly Attribution[] {
  if (sentence.isHeader) return [];
  const found: Attribution[] = [];
  for (const clause of sentence.clauses) {
    const attribution = asSaid(sentence, index, clause) ?? saidByVerb(sentence, index, clause) ?? felt(sentence, index, clause);
    if (attribution) found.push(attribution);
  }
  found.push(...accordingTo(sentence, index), ...saidByNoun(sentence, index), ...turnOf(sentence, index));
  return found.toSorted((a, b) => a.cue.start - b.cue.start);
}
