// What somebody is sure of, worried about or critical of: "is confident that …", "was critical of the ruling".
import type { Sentence } from '../analysis.ts';
import type { Clause } from '../clause.ts';
import cues from '../data/speech.en.json' with { type: 'json' };
import { spanOfWords, wordSet, type Attribution } from '../speech.ts';
import { untilContentEnds } from './where-content-ends.ts';

const FEELS = wordSet(cues.feels);
const ABOUT = new Set(['of', 'about', 'with', 'by', 'over', 'to', 'for', 'at']);
const COPULA = new Set(['be', 'seem', 'remain', 'feel', 'become', 'appear']);

/** A finite copula with one of the adjectives, and what it is about; null elsewhere. */
export function felt(sentence: Sentence, index: number, clause: Clause): Attribution | null {
  const { words, phrases } = sentence;
  if (clause.verb.form !== 'finite' || clause.subject.length === 0) return null;
  let word = clause.verb.head;
  if (COPULA.has(clause.verb.lemma)) {
    word = clause.verb.to;
    while (words[word]?.tag === 'ADV') word++;
  } else if (!clause.passive) return null;
  const adjective = words[word];
  if (!adjective || !FEELS.has(adjective.lower)) return null;
  const next = phrases.find((each) => each.from > word);
  const opens =
    next && next.from === word + 1 && (next.sort === 'subordinator' || next.sort === 'noun' || (next.sort === 'verb' && next.form === 'infinitive'));
  const about = next?.sort === 'preposition' && ABOUT.has(next.lower);
  if (!next || !(opens || about)) return null;
  const content = untilContentEnds(sentence, clause, about ? next.to : next.from);
  const cue = spanOfWords(sentence, clause.verb.from, word + 1);
  return content ? { rule: 'speech.felt', sentence: index, source: clause.subject, cue, content: [content], lemma: adjective.lower, clause } : null;
}
