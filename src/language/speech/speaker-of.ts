// Who speaks in a clause: its subject, or, of a gerund behind a comma, that of the main clause.
import type { Sentence } from '../analysis.ts';
import type { Clause } from '../clause.ts';
import type { Noun } from '../phrases.ts';

/** "…, confirming how bad it is": behind a comma these draw the author's conclusion and nobody's words. */
const CONCLUDES = new Set(['confirm', 'show', 'reveal', 'demonstrate', 'indicate', 'prove', 'underscore', 'highlight', 'illustrate', 'mean', 'signal']);

/** "Halim praised the men who held the gate, adding that …": it is Halim who adds, whatever stands between. */
export function speakerOf({ words, clauses }: Sentence, clause: Clause): readonly Noun[] {
  if (clause.verb.form !== 'gerund' || words[clause.verb.from - 1]?.text !== ',') return clause.subject;
  if (CONCLUDES.has(clause.verb.lemma)) return [];
  const main = clauses.findLast((each) => each.index < clause.index && each.verb.form === 'finite' && each.link === null && each.subject.length > 0);
  return main?.subject ?? clause.subject;
}
