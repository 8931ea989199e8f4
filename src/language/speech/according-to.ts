// "According to the ministry, …" and "…, according to the ministry".
import type { Span } from '../../base/span.ts';
import type { Sentence } from '../analysis.ts';
import { nounGroup } from '../gather.ts';
import { STOPS, spanOfWords, type Attribution } from '../speech.ts';

/** "According to the ministry, …" and "…, according to the ministry". */
export function accordingTo(sentence: Sentence, index: number): readonly Attribution[] {
  const { words, phrases } = sentence;
  return phrases.flatMap((phrase, at): readonly Attribution[] => {
    if (phrase.sort !== 'preposition' || phrase.lower !== 'according' || words[phrase.to]?.lower !== 'to') return [];
    const group = nounGroup({ words, phrases }, at + 2);
    if (group.nouns.length === 0) return [];
    const last = phrases[group.to - 1];
    const content = aroundAccording(sentence, phrase.from, last?.to ?? phrase.to);
    return content
      ? [
          {
            rule: 'speech.according',
            sentence: index,
            source: group.nouns,
            cue: spanOfWords(sentence, phrase.from, phrase.from + 2),
            content: [content],
            lemma: 'according',
            clause: null,
          },
        ]
      : [];
  });
}

function aroundAccording(sentence: Sentence, from: number, to: number): Span | null {
  const { words } = sentence;
  // "said that, according to the report, …": what follows is according to it, not what stands before.
  const opensContent = words[from - 1]?.lower === 'that' || (words[from - 1]?.text === ',' && words[from - 2]?.lower === 'that');
  if (from > 2 && !opensContent) {
    let end = from;
    while (end > 0 && words[end - 1]?.sort === 'mark' && ',—–'.includes(words[end - 1]?.text ?? ' ')) end--;
    return end > 0 ? spanOfWords(sentence, 0, end) : null;
  }
  const start = words.findIndex((each, at) => at >= to && each.text === ',') + 1 || to;
  let end = words.length;
  while (end > start && STOPS.has(words[end - 1]?.text ?? '')) end--;
  return end > start ? spanOfWords(sentence, start, end) : null;
}
