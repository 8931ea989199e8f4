// A name before a colon: a headline that names its source, a turn of an interview.
import type { Sentence } from '../analysis.ts';
import cues from '../data/speech.en.json' with { type: 'json' };
import { lastWord, spanOfWords, wordSet, type Attribution } from '../speech.ts';

const SOURCES = wordSet(cues.sources);

/** A headline that names its source before a colon: "Poll: most want it", "Kral: nothing was said". */
export function turnOf(sentence: Sentence, index: number): readonly Attribution[] {
  const [first, colon] = sentence.phrases;
  if (first?.sort !== 'noun' || !colon || sentence.words[colon.from]?.text !== ':' || first.to - first.from > 6 || sentence.words.length - colon.to < 4)
    return [];
  const head = sentence.words[first.head];
  if (!head || !(head.tag === 'NNP' || SOURCES.has(head.lower))) return [];
  const content = spanOfWords(sentence, colon.to, lastWord(sentence));
  return [
    { rule: 'speech.turn', sentence: index, source: [first], cue: spanOfWords(sentence, colon.from, colon.to), content: [content], lemma: ':', clause: null },
  ];
}
