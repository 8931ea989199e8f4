// What is said before its cue, or on both sides of it: "…, he said", "The camp, he said, was open".
import type { Span } from '../../base/span.ts';
import type { Sentence } from '../analysis.ts';
import type { Clause } from '../clause.ts';
import type { Noun, Phrase } from '../phrases.ts';
import { lastWord, spanOfWords } from '../speech.ts';
import { untilContentEnds } from './where-content-ends.ts';

type Left = { readonly source: readonly Noun[]; readonly content: Span };

/** What stands before: "…, he said", "…”, said the judge". Only where the speaker and verb follow a comma or closing quotation mark. */
export function contentBefore(sentence: Sentence, clause: Clause, right: Span | null): Left | null {
  const { phrases } = sentence;
  // "upheld the sentence of Kral, who was found guilty": nobody says what stands before.
  if (clause.verb.form !== 'finite' || (clause.link === 'relative' && clause.passive)) return null;
  const told = clause.verb.lemma === 'tell' && clause.subject.length > 0;
  const inverted = !told && clause.objects.length > 0 && inverts(sentence, clause) && endsClauseAfter(phrases, clause) && closesBefore(phrases, clause.index);
  const start = inverted ? clause.index : closesBefore(phrases, clause.from) ? clause.from : null;
  if (start === null || (right && !startsQuote(sentence, right) && !inverted)) return null;
  const to = lastContent(phrases, start);
  const source = inverted ? clause.objects : clause.subject;
  return source.length > 0 && to !== null && tells(sentence, to) ? { source, content: spanOfWords(sentence, 0, to) } : null;
}

const HEARERS = new Set(['me', 'us', 'him', 'them', 'reporters', 'journalists']);
/** Verbs that do not stand without an object: the noun behind is what or whom they tell, never the speaker. */
const NEVER_INVERTED = new Set(['tell', 'cite', 'quote', 'mention', 'describe', 'highlight', 'deny', 'inform', 'brief', 'notify', 'reveal', 'disclose']);

/** "…”, said Kral", but not "…, told the paper". */
const inverts = ({ words }: Sentence, { verb, objects }: Clause): boolean =>
  !NEVER_INVERTED.has(verb.lemma) && !HEARERS.has(words[objects[0]?.head ?? -1]?.lower ?? '');

/** Whether the words before `to` say something: they end a quotation, or hold a clause that only a conjunction or nothing brings in. */
function tells({ words, clauses }: Sentence, to: number): boolean {
  const inside = clauses.filter((each) => each.verb.to <= to);
  const quoted = '”"»'.includes(words[to - 1]?.text ?? ' ') || words[to - 1]?.text === "''";
  // “A great man,” she said: a comma inside the marks says that somebody speaks, verb or none.
  return quoted
    ? inside.length > 0 || ',?!'.includes(words[to - 2]?.text ?? ' ')
    : inside.some((each) => each.verb.form === 'finite' && each.link !== 'adverbial' && each.link !== 'condition');
}

const hasFinite = ({ clauses }: Sentence, from: number, to: number): boolean =>
  clauses.some((each) => each.verb.form === 'finite' && each.verb.from >= from && each.verb.from < to);

/** Longest speaker between two commas, in phrases. */
const LONGEST_SPEAKER = 6;

/** "The camp, Kral said, was open": a speaker and verb between two commas, with what is said on both sides. Null elsewhere. */
export function aroundCue(sentence: Sentence, clause: Clause): readonly Span[] | null {
  const { phrases } = sentence;
  const isSet = phrases[clause.from - 1]?.sort === 'comma' && phrases[clause.to]?.sort === 'comma' && clause.subject.length > 0;
  const bare = clause.objects.length === 0 || clause.verb.lemma === 'tell';
  if (!isSet || !bare || clause.verb.form !== 'finite' || clause.index - clause.from > LONGEST_SPEAKER) return null;
  const from = phrases[clause.to]?.to ?? sentence.words.length;
  const to = phrases[clause.from - 1]?.from ?? 0;
  if (to === 0 || from >= lastWord(sentence) || !goesOn(sentence, clause.to + 1, tells(sentence, to))) return null;
  const right = untilContentEnds(sentence, clause, from);
  return right ? [spanOfWords(sentence, 0, to), right] : null;
}

/** Whether what follows the second comma goes on with what was said: a clause, or, where one was whole already, what hangs on it. */
function goesOn(sentence: Sentence, at: number, whole: boolean): boolean {
  const next = sentence.phrases[at];
  const hangs = next?.sort === 'preposition' || next?.sort === 'subordinator' || next?.sort === 'conjunction';
  return whole ? hangs && next.lower !== 'according' && next.lower !== 'as' : hasFinite(sentence, next?.from ?? 0, sentence.words.length);
}

/** The speaker after the verb ends the clause: a comma, stop, quotation mark, preposition or relative follows. */
function endsClauseAfter(phrases: readonly Phrase[], clause: Clause): boolean {
  const next = phrases[clause.to];
  return next === undefined || next.sort !== 'verb' || next.form !== 'finite' || next.ambiguous;
}

export function closesBefore(phrases: readonly Phrase[], at: number): boolean {
  const before = phrases[at - 1];
  return (
    before?.sort === 'comma' ||
    (before?.sort === 'close' && before.lower !== ')') ||
    (before?.sort === 'mark' && ['?', '!', '—', '–', '.'].includes(before.lower))
  );
}

/** Word after the content: past the comma and closing quotation marks back from phrase `start`. */
function lastContent(phrases: readonly Phrase[], start: number): number | null {
  let at = start - 1;
  while (at >= 0 && phrases[at]?.sort === 'comma') at--;
  return phrases[at]?.to ?? null;
}

export function startsQuote(sentence: Sentence, span: Span): boolean {
  const word = sentence.words.find((each) => each.start >= span.start);
  return word !== undefined && ['“', '"', '‘', '«', '``', "''"].includes(word.text);
}
