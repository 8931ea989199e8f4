// A verb of saying or holding with its speaker and what is said.
import type { Span } from '../../base/span.ts';
import type { Sentence } from '../analysis.ts';
import type { Clause } from '../clause.ts';
import cues from '../data/speech.en.json' with { type: 'json' };
import type { Noun } from '../phrases.ts';
import { DEMAND, EXPRESS, HOLD, isCue, SAY, TOUCH, wordSet, spanOfWords, type Attribution } from '../speech.ts';
import { contentAfter } from './content-after.ts';
import { aroundCue, contentBefore, startsQuote } from './content-before.ts';
import { agent, expressed } from './expressed.ts';
import { speakerOf } from './speaker-of.ts';
import { named } from './named.ts';

/** Verbs of the mind that say nothing where the speaker is "I" or "you". */
const OWN = wordSet('think know mean believe guess hope want feel see hear understand love like wish find remember suppose');
/** Verbs of the mind that may follow what they hold: "The camp was open, he believes". */
const TRAILING = wordSet('believe think find show learn hope fear');
/** Longest sentence, in words, that only brings in a quotation of another: "Kral said." */
const LONGEST_BARE = 30;
const LONGEST_INVERTED = 20;

/** What a poll, report or film does: "the poll shows a lead". */
const TELLS = wordSet('show find indicate suggest reveal depict');
const SOURCES = wordSet(cues.sources);

const PHRASAL: ReadonlySet<string> = new Set(cues.phrasal.split(','));

/** "lashed out at the court", "cast doubt on it": the verb tells of speech only with the word behind it. */
const isPhrasal = ({ words }: Sentence, { verb }: Clause): boolean => PHRASAL.has(`${verb.lemma} ${words[verb.head + 1]?.lower ?? ''}`);

const isSource = (sentence: Sentence, { subject }: Clause): boolean => subject.some((each) => SOURCES.has(sentence.words[each.head]?.lemma ?? ''));

export function saidByVerb(sentence: Sentence, index: number, clause: Clause): Attribution | null {
  const { lemma } = clause.verb;
  if (OWN.has(lemma) && clause.subject.every((each) => ['i', 'you', 'we'].includes(sentence.words[each.head]?.lower ?? 'i'))) return null;
  if (concludesFromThing(sentence, clause)) return null;
  const naming = named(sentence, index, clause);
  if (naming) return naming;
  if (lemma === 'call' && !callsFor(sentence, clause)) return null;
  if (!isCue(lemma)) return TOUCH.has(lemma) || EXPRESS.has(lemma) || isPhrasal(sentence, clause) ? expressed(sentence, index, clause) : null;
  const touches = TOUCH.has(lemma) || (TELLS.has(lemma) && isSource(sentence, clause));
  return clauseSaid(sentence, index, clause) ?? (touches ? expressed(sentence, index, clause) : null);
}

/** "called for", "called on", or words in quotation marks close by: else somebody is called on the telephone. */
const callsFor = (sentence: Sentence, clause: Clause): boolean =>
  clause.attached.some((each) => each.preposition === 'for' || each.preposition === 'on' || each.preposition === 'upon') ||
  sentence.clauses.some((each) => each.governor === clause && each.link === 'gerund' && each.linkWord === 'for') ||
  sentence.phrases.slice(clause.index, clause.index + 8).some((each) => each.sort === 'open');

/** A cue whose content is a clause or quotation: after it, before it, on both sides, or in another sentence (quotations.ts). */
function clauseSaid(sentence: Sentence, index: number, clause: Clause): Attribution | null {
  const { lemma } = clause.verb;
  const cue = spanOfWords(sentence, clause.verb.from, clause.verb.to);
  const make = (source: readonly Noun[], content: readonly Span[]): Attribution => ({
    rule: 'speech.said',
    sentence: index,
    source,
    cue,
    content,
    lemma,
    clause,
  });
  const right = contentAfter(sentence, clause);
  const left = SAY.has(lemma) || DEMAND.has(lemma) || TRAILING.has(lemma) ? contentBefore(sentence, clause, right) : null;
  const inverted = !right && !left && SAY.has(lemma) && clause.objects.length > 0 && clause.subject.length === 0 && clause.index <= 1;
  if (inverted && sentence.words.length < LONGEST_INVERTED) return make(clause.objects, []);
  const around = SAY.has(lemma) && !(right && left) ? aroundCue(sentence, clause) : null;
  if (around) return make(clause.subject, around);
  if (left) return make(left.source, right && left.content.end < right.start && startsQuote(sentence, right) ? [left.content, right] : [left.content]);
  if (right) return isHeld(sentence, clause) ? null : make(sourceOf(sentence, clause), [right]);
  return isBare(sentence, clause) ? make(clause.subject, []) : null;
}

/** "Kral said." after a quotation, "Kral said:" before one. */
function isBare(sentence: Sentence, clause: Clause): boolean {
  const next = sentence.phrases[clause.to];
  const ends = next === undefined || ['mark', 'comma', 'open', 'close', 'conjunction', 'subordinator'].includes(next.sort);
  return (
    ends &&
    !clause.passive &&
    (clause.attached.length === 0 || !TOUCH.has(clause.verb.lemma)) &&
    (SAY.has(clause.verb.lemma) || DEMAND.has(clause.verb.lemma)) &&
    clause.objects.length === 0 &&
    clause.verb.form === 'finite' &&
    sentence.words.length < LONGEST_BARE
  );
}

function sourceOf(sentence: Sentence, clause: Clause): readonly Noun[] {
  if (clause.passive && !['tell', 'ask', 'quote'].includes(clause.verb.lemma)) return agent(clause);
  return speakerOf(sentence, clause);
}

const CONCLUDES = wordSet('mean show reveal demonstrate indicate prove underscore highlight illustrate suggest signal');
const THINGS = new Set(['it', 'this', 'that', 'which', 'these', 'those']);

/** "It shows that …", "a step which means …": the author's conclusion from a thing. */
const concludesFromThing = (sentence: Sentence, clause: Clause): boolean =>
  CONCLUDES.has(clause.verb.lemma) && clause.subject.every((each) => THINGS.has(sentence.words[each.head]?.lower ?? ''));

/** "to ask why", "you think that": nobody is told to say or hold it. */
function isHeld(sentence: Sentence, clause: Clause): boolean {
  const first = sentence.words[sourceOf(sentence, clause)[0]?.head ?? -1]?.lower;
  const held = HOLD.has(clause.verb.lemma) && (clause.verb.form === 'infinitive' || first === 'you' || first === 'it');
  return held || (first === undefined && clause.verb.form !== 'finite');
}
