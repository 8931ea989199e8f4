// What is said after its cue: "that …", a clause, a quotation, what follows a colon.
import type { Span } from '../../base/span.ts';
import type { Sentence } from '../analysis.ts';
import type { Clause } from '../clause.ts';
import { DEMAND, HOLD, isCue, SAY, spanOfWords, STOPS, wordSet } from '../speech.ts';
import { closesBefore } from './content-before.ts';

const phraseAfter = (sentence: Sentence, clause: Clause): number => {
  let at = clause.index + 1;
  while (['adverb', 'time'].includes(sentence.phrases[at]?.sort ?? '')) at++;
  return at;
};

/** What follows the verb: "that …", a clause of its own, an opening quotation, or what follows a colon. */
export function contentAfter(sentence: Sentence, clause: Clause): Span | null {
  const { phrases } = sentence;
  let at = phraseAfter(sentence, clause);
  for (let steps = 0; steps < 14 && at < phrases.length; steps++) {
    const phrase = phrases[at];
    if (!phrase) return null;
    if (phrase.sort === 'subordinator' && (phrase.lower === 'that' || phrase.lower === 'whether' || phrase.lower === 'if'))
      return toEnd(sentence, clause, phrase.from);
    if (phrase.sort === 'relative' || (phrase.sort === 'adverb' && ['how', 'why', 'when'].includes(phrase.lower)))
      return at === phraseAfter(sentence, clause) ? toEnd(sentence, clause, phrase.from) : null;
    if (phrase.sort === 'open' && phrase.lower !== '(' && phrase.lower !== '[') return takesQuote(clause) ? toEnd(sentence, clause, phrase.from) : null;
    if (phrase.sort === 'mark' && phrase.lower === ':') return takesQuote(clause) ? toEnd(sentence, clause, phrase.to) : null;
    if (phrase.sort === 'noun' && (opensClause(sentence, clause, at) || tellsClause(sentence, clause, at))) return toEnd(sentence, clause, phrase.from);
    if (phrase.sort === 'verb' && phrase.form === 'infinitive' && HOLDS_INFINITIVE.has(clause.verb.lemma)) return toEnd(sentence, clause, phrase.from);
    const passes =
      ['noun', 'preposition', 'time', 'adverb', 'comma'].includes(phrase.sort) ||
      (phrase.sort === 'verb' && phrase.form !== 'finite' && at < clause.to && !isCue(phrase.lemma));
    if (!passes) return null;
    at++;
  }
  return null;
}

const HOLDS_INFINITIVE = wordSet('decline offer want vow promise pledge threaten agree refuse claim expect hope plan intend decide demand ask urge call order');

const takesQuote = (clause: Clause): boolean =>
  SAY.has(clause.verb.lemma) || DEMAND.has(clause.verb.lemma) || ['think', 'believe', 'call'].includes(clause.verb.lemma);

const BARE = wordSet(
  'say think believe claim insist argue hope fear admit allege suggest add note acknowledge know state assert contend conclude warn announce predict',
);

/** "said a man of the village who had seen it was …": after these verbs a noun with a finite verb somewhere behind it opens a clause. */
function tellsClause(sentence: Sentence, clause: Clause, at: number): boolean {
  if (!BARE.has(clause.verb.lemma) || at !== phraseAfter(sentence, clause) || closesBefore(sentence.phrases, clause.index)) return false;
  return sentence.clauses.some((each) => each.index > at && each.index - at < 30 && each.verb.form === 'finite' && !each.passive === !each.verb.passive);
}

/** A clause without "that": one that hangs on this verb, or a subject of its own with a finite verb close after. */
function opensClause(sentence: Sentence, clause: Clause, at: number): boolean {
  return sentence.clauses.some((each) => each.governor === clause && each.link === 'that' && each.from <= at && each.index > at && each.index - at < 25);
}

/** From word `from` to where the content ends: the end of the sentence, or where another cue of the same speaker follows a comma. */
function toEnd(sentence: Sentence, clause: Clause, from: number): Span | null {
  const { words, clauses } = sentence;
  let to = words.length;
  for (const each of clauses) {
    const start = wordOf(sentence, each.from);
    const leads = each.verb.form === 'gerund' && each.governor !== null && SAY.has(each.verb.lemma) && words[each.verb.from - 1]?.text === ',';
    if (each.index > clause.index && leads && each.verb.from > from) {
      to = Math.min(to, each.verb.from - 1);
      break;
    }
    // "…, and criticized the party": the same speaker's next verb, with no subject of its own.
    const next =
      each.index > clause.index + 1 &&
      each.verb.form === 'finite' &&
      ['and', 'then'].includes(words[each.verb.from - 1]?.lower ?? '') &&
      words[each.verb.from - 2]?.text === ',' &&
      !startsQuoteAt(words, from);
    if (next && each.verb.from - 2 > from) {
      to = Math.min(to, each.verb.from - 2);
      break;
    }
    const outer =
      each.index > clause.index &&
      each.verb.form === 'finite' &&
      each.from < clause.index &&
      each.verb.from > from &&
      each.subject !== clause.subject &&
      !(each.verb.ambiguous && each.passive);
    if (outer) {
      to = Math.min(to, each.verb.from);
      break;
    }
    const resumes =
      HOLD.has(clause.verb.lemma) &&
      each.index > clause.index &&
      each.verb.form === 'finite' &&
      each.link === null &&
      each.from > clause.index &&
      start > from &&
      afterCommaAnd(sentence, each.from);
    if (resumes) {
      to = Math.min(to, start - 1);
      break;
    }
    const follows =
      each.index > clause.index &&
      each.subject === clause.subject &&
      each.link !== 'that' &&
      each.governor === clause.governor &&
      each.verb.form === 'finite' &&
      start > from;
    if (follows && words[each.verb.from - 1]?.lower === 'and') {
      to = Math.min(to, each.verb.from - 1);
      break;
    }
  }
  while (to > from && (STOPS.has(words[to - 1]?.text ?? '') || words[to - 1]?.text === ',')) to--;
  return to > from ? spanOfWords(sentence, from, to) : null;
}

const startsQuoteAt = (words: Sentence['words'], from: number): boolean => '“"«'.includes(words[from]?.text ?? ' ');

/** Whether the subject at a phrase follows ", and" or ", but", an aside between commas left out. */
function afterCommaAnd({ phrases }: Sentence, from: number): boolean {
  let at = from - 1;
  while (at > from - 5 && (phrases[at]?.sort === 'comma' || phrases[at]?.sort === 'adverb')) at--;
  return phrases[at]?.sort === 'conjunction' && phrases[at - 1]?.sort === 'comma';
}

const wordOf = (sentence: Sentence, phrase: number): number => sentence.phrases[phrase]?.from ?? 0;
