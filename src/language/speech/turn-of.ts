// A name before a colon: a headline that names its source, a turn of an interview.
import type { Sentence } from '../analysis.ts';
import cues from '../data/speech.en.json' with { type: 'json' };
import { lastWord, spanOfWords, wordSet, type Attribution } from '../speech.ts';
import type { Noun } from '../phrases.ts';
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
  const seated = first?.sort === 'noun' ? seatedTurn(sentence, at) : null;
  if (seated)
    return [
      {
        rule: 'speech.turn',
        sentence: index,
        source: [seated.speaker],
        cue: spanOfWords(sentence, seated.colon, seated.colon + 1),
        content: [spanOfWords(sentence, seated.colon + 1, lastWord(sentence))],
        lemma: SEATED,
        clause: null,
      },
    ];
  const colon = phrases[at + 1];
  if (first?.sort !== 'noun' || !colon || words[colon.from]?.text !== ':' || first.to - first.from > LONGEST_NAME) return [];
  const head = words[first.head];
  if (!head || (words.length - colon.to < SHORTEST && !isCapitals(head.text)) || colon.to >= lastWord(sentence)) return [];
  if (!(head.tag === 'NNP' || isCapitals(head.text) || SOURCES.has(head.lower))) return [];
  const content = [spanOfWords(sentence, colon.to, lastWord(sentence))];
  return [{ rule: 'speech.turn', sentence: index, source: [first], cue: spanOfWords(sentence, colon.from, colon.to), content, lemma: ':', clause: null }];
}

/** Lemma of a turn in a debate, which lasts until the next. */
const SEATED = '(:';
/** Most phrases before the colon of such a turn. */
const LONGEST_SEAT = 16;

/**
 * "Ana Kolar (North Brod) (Lab): …", "The Minister for Asia (Jan Kral): …": a turn of a debate, with a seat or a name in brackets.
 * Null where a verb or another mark comes before the colon.
 */
function seatedTurn({ words, phrases }: Sentence, at: number): { readonly speaker: Noun; readonly colon: number } | null {
  const first = phrases[at];
  if (first?.sort !== 'noun') return null;
  let bracketed: Noun | null = null;
  for (let here = at + 1; here < phrases.length && here - at < LONGEST_SEAT; here++) {
    const phrase = phrases[here];
    if (!phrase || phrase.sort === 'verb') return null;
    if (phrase.sort === 'open' && phrases[here + 1]?.sort === 'noun') bracketed ??= phrases[here + 1] as Noun;
    if (words[phrase.from]?.text !== ':') continue;
    const byOffice = words[first.from]?.tag === 'DET';
    return bracketed && phrases[here - 1]?.sort === 'close' && here + 1 < phrases.length ? { speaker: byOffice ? bracketed : first, colon: phrase.from } : null;
  }
  return null;
}

const isQuoteMark = (text: string | undefined): boolean => text !== undefined && ['"', '“', '”', "''", '``', '«'].includes(text);

const isCapitals = (text: string): boolean => /^\p{Lu}{3,}$/u.test(text);

/** Turns that make an interview: fewer are headlines. */
const INTERVIEW = 3;

/** In an interview a turn goes on to the next, or to the end of its paragraph. O(sentences). */
export function withWholeTurns(sentences: readonly Sentence[], attributions: readonly Attribution[]): readonly Attribution[] {
  const turns = attributions.filter((each) => each.lemma === ':' || each.lemma === SEATED);
  if (turns.length < INTERVIEW && !turns.some((each) => each.lemma === SEATED)) return attributions;
  const opens = new Set(turns.map((each) => each.sentence));
  return attributions.map((each) => {
    if (each.lemma !== ':' && each.lemma !== SEATED) return each;
    let end = each.content[0]?.end ?? each.cue.end;
    for (let at = each.sentence + 1; at < sentences.length && !opens.has(at); at++) {
      const sentence = sentences[at];
      if (!sentence || (each.lemma === ':' && sentence.words[0]?.gap === GAP.paragraph)) break;
      end = spanOfWords(sentence, 0, lastWord(sentence)).end;
    }
    return { ...each, content: [{ start: each.content[0]?.start ?? each.cue.end, end }] };
  });
}
