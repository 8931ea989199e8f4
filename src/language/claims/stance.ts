// How a source stands to what it says, and who the source is. Read from the words that govern a clause or noun.
import type { Span } from '../../base/span.ts';
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

/** The stance of a clause: its own words, then those of what it hangs on, up to where somebody's words begin. */
export function stanceOfClause(sentence: Sentence, clause: Clause): Modality {
  let stance = ownStance(sentence, clause);
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

/** Modal verbs, negation and hedging adverbs of the clause itself. */
export function ownStance(sentence: Sentence, clause: Clause): Modality {
  const { modal, negated } = clause.verb;
  const first = clause.subject[0];
  if (negated || (first && noAct.has(sentence.words[first.from]?.lower ?? ''))) return 'denied';
  if (clause.link === 'condition') return 'hypothetical';
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
  if (demandedBy.has(lemma)) return 'demanded';
  return supposedBy.has(lemma) ? 'hypothetical' : 'asserted';
}

function gerundStance(lemma: string, preposition: string | null): Modality {
  if (deniedBy.has(lemma)) return 'denied';
  if ((preposition === 'of' || preposition === 'with') && allegedBy.has(lemma)) return 'alleged';
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
  stance = stronger(stance, nounBefore(sentence, noun));
  if (!clause) return stance;
  const { lemma } = clause.verb;
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
  return preposition === null ? stronger(stance, outer) : outer === 'hypothetical' || outer === 'future' || outer === 'demanded' ? stance : stance;
}

/** Verbs that say of their subject that it takes place. */
const OCCURS = new Set(['occur', 'happen', 'take', 'begin', 'start', 'open', 'resume', 'continue', 'follow', 'be', 'go', 'break', 'erupt']);

/** "allegations of torture", "calls for his release", "without charge": the noun or preposition right before. */
function nounBefore(sentence: Sentence, noun: Noun): Modality {
  const { words } = sentence;
  const preposition = words[noun.from - 1]?.lower ?? '';
  if (preposition === 'without') return 'denied';
  if (!['of', 'for', 'about'].includes(preposition)) return 'asserted';
  const head = words[noun.from - 2]?.lower ?? '';
  if (preposition !== 'for' && allegationNouns.has(head)) return 'alleged';
  if (preposition === 'for' && (demandNouns.has(head) || head === 'calling')) return 'demanded';
  return preventNouns.has(head) && preposition === 'of' ? 'hypothetical' : 'asserted';
}

export const isInside = (inner: Span, outer: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;
