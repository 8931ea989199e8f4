// A name before a colon: a headline that names its source, a turn of an interview.
import type { Sentence } from '../analysis.ts';
import cues from '../data/speech.en.json' with { type: 'json' };
import { lastWord, spanOfWords, wordSet, type Attribution } from '../speech.ts';
import { GAP } from '../tokens.ts';

const SOURCES = wordSet(cues.sources);
/** Longest name before a colon, in words. */
const LONGEST_NAME = 6;
/** Fewest words after it in a headline. */
const SHORTEST = 4;

/** "Poll: most want it", "Kral: nothing was said"; a name in capitals opens a turn however short. */
export function turnOf(sentence: Sentence, index: number): readonly Attribution[] {
  const { words, phrases } = sentence;
  const at = isQuoteMark(words[phrases[0]?.from ?? 0]?.text) ? 1 : 0;
  const first = phrases[at];
  const colon = phrases[at + 1];
  if (first?.sort !== 'noun' || !colon || words[colon.from]?.text !== ':' || first.to - first.from > LONGEST_NAME) return [];
  const head = words[first.head];
  if (!head || (words.length - colon.to < SHORTEST && !isCapitals(head.text)) || colon.to >= lastWord(sentence)) return [];
  if (!(head.tag === 'NNP' || isCapitals(head.text) || SOURCES.has(head.lower))) return [];
  const content = [spanOfWords(sentence, colon.to, lastWord(sentence))];
  return [{ rule: 'speech.turn', sentence: index, source: [first], cue: spanOfWords(sentence, colon.from, colon.to), content, lemma: ':', clause: null }];
}

const isQuoteMark = (text: string | undefined): boolean => text !== undefined && ['"', '“', '”', "''", '``', '«'].includes(text);

const isCapitals = (text: string): boolean => /^\p{Lu}{3,}$/u.test(text);

/** Turns that make an interview: fewer are headlines. */
const INTERVIEW = 3;

/** In an interview a turn goes on to the next, or to the end of its paragraph. O(sentences). */
export function withWholeTurns(sentences: readonly Sentence[], attributions: readonly Attribution[]): readonly Attribution[] {
  const turns = attributions.filter((each) => each.lemma === ':');
  if (turns.length < INTERVIEW) return attributions;
  const opens = new Set(turns.map((each) => each.sentence));
  return attributions.map((each) => {
    if (each.lemma !== ':') return each;
    let end = each.content[0]?.end ?? each.cue.end;
    for (let at = each.sentence + 1; at < sentences.length && !opens.has(at); at++) {
      const sentence = sentences[at];
      if (!sentence || sentence.words[0]?.gap === GAP.paragraph) break;
      end = spanOfWords(sentence, 0, lastWord(sentence)).end;
    }
    return { ...each, content: [{ start: each.content[0]?.start ?? each.cue.end, end }] };
  });
}
