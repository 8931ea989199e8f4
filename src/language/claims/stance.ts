// How a source stands to what it says, and who the source is. Read from the words that govern a clause or noun.
import type { Modality } from '../../model/vocabulary.ts';
import type { Sentence } from '../analysis.ts';
import type { Clause } from '../clause.ts';
import data from '../data/stance.en.json' with { type: 'json' };
import type { Noun } from '../phrases.ts';

const set = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const deniedBy = set(data.deniedBy);
const failed = set(data.failed);
const allegedBy = set(data.allegedBy);
const demandedBy = set(data.demandedBy);
const supposedBy = set(data.supposedBy);
const futureBy = set(data.futureBy);
const future = set(data.future);
const supposed = set(data.supposed);
const must = set(data.must);
const allegedWords = set(data.allegedWords);
const supposedWords = set(data.supposedWords);
const noAct = set(data.noAct);
const allegationNouns = set(data.allegationNouns);
const demandNouns = set(data.demandNouns);
const preventNouns = set(data.preventNouns);

/** From weakest to strongest doubt; of two stances the stronger holds. */
const STRENGTH: readonly Modality[] = ['asserted', 'future', 'alleged', 'hypothetical', 'demanded', 'denied'];
export const stronger = (a: Modality, b: Modality): Modality => (STRENGTH.indexOf(a) >= STRENGTH.indexOf(b) ? a : b);

/** What an accusation says is alleged, however flatly it says it: "according to the indictment, he killed …". */
export const stanceOfSource = (source: string | undefined): Modality =>
  /\b(?:indictments?|complaint|charge sheet|lawsuit|affidavit|criminal complaint)$/i.test(source ?? '') ? 'alleged' : 'asserted';

/** The stance of a clause: its own words, then those of what it hangs on, up to where somebody's words begin. */
export function stanceOfClause(sentence: Sentence, clause: Clause): Modality {
  let stance = stronger(ownStance(sentence, clause), sharedStance(sentence, clause));
  let here: Clause | null = clause;
  for (let steps = 0; here && steps < 6; steps++) {
    stance = stronger(stance, governedStance(sentence, here));
    if (here.link === 'relative' || here.link === null) break;
    here = here.governor;
    // "that" parts a content from its speaker: the speaker's own hedges are not the content's.
    if (here && ['infinitive', 'gerund', 'participle'].includes(here.link ?? '')) stance = stronger(stance, ownHedge(sentence, here));
  }
  return stance;
}

/**
 * What a verb shares with those that it is joined to, one by one back: "allegedly beat and kicked", "could be arrested, jailed or shot".
 * A hedge always; a modal verb or negation only where the second verb has no auxiliary of its own.
 */
function sharedStance(sentence: Sentence, clause: Clause): Modality {
  if (clause.verb.form === 'gerund' || clause.verb.form === 'infinitive') return 'asserted';
  const partner = sentence.clauses.findLast(
    (each) => each.index < clause.index && each.verb.form === 'finite' && each.subject === clause.subject && each.subject.length > 0,
  );
  if (!partner || clause.index - partner.index > 20)
    return isGapped(sentence, clause) ? ownStance(sentence, clauseBefore(sentence, clause) ?? clause) : 'asserted';
  const { words } = sentence;
  // "demanded that the court release her and drop the charges": a base form goes on with what is demanded.
  if (clause.verb.to - clause.verb.from === 1 && words[clause.verb.head]?.tag === 'VB' && words[partner.verb.head]?.tag === 'VBD')
    return demandedBy.has(partner.verb.lemma) ? 'demanded' : 'asserted';
  const before = stronger(ownStance(sentence, partner), sharedStance(sentence, partner));
  if (isUnderAuxiliary(sentence, clause, partner)) return before === 'denied' && followsBut(sentence, clause) ? ownHedge(sentence, partner) : before;
  return before === 'alleged' ? before : ownHedge(sentence, partner);
}

