// What is said in a noun: "condemned the arrest", "called for his release".
import type { Sentence } from '../analysis.ts';
import type { Clause } from '../clause.ts';
import type { Noun } from '../phrases.ts';
import { spanOfWords, type Attribution } from '../speech.ts';

/** "condemned the arrest": what is expressed is the rest of the clause. */
export function expressed(sentence: Sentence, index: number, clause: Clause): Attribution | null {
  const legal =
    clause.passive &&
    clause.subject.some((each) =>
      ['appeal', 'petition', 'request', 'complaint', 'motion', 'bid', 'case', 'charges'].includes(sentence.words[each.head]?.lower ?? ''),
    );
  if (clause.recipient || legal) return null;
  const to = endOfDependents(sentence, clause);
  if (clause.objects.length === 0 && clause.attached.length === 0 && !clause.passive && to <= clause.verb.to) return null;
  // What somebody is accused of is said, not that they are there.
  const of = ['accuse', 'blame', 'suspect'].includes(clause.verb.lemma)
    ? sentence.words.findIndex((each, n) => n >= clause.verb.to && n < to && (each.lower === 'of' || each.lower === 'for'))
    : -1;
  const start = of > 0 ? of : clause.verb.to;
  const content = spanOfWords(sentence, start, Math.max(to, start + 1));
  return {
    rule: 'speech.expressed',
    sentence: index,
    source: clause.passive ? agent(clause) : clause.subject,
    cue: spanOfWords(sentence, clause.verb.from, clause.verb.to),
    content: [content],
    lemma: clause.verb.lemma,
    clause,
  };
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

export const agent = (clause: Clause): readonly Noun[] => clause.attached.find((each) => each.preposition === 'by')?.nouns ?? [];
