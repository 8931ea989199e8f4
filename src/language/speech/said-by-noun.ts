// "the allegation that …": a noun as cue.
import type { Sentence } from '../analysis.ts';
import cues from '../data/speech.en.json' with { type: 'json' };
import type { Noun } from '../phrases.ts';
import { spanOfWords, STOPS, wordSet, type Attribution } from '../speech.ts';

const NOUNS = wordSet(cues.nouns);

/** "the allegation that …": the noun is the cue, its owner the source. */
export function saidByNoun(sentence: Sentence, index: number): readonly Attribution[] {
  const { words, phrases } = sentence;
  return phrases.flatMap((phrase, at): readonly Attribution[] => {
    const next = phrases[at + 1];
    if (phrase.sort !== 'noun' || next?.sort !== 'subordinator' || next.lower !== 'that') return [];
    const head = words[phrase.head];
    if (!head || !NOUNS.has(head.lower)) return [];
    const content = spanOfWords(sentence, next.from, endOfClause(sentence, at + 2));
    const source: Noun[] = phrase.owner ? [{ ...phrase, from: phrase.owner.from, to: phrase.owner.to, head: phrase.owner.to - 1, owner: null }] : [];
    return [{ rule: 'speech.noun', sentence: index, source, cue: { start: head.start, end: head.end }, content: [content], lemma: head.lemma, clause: null }];
  });
}

/** The word after a clause that begins at a phrase: the next comma or stop. */
function endOfClause(sentence: Sentence, at: number): number {
  const end = sentence.phrases.findIndex((each, n) => n > at && (each.sort === 'comma' || (each.sort === 'mark' && STOPS.has(each.lower))));
  return end < 0 ? sentence.words.length : (sentence.phrases[end]?.from ?? sentence.words.length);
}
