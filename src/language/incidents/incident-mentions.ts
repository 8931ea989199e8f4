// Mentions of incidents by a verb: what happened, and the noun phrases that take part in it.
import type { Span } from '../../base/span.ts';
import type { Modality } from '../../model/vocabulary.ts';
import type { Sentence } from '../analysis.ts';
import type { Clause } from '../clause.ts';
import { stanceOfClause } from '../claims/stance.ts';
import { nounGroup } from '../gather.ts';
import { singular } from '../lexicon.ts';
import type { Noun } from '../phrases.ts';
import { BLAMES, HARMED, ONTO, PLACED, PLACING, TYPE_OF_NOUN, TYPE_OF_VERB, isPerpetratorWord, isWeapon, type IncidentType } from './incident-words.ts';

export type IncidentMention = {
  readonly rule: string;
  /** Null: it adds to an incident told elsewhere, and is none of its own ("the front claimed responsibility"). */
  readonly type: IncidentType | null;
  readonly sentence: number;
  readonly trigger: Span;
  readonly actors: readonly Noun[];
  readonly patients: readonly Noun[];
  /** What it was done with. */
  readonly tools: readonly Noun[];
  readonly modality: Modality;
};

/** What a rule makes of a clause; what it leaves out is as the verb's voice has it. */
type Found = Partial<IncidentMention> & Pick<IncidentMention, 'rule' | 'type'>;

/** A clause with what the rules ask of it. */
type View = {
  readonly sentence: Sentence;
  readonly clause: Clause;
  readonly patients: readonly Noun[];
  readonly doers: readonly Noun[];
  /** Last words of the patients, in the singular. */
  readonly heads: readonly string[];
  /** The four words behind the verb. */
  readonly after: readonly string[];
};

export const headOf = (sentence: Sentence, noun: Noun): string => singular(sentence.words[noun.head]?.lower ?? '');

export const nounsAfter = (clause: Clause, prepositions: ReadonlySet<string>): readonly Noun[] =>
  clause.attached.flatMap(({ preposition, nouns }) => (prepositions.has(preposition) ? nouns : []));

const BY = new Set(['by']);
const TO = new Set(['to']);
const AS = new Set(['as']);
const WITH = new Set(['with', 'using']);
const SHOT_AT = new Set(['on', 'at', 'against']);

export function verbMention(sentence: Sentence, index: number, clause: Clause): IncidentMention | null {
  const patients = clause.passive ? clause.subject : clause.objects;
  const doers = clause.passive ? nounsAfter(clause, BY) : doersOf(clause);
  const after = sentence.words.slice(clause.verb.head + 1, clause.verb.head + 5).map((each) => each.lower);
  const view: View = { sentence, clause, patients, doers, heads: patients.map((each) => headOf(sentence, each)), after };
  const found = blast(view) ?? idiom(view) ?? aftermath(view) ?? plainVerb(view);
  if (!found) return null;
  const word = sentence.words[clause.verb.head];
  return {
    sentence: index,
    trigger: { start: word?.start ?? 0, end: word?.end ?? 0 },
    modality: stanceOfClause(sentence, clause),
    actors: doers,
    patients,
    tools: nounsAfter(clause, WITH),
    ...found,
  };
}

/** Who does it: its subject, that of the clause that it hangs on ("men entered the hall, killing two"), or who is blamed for it. */
function doersOf(clause: Clause): readonly Noun[] {
  const { governor } = clause;
  if (governor && clause.link === 'gerund' && BLAMES.has(governor.verb.lemma)) return governor.passive ? governor.subject : governor.objects;
  if (clause.subject.length > 0 || !governor || governor.passive) return clause.subject;
  return clause.link === 'infinitive' || clause.link === 'gerund' || clause.link === 'participle' ? governor.subject : [];
}

const VEHICLES = new Set(['car', 'truck', 'van', 'vehicle', 'bus', 'motorcycle', 'automobile']);

/** Bombs laid, thrown or gone off. */
function blast({ sentence, clause, patients, doers, heads, after }: View): Found | null {
  const { lemma } = clause.verb;
  if (PLACING.has(lemma) && heads.some((each) => PLACED.has(each)))
    return { rule: 'incident.placed', type: 'bombing', patients: nounsAfter(clause, ONTO), tools: patients };
  if (lemma === 'blow' && after.includes('up')) return { rule: 'incident.blown', type: 'bombing' };
  if (lemma !== 'explode' && lemma !== 'detonate' && !(lemma === 'go' && after[0] === 'off')) return null;
  const what = [...patients, ...clause.subject];
  if (!what.some((each) => PLACED.has(headOf(sentence, each)) || VEHICLES.has(headOf(sentence, each)))) return null;
  return { rule: 'incident.exploded', type: 'bombing', actors: clause.objects.length > 0 ? doers : [], patients: nounsAfter(clause, ONTO), tools: what };
}

