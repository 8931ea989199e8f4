// Speech: who says what. Each attribution has its source, its cue and its content, as spans of the text.
import cues from './data/speech.en.json' with { type: 'json' };
import type { Span } from '../base/span.ts';
import type { Sentence } from './analysis.ts';
import type { Clause } from './clause.ts';
import { nounGroup } from './gather.ts';
import type { Noun, Phrase } from './phrases.ts';

export type Attribution = {
  /** Index of the sentence in which the cue stands. */
  readonly sentence: number;
  readonly source: readonly Noun[];
  readonly cue: Span;
  readonly content: readonly Span[];
  /** Lemma of the cue: "say", "according", "claim". */
  readonly lemma: string;
  readonly clause: Clause | null;
};

const set = (list: string): ReadonlySet<string> => new Set(list.split(' '));
export const SAY = set(cues.say);
export const EXPRESS = set(cues.express);
export const HOLD = set(cues.hold);
export const DEMAND = set(cues.demand);
const NOUNS = set(cues.nouns);

/** Verbs that take a following clause or quotation as what is said. */
const isCue = (lemma: string): boolean => SAY.has(lemma) || HOLD.has(lemma) || DEMAND.has(lemma);

const STOPS = new Set(['.', '!', '?', '…']);

export const spanOfWords = ({ words }: Sentence, from: number, to: number): Span => ({
  start: words[from]?.start ?? 0,
  end: words[Math.max(from, to - 1)]?.end ?? 0,
});

/** The attributions of one sentence, in the order of their cues. */
export function attributionsOf(sentence: Sentence, index: number): readonly Attribution[] {
  if (sentence.isHeader) return [];
  const found: Attribution[] = [];
  for (const clause of sentence.clauses) {
    const attribution = fromVerb(sentence, index, clause);
    if (attribution) found.push(attribution);
  }
  found.push(...accordingTo(sentence, index), ...fromNouns(sentence, index), ...fromColon(sentence, index));
  return found.toSorted((a, b) => a.cue.start - b.cue.start);
}

const phraseAfter = (sentence: Sentence, clause: Clause): number => {
  let at = clause.index + 1;
  while (['adverb', 'time'].includes(sentence.phrases[at]?.sort ?? '')) at++;
  return at;
};

function fromVerb(sentence: Sentence, index: number, clause: Clause): Attribution | null {
  const { lemma } = clause.verb;
  if (OWN.has(lemma) && clause.subject.every((each) => ['i', 'you', 'we'].includes(sentence.words[each.head]?.lower ?? 'i'))) return null;
  const calls =
    lemma === 'call' &&
    !clause.attached.some((each) => each.preposition === 'for' || each.preposition === 'on') &&
    !sentence.phrases.slice(clause.index, clause.index + 8).some((each) => each.sort === 'open');
  if (calls) return null;
  if (!isCue(lemma) && !TAKES_NOUN.has(lemma)) return EXPRESS.has(lemma) ? expressed(sentence, index, clause) : null;
  const make = (source: readonly Noun[], content: readonly Span[]): Attribution => ({
    sentence: index,
    source,
    cue: spanOfWords(sentence, clause.verb.from, clause.verb.to),
    content,
    lemma,
    clause,
  });
  const right = contentRight(sentence, clause);
  const left = SAY.has(lemma) || ['believe', 'think', 'find', 'show', 'learn', 'hope', 'fear'].includes(lemma) ? contentLeft(sentence, clause, right) : null;
  const alone = !right && !left && SAY.has(lemma) && clause.objects.length > 0 && clause.index <= 1 && sentence.words.length < 20;
  if (alone) return make(clause.objects, []);
  const medial = SAY.has(lemma) && (!left || !hasFinite(sentence, left.content)) ? aroundCue(sentence, clause) : null;
  if (medial) return make(clause.subject, medial);
  if (left) return make(left.source, right && left.content.end < right.start && startsQuote(sentence, right) ? [left.content, right] : [left.content]);
  // "Kral said." after a quotation, "Kral said:" before one: the content is a quotation of another sentence (quotations.ts).
  if (!right && SAY.has(lemma) && clause.objects.length === 0 && clause.verb.form === 'finite' && sentence.words.length < 30)
    return make(clause.passive ? [] : clause.subject, []);
  if (!right) return TAKES_NOUN.has(lemma) ? expressed(sentence, index, clause) : null;
  const source = clause.passive ? (lemma === 'tell' || lemma === 'ask' || lemma === 'quote' ? clause.subject : agent(clause)) : clause.subject;
  // "to ask why", "you think that": nobody is told to say or hold it.
  const first = sentence.words[source[0]?.head ?? -1]?.lower;
  const held = HOLD.has(lemma) && (clause.verb.form === 'infinitive' || first === 'you' || first === 'it');
  return held || (first === undefined && clause.verb.form !== 'finite') ? null : make(source, [right]);
}

