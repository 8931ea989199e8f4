// Claims of speech: demands, and statements whose content is no other kind.
import type { Span } from '../../base/span.ts';
import type { Role } from '../../model/vocabulary.ts';
import type { Clause } from '../clause.ts';
import cues from '../data/speech.en.json' with { type: 'json' };
import type { Noun } from '../phrases.ts';
import { DEMAND, EXPRESS, SAY, spanOfWords, type Attribution } from '../speech.ts';
import { timeOfWhens } from './claim-time.ts';
import { put, type Draft, type Stage } from './draft.ts';
import type { Filler } from './mentions.ts';
import { sourceOf, sourcesAt, speakerNamed } from './said-by.ts';
import { ownStance } from './stance.ts';
import { quoteOf } from './clause-quote.ts';
import { isPeople } from './noun-kinds.ts';

/** Who orders in a dispute, as one who asks, not as one who commands. */
const COURTS = new Set(['court', 'tribunal', 'judge', 'commission', 'committee', 'rights']);
const CALLS = new Set(['call', 'ask', 'appeal', 'press', 'plead', 'beg', 'push']);
const STATING = new Set(
  [...SAY].filter(
    (each) => !['ask', 'show', 'predict', 'pledge', 'promise', 'vow', 'agree', 'hint', 'signal', 'charge', 'imply', 'wonder', 'inquire'].includes(each),
  ),
);

/** Demands of a sentence: "urged the ministry to …", "called for …", "demanding …". */
export function demandClaims(stage: Stage): readonly Draft[] {
  return stage.sentence.clauses.flatMap((clause) => {
    const { lemma } = clause.verb;
    const ordered = lemma === 'order' && !clause.passive && clause.subject.some((noun) => COURTS.has(stage.sentence.words[noun.head]?.lower ?? ''));
    if ((!DEMAND.has(lemma) && !ordered) || lemma === 'instruct' || clause.subject.length === 0) return [];
    const infinitive = stage.sentence.clauses.find((each) => each.governor === clause && each.link === 'infinitive');
    const wants = clause.attached.some((each) => each.preposition === 'for' || each.preposition === 'on' || each.preposition === 'upon');
    const that = stage.sentence.clauses.some(
      (each) => each.governor === clause && each.link === 'that' && each.verb.form === 'finite' && (lemma !== 'insist' || isWanted(stage.sentence, each)),
    );
    if (CALLS.has(lemma) && !wants && !(infinitive && lemma !== 'call')) return [];
    if (!CALLS.has(lemma) && clause.objects.length === 0 && !infinitive && !that && !wants) return [];
    if (['insist', 'recommend'].includes(lemma) && !that) return [];
    if (ordered && !infinitive) return [];
    if (lemma === 'plead' && !clause.attached.some((each) => each.preposition === 'for' || each.preposition === 'with')) return [];
    if (clause.passive && lemma === 'call') return [];
    return [demand(stage, clause, infinitive ?? null)];
  });
}

/** "insisted that the court release her", "… should release her": what is wanted, not what is held. */
const isWanted = ({ words }: Stage['sentence'], { verb }: Clause): boolean =>
  verb.modal !== null ? ['should', 'must'].includes(verb.modal) : words[verb.from]?.tag === 'VB';

function demand(stage: Stage, clause: Clause, infinitive: Clause | null): Draft {
  const { sentence, analysis, mentions, index } = stage;
  const fillers = new Map<Role, Filler[]>();
  const speaker = sourcesAt(stage, spanOfWords(sentence, clause.verb.from, clause.verb.to)).at(-1)?.text ?? null;
  if (!clause.passive) for (const noun of clause.subject) put(fillers, 'actor', mentions.resolve(index, noun, speaker));
  const addressed =
    infinitive && clause.objects.length > 0
      ? clause.objects
      : (clause.attached.find((each) => each.preposition === 'on' || each.preposition === 'upon' || each.preposition === 'to')?.nouns ?? []);
  for (const noun of addressed) put(fillers, 'target', mentions.resolve(index, noun, speaker));
  const content = sentence.clauses.find((each) => each.governor === clause && each.link === 'that');
  const end = infinitive ? quoteOf(sentence, infinitive).end : Math.max(quoteOf(sentence, clause).end, content ? quoteOf(sentence, content).end : 0);
  const word = sentence.words[clause.verb.head];
  const stance = ownStance(sentence, clause);
  return {
    rule: 'demand.verb', kind: 'demand', quote: { start: quoteOf(sentence, clause).start, end }, trigger: { start: word?.start ?? 0, end: word?.end ?? 0 }, fillers,
    time: timeOfWhens(analysis, sentence, clause.whens), modality: stance === 'denied' ? 'denied' : stance, saidBy: null, confidence: 0.7,
  }; // prettier-ignore
}

