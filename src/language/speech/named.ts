// What somebody is called: "called the ruling a disgrace", "described her as a hero", "branded him “a traitor”".
import type { Sentence } from '../analysis.ts';
import type { Clause } from '../clause.ts';
import cues from '../data/speech.en.json' with { type: 'json' };
import { spanOfWords, wordSet, type Attribution } from '../speech.ts';

const NAMES = wordSet(cues.names);

/** An active verb of naming with whom it names and what it calls them; null where there are not both. */
export function named(sentence: Sentence, index: number, clause: Clause): Attribution | null {
  const { lemma } = clause.verb;
  if (!NAMES.has(lemma) || clause.passive || clause.subject.length === 0) return null;
  const { phrases } = sentence;
  const object = phrases[clause.index + 1];
  if (object?.sort !== 'noun') return null;
  let at = clause.index + 2;
  while (phrases[at]?.sort === 'preposition' && phrases[at]?.from !== undefined && isOf(sentence, at) && phrases[at + 1]?.sort === 'noun') at += 2;
  const name = phrases[at];
  const as = name?.sort === 'preposition' && name.lower === 'as';
  const quoted = name?.sort === 'open' && name.lower !== '(';
  if (!name || !(as || quoted || (name.sort === 'noun' && !isSubject(sentence, at)) || name.sort === 'adjective')) return null;
  const content = spanOfWords(sentence, object.from, endOfName(sentence, at + (as || quoted ? 1 : 0)));
  const cue = spanOfWords(sentence, clause.verb.from, clause.verb.to);
  return { rule: 'speech.expressed', sentence: index, source: clause.subject, cue, content: [content], lemma, clause };
}

const isOf = ({ phrases }: Sentence, at: number): boolean => {
  const phrase = phrases[at];
  return phrase?.sort === 'preposition' && phrase.lower === 'of';
};

const isSubject = ({ clauses }: Sentence, at: number): boolean => clauses.some((each) => each.from === at && each.verb.form === 'finite');

/** The word after the name: past nouns, "of", adjectives and quotation marks, up to the next comma, clause or time. */
function endOfName({ phrases }: Sentence, start: number): number {
  let at = start;
  for (; at < phrases.length; at++) {
    const phrase = phrases[at];
    if (!phrase || phrase.sort === 'comma' || phrase.sort === 'time' || phrase.sort === 'subordinator') break;
    if (phrase.sort === 'mark' || phrase.sort === 'relative' || (phrase.sort === 'verb' && phrase.form === 'finite')) break;
  }
  while (at > start && ['preposition', 'conjunction', 'adverb'].includes(phrases[at - 1]?.sort ?? '')) at--;
  return phrases[at - 1]?.to ?? 0;
}