const clauseBefore = ({ clauses }: Sentence, clause: Clause): Clause | undefined => clauses.findLast((each) => each.index < clause.index);

/** "Kral was not arrested or her son charged": a bare participle with its own subject behind "or". */
function isGapped({ words }: Sentence, { verb, subject, passive }: Clause): boolean {
  const first = subject[0];
  const opens = first ? words[first.from - 1]?.lower : undefined;
  return passive && verb.to - verb.from === 1 && (opens === 'or' || opens === 'nor');
}

/** Whether the auxiliary of `partner` is also that of `clause`: "was not tried or jailed" yes, "was not tried and died" no. */
function isUnderAuxiliary({ words }: Sentence, { verb, passive }: Clause, partner: Clause): boolean {
  if (!verb.ambiguous && verb.form !== 'participle' && verb.to - verb.from !== 1) return false;
  if (partner.passive && !passive) return false;
  const base = partner.verb.to - partner.verb.from > 1 && words[partner.verb.head]?.tag === 'VB';
  return !base || words[verb.head]?.lower === verb.lemma;
}

/** "was not arrested but expelled": the contrast ends the negation. */
function followsBut({ words }: Sentence, { verb }: Clause): boolean {
  return words[verb.from - 1]?.lower === 'but';
}

/** Words before a subject that leave none of it. */
const NONE = new Set(['neither', 'nor', 'no', 'not']);

/** Modal verbs, negation and hedging adverbs of the clause itself. */
export function ownStance(sentence: Sentence, clause: Clause): Modality {
  const { modal, negated } = clause.verb;
  const first = clause.subject[0];
  // "No guard was charged", "Neither Kral nor Halim was charged".
  if (
    negated ||
    (first &&
      [first.from, first.from - 1].some((at) => NONE.has(sentence.words[at]?.lower ?? '') || (at === first.from && noAct.has(sentence.words[at]?.lower ?? ''))))
  )
    return 'denied';
  if (clause.link === 'condition') return 'hypothetical';
  const present = sentence.words[clause.verb.from]?.tag === 'VBZ' && clause.passive;
  if (clause.link === 'adverbial' && clause.linkWord === 'when' && present) return 'future';
  if (modal !== null) {
    if (future.has(modal)) return 'future';
    if (must.has(modal)) return 'demanded';
    if (modal === 'would' && clause.link === 'that' && clause.governor && sentence.words[clause.governor.verb.head]?.tag === 'VBD') return 'future';
    if (supposed.has(modal)) return isPastAbility(sentence, clause) ? 'asserted' : 'hypothetical';
  }
  return ownHedge(sentence, clause);
}

const isPastAbility = (sentence: Sentence, clause: Clause): boolean => clause.verb.modal === 'can' && sentence.words[clause.verb.head]?.lower === 'see';

/** "allegedly" in the verb group or right before it. */
function ownHedge(sentence: Sentence, clause: Clause): Modality {
  const { words } = sentence;
  for (let at = Math.max(0, clause.verb.from - 2); at < clause.verb.to; at++) {
    if (allegedWords.has(words[at]?.lower ?? '')) return 'alleged';
  }
  return 'asserted';
}

