// When a clause says that it happened, where not by a time of its own.
import type { Kind } from '../../model/vocabulary.ts';
import type { Clause } from '../clause.ts';
import { monthFrom } from '../times/anchor.ts';
import { timeOfTimex, timeOfWhens, type TimeFound } from './claim-time.ts';
import type { Stage } from './draft.ts';
import { FRAMES_BY_NOUN } from './frames.ts';

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

/** "since the February 2021 coup", "since his arrest in May 2019": the time of an event behind "since", open at its end. */
export function timeSinceEvent({ sentence, analysis }: Stage, clause: Clause): TimeFound | null {
  const { phrases, words } = sentence;
  for (let at = Math.max(0, clause.from - SINCE_REACH); at < Math.min(phrases.length - 1, clause.to + 2); at++) {
    const since = phrases[at];
    const event = phrases[at + 1];
    if (since?.sort !== 'preposition' || since.lower !== 'since' || event?.sort !== 'noun') continue;
    const behind = phrases[at + 2];
    const found =
      event.times.length > 0 ? timeOfTimex(analysis, sentence, event.times) : behind?.sort === 'time' ? timeOfWhens(analysis, sentence, [behind]) : null;
    if (!found?.time.edtf || found.time.edtf.includes('/')) return null;
    const span = { start: words[since.from]?.start ?? found.span.start, end: Math.max(words[event.to - 1]?.end ?? 0, found.span.end) };
    return { time: { text: analysis.source.slice(span), edtf: `${found.time.edtf}/..` }, span };
  }
  return null;
}

/** "the bombing on 30 June in Sitra, in which a woman was killed": the time right before a relative clause of time or place. */
export function timeOfAntecedent({ sentence, analysis }: Stage, clause: Clause): TimeFound | null {
  const { phrases } = sentence;
  const at = phrases.findLastIndex((each, n) => n < clause.index && each.sort === 'relative');
  const inWhich = clause.link === 'relative' && (clause.linkWord === 'where' || (clause.linkWord === 'which' && phrases[at - 1]?.sort === 'preposition'));
  if (!inWhich) return null;
  for (let back = at - 1; back >= 0 && at - back < 8; back--) {
    const phrase = phrases[back];
    if (phrase?.sort === 'time') return timeOfWhens(analysis, sentence, [phrase]);
    if (phrase?.sort === 'verb') return null;
    if (phrase?.sort === 'noun' && phrase.times.length > 0) return timeOfTimex(analysis, sentence, phrase.times);
  }
  return null;
}

/** Phrases before a clause in which "since …" may lead to it. */
const SINCE_REACH = 4;

/** Steps of the law, which come some time after what they are about. */
const STEPS: ReadonlySet<Kind> = new Set<Kind>(['sentence', 'detention', 'trial', 'conviction', 'charge', 'acquittal']);

/**
 * "jailed for the killing of two farmers in Brod in March 2014": a time behind an event told with its people or place is the
 * event's, not that of the step of the law about it, but for one of the month of publication or the month before, which may be either's. All of them where neither is told.
 */
export function whensOfStep({ sentence, analysis }: Stage, clause: Clause, kind: Kind): Clause['whens'] {
  const { anchor } = analysis;
  const recent = anchor ? monthFrom(anchor, -1) : null;
  const event = clause.attached
    .flatMap(({ preposition, nouns }) => (preposition === 'to' || preposition === 'by' ? [] : nouns))
    .find((noun) => HARMS.has(FRAMES_BY_NOUN.get(sentence.words[noun.head]?.lemma ?? '')?.[0]?.kind ?? 'statement'));
  if (recent === null || !event || !STEPS.has(kind)) return whensOf(clause);
  return whensOf(clause).filter((when) => {
    const edtf = timeOfWhens(analysis, sentence, [when])?.time.edtf;
    return when.from <= event.to || !edtf || edtf.slice(0, 7) >= recent;
  });
}

const HARMS: ReadonlySet<Kind> = new Set<Kind>(['killing', 'massacre', 'execution', 'attack', 'torture', 'abduction', 'protest', 'death']);

/** Its own times, or those of the clause that an infinitive or gerund completes. */
export const whensOf = (clause: Clause): Clause['whens'] =>
  clause.whens.length > 0 || !clause.governor || !['infinitive', 'gerund'].includes(clause.link ?? '') ? clause.whens : clause.governor.whens;