/** Verbs that tell of an incident only with other words: "set fire to", "took hostage", "opened fire on". */
function idiom({ sentence: { words }, clause, patients, heads, after }: View): Found | null {
  const { lemma } = clause.verb;
  if (lemma === 'set' && heads.includes('fire')) return { rule: 'incident.fire', type: 'arson', patients: nounsAfter(clause, TO) };
  if (lemma === 'set' && (after.includes('ablaze') || (after.includes('on') && after.includes('fire'))))
    return { rule: 'incident.fire', type: 'arson', patients };
  const asHostages = nounsAfter(clause, AS).filter((each) => words.slice(each.from, each.to).some((word) => word.lower.startsWith('hostage')));
  if ((lemma === 'take' || lemma === 'hold') && asHostages.length > 0)
    return { rule: 'incident.hostage', type: 'kidnapping', patients: nounsAfter(clause, AS) };
  if ((lemma === 'take' || lemma === 'hold') && (after.includes('hostage') || after.includes('hostages')))
    return { rule: 'incident.hostage', type: 'kidnapping' };
  if ((lemma === 'cause' || lemma === 'inflict') && (heads.includes('damage') || heads.includes('destruction')))
    return { rule: 'incident.damage', type: 'attack', patients: nounsAfter(clause, TO), actors: [] };
  if (lemma === 'open' && heads.includes('fire')) return { rule: 'incident.fired', type: 'attack', patients: nounsAfter(clause, SHOT_AT) };
  return null;
}

/** Verbs that tell of a weapon in somebody's hands. */
const ARMED = new Set(['fire', 'use', 'carry', 'wield', 'point', 'hurl', 'throw', 'launch']);

/** Whose object "responsibility" makes their subject the one who did it. */
const OWNS_UP = new Set(['claim', 'accept', 'admit', 'assume', 'acknowledge', 'take']);

/** What adds to an incident that other words tell of: who claimed it, who is blamed, who died, who was freed. */
function aftermath({ sentence, clause, patients, heads, after }: View): Found | null {
  const { lemma } = clause.verb;
  if (ARMED.has(lemma) && heads.some(isWeapon)) return { rule: 'incident.armed', type: null, patients: [], tools: patients };
  if (lemma === 'arm' && clause.attached.some((each) => each.preposition === 'with')) return { rule: 'incident.armed', type: null, actors: [], patients: [] };
  if (OWNS_UP.has(lemma) && heads.includes('responsibility')) return { rule: 'incident.claimed', type: null, actors: doersOf(clause), patients: [] };
  if (lemma === 'be' && after.slice(0, 3).includes('responsible')) return { rule: 'incident.responsible', type: null, actors: clause.subject, patients: [] };
  if (lemma === 'attribute') return { rule: 'incident.blamed', type: null, actors: nounsAfter(clause, TO), patients: [] };
  if (lemma === 'blame') {
    const blamed = [...patients, ...nounsAfter(clause, new Set(['on']))].filter((each) => !TYPE_OF_NOUN.has(headOf(sentence, each)));
    return { rule: 'incident.blamed', type: null, actors: blamed, patients: [] };
  }
  // The gunmen who escape are no victims.
  const gotAway = lemma === 'escape' && clause.subject.some((each) => isPerpetratorWord(headOf(sentence, each)));
  if ((lemma === 'die' || lemma === 'escape' || lemma === 'survive') && !gotAway)
    return { rule: `incident.${lemma}`, type: null, actors: [], patients: clause.subject };
  if (lemma === 'release' || lemma === 'free' || lemma === 'rescue') return { rule: 'incident.freed', type: null, actors: [], patients };
  if (lemma === 'take' && (heads.includes('life') || heads.includes('live')))
    return { rule: 'incident.kill', type: 'attack', patients: whoseLife(sentence, patients) };
  if (lemma === 'identify' && clause.passive && (isAboutHarmed(sentence, clause) || sentence.words.some((word) => HARM.test(word.lower))))
    return { rule: 'incident.identified', type: null, actors: [], patients: nounsAfter(clause, AS) };
  if (lemma === 'be' && isAboutHarmed(sentence, clause)) return { rule: 'incident.listed', type: null, actors: [], patients: clause.objects };
  return null;
}

const HARM = /^(?:killed|wounded|injured|murdered|kidnapped|slain)$/;

/** "took the lives of Ana Kolar and Jan Dray". */
function whoseLife({ words, phrases }: Sentence, [life]: readonly Noun[]): readonly Noun[] {
  const at = life ? phrases.indexOf(life) : -1;
  const of = phrases[at + 1];
  return at >= 0 && of?.sort === 'preposition' && of.lower === 'of' ? nounGroup({ words, phrases }, at + 2).nouns : [];
}

/** "the victims were …", "one of the wounded is …", "the man who was killed was identified as …". */
const isAboutHarmed = (sentence: Sentence, clause: Clause): boolean =>
  clause.subject.some(
    (each) =>
      HARMED.has(headOf(sentence, each)) || sentence.words.slice(each.from, Math.min(each.to + 6, clause.verb.from)).some((word) => HARM.test(word.lower)),
  );

const SHOT = new Set(['shot', 'gun', 'weapon', 'bullet', 'rifle']);

/** A verb that tells of an incident by itself. */
function plainVerb({ clause, patients, heads }: View): Found | null {
  const { lemma } = clause.verb;
  const type = TYPE_OF_VERB.get(lemma);
  if (!type) return null;
  const at = lemma === 'fire' || lemma === 'shoot' ? nounsAfter(clause, SHOT_AT) : [];
  if (lemma === 'fire' && at.length === 0 && !heads.some((each) => SHOT.has(each))) return null;
  // "riddled with bullets" tells of wounds; the weapon is not named.
  const tools = lemma === 'riddle' ? { tools: [] } : {};
  return { rule: `incident.${lemma}`, type, patients: [...(lemma === 'fire' ? [] : patients), ...at], ...tools };
}
