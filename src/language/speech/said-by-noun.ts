// A noun as cue: "the mayor's allegation that …".
import type { Sentence } from '../analysis.ts';
import cues from '../data/speech.en.json' with { type: 'json' };
import { spanOfWords, STOPS, wordSet, type Attribution } from '../speech.ts';
import { ownerNoun } from '../subjects.ts';

const NOUNS = wordSet(cues.nouns);

/** The noun is the cue, its owner the source; without an owner nobody is told to say it. */
export function saidByNoun(sentence: Sentence, index: number): readonly Attribution[] {
  const { words, phrases } = sentence;
  return phrases.flatMap((phrase, at): readonly Attribution[] => {
    const next = phrases[at + 1];
    if (phrase.sort !== 'noun' || !phrase.owner || next?.sort !== 'subordinator' || next.lower !== 'that') return [];
    const head = words[phrase.head];
    if (!head || !NOUNS.has(head.lower)) return [];
    const source = [ownerNoun(phrase, phrase.owner)];
    const content = [spanOfWords(sentence, next.from, endOfClause(sentence, at + 2))];
    return [{ rule: 'speech.noun', sentence: index, source, cue: { start: head.start, end: head.end }, content, lemma: head.lemma, clause: null }];
  });
}

/** The word after a clause that begins at a phrase: the next comma or stop. */
function endOfClause({ phrases, words }: Sentence, at: number): number {
  const end = phrases.findIndex((each, n) => n > at && (each.sort === 'comma' || (each.sort === 'mark' && STOPS.has(each.lower))));
  return phrases[end]?.from ?? words.length;
}
