// What is said before its cue, or on both sides of it: "…, he said", "The camp, he said, was open".
import type { Span } from '../../base/span.ts';
import type { Sentence } from '../analysis.ts';
import type { Clause } from '../clause.ts';
import type { Noun, Phrase } from '../phrases.ts';
import { lastWord, spanOfWords } from '../speech.ts';

type Left = { readonly source: readonly Noun[]; readonly content: Span };

/** What stands before: "…, he said", "…”, said the judge". Only where the speaker and verb follow a comma or closing quotation mark. */
export function contentBefore(sentence: Sentence, clause: Clause, right: Span | null): Left | null {
  const { phrases } = sentence;
  if (clause.verb.form !== 'finite') return null;
  const inverted = clause.objects.length > 0 && endsClauseAfter(phrases, clause) && closesBefore(phrases, clause.index);
  const start = inverted ? clause.index : closesBefore(phrases, clause.from) ? clause.from : null;
  if (start === null || (right && !startsQuote(sentence, right) && !inverted)) return null;
  const boundary = lastContent(phrases, start);
  if (boundary === null) return null;
  const first = firstContent(sentence, boundary);
  const source = inverted ? clause.objects : clause.subject;
  const told = sentence.clauses.some((each) => each.verb.from >= first && each.verb.to <= boundary);
  return source.length > 0 && told && boundary > first ? { source, content: spanOfWords(sentence, first, boundary) } : null;
}

export const hasFinite = ({ clauses, words }: Sentence, span: Span): boolean =>
  clauses.some((each) => each.verb.form === 'finite' && (words[each.verb.from]?.start ?? 0) >= span.start && (words[each.verb.from]?.start ?? 0) < span.end);

/** "The camp, Kral said, was open": a speaker and verb between two commas, with what is said on both sides. Null elsewhere. */
export function aroundCue(sentence: Sentence, clause: Clause): readonly Span[] | null {
  const { phrases } = sentence;
  const isSet = phrases[clause.from - 1]?.sort === 'comma' && phrases[clause.to]?.sort === 'comma' && clause.objects.length === 0 && clause.subject.length > 0;
  if (!isSet || clause.verb.form !== 'finite' || clause.index - clause.from > 6) return null;
  const from = phrases[clause.to]?.to ?? sentence.words.length;
  const to = phrases[clause.from - 1]?.from ?? 0;
  const right = from < lastWord(sentence) ? spanOfWords(sentence, from, lastWord(sentence)) : null;
  return to > 0 && right && hasFinite(sentence, right) ? [spanOfWords(sentence, 0, to), right] : null;
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

/** Content before a cue begins with the sentence, a leading "But" or "And" included. */
const firstContent = (_sentence: Sentence, _boundary: number): number => 0;

export function startsQuote(sentence: Sentence, span: Span): boolean {
  const word = sentence.words.find((each) => each.start >= span.start);
  return word !== undefined && '“"‘«'.includes(word.text);
}
