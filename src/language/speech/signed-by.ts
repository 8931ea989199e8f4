// A quotation signed behind a dash: “Nobody left the camp.” ― Mira Halim
import type { Sentence } from '../analysis.ts';
import type { Noun } from '../phrases.ts';
import { spanOfWords, type Attribution } from '../speech.ts';
import type { Quotation } from './quotations.ts';

/** Longest name of who signs, in words. */
const LONGEST_NAME = 6;
const DASH = /^(?:--|[–—―])$/;

/** The attribution of a quotation that is directly followed by a dash and a name alone; null elsewhere. */
export function signedBy(sentences: readonly Sentence[], quotation: Quotation): Attribution | null {
  const same = sentences[quotation.to.sentence]?.words[quotation.to.word + 1] !== undefined;
  const index = same ? quotation.to.sentence : quotation.to.sentence + 1;
  const sentence = sentences[index];
  const dash = same ? quotation.to.word + 1 : 0;
  if (!sentence || !DASH.test(sentence.words[dash]?.text ?? '')) return null;
  const from = dash + 1;
  let to = from;
  while (sentence.words[to]?.tag === 'NNP' && to - from < LONGEST_NAME && (to === from || (sentence.words[to]?.gap ?? 0) < 2)) to++;
  const next = sentence.words[to];
  if (to === from || (next && next.gap < 2 && !'“"«.'.includes(next.text))) return null;
  const source: Noun = { sort: 'noun', from, to, head: to - 1, owner: null, times: [] };
  const content = [{ start: quotation.start, end: quotation.end }];
  return { rule: 'speech.turn', sentence: index, source: [source], cue: spanOfWords(sentence, dash, dash + 1), content, lemma: '―', clause: null };
}
