// When a clause says that it happened, where not by a time of its own.
import type { Clause } from '../clause.ts';
import { timeOfWhens, type TimeFound } from './claim-time.ts';
import type { Stage } from './draft.ts';

/** "were beaten and robbed on Monday": of two verbs with one subject the last carries the time of both. */
export function timeOfNext({ sentence, analysis }: Stage, clause: Clause): TimeFound | null {
  const next = sentence.clauses.find(
    (each) =>
      each.index > clause.index &&
      each.subject === clause.subject &&
      each.subject.length > 0 &&
      each.verb.form === clause.verb.form &&
      each.index - clause.index < 8,
  );
  return next
    ? timeOfWhens(
        analysis,
        sentence,
        next.whens.filter((each) => each.from > next.verb.from),
      )
    : null;
}

/** "since protests began in May": the time of the clause behind "since", open at its end. */
export function timeSince({ sentence, analysis }: Stage, clause: Clause): TimeFound | null {
  const since = sentence.clauses.find(
    (each) => each.governor === clause && each.link === 'adverbial' && each.linkWord === 'since' && each.index > clause.index,
  );
  const found = since ? timeOfWhens(analysis, sentence, since.whens) : null;
  if (!since || !found?.time.edtf || found.time.edtf.includes('/')) return null;
  const from = (sentence.phrases[since.from]?.from ?? 1) - 1;
  const span = { start: sentence.words[from]?.start ?? found.span.start, end: found.span.end };
  return { time: { text: analysis.source.slice(span), edtf: `${found.time.edtf}/..` }, span };
}

/** Its own times, or those of the clause that an infinitive or gerund completes. */
export const whensOf = (clause: Clause): Clause['whens'] =>
  clause.whens.length > 0 || !clause.governor || !['infinitive', 'gerund'].includes(clause.link ?? '') ? clause.whens : clause.governor.whens;
