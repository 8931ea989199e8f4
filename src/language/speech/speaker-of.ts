// Who speaks in a clause: its subject, or, of a gerund behind a comma, that of the main clause.
import type { Sentence } from '../analysis.ts';
import type { Clause } from '../clause.ts';
import cues from '../data/speech.en.json' with { type: 'json' };
import type { Noun } from '../phrases.ts';
import { wordSet } from '../speech.ts';

const SOURCES = wordSet(cues.sources);

/** "…, confirming how bad it is": behind a comma these draw the author's conclusion and nobody's words. */
const CONCLUDES = new Set(['confirm', 'show', 'reveal', 'demonstrate', 'indicate', 'prove', 'underscore', 'highlight', 'illustrate', 'mean', 'signal']);

/** "Halim praised the men who held the gate, adding that …": it is Halim who adds, whatever stands between. */
export function speakerOf(sentence: Sentence, clause: Clause): readonly Noun[] {
  const { words, clauses } = sentence;
  if (isOfItsAuthor(sentence, clause)) return clause.governor?.subject ?? clause.subject;
  if (clause.verb.form !== 'gerund' || words[clause.verb.from - 1]?.text !== ',') return clause.subject;
  if (CONCLUDES.has(clause.verb.lemma)) return [];
  const main = clauses.findLast((each) => each.index < clause.index && each.verb.form === 'finite' && each.link === null && each.subject.length > 0);
  return main?.subject ?? clause.subject;
}

/** "The union issued a statement in which it said": the pronoun is whoever issues it. */
function isOfItsAuthor({ words, phrases }: Sentence, { link, subject, from, governor }: Clause): boolean {
  const [only] = subject;
  const relative = phrases.slice(Math.max(0, from - 2), from).findLast((each) => each.sort === 'relative');
  const led = relative !== undefined && words[relative.from - 1]?.lower === 'in' && SOURCES.has(words[relative.from - 2]?.lower ?? '');
  return link === 'relative' && led && subject.length === 1 && words[only?.head ?? -1]?.tag === 'PRON' && (governor?.subject.length ?? 0) > 0;
}
