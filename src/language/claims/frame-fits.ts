// Whether a clause fits a frame: its verb's voice, its object and subject, and the words that the frame asks for or forbids.
import { familyOf } from '../../model/vocabulary.ts';
import type { Sentence } from '../analysis.ts';
import type { Clause } from '../clause.ts';
import type { Noun } from '../phrases.ts';
import type { Stage } from './draft.ts';
import { FRAMES_BY_NOUN, type Frame } from './frames.ts';
import { isPeople } from './noun-kinds.ts';

export const headOf = (sentence: Sentence, noun: Noun): string => sentence.words[noun.head]?.lower ?? '';

/** "one of the three cases": what is counted. */
export function countedOf({ phrases, words }: Sentence, noun: Noun): Noun {
  const of = phrases[phrases.indexOf(noun) + 2];
  const counts = ['NUM', 'DET'].includes(words[noun.head]?.tag ?? '') && words[noun.to]?.lower === 'of';
  return counts && of?.sort === 'noun' ? of : noun;
}

/** The nouns that the verb acts on, whichever voice it is in. */
export const patients = (clause: Clause): readonly Noun[] => (clause.passive ? [...clause.subject, ...clause.objects] : clause.objects);

/** Words of the clause after its verb, a little past its end. */
function wordsAfter(sentence: Sentence, clause: Clause): readonly string[] {
  const end = sentence.phrases[Math.min(sentence.phrases.length - 1, Math.max(clause.to, clause.index + 5))]?.to ?? clause.verb.to;
  return sentence.words.slice(clause.verb.to, end).map((each) => each.lower);
}

export function fits(stage: Stage, clause: Clause, frame: Frame): boolean {
  const { sentence } = stage;
  const heads = patients(clause).map((each) => headOf(sentence, each));
  const prepositions = clause.attached.map((each) => each.preposition);
  const after = wordsAfter(sentence, clause);
  if (frame.notObject && heads.some((each) => frame.notObject?.has(each))) return false;
  if (frame.object && !patients(clause).some((each) => objectFits(stage, each, frame.object ?? new Set()))) return false;
  if (
    frame.objectModifier &&
    !patients(clause).some((each) => sentence.words.slice(each.from, each.head).some((word) => frame.objectModifier?.has(word.lower)))
  )
    return false;
  if (frame.objectTo && !patients(clause).some(({ to }) => sentence.words[to]?.lower === 'to' && frame.objectTo?.has(sentence.words[to + 1]?.lower ?? '')))
    return false;
  if (frame.subject && !clause.subject.some((each) => objectFits(stage, each, frame.subject ?? new Set()))) return false;
  if (frame.passive && !clause.passive) return false;
  if (frame.progressive && !goesOnStill(sentence, clause)) return false;
  if (frame.with && !prepositions.some((each) => frame.with?.has(each))) return false;
  if (frame.notWith && prepositions.some((each) => frame.notWith?.has(each))) return false;
  if (frame.withWords && !after.some((each) => frame.withWords?.has(each))) return false;
  if (frame.notWithWords && after.some((each) => frame.notWithWords?.has(each))) return false;
  if (
    frame.adverb &&
    // "pleaded not guilty" is no plea of guilt.
    !after.slice(0, 5).some((each, n) => frame.adverb?.has(each) && after[n - 1] !== 'not') &&
    !sentence.words.slice(clause.verb.from, clause.verb.to).some((each) => frame.adverb?.has(each.lower))
  )
    return false;
  return fitsComplement(stage, clause, frame);
}

/** "is being held", "has been held since May", "was held for two years". */
function goesOnStill(sentence: Sentence, clause: Clause): boolean {
  const group = sentence.words.slice(clause.verb.from, clause.verb.to).map((each) => each.lower);
  if (group.includes('being') || (clause.passive && ['is', 'are'].includes(group[0] ?? ''))) return true;
  const lasting =
    clause.whens.some((each) => ['since', 'for', 'until', 'between', 'from'].includes(each.preposition ?? '')) ||
    sentence.words[clause.verb.to]?.lower === 'since';
  return lasting && clause.passive;
}

function fitsComplement(stage: Stage, clause: Clause, frame: Frame): boolean {
  const { sentence } = stage;
  const below = sentence.clauses.filter((each) => each.governor === clause);
  if (frame.infinitive && !below.some((each) => each.link === 'infinitive' && frame.infinitive?.has(each.verb.lemma))) return false;
  if (frame.anyInfinitive && !below.some((each) => each.link === 'infinitive')) return false;
  if (frame.clause && !below.some((each) => each.link === 'that' || each.link === 'infinitive')) return false;
  if (frame.notClause && below.some((each) => each.link === 'that')) return false;
  if (frame.orgOnly && !patients(clause).some((each) => sentence.words[each.head]?.tag === 'NNP')) return false;
  if (frame.rule === 'command.verb' && clause.passive && !clause.attached.some((each) => each.preposition === 'by')) return false;
  if (frame.negative)
    return (
      clause.verb.negated ||
      [...clause.subject, ...clause.objects].some((each) => ['no', 'little', 'nobody', 'none', 'nothing'].includes(sentence.words[each.from]?.lower ?? ''))
    );
  return true;
}

/** Whether a noun is one of `wanted`; 'people' stands for persons and groups, 'harm' for nouns that have a frame of harm. */
function objectFits(stage: Stage, counting: Noun, wanted: ReadonlySet<string>): boolean {
  const { sentence } = stage;
  const noun = countedOf(sentence, counting);
  const head = headOf(sentence, noun);
  if (wanted.has(head) || wanted.has(sentence.words[noun.head]?.lemma ?? '')) return true;
  if (wanted.has('harm') && (FRAMES_BY_NOUN.get(sentence.words[noun.head]?.lemma ?? '') ?? []).some((each) => familyOf(each.kind) === 'harm')) return true;
  return wanted.has('people') && isPeople(stage, noun);
}
