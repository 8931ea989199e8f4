// "As the judge pointed out, …" and "The camp, as she noted, was open": what the speaker is said to agree with stands around.
import type { Span } from '../../base/span.ts';
import type { Sentence } from '../analysis.ts';
import type { Clause } from '../clause.ts';
import { SAY, lastWord, spanOfWords, wordSet, type Attribution } from '../speech.ts';

/** Verbs beside those of saying that stand in such an aside: "as Kral put it". */
const ASIDES = wordSet('put see point observe understand find show describe');

/** A clause of saying behind "as", with no content of its own, between two commas or at the head of a sentence; null elsewhere. */
export function asSaid(sentence: Sentence, index: number, clause: Clause): Attribution | null {
  const { phrases, words } = sentence;
  const { lemma, form, from, to } = clause.verb;
  const as = phrases[clause.from - 1];
  if (as?.sort !== 'subordinator' || as.lower !== 'as' || form !== 'finite' || clause.subject.length === 0 || clause.passive) return null;
  if (!SAY.has(lemma) && !ASIDES.has(lemma)) return null;
  const end = phrases.findIndex((each, at) => at >= clause.to && each.sort === 'comma');
  if (end < 0 || end > clause.to + 1 || phrases[end] === undefined) return null;
  const opens = clause.from === 1;
  if (!opens && phrases[clause.from - 2]?.sort !== 'comma') return null;
  const after = phrases[end].to;
  const last = lastWord(sentence);
  const around: (Span | null)[] = [
    opens ? null : spanOfWords(sentence, 0, phrases[clause.from - 2]?.from ?? 0),
    after < last ? spanOfWords(sentence, after, last) : null,
  ];
  const content = around.filter((each) => each !== null);
  const finite = sentence.clauses.some((each) => each !== clause && each.verb.form === 'finite' && (each.index > end || each.index < clause.from));
  if (!finite || content.length === 0 || words[from] === undefined) return null;
  return { rule: 'speech.as', sentence: index, source: clause.subject, cue: spanOfWords(sentence, from, to), content, lemma, clause };
}
