// Mentions of incidents by a noun: "the murder of the judge by two men", "a dynamite attack on the bank", "his kidnappers".
import type { Sentence } from '../analysis.ts';
import type { Clause } from '../clause.ts';
import { stanceOfNoun } from '../claims/stance.ts';
import { gather } from '../gather.ts';
import type { Noun } from '../phrases.ts';
import { ownerNoun } from '../subjects.ts';
import { headOf, nounsAfter, type IncidentMention } from './incident-mentions.ts';
import { ARMED_GROUPS, BLAMES, DOES, IS_IN, STRIKES, TYPE_OF_DOER, TYPE_OF_NOUN, isExplosive } from './incident-words.ts';

/** The noun, and the clause that holds it: as its subject, or through a preposition, or as its object. */
type Held = { readonly sentence: Sentence; readonly noun: Noun; readonly clause: Clause | null; readonly isSubject: boolean; readonly through: string | null };

const STRUCK = new Set(['of', 'against', 'on', 'at']);
const DONE_BY = new Set(['by', 'to']);

export function nounMention(sentence: Sentence, index: number, noun: Noun, at: number): IncidentMention | null {
  const word = headOf(sentence, noun);
  const doer = TYPE_OF_DOER.get(word);
  const own = TYPE_OF_NOUN.get(word);
  if (!doer && own === undefined && word !== 'death' && word !== 'body') return null;
  const right = gather(sentence, at + 1, 'never', true);
  const behind = (names: ReadonlySet<string>): readonly Noun[] => right.attached.flatMap((each) => (names.has(each.preposition) ? each.nouns : []));
  const held = holderOf(sentence, noun);
  const owner = noun.owner ? [ownerNoun(noun, noun.owner)] : [];
  const strikes = STRIKES.has(word);
  const bombed = own !== undefined && explosivesBefore(sentence, noun);
  const head = sentence.words[noun.head];
  return {
    rule: `incident.noun.${word}`,
    type: doer ?? (bombed && own === 'attack' ? 'bombing' : (own ?? null)),
    sentence: index,
    trigger: { start: head?.start ?? 0, end: head?.end ?? 0 },
    actors: [...behind(new Set(['by'])), ...(strikes ? owner : []), ...actorsThrough(held), ...(strikes ? groupsBefore(sentence, noun) : [])],
    patients: [...behind(STRUCK), ...(strikes ? [] : owner), ...struckThrough(held)],
    tools: strikes ? [noun, ...behind(new Set(['with']))] : behind(new Set(['with'])),
    modality: stanceOfNoun(sentence, noun, held.clause, held.through, held.isSubject),
  };
}

function holderOf(sentence: Sentence, noun: Noun): Held {
  const clause =
    sentence.clauses.find((each) => each.objects.includes(noun) || each.subject.includes(noun) || each.attached.some((one) => one.nouns.includes(noun))) ??
    null;
  const through = clause?.attached.find((one) => one.nouns.includes(noun))?.preposition ?? null;
  return { sentence, noun, clause, isSubject: clause?.subject.includes(noun) ?? false, through };
}

/** Who the clause around the noun says did it: "guerrillas carried out the attack", "was charged with the murder". */
function actorsThrough({ clause, isSubject, through }: Held): readonly Noun[] {
  if (!clause) return [];
  const { lemma } = clause.verb;
  const undone = isSubject && (clause.passive || clause.objects.length === 0);
  if (undone && DOES.has(lemma)) return nounsAfter(clause, DONE_BY);
  if (!isSubject && through === null && DOES.has(lemma)) return clause.passive ? [] : clause.subject;
  if (through !== null && IS_IN.has(lemma)) return clause.subject;
  if (through !== null && BLAMES.has(lemma)) return clause.passive ? clause.subject : clause.objects;
  return [];
}

const PLACES = new Set(['on', 'against', 'at', 'near', 'outside', 'inside', 'between', 'behind', 'beside']);

/** What the clause around the noun says was struck: "the attack was staged on the bank", "the explosion took place outside the bank". */
function struckThrough({ clause, isSubject }: Held): readonly Noun[] {
  if (!clause || !isSubject) return [];
  if (clause.passive && DOES.has(clause.verb.lemma)) return nounsAfter(clause, STRUCK);
  return ['occur', 'happen', 'take', 'report', 'hear', 'register', 'record'].includes(clause.verb.lemma) ? nounsAfter(clause, PLACES) : [];
}

const wordsBefore = (sentence: Sentence, noun: Noun): readonly string[] => sentence.words.slice(noun.from, noun.head).map((each) => each.lower);

/** "a dynamite attack", "the car bomb attack". */
const explosivesBefore = (sentence: Sentence, noun: Noun): boolean => wordsBefore(sentence, noun).some(isExplosive);

/** "the fmln attack": the group's name stands before the noun. */
const groupsBefore = (sentence: Sentence, noun: Noun): readonly Noun[] =>
  wordsBefore(sentence, noun).flatMap((lower, n) =>
    ARMED_GROUPS.has(lower) ? [{ ...noun, from: noun.from + n, to: noun.from + n + 1, head: noun.from + n, owner: null }] : [],
  );
