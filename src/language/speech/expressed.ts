// What is said in a noun: "condemned the arrest", "called for his release".
import type { Span } from '../../base/span.ts';
import type { Sentence } from '../analysis.ts';
import type { Clause } from '../clause.ts';
import type { Noun } from '../phrases.ts';
import { ACCUSE, EXPRESS, SAY, spanOfWords, type Attribution } from '../speech.ts';
import { speakerOf } from './speaker-of.ts';

const LEGAL = new Set(['appeal', 'petition', 'request', 'complaint', 'motion', 'bid', 'case', 'charges']);

/** "condemned the arrest": what is expressed is the rest of the clause; in the passive, "is backed by the mayor", its subject. */
export function expressed(sentence: Sentence, index: number, clause: Clause): Attribution | null {
  const legal = clause.passive && clause.subject.some((each) => LEGAL.has(sentence.words[each.head]?.lower ?? ''));
  if (clause.recipient || legal || isPassing(clause)) return null;
  const content = clause.passive ? subjectOf(sentence, clause) : restOf(sentence, clause);
  const source = clause.passive ? agent(clause) : speakerOf(sentence, clause);
  if (!content || source.length === 0) return null;
  const cue = spanOfWords(sentence, clause.verb.from, clause.verb.to);
  return { rule: 'speech.expressed', sentence: index, source, cue, content: [content], lemma: clause.verb.lemma, clause };
}

/** "to cite the report", "who backs it", "if he refuses": what is only touched on in passing. */
const isPassing = ({ verb, link }: Clause): boolean =>
  !EXPRESS.has(verb.lemma) &&
  (verb.form === 'infinitive' || link === 'that' || link === 'condition' || (link === 'relative' && !SAY.has(verb.lemma) && !ACCUSE.has(verb.lemma)));

function subjectOf(sentence: Sentence, { subject }: Clause): Span | null {
  const first = subject[0];
  const last = subject.at(-1);
  return first && last ? spanOfWords(sentence, first.from, last.to) : null;
}

function restOf(sentence: Sentence, clause: Clause): Span | null {
  const to = endOfNoun(sentence, clause, endOfDependents(sentence, clause));
  if (clause.objects.length === 0 && clause.attached.length === 0 && to <= clause.verb.to) return null;
  // What somebody is accused of is said, not that they are there.
  const of = ACCUSE.has(clause.verb.lemma)
    ? sentence.words.findIndex((each, n) => n >= clause.verb.to && n < to && (each.lower === 'of' || each.lower === 'for'))
    : -1;
  const start = of > 0 ? of : clause.verb.to;
  return spanOfWords(sentence, start, Math.max(to, start + 1));
}

/** The word after all that hangs on a clause: its objects and the infinitives and gerunds under it. */
function endOfDependents(sentence: Sentence, clause: Clause): number {
  let to = sentence.phrases[clause.to - 1]?.to ?? clause.verb.to;
  const under = new Set<Clause>([clause]);
  for (const each of sentence.clauses) {
    if (!each.governor || !under.has(each.governor) || each.index < clause.index) continue;
    if ((each.link !== 'infinitive' && each.link !== 'gerund' && each.link !== 'coordinate' && each.link !== 'participle') || each.linkWord === ',') continue;
    under.add(each);
    to = Math.max(to, sentence.phrases[each.to - 1]?.to ?? to);
  }
  return to;
}

/** "remarks that he made about her", "the tweets he wrote": a clause that tells which noun is meant goes with it, up to the next mark. */
function endOfNoun({ phrases }: Sentence, clause: Clause, from: number): number {
  let to = from;
  let within = false;
  for (let at = phrases.findIndex((each) => each.from >= from); at >= 0 && at < phrases.length; at++) {
    const phrase = phrases[at];
    if (!phrase || phrase.sort === 'comma' || phrase.sort === 'mark' || (phrase.sort === 'open' && phrase.lower === '(')) break;
    const opens = phrase.sort === 'relative' || (phrase.sort === 'subordinator' && phrase.lower === 'that');
    const bare = phrase.sort === 'noun' && phrases[at - 1]?.sort === 'noun' && phrases[at + 1]?.sort === 'verb';
    within ||= opens || bare;
    const ends =
      (!within && (phrase.sort === 'time' || phrase.sort === 'conjunction' || phrase.sort === 'noun')) ||
      (phrase.sort === 'subordinator' && !opens) ||
      (phrase.sort === 'conjunction' && phrases[at + 1]?.sort === 'verb') ||
      (phrase.sort === 'verb' && phrase.form === 'finite' && !within);
    if (ends && at > clause.index) break;
    if (phrase.sort !== 'preposition' && phrase.sort !== 'adverb' && phrase.sort !== 'conjunction') to = phrase.to;
  }
  return Math.max(to, from);
}

export const agent = (clause: Clause): readonly Noun[] => clause.attached.find((each) => each.preposition === 'by')?.nouns ?? [];
