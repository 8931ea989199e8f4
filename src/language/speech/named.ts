// What somebody is called: "called the ruling a disgrace", "described her as a hero", "branded him “a traitor”".
import type { Sentence } from '../analysis.ts';
import type { Clause } from '../clause.ts';
import cues from '../data/speech.en.json' with { type: 'json' };
import type { Phrase } from '../phrases.ts';
import { spanOfWords, wordSet, type Attribution } from '../speech.ts';

const NAMES = wordSet(cues.names);

/** An active verb of naming with whom it names and what it calls them; null where there are not both. */
export function named(sentence: Sentence, index: number, clause: Clause): Attribution | null {
  const { lemma } = clause.verb;
  if (!NAMES.has(lemma) || clause.passive || clause.subject.length === 0) return null;
  const { phrases } = sentence;
  const object = phrases[clause.index + 1];
  if (object?.sort !== 'noun') return null;
  const last = sentence.words[object.to - 1];
  const unfair = object.head < object.to - 1 && last?.tag === 'ADJ';
  let at = clause.index + 2;
  while (isOf(sentence, at) && phrases[at + 1]?.sort === 'noun') at += 2;
  const past = pastPhrases(sentence, at);
  if (past > at && calls(sentence, past)) at = past;
  const name = phrases[at];
  const led = name?.sort === 'open' || (name?.sort === 'preposition' && name.lower === 'as');
  if (!unfair && !isName(sentence, at)) return null;
  const content = spanOfWords(sentence, object.from, unfair ? object.to : endOfName(sentence, led ? at + 1 : at));
  const cue = spanOfWords(sentence, clause.verb.from, clause.verb.to);
  return { rule: 'speech.expressed', sentence: index, source: clause.subject, cue, content: [content], lemma, clause };
}

/** What may be a name: "as a hero", words in quotation marks, an adjective, a noun that no verb follows. */
function isName(sentence: Sentence, at: number): boolean {
  const name = sentence.phrases[at];
  if (name?.sort === 'preposition') return name.lower === 'as';
  if (name?.sort === 'open') return name.lower !== '(';
  return name?.sort === 'adjective' || (name?.sort === 'noun' && !isSubject(sentence, at));
}

/** Past phrases that tell which one is meant: "called her vote in favour of the war a mistake". */
function pastPhrases({ phrases }: Sentence, from: number): number {
  let at = from;
  while (phrases[at]?.sort === 'preposition' && phrases[at + 1]?.sort === 'noun' && !isAs(phrases[at])) at += 2;
  return at;
}

const isAs = (phrase: Phrase | undefined): boolean => phrase?.sort === 'preposition' && phrase.lower === 'as';

/** Whether a phrase can only be a name behind another noun: "a mistake", "“a traitor”". */
function calls(sentence: Sentence, at: number): boolean {
  const name = sentence.phrases[at];
  if (name?.sort === 'open') return name.lower !== '(';
  return name?.sort === 'noun' && ['a', 'an'].includes(sentence.words[name.from]?.lower ?? '') && !isSubject(sentence, at);
}

const isOf = ({ phrases }: Sentence, at: number): boolean => {
  const phrase = phrases[at];
  return phrase?.sort === 'preposition' && phrase.lower === 'of';
};

const isSubject = ({ clauses }: Sentence, at: number): boolean => clauses.some((each) => each.from === at && each.verb.form === 'finite');

/** The word after the name: past nouns, "of", adjectives and quotation marks, up to the next comma, clause or time. */
function endOfName({ phrases }: Sentence, start: number): number {
  let at = start;
  for (; at < phrases.length; at++) {
    const phrase = phrases[at];
    if (!phrase || phrase.sort === 'comma' || phrase.sort === 'time' || phrase.sort === 'subordinator') break;
    if (phrase.sort === 'mark' || phrase.sort === 'relative' || (phrase.sort === 'verb' && phrase.form === 'finite')) break;
  }
  while (at > start && ['preposition', 'conjunction', 'adverb'].includes(phrases[at - 1]?.sort ?? '')) at--;
  return phrases[at - 1]?.to ?? 0;
}
