// Where what is said ends, when it stands after its cue: at the end of the sentence, or where somebody else, or the same
// speaker's next verb, takes over.
import type { Span } from '../../base/span.ts';
import type { Sentence } from '../analysis.ts';
import type { Clause } from '../clause.ts';
import { ACCUSE, DEMAND, EXPRESS, HOLD, SAY, spanOfWords, STOPS } from '../speech.ts';

type Ending = { readonly sentence: Sentence; readonly clause: Clause; readonly from: number };

/** From word `from` to where the content of `clause` ends; null where nothing is left. O(clauses of the sentence). */
export function untilContentEnds(sentence: Sentence, clause: Clause, from: number): Span | null {
  const { words, clauses } = sentence;
  const ending: Ending = { sentence, clause, from };
  let to = endOfFronted(ending) ?? words.length;
  for (const each of clauses) {
    const cut = each.index > clause.index && each.verb.from > from ? cutBefore(ending, each) : null;
    if (cut === null || cut <= from) continue;
    to = Math.min(to, cut);
    break;
  }
  to = semicolonIn(ending, to) ?? to;
  while (to > from && (STOPS.has(words[to - 1]?.text ?? '') || words[to - 1]?.text === ',')) to--;
  return to > from ? spanOfWords(sentence, from, to) : null;
}

const startsQuoteAt = (words: Sentence['words'], from: number): boolean => ['“', '"', '«', '``', "''"].includes(words[from]?.text ?? '');

const isFinite = (clause: Clause): boolean => clause.verb.form === 'finite';

/** The word at which a later clause ends the content; null where it is a part of it. */
function cutBefore(ending: Ending, each: Clause): number | null {
  const { sentence } = ending;
  if (leads(ending, each) || goesOnSpeaking(ending, each)) return beforeJoint(sentence, each.verb.from);
  if (isOuter(ending, each)) return each.verb.from;
  if (resumes(ending, each)) return wordOf(sentence, each.from) - 1;
  if (concedes(ending, each) || speaksNext(ending, each) || turnsFromPlan(ending, each)) return beforeJoint(sentence, startOfSpeaker(sentence, each));
  return null;
}

/** The joint before a word left out: "and", "but", a comma, adverbs between. */
function beforeJoint({ words }: Sentence, at: number): number {
  let to = at;
  while (
    ['ADV', 'CONJ'].includes(words[to - 1]?.tag ?? '') ||
    words[to - 1]?.text === ',' ||
    ['while', 'although', 'though', 'whereas'].includes(words[to - 1]?.lower ?? '')
  )
    to--;
  return to;
}

/** "…, adding that it was closed": the speaker's next verb as a gerund. */
const leads = ({ sentence: { words } }: Ending, each: Clause): boolean =>
  each.verb.form === 'gerund' && each.governor !== null && SAY.has(each.verb.lemma) && words[each.verb.from - 1]?.text === ',';

const speaks = ({ verb }: Clause): boolean => SAY.has(verb.lemma) || EXPRESS.has(verb.lemma) || DEMAND.has(verb.lemma) || ACCUSE.has(verb.lemma);

/** "…, and criticized the party", "and encouraged others": the same speaker's next verb, with no subject of its own. */
function goesOnSpeaking({ sentence: { words }, clause, from }: Ending, each: Clause): boolean {
  if (!isFinite(each) || each.index <= clause.index + 1 || startsQuoteAt(words, from)) return false;
  let at = each.verb.from - 1;
  while (words[at]?.tag === 'ADV') at--;
  if (!['and', 'then', 'but'].includes(words[at]?.lower ?? '')) return false;
  if (words[at - 1]?.text === ',') return true;
  const alike = words[each.verb.from]?.tag === words[clause.verb.from]?.tag;
  const own = each.subject === clause.subject && each.link !== 'that' && each.governor === clause.governor;
  return own || (alike && speaks(each) && each.link !== 'relative');
}