/** "condemned the arrest": what is expressed is the rest of the clause. */
function expressed(sentence: Sentence, index: number, clause: Clause): Attribution | null {
  const legal =
    clause.passive &&
    clause.subject.some((each) =>
      ['appeal', 'petition', 'request', 'complaint', 'motion', 'bid', 'case', 'charges'].includes(sentence.words[each.head]?.lower ?? ''),
    );
  if (clause.recipient || legal) return null;
  const to = endOfDependents(sentence, clause);
  if (clause.objects.length === 0 && clause.attached.length === 0 && !clause.passive && to <= clause.verb.to) return null;
  // What somebody is accused of is said, not that they are there.
  const of = ['accuse', 'blame', 'suspect'].includes(clause.verb.lemma)
    ? sentence.words.findIndex((each, n) => n >= clause.verb.to && n < to && (each.lower === 'of' || each.lower === 'for'))
    : -1;
  const start = of > 0 ? of : clause.verb.to;
  const content = spanOfWords(sentence, start, Math.max(to, start + 1));
  return {
    sentence: index,
    source: clause.passive ? agent(clause) : clause.subject,
    cue: spanOfWords(sentence, clause.verb.from, clause.verb.to),
    content: [content],
    lemma: clause.verb.lemma,
    clause,
  };
}

/** Cues whose content may be a noun: "called for his release", "denied the charges", "accused him of theft". */
const TAKES_NOUN = set(
  'cite mention propose suggest demand urge call request ask appeal press plead beg accuse blame suspect deny claim confirm announce report describe reiterate stress emphasize acknowledge admit encourage mock support oppose back endorse defend question reference warn note agree',
);

/** The word after all that hangs on a clause: its objects and the infinitives and gerunds under it. */
function endOfDependents(sentence: Sentence, clause: Clause): number {
  let to = sentence.phrases[clause.to - 1]?.to ?? clause.verb.to;
  const under = new Set<Clause>([clause]);
  for (const each of sentence.clauses) {
    if (!each.governor || !under.has(each.governor) || each.index < clause.index) continue;
    if ((each.link !== 'infinitive' && each.link !== 'gerund' && each.link !== 'coordinate' && each.link !== 'participle') || each.linkWord === ',') continue;
    under.add(each);
    to = Math.max(to, sentence.phrases[each.to - 1]?.to ?? to);
  }
  return to;
}

const agent = (clause: Clause): readonly Noun[] => clause.attached.find((each) => each.preposition === 'by')?.nouns ?? [];

function startsQuote(sentence: Sentence, span: Span): boolean {
  const word = sentence.words.find((each) => each.start >= span.start);
  return word !== undefined && '“"‘«'.includes(word.text);
}