/** What the governing verb or noun makes of a clause. */
function governedStance(sentence: Sentence, clause: Clause): Modality {
  const { governor, link, linkWord, linkNoun } = clause;
  const noun = linkNoun ? (sentence.words[linkNoun.head]?.lower ?? '') : '';
  if (link === 'that' && linkNoun && noAct.has(sentence.words[linkNoun.from]?.lower ?? '')) return 'denied';
  if (link === 'infinitive' || link === 'gerund' || link === 'that') {
    if (allegationNouns.has(noun)) return 'alleged';
    if (demandNouns.has(noun)) return 'demanded';
    if (preventNouns.has(noun)) return 'hypothetical';
  }
  if (!governor) return 'asserted';
  const { lemma } = governor.verb;
  if (link === 'that' && ['demand', 'recommend', 'urge', 'request', 'ask', 'propose', 'require', 'order', 'plead', 'appeal'].includes(lemma)) return 'demanded';
  if (link === 'that' && governor.verb.negated) return lemma === 'deny' ? 'asserted' : 'hypothetical';
  if (link === 'that')
    return lemma === 'deny' || lemma === 'reject'
      ? 'denied'
      : lemma === 'allege' || lemma === 'suspect' || lemma === 'accuse' || lemma === 'hear'
        ? 'alleged'
        : lemma === 'demand' || (lemma === 'insist' && clause.verb.modal === 'should')
          ? 'demanded'
          : ['fear', 'hope', 'suppose', 'wonder'].includes(lemma)
            ? 'hypothetical'
            : 'asserted';
  if (link === 'gerund') return gerundStance(lemma, linkWord);
  if (link !== 'infinitive') return 'asserted';
  if (deniedBy.has(lemma) || failed.has(lemma)) return 'denied';
  if (governor.passive && (allegedBy.has(lemma) || ['say', 'believe', 'think', 'report', 'know'].includes(lemma)))
    return lemma === 'know' ? 'asserted' : 'alleged';
  if (futureBy.has(lemma) || sentence.words.slice(governor.verb.from, clause.verb.from).some((each) => each.lower === 'due' || each.lower === 'scheduled'))
    return 'future';
  if (demandedBy.has(lemma) || lemma === 'order') return 'demanded';
  return supposedBy.has(lemma) ? 'hypothetical' : 'asserted';
}

function gerundStance(lemma: string, preposition: string | null): Modality {
  if (deniedBy.has(lemma)) return 'denied';
  if ((preposition === 'of' || preposition === 'with' || (preposition === 'for' && lemma === 'blame')) && allegedBy.has(lemma)) return 'alleged';
  if (preposition === 'without') return 'denied';
  if (preposition === 'from' && ['prevent', 'stop', 'bar', 'ban', 'refrain', 'prohibit'].includes(lemma)) return 'hypothetical';
  return ['consider', 'plan', 'threaten', 'avoid', 'risk', 'suggest', 'propose'].includes(lemma) && preposition === null ? 'hypothetical' : 'asserted';
}

/** How a noun stands under the clause that holds it. `preposition` is what joins them; null for a subject or object. */
export function stanceOfNoun(sentence: Sentence, noun: Noun, clause: Clause | null, preposition: string | null, isSubject: boolean): Modality {
  const { words } = sentence;
  let stance: Modality = 'asserted';
  for (let at = noun.from; at < noun.to; at++) {
    const lower = words[at]?.lower ?? '';
    if (allegedWords.has(lower) || lower === 'accused') stance = stronger(stance, 'alleged');
    else if (supposedWords.has(lower)) stance = stronger(stance, 'hypothetical');
    else if (noAct.has(lower) && at === noun.from) stance = stronger(stance, 'denied');
  }
  stance = stronger(stronger(stance, nounBefore(sentence, firstOfList(sentence, noun))), yetToBe(sentence, noun));
  if (!clause) return stance;
  const { lemma } = clause.verb;
  if (preposition === null && !isSubject && TAKEN_AS_HAPPENED.has(lemma) && words[noun.from]?.lower !== 'any') return stance;
  if (isSubject) return OCCURS.has(lemma) || clause.passive ? stronger(stance, stanceOfClause(sentence, clause)) : stance;
  if (preposition === null && deniedBy.has(lemma)) return 'denied';
  if ((preposition === 'of' || preposition === 'with' || preposition === 'on') && allegedBy.has(lemma)) return stronger(stance, 'alleged');
  if (
    (preposition === 'for' && ['call', 'press', 'appeal', 'push', 'plead', 'ask', 'join'].includes(lemma)) ||
    (preposition === null && demandedBy.has(lemma) && lemma !== 'call')
  )
    return stronger(stance, 'demanded');
  if (preposition === null && ['plan', 'fear', 'threaten', 'prevent', 'avert', 'risk', 'consider', 'propose', 'discuss'].includes(lemma))
    return stronger(stance, 'hypothetical');
  const outer = stanceOfClause(sentence, clause);
  // "reportedly died as a result of torture": a hedge covers what hangs on its verb, a modal verb or negation does not.
  // "should depend on an inquiry into the killings": an event that is not yet is no more than its clause.
  const indefinite = ['a', 'an'].includes(words[noun.from]?.lower ?? '') && ['on', 'upon', 'for', 'with', 'to'].includes(preposition ?? '');
  return preposition === null || (indefinite && outer !== 'denied') ? stronger(stance, outer) : stronger(stance, ownHedge(sentence, clause));
}