/** "What he said was open": a verb whose subject stands before the cue. */
const isOuter = ({ clause, from }: Ending, each: Clause): boolean =>
  isFinite(each) && each.from < clause.index && each.verb.from > from && each.subject !== clause.subject && !(each.verb.ambiguous && each.passive);

/** After a verb of the mind, ", and" with a subject of its own is the author again. */
const resumes = ({ sentence, clause, from }: Ending, each: Clause): boolean =>
  HOLD.has(clause.verb.lemma) &&
  isFinite(each) &&
  each.link === null &&
  each.from > clause.index &&
  wordOf(sentence, each.from) > from &&
  afterCommaAnd(sentence, each.from);

/** "…, and the court ruled": somebody else's verb of saying behind a conjunction. */
function speaksNext(ending: Ending, each: Clause): boolean {
  const start = startOfSpeaker(ending.sentence, each);
  if (!isFinite(each) || !speaks(each) || each.linkWord === 'that' || each.link === 'relative') return false;
  return start > wordOf(ending.sentence, ending.clause.index) && start > ending.from && JOINTS.has(ending.sentence.words[start - 1]?.lower ?? '');
}

const JOINTS = new Set(['and', 'but', 'while']);

/** The word at which a subject begins; of two nouns joined by ", and" the second, as the comma parts clauses. */
function startOfSpeaker(sentence: Sentence, { from, subject }: Clause): number {
  const last = subject[1];
  const parts = last && subject.length === 2 && sentence.words[last.from - 1]?.tag === 'CONJ' && sentence.words[last.from - 2]?.text === ',';
  return parts ? last.from : wordOf(sentence, from);
}

const CONCESSIONS = new Set(['although', 'though', 'whereas']);

/** "…, although it was closed": what the author holds against what is said. */
function concedes({ sentence: { words }, sentence, from }: Ending, each: Clause): boolean {
  const start = wordOf(sentence, each.from);
  return isFinite(each) && start > from + 1 && CONCESSIONS.has(words[start - 1]?.lower ?? '') && words[start - 2]?.text === ',';
}

/** "vowed to reopen it, and the ministry is helping": what is promised in an infinitive ends with its clause. */
function turnsFromPlan({ sentence, clause, from }: Ending, each: Clause): boolean {
  const start = wordOf(sentence, each.from);
  const planned = ['TO', 'NEG'].includes(sentence.words[from]?.tag ?? '');
  return planned && isFinite(each) && each.from > clause.index && start > from && afterCommaAnd(sentence, each.from);
}

/** "While the mayor says it is open, the ministry …": the content of a clause that opens the sentence ends where the main clause begins. */
function endOfFronted({ sentence, clause, from }: Ending): number | null {
  const { words, phrases, clauses } = sentence;
  const fronted = clause.link === 'adverbial' || clause.link === 'condition';
  if (!fronted || clause.from > 4 || startsQuoteAt(words, from)) return null;
  for (const each of clauses) {
    if (!isFinite(each) || each.link !== null || each.index <= clause.index) continue;
    const comma = phrases[each.from - 1]?.sort === 'adverb' ? each.from - 2 : each.from - 1;
    if (phrases[comma]?.sort === 'comma' && wordOf(sentence, comma) > from) return wordOf(sentence, comma);
  }
  return null;
}

/** The first semicolon of a content that is no quotation. */
function semicolonIn({ sentence: { words }, from }: Ending, to: number): number | null {
  if (startsQuoteAt(words, from)) return null;
  for (let at = from + 1; at < to; at++) {
    if (startsQuoteAt(words, at)) return null;
    if (words[at]?.text === ';') return at;
  }
  return null;
}

/** Whether the subject at a phrase follows ", and" or ", but", an aside between commas left out. */
function afterCommaAnd({ phrases }: Sentence, from: number): boolean {
  let at = from - 1;
  while (at > from - 5 && (phrases[at]?.sort === 'comma' || phrases[at]?.sort === 'adverb')) at--;
  return phrases[at]?.sort === 'conjunction' && phrases[at - 1]?.sort === 'comma';
}

const wordOf = (sentence: Sentence, phrase: number): number => sentence.phrases[phrase]?.from ?? 0;