/** What follows the verb: "that …", a clause of its own, an opening quotation, or what follows a colon. */
function contentRight(sentence: Sentence, clause: Clause): Span | null {
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

const HOLDS_INFINITIVE = set('decline offer want vow promise pledge threaten agree refuse claim expect hope plan intend decide demand ask urge call order');
const takesQuote = (clause: Clause): boolean =>
  SAY.has(clause.verb.lemma) || DEMAND.has(clause.verb.lemma) || ['think', 'believe', 'call'].includes(clause.verb.lemma);

/** Verbs of the mind that say nothing where the speaker is "I" or "you". */
const OWN = set('think know mean believe guess hope want feel see hear understand love like wish find remember suppose');
const BARE = set(
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

type Left = { readonly source: readonly Noun[]; readonly content: Span };

/** What stands before: "…, he said", "…”, said the judge". Only where the speaker and verb follow a comma or closing quotation mark. */
function contentLeft(sentence: Sentence, clause: Clause, right: Span | null): Left | null {
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

const hasFinite = ({ clauses, words }: Sentence, span: Span): boolean =>
  clauses.some((each) => each.verb.form === 'finite' && (words[each.verb.from]?.start ?? 0) >= span.start && (words[each.verb.from]?.start ?? 0) < span.end);

/** "The camp, Kral said, was open": a speaker and verb between two commas, with what is said on both sides. Null elsewhere. */
function aroundCue(sentence: Sentence, clause: Clause): readonly Span[] | null {
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

function closesBefore(phrases: readonly Phrase[], at: number): boolean {
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

/** "According to the ministry, …" and "…, according to the ministry". */
function accordingTo(sentence: Sentence, index: number): readonly Attribution[] {
  const { words, phrases } = sentence;
  return phrases.flatMap((phrase, at): readonly Attribution[] => {
    if (phrase.sort !== 'preposition' || phrase.lower !== 'according' || words[phrase.to]?.lower !== 'to') return [];
    const group = nounGroup({ words, phrases }, at + 2);
    if (group.nouns.length === 0) return [];
    const last = phrases[group.to - 1];
    const content = aroundAccording(sentence, phrase.from, last?.to ?? phrase.to);
    return content
      ? [
          {
            sentence: index,
            source: group.nouns,
            cue: spanOfWords(sentence, phrase.from, phrase.from + 2),
            content: [content],
            lemma: 'according',
            clause: null,
          },
        ]
      : [];
  });
}

function aroundAccording(sentence: Sentence, from: number, to: number): Span | null {
  const { words } = sentence;
  // "said that, according to the report, …": what follows is according to it, not what stands before.
  const opensContent = words[from - 1]?.lower === 'that' || (words[from - 1]?.text === ',' && words[from - 2]?.lower === 'that');
  if (from > 2 && !opensContent) {
    let end = from;
    while (end > 0 && words[end - 1]?.sort === 'mark' && ',—–'.includes(words[end - 1]?.text ?? ' ')) end--;
    return end > 0 ? spanOfWords(sentence, 0, end) : null;
  }
  const start = words.findIndex((each, at) => at >= to && each.text === ',') + 1 || to;
  let end = words.length;
  while (end > start && STOPS.has(words[end - 1]?.text ?? '')) end--;
  return end > start ? spanOfWords(sentence, start, end) : null;
}

/** "the allegation that …": the noun is the cue, its owner the source. */
function fromNouns(sentence: Sentence, index: number): readonly Attribution[] {
  const { words, phrases } = sentence;
  return phrases.flatMap((phrase, at): readonly Attribution[] => {
    const next = phrases[at + 1];
    if (phrase.sort !== 'noun' || next?.sort !== 'subordinator' || next.lower !== 'that') return [];
    const head = words[phrase.head];
    if (!head || !NOUNS.has(head.lower)) return [];
    const content = spanOfWords(sentence, next.from, endOfClause(sentence, at + 2));
    const source: Noun[] = phrase.owner ? [{ ...phrase, from: phrase.owner.from, to: phrase.owner.to, head: phrase.owner.to - 1, owner: null }] : [];
    return [{ sentence: index, source, cue: { start: head.start, end: head.end }, content: [content], lemma: head.lemma, clause: null }];
  });
}

/** A headline that names its source before a colon: "Poll: most want it", "Kral: nothing was said". */
function fromColon(sentence: Sentence, index: number): readonly Attribution[] {
  const [first, colon] = sentence.phrases;
  if (first?.sort !== 'noun' || !colon || sentence.words[colon.from]?.text !== ':' || first.to - first.from > 6 || sentence.words.length - colon.to < 4)
    return [];
  const head = sentence.words[first.head];
  if (!head || !(head.tag === 'NNP' || set(cues.sources).has(head.lower))) return [];
  const content = spanOfWords(sentence, colon.to, lastWord(sentence));
  return [{ sentence: index, source: [first], cue: spanOfWords(sentence, colon.from, colon.to), content: [content], lemma: ':', clause: null }];
}

const lastWord = ({ words }: Sentence): number => (STOPS.has(words.at(-1)?.text ?? '') ? words.length - 1 : words.length);

/** The word after a clause that begins at a phrase: the next comma or stop. */
function endOfClause(sentence: Sentence, at: number): number {
  const end = sentence.phrases.findIndex((each, n) => n > at && (each.sort === 'comma' || (each.sort === 'mark' && STOPS.has(each.lower))));
  return end < 0 ? sentence.words.length : (sentence.phrases[end]?.from ?? sentence.words.length);
}