/**
 * The statements of an attribution: one for each stretch of sentences in what is said that holds no claim of another kind.
 *
 * @param others - triggers of those claims, in order
 */
export function statementClaims(stage: Stage, attribution: Attribution, others: readonly Span[]): readonly Draft[] {
  const { lemma } = attribution;
  const expresses = EXPRESS.has(lemma);
  if (!STATING.has(lemma) && !expresses && lemma !== 'according') return [];
  if (
    !sourceOf(stage, attribution) ||
    !attribution.source.some((noun) => canSpeak({ ...stage, sentence: stage.analysis.sentences[attribution.sentence] ?? stage.sentence }, noun, lemma))
  )
    return [];
  const first = statementOf(stage, attribution, attribution.content.slice(0, 1));
  const should = first && attribution.clause ? musts(stage, attribution.clause) : null;
  if (first && should) return [{ ...first, rule: 'demand.should', kind: 'demand', fillers: should }];
  if (expresses) return first ? [first] : [];
  const drafts: Draft[] = [];
  let going = false;
  for (const stretch of stretches(stage, attribution)) {
    const wanted = quotedMust(stage, attribution, stretch);
    if (wanted) {
      drafts.push(wanted);
      going = false;
      continue;
    }
    const told = others.some((each) => stretch.start <= each.start && each.end <= stretch.end);
    const draft = told || going ? null : statementOf(stage, attribution, [stretch]);
    if (draft) drafts.push(draft);
    going = !told;
  }
  return drafts;
}

const VOICES = new Set(
  `${cues.sources} government regime ministry court party group union commission committee council police army parliament company office department team administration family opposition leadership judiciary panel delegation coalition movement authority side letter state country protests press media body organization organisation network paper daily spokesperson`.split(
    ' ',
  ),
);

/** Whether a noun can be a speaker: a person or group, a name, a body, or a text. "It underlines the fact" says nothing. */
function canSpeak(stage: Stage, noun: Noun, lemma: string): boolean {
  const head = stage.sentence.words[noun.head];
  if (!head) return false;
  if (['it', 'this', 'that', 'which'].includes(head.lower))
    return ['say', 'add', 'state', 'tell', 'deny', 'note', 'describe', 'announce', 'acknowledge', 'condemn'].includes(lemma);
  return head.tag === 'NNP' || VOICES.has(head.lower) || VOICES.has(head.lemma) || isPeople(stage, noun);
}

/** What is said, sentence by sentence, in order. */
function stretches({ analysis }: Stage, { content }: Attribution): readonly Span[] {
  const pieces = content.flatMap((span) => {
    const found: Span[] = [];
    for (let at = sentenceAt(analysis.sentences, span.start); at < analysis.sentences.length; at++) {
      const sentence = analysis.sentences[at];
      if (!sentence || sentence.start >= span.end) break;
      const start = Math.max(span.start, sentence.start);
      const end = Math.min(span.end, sentence.end);
      if (end - start > 3) found.push({ start, end });
    }
    return found;
  });
  // "The camp, Kral said, was open": what stands on both sides of the speaker is one.
  const joined: Span[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    const sentence = analysis.sentences[sentenceAt(analysis.sentences, piece.start)];
    if (last && sentence && last.start >= sentence.start) joined[joined.length - 1] = { start: last.start, end: piece.end };
    else joined.push(piece);
  }
  return joined;
}

