// The words of a clause that a claim quotes.
import type { Span } from '../../base/span.ts';
import type { Sentence } from '../analysis.ts';
import type { Clause } from '../clause.ts';

/** Words from the subject, where it is the clause's own and near, to the end of what belongs to the verb. */
export function quoteOf(sentence: Sentence, clause: Clause): Span {
  const { words, phrases } = sentence;
  let from = clause.from < clause.index && clause.index - clause.from < 30 ? (phrases[clause.from]?.from ?? clause.verb.from) : clause.verb.from;
  const previous = phrases[clause.index - 1];
  if (clause.link === 'participle' && previous?.sort === 'verb' && clause.governor) from = Math.min(from, phrases[clause.governor.from]?.from ?? from);
  const lead = leadingTime(sentence, clause);
  if (lead !== null && lead < from) from = lead;
  let to = phrases[clause.to - 1]?.to ?? clause.verb.to;
  for (const each of sentence.clauses) {
    if (
      each.governor === clause &&
      (each.link === 'infinitive' || (each.link === 'gerund' && each.linkWord !== ',')) &&
      each.index <= clause.to + 2 &&
      phrases[each.index - 1]?.sort !== 'conjunction'
    )
      to = Math.max(to, phrases[each.to - 1]?.to ?? to);
  }
  const content = sentence.clauses.find((each) => each.governor === clause && each.link === 'that');
  if (content && FINDERS.has(clause.verb.lemma)) to = Math.max(to, phrases[content.to - 1]?.to ?? to);
  to = Math.max(to, clause.verb.to);
  return { start: words[from]?.start ?? 0, end: words[to - 1]?.end ?? 0 };
}

/** Verbs whose claim is their content. */
const FINDERS = new Set(['find', 'conclude', 'determine', 'establish', 'rule', 'reveal']);

/** A time that opens the sentence belongs to its first clause. */
function leadingTime(sentence: Sentence, clause: Clause): number | null {
  const first = sentence.phrases[0];
  const main = sentence.clauses.find((each) => each.verb.form === 'finite');
  return first?.sort === 'time' && main === clause ? first.from : null;
}
