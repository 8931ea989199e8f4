// Speech within speech: a chain ("the paper says that the police said …") is kept; what somebody quoted thinks, wants or
// touches on is a part of their words and no speech of its own.
import type { Span } from '../../base/span.ts';
import type { Sentence } from '../analysis.ts';
import { DEMAND, EXPRESS, SAY, type Attribution } from '../speech.ts';

const PRONOUNS = new Set(['i', 'you', 'we', 'he', 'she', 'they', 'it', 'this', 'that']);
/** Cues of the mind and of bodies that find or accuse, which a claim may rest on. */
const TELLING = new Set(['accuse', 'blame', 'suspect', 'find', 'rule', 'determine', 'establish', 'learn', 'call', 'hear']);

/** The attributions that say something and are no minor part of another's words. `quotations` are in order. O(n log n). */
export function withoutNested(sentences: readonly Sentence[], all: readonly Attribution[], quotations: readonly Span[]): readonly Attribution[] {
  const contents = new Map<number, Attribution[]>();
  for (const each of all) contents.set(each.sentence, [...(contents.get(each.sentence) ?? []), each]);
  return all.filter((each) => {
    if (each.content.length === 0 || each.source.length === 0) return false;
    if (!each.clause) return true;
    if (isInside(each.cue, quotations)) return !isMinor(each) && !isPronoun(sentences, each) && !hangs(each);
    const told = (contents.get(each.sentence) ?? []).some((other) => other !== each && other.content.some((span) => holds(span, each.cue)));
    return !told || !(isMinor(each) || (hangs(each) && !SAY.has(each.lemma)) || isAside(each));
  });
}

const isMinor = ({ rule, lemma }: Attribution): boolean =>
  rule === 'speech.felt' || (!SAY.has(lemma) && !EXPRESS.has(lemma) && !DEMAND.has(lemma) && !TELLING.has(lemma));

/** A verb that is not finite: "to say why", "after saying so". */
const hangs = ({ clause }: Attribution): boolean => clause?.verb.form !== 'finite';

/** "anyone who says so", "when he said so": it tells who or when is meant. */
const isAside = ({ clause }: Attribution): boolean => clause?.link === 'relative' || clause?.link === 'adverbial' || clause?.link === 'condition';

const isPronoun = (sentences: readonly Sentence[], { sentence, source }: Attribution): boolean =>
  source.every((noun) => PRONOUNS.has(sentences[sentence]?.words[noun.head]?.lower ?? ''));

const holds = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** Whether a span lies in one of the spans, which are in order and apart. */
function isInside(span: Span, spans: readonly Span[]): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) <= span.start) low = middle + 1;
    else high = middle;
  }
  const outer = spans[low];
  return outer !== undefined && holds(outer, span);
}
