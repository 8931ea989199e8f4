// The lists of data/incidents.en.json, ready to be asked.
import data from '../data/incidents.en.json' with { type: 'json' };
import { singular } from '../lexicon.ts';

export type IncidentType = keyof typeof data.types;

type Lists = (typeof data.types)[IncidentType];

const set = (list: string): ReadonlySet<string> => new Set(list.split(' '));

function byWord(part: keyof Lists): ReadonlyMap<string, IncidentType> {
  const table = new Map<string, IncidentType>();
  for (const [type, lists] of Object.entries(data.types) as [IncidentType, Lists][]) for (const word of lists[part].split(' ')) table.set(word, type);
  return table;
}

export const TYPE_OF_VERB = byWord('verbs');
export const TYPE_OF_NOUN = byWord('nouns');
/** Nouns that tell who did it by what they did: "murderer". */
export const TYPE_OF_DOER: ReadonlyMap<string, IncidentType> = new Map(
  data.doers.split(' ').map((each) => [each.split(':')[0] ?? '', each.endsWith(':kidnapping') ? 'kidnapping' : 'attack']),
);
export const PLACING = set(data.placing.verbs);
export const PLACED = set(data.placing.objects);
export const ONTO = set(data.placing.onto);
export const DOES = set(data.does);
export const IS_IN = set(data.isIn);
export const BLAMES = set(data.blames);
export const STRIKES = set(data.strikes);
export const HARMED = set(data.harmed);
export const ARMED_GROUPS = set(data.armedGroups);
export const ORGANIZATIONS = set(data.organizations);
export const DESCRIBED_BODIES = set(data.describedBodies);
export const STATE = set(data.state);

const has = (list: string): ((word: string) => boolean) => {
  const words = set(list);
  return (word) => words.has(word) || words.has(singular(word));
};
export const isCombatantWord = has(data.combatants);
export const isPerpetratorWord = has(data.perpetrators);
export const isThing = has(data.things);
export const isWeapon = has(data.weapons);
export const isExplosive = has(data.explosives);
export const isNoName = has(data.notNames);
/** "a group of men", "the entrance of the bank": the noun behind "of" is who or what is meant. */
export const standsForWhole = has(`${data.wholes} ${data.parts}`);
