// The words of a noun phrase as a role gives them: without articles, with what "of" adds, and a person's name alone.
import { textOf, type Analysis, type Sentence } from '../analysis.ts';
import { OFFICES } from '../name-words.ts';
import type { Noun, Phrase } from '../phrases.ts';

const DROPPED = new Set(['several', 'some', 'many', 'any', 'such', 'various', 'other', 'certain', 'both', 'its', 'their', 'his', 'her', 'my', 'our', 'your']);

const phraseIndex = (sentence: Sentence, noun: Noun): number => sentence.phrases.findIndex((each) => each.from <= noun.from && noun.to <= each.to);

/** The name of a person in a phrase, or in the apposition beside it, in the fullest form; null where there is none. */
export function nameIn(analysis: Analysis, sentence: Sentence, noun: Noun): string | null {
  const own = personAt(analysis, sentence, noun.from, noun.to);
  if (own) return own;
  const head = sentence.words[noun.head];
  if (head?.tag === 'NNP' && !OFFICES.has(head.lower)) return null;
  const at = phraseIndex(sentence, noun);
  return apposed(analysis, sentence, at);
}

/** The person whose name ends the words `from` to `to`. */
function personAt(analysis: Analysis, sentence: Sentence, from: number, to: number): string | null {
  const name = sentence.names.find((each) => each.from >= from && each.to <= to && each.to >= to - 1 && each.type === 'person');
  if (!name || (name.to < to && sentence.words[to - 1]?.tag !== 'NUM')) return null;
  const text = textOf(analysis.source, sentence.words, name.from, name.to);
  const full = analysis.cast.fullest(text);
  return analysis.cast.isPerson(full) ? full : null;
}

/** "Mira Halim, a doctor" and "his father, Jan Kral,": the name on the other side of the comma. */
function apposed(analysis: Analysis, sentence: Sentence, at: number): string | null {
  const { phrases, words } = sentence;
  const here = phrases[at];
  if (here?.sort !== 'noun') return null;
  const first = words[here.from]?.lower ?? '';
  const before = phrases[at - 1];
  const left = before?.sort === 'comma' ? phrases[at - 2] : undefined;
  const indefinite = first === 'a' || first === 'an' || first === 'the';
  const isOwnSubject = sentence.clauses.some(
    (each) =>
      each.subject.includes(here) && each.from === at && (each.link === null || each.link === 'that' || each.link === 'adverbial' || each.link === 'condition'),
  );
  if (indefinite && left?.sort === 'noun' && !isOwnSubject && isApposition(phrases, at)) {
    const name = personAt(analysis, sentence, left.from, left.to);
    if (name) return name;
  }
  const past = pastTitle(sentence, at);
  const after = phrases[past + 1]?.sort === 'comma' ? phrases[past + 2] : undefined;
  const singular = !(words[here.head]?.lower.endsWith('s') ?? false);
  if (after?.sort === 'noun' && singular && closes(phrases[past + 3])) return personAt(analysis, sentence, after.from, after.to);
  return null;
}

/** Prepositions that go on with a title: "rapporteur on the situation of human rights in Brod". */
const IN_TITLE = new Set(['of', 'for', 'on', 'in', 'at', 'to']);

/** The last phrase of a title that begins at `at`: with one "of" or "for", or, of an office, with all that goes on so. */
export function pastTitle({ phrases, words }: Sentence, at: number): number {
  const head = phrases[at];
  const isOffice = head?.sort === 'noun' && OFFICES.has(words[head.head]?.lower ?? '');
  let last = at;
  for (let steps = 0; steps < (isOffice ? 4 : 1); steps++) {
    const preposition = phrases[last + 1];
    const goesOn = preposition?.sort === 'preposition' && (isOffice ? IN_TITLE.has(preposition.lower) : ['of', 'for'].includes(preposition.lower));
    if (!goesOn || phrases[last + 2]?.sort !== 'noun' || (preposition.lower === 'in' && last === at)) break;
    last += 2;
  }
  return last;
}

const closes = (phrase: Phrase | undefined): boolean =>
  phrase === undefined || phrase.sort === 'comma' || phrase.sort === 'mark' || phrase.sort === 'relative' || phrase.sort === 'close';

/** Not a list: no conjunction joins it to the name. */
const isApposition = (phrases: readonly Phrase[], at: number): boolean => phrases[at + 1]?.sort !== 'conjunction';

/** The words of a phrase, articles and vague quantities left out. */
export function nounText(analysis: Analysis, sentence: Sentence, noun: Noun): string {
  const { words } = sentence;
  let from = noun.from;
  while (
    from < noun.to - 1 &&
    !['more', 'less', 'fewer'].includes(words[from]?.lower ?? '') &&
    (['DET', 'POSS'].includes(words[from]?.tag ?? '') || DROPPED.has(words[from]?.lower ?? ''))
  )
    from++;
  const to = afterOf(sentence, noun);
  const text = textOf(analysis.source, words, from, to);
  const single = noun.to - from === 1 && words[from]?.tag === 'NNP' && to === noun.to;
  return single ? analysis.cast.fullest(text) : text;
}

/** Past a phrase with "of" that belongs to the noun. */
function afterOf(sentence: Sentence, noun: Noun): number {
  const { phrases, words } = sentence;
  const at = phraseIndex(sentence, noun);
  if (phrases[at]?.to !== noun.to) return noun.to;
  const of = phrases[at + 1];
  const next = phrases[at + 2];
  if (of?.sort === 'preposition' && (of.lower === 'of' || (of.lower === 'from' && words[noun.head]?.lower === 'people')) && next?.sort === 'noun')
    return next.to;
  return noun.to;
}

/** A group with what "of" or "from" adds to it; null where nothing does. */
export function followedBy(analysis: Analysis, sentence: Sentence, noun: Noun): string | null {
  return afterOf(sentence, noun) > noun.to ? nounText(analysis, sentence, noun) : null;
}