/** Index of the sentence that holds an offset, by halving. */
function sentenceAt(sentences: readonly Span[], offset: number): number {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** "He said that the ministry must act": the fillers of a demand, or null where the content has no must of somebody. */
function musts(stage: Stage, clause: Clause): Draft['fillers'] | null {
  const { sentence, mentions, index } = stage;
  const below = sentence.clauses.find(
    (each) => each.governor === clause && each.link === 'that' && ['should', 'must', 'ought'].includes(each.verb.modal ?? '') && !each.verb.negated,
  );
  if (!below || !below.subject.some((noun) => isPeople(stage, noun) || VOICES.has(sentence.words[noun.head]?.lower ?? ''))) return null;
  const fillers = new Map<Role, Filler[]>();
  for (const noun of clause.subject) put(fillers, 'actor', mentions.resolve(index, noun));
  for (const noun of below.subject) put(fillers, 'target', mentions.resolve(index, noun));
  return fillers;
}

/** "The ministry must act," said Ana Kolar: a demand in the words of a quotation; null where they have no must of a body or people. */
function quotedMust(stage: Stage, attribution: Attribution, stretch: Span): Draft | null {
  const index = sentenceAt(stage.analysis.sentences, stretch.start);
  const sentence = stage.analysis.sentences[index];
  if (!sentence || !/^["“'‘«]/u.test(stage.analysis.source.slice({ start: Math.max(0, stretch.start - 1), end: stretch.end }).trimStart())) return null;
  const here = { ...stage, sentence, index };
  const must = sentence.clauses.find((each) => {
    const head = sentence.words[each.verb.head];
    return (
      each.link === null &&
      ['should', 'must'].includes(each.verb.modal ?? '') &&
      !each.verb.negated &&
      !each.passive &&
      head !== undefined &&
      stretch.start <= head.start &&
      head.end <= stretch.end
    );
  });
  if (
    !must ||
    !must.subject.some(
      (noun) =>
        noun.to - noun.from > 1 &&
        (isPeople(here, noun) ||
          VOICES.has(sentence.words[noun.head]?.lower ?? '') ||
          VOICES.has(sentence.words[noun.head]?.lemma ?? '') ||
          sentence.words[noun.head]?.tag === 'NNP'),
    )
  )
    return null;
  const draft = statementOf(stage, attribution, [stretch]);
  const fillers = new Map<Role, Filler[]>();
  for (const noun of attribution.source) put(fillers, 'actor', speakerNamed(stage, attribution, noun));
  for (const noun of must.subject) put(fillers, 'target', stage.mentions.resolve(index, noun));
  return draft ? { ...draft, rule: 'demand.quoted', kind: 'demand', fillers } : null;
}

function statementOf(stage: Stage, attribution: Attribution, content: readonly Span[]): Draft | null {
  const { lemma, clause } = attribution;
  const { sentence, analysis, mentions, index } = stage;
  const fillers = new Map<Role, Filler[]>();
  for (const noun of attribution.source) put(fillers, 'actor', speakerNamed(stage, attribution, noun));
  if (clause && (lemma === 'tell' || lemma === 'inform') && !clause.passive)
    for (const noun of clause.objects) put(fillers, 'target', mentions.resolve(index, noun));
  const quote = quoteOfStatement(stage, { ...attribution, content });
  if (!quote) return null;
  const modality = clause ? ownStance(sentence, clause) : 'asserted';
  const expresses = EXPRESS.has(lemma);
  const whens = clause?.whens.filter((each) => expresses || (sentence.words[each.from]?.start ?? 0) < (attribution.content[0]?.start ?? Infinity)) ?? [];
  const rule = lemma === 'according' ? 'statement.according' : expresses ? 'statement.expressed' : 'statement.said';
  return {
    rule,
    kind: 'statement',
    quote,
    trigger: attribution.cue,
    fillers,
    time: timeOfWhens(analysis, sentence, whens),
    modality,
    saidBy: null,
    confidence: 0.6,
  };
}

/** From the source, where it comes first, to the end of the first sentence of what is said. */
function quoteOfStatement(stage: Stage, attribution: Attribution): Span | null {
  const [content] = attribution.content;
  if (!content) return null;
  const first = attribution.source[0];
  const { sentence, analysis } = stage;
  const source = Math.min(first ? (sentence.words[first.from]?.start ?? attribution.cue.start) : attribution.cue.start, attribution.cue.start);
  const holder = analysis.sentences[sentenceAt(analysis.sentences, content.start)];
  const leads = source < content.start && holder === sentence;
  const start = leads ? source : content.start;
  const end = Math.min(content.end, holder?.end ?? content.end);
  return trimmed(analysis.source.slice({ start, end: Math.max(end, start + 1) }), start);
}

/** Without quotation marks at the edges and the stop at the end, where the quote is one's own words only. */
function trimmed(text: string, start: number): Span {
  const chars = Array.from(text);
  let from = 0;
  let to = chars.length;
  while (from < to - 1 && /["“«\s]/u.test(chars[from] ?? '')) from++;
  while (to > from + 1 && /[.\s,]/u.test(chars[to - 1] ?? '')) to--;
  // A closing mark alone has lost its opening one: it is no part of the words.
  if (/[”»"]/.test(chars[to - 1] ?? '') && !/[“«"]/.test(chars.slice(from, to - 1).join(''))) to--;
  while (to > from + 1 && /[.\s,]/u.test(chars[to - 1] ?? '')) to--;
  return { start: start + from, end: start + to };
}
