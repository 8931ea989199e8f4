// A verb of saying or holding with its speaker and what is said.
import type { Span } from '../../base/span.ts';
import type { Sentence } from '../analysis.ts';
import type { Clause } from '../clause.ts';
import type { Noun } from '../phrases.ts';
import { EXPRESS, HOLD, isCue, SAY, TOUCH, wordSet, spanOfWords, type Attribution } from '../speech.ts';
import { contentAfter } from './content-after.ts';
import { aroundCue, contentBefore, startsQuote } from './content-before.ts';
import { agent, expressed } from './expressed.ts';

/** Verbs of the mind that say nothing where the speaker is "I" or "you". */
const OWN = wordSet('think know mean believe guess hope want feel see hear understand love like wish find remember suppose');

export function saidByVerb(sentence: Sentence, index: number, clause: Clause): Attribution | null {
  const { lemma } = clause.verb;
  if (OWN.has(lemma) && clause.subject.every((each) => ['i', 'you', 'we'].includes(sentence.words[each.head]?.lower ?? 'i'))) return null;
  const calls =
    lemma === 'call' &&
    !clause.attached.some((each) => each.preposition === 'for' || each.preposition === 'on') &&
    !sentence.phrases.slice(clause.index, clause.index + 8).some((each) => each.sort === 'open');
  if (calls) return null;
  if (!isCue(lemma) && !TOUCH.has(lemma)) return EXPRESS.has(lemma) ? expressed(sentence, index, clause) : null;
  const make = (source: readonly Noun[], content: readonly Span[]): Attribution => ({
    rule: 'speech.said',
    sentence: index,
    source,
    cue: spanOfWords(sentence, clause.verb.from, clause.verb.to),
    content,
    lemma,
    clause,
  });
  const right = contentAfter(sentence, clause);
  const left = SAY.has(lemma) || ['believe', 'think', 'find', 'show', 'learn', 'hope', 'fear'].includes(lemma) ? contentBefore(sentence, clause, right) : null;
  const alone = !right && !left && SAY.has(lemma) && clause.objects.length > 0 && clause.index <= 1 && sentence.words.length < 20;
  if (alone) return make(clause.objects, []);
  const medial = SAY.has(lemma) && !(right && left) ? aroundCue(sentence, clause) : null;
  if (medial) return make(clause.subject, medial);
  if (left) return make(left.source, right && left.content.end < right.start && startsQuote(sentence, right) ? [left.content, right] : [left.content]);
  // "Kral said." after a quotation, "Kral said:" before one: the content is a quotation of another sentence (quotations.ts).
  if (!right && SAY.has(lemma) && clause.objects.length === 0 && clause.verb.form === 'finite' && sentence.words.length < 30)
    return make(clause.passive ? [] : clause.subject, []);
  if (!right) return TOUCH.has(lemma) ? expressed(sentence, index, clause) : null;
  const source = clause.passive ? (lemma === 'tell' || lemma === 'ask' || lemma === 'quote' ? clause.subject : agent(clause)) : clause.subject;
  // "to ask why", "you think that": nobody is told to say or hold it.
  const first = sentence.words[source[0]?.head ?? -1]?.lower;
  const held = HOLD.has(lemma) && (clause.verb.form === 'infinitive' || first === 'you' || first === 'it');
  return held || (first === undefined && clause.verb.form !== 'finite') ? null : make(source, [right]);
}