/** "a resolution, which will be put to the vote", "her trial, which is due to open": what its relative clause says is yet to be. */
function yetToBe(sentence: Sentence, noun: Noun): Modality {
  const at = sentence.phrases.indexOf(noun);
  // Its own, or that of what hangs on it: "a resolution on the fire, which …".
  const clause = sentence.clauses.find((each) => each.link === 'relative' && each.index > at && each.index - at < 10);
  if (clause && sentence.phrases.slice(at, clause.index).some((each) => each.sort === 'verb')) return 'asserted';
  if (!clause || !(OCCURS.has(clause.verb.lemma) || TAKEN_UP.has(clause.verb.lemma))) return 'asserted';
  if (clause.verb.lemma === 'schedule') return 'future';
  const own = ownStance(sentence, clause);
  return own === 'future' || own === 'hypothetical' ? own : 'asserted';
}

const TAKEN_UP = new Set(['put', 'hold', 'adopt', 'hear', 'schedule', 'deliver', 'issue', 'vote']);

/** Verbs that say of their subject that it takes place. */
const OCCURS = new Set(['occur', 'happen', 'take', 'begin', 'start', 'open', 'resume', 'continue', 'follow', 'be', 'go', 'break', 'erupt']);

/** Verbs whose object has happened whether they are done or not: "failed to investigate the killing". */
const TAKEN_AS_HAPPENED = new Set(['investigate', 'probe', 'condemn', 'denounce', 'mourn', 'commemorate', 'punish', 'prosecute', 'avenge', 'forget']);

const NOTHING_OF = new Set([
  'evidence',
  'sign',
  'signs',
  'trace',
  'traces',
  'proof',
  'indication',
  'record',
  'report',
  'reports',
  'case',
  'cases',
  'knowledge',
]);

/** The first noun of "torture or killings", which the words before it govern together; at most a few back. */
function firstOfList({ phrases }: Sentence, noun: Noun): Noun {
  let at = phrases.indexOf(noun);
  let first = noun;
  for (let steps = 0; steps < 4 && at > 1; steps++) {
    const joint = phrases[at - 1];
    const before = phrases[at - 2];
    if (!(joint?.sort === 'conjunction' || (joint?.sort === 'comma' && first !== noun)) || before?.sort !== 'noun') break;
    first = before;
    at -= 2;
  }
  return first;
}

/** "allegations of torture", "calls for his release", "without charge": the noun or preposition right before. */
function nounBefore(sentence: Sentence, noun: Noun): Modality {
  const { words } = sentence;
  const preposition = words[noun.from - 1]?.lower ?? '';
  if (preposition === 'without' || noAct.has(words[noun.from]?.lower ?? '')) return 'denied';
  // "no evidence of torture"
  if (preposition === 'of' && noAct.has(words[noun.from - 3]?.lower ?? '') && NOTHING_OF.has(words[noun.from - 2]?.lower ?? '')) return 'denied';
  if (!['of', 'for', 'about'].includes(preposition)) return 'asserted';
  const head = words[noun.from - 2]?.lower ?? '';
  if (preposition !== 'for' && allegationNouns.has(head)) return 'alleged';
  if (preposition === 'for' && (demandNouns.has(head) || head === 'calling')) return 'demanded';
  return preventNouns.has(head) && preposition === 'of' ? 'hypothetical' : 'asserted';
}
