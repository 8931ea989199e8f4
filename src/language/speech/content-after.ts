// What is said after its cue: "that …", a clause, a quotation, what follows a colon.
import type { Span } from '../../base/span.ts';
import type { Sentence } from '../analysis.ts';
import type { Clause } from '../clause.ts';
import type { Phrase } from '../phrases.ts';
import { DEMAND, isCue, PLAN, SAY, wordSet } from '../speech.ts';
import { closesBefore } from './content-before.ts';
import { untilContentEnds } from './where-content-ends.ts';

/** Most phrases between a cue and what is said: "told reporters in the capital on Monday that …". */
const BETWEEN = 14;

const QUESTION = new Set(['how', 'why', 'when', 'where']);
const isQuestion = (phrase: Phrase | undefined): boolean => phrase?.sort === 'adverb' && QUESTION.has(phrase.lower);

const phraseAfter = (sentence: Sentence, clause: Clause): number => {
  let at = clause.index + 1;
  while (['adverb', 'time'].includes(sentence.phrases[at]?.sort ?? '') && !isQuestion(sentence.phrases[at])) at++;
  return at;
};

/** What follows the verb: "that …", a clause of its own, an opening quotation, or what follows a colon. */
export function contentAfter(sentence: Sentence, clause: Clause): Span | null {
  const { phrases } = sentence;
  const first = phraseAfter(sentence, clause);
  for (let at = first; at < phrases.length && at - first < BETWEEN; at++) {
    const phrase = phrases[at];
    if (!phrase) return null;
    const word = beginsAt(sentence, clause, at, first);
    if (word !== null) return untilContentEnds(sentence, clause, word);
    if (!passes(clause, phrase, at)) return null;
  }
  return null;
}

/** The word at which the content begins, where it begins with phrase `at`; else null. */
function beginsAt(sentence: Sentence, clause: Clause, at: number, first: number): number | null {
  const phrase = sentence.phrases[at];
  if (!phrase) return null;
  if (phrase.sort === 'subordinator') return ['that', 'whether', 'if'].includes(phrase.lower) ? phrase.from : null;
  if (phrase.sort === 'relative') return at === first ? phrase.from : null;
  if (phrase.sort === 'adverb') return at === first && isQuestion(phrase) ? phrase.from : null;
  if (phrase.sort === 'open') return phrase.lower !== '(' && phrase.lower !== '[' && takesQuote(clause) ? phrase.from : null;
  if (phrase.sort === 'mark') return phrase.lower === ':' && takesQuote(clause) ? phrase.to : null;
  if (phrase.sort === 'noun') return opensClause(sentence, clause, at) || tellsClause(sentence, clause, at) ? phrase.from : null;
  return phrase.sort === 'verb' && phrase.form === 'infinitive' && PLAN.has(clause.verb.lemma) ? phrase.from : null;
}

/** Whether a phrase may stand between a cue and what is said. A question word, relative, mark or opening one ends the search. */
function passes(clause: Clause, phrase: Phrase, at: number): boolean {
  if (phrase.sort === 'adverb') return !isQuestion(phrase);
  if (phrase.sort === 'verb') return phrase.form !== 'finite' && at < clause.to && !isCue(phrase.lemma);
  return ['noun', 'preposition', 'time', 'comma'].includes(phrase.sort);
}

const takesQuote = (clause: Clause): boolean =>
  SAY.has(clause.verb.lemma) || DEMAND.has(clause.verb.lemma) || ['think', 'believe', 'call'].includes(clause.verb.lemma);

const BARE = wordSet(
  'say think believe claim insist argue hope fear admit allege suggest add note acknowledge know state assert contend conclude warn announce predict',
);

/** "said a man of the village who had seen it was …": after these verbs a noun with a finite verb somewhere behind it opens a clause. */
function tellsClause(sentence: Sentence, clause: Clause, at: number): boolean {
  if (!BARE.has(clause.verb.lemma) || at !== phraseAfter(sentence, clause) || closesBefore(sentence.phrases, clause.index)) return false;
  return sentence.clauses.some((each) => each.index > at && each.index - at < 30 && each.verb.form === 'finite' && !each.passive === !each.verb.passive);
}

/** A clause without "that": one that hangs on this verb, or a subject of its own with a finite verb close after. */
function opensClause(sentence: Sentence, clause: Clause, at: number): boolean {
  return sentence.clauses.some((each) => each.governor === clause && each.link === 'that' && each.from <= at && each.index > at && each.index - at < 25);
}
