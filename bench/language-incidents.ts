// MUC-4 through GTT: a document's incidents as incident types and role fillers, scored by document (see ../shared/data/README.md).
import type { Modality } from '../src/model/vocabulary.ts';
import type { Analysis } from '../src/language/analysis.ts';
import { STATE } from '../src/language/incidents/incident-words.ts';
import { incidentsOf, type Incident as Told } from '../src/language/incidents/incidents.ts';
import { organizationsIn } from '../src/language/incidents/party.ts';

type Mention = readonly [string, number];
type Template = { readonly incident_type: string } & {
  readonly [role in 'PerpInd' | 'PerpOrg' | 'Target' | 'Victim' | 'Weapon']: readonly (readonly Mention[])[];
};
export type IncidentDocument = { readonly docid: string; readonly doctext: string; readonly templates: readonly Template[] };
export type Incident = { readonly types: ReadonlySet<string>; readonly fillers: ReadonlyMap<string, readonly string[]> };

const ROLES = ['PerpInd', 'PerpOrg', 'Target', 'Victim', 'Weapon'] as const;

/** MUC-4 has what is told as done: no threats, plans or denials. */
const LEFT_OUT: ReadonlySet<Modality> = new Set(['hypothetical', 'future', 'denied', 'demanded']);
/** Nor fighting of armed forces, which these words mostly tell of. */
const COMBAT = /\.(?:raid|ambush|hit|bomb|noun\.bombing|noun\.raid|noun\.ambush)$/;
/** Words that say that somebody was harmed, whoever it was. */
const HARMING = /kill$|murder|assassin|shoot|kidnap|massacre|noun\.killing/;
/** "the murderers": who is only called by the deed. */
const DEED_ALONE = /noun\.(?:murderer|killer|assassin|kidnapper|abductor)$/;

const counts = ({ modality, rule }: { readonly modality: Modality; readonly rule: string }): boolean => !LEFT_OUT.has(modality) && !COMBAT.test(rule);

/** What a document's incidents say in MUC-4's terms: only named victims, no combatants alone, one filler a head. */
export function incidentRoles(analysis: Analysis): Incident {
  const types = new Set<string>();
  const fillers = new Map<string, readonly string[]>();
  const put = (role: string, name: string): void => {
    const list = fillers.get(role) ?? [];
    if (!list.some((each) => singularHead(each) === singularHead(name))) fillers.set(role, [...list, name]);
  };
  for (const incident of incidentsOf(analysis)) {
    const roles = countedRoles(incident);
    if (!roles) continue;
    types.add(incident.type);
    for (const each of roles.individuals) if (!DEED_ALONE.test(each.rule)) put('PerpInd', each.name);
    for (const each of roles.organizations) put('PerpOrg', each.name);
    for (const each of roles.targets) put('Target', each.name);
    for (const each of roles.victims) if (each.sort === 'person') put('Victim', each.name);
    for (const each of roles.weapons) put('Weapon', each.name);
  }
  const group = onlyGroup(analysis, fillers);
  if (group) put('PerpOrg', group);
  return { types, fillers };
}

/** The parties that count; null where the incident is none of MUC-4's. */
function countedRoles({ mentions, roles }: Told): Told['roles'] | null {
  const told = mentions.filter(counts);
  const kept: Told['roles'] = {
    individuals: roles.individuals.filter(counts),
    organizations: roles.organizations.filter(counts),
    targets: roles.targets.filter(counts),
    victims: roles.victims.filter(counts),
    weapons: roles.weapons.filter(counts),
  };
  const { victims, targets } = kept;
  if (told.length === 0 || (victims.length > 0 && targets.length === 0 && victims.every((each) => each.combatant))) return null;
  const harmed = victims.length > 0 && told.some((each) => HARMING.test(each.rule));
  const named = targets.length > 0 || victims.some((each) => each.sort === 'person');
  return named || harmed || kept.individuals.length > 0 || kept.organizations.length > 0 || kept.weapons.length > 0 ? kept : null;
}

const FIGHTERS = /guerrill|rebel|terrorist|commando|subversiv|insurgent|extremist|member|fighter|column|traffick/;
const NO_GROUP = /^(?:army|forces|force|government|military|police|command|unit|group|groups|organization|corps|party|regime)$/;

/** MUC-4 lays "the guerrillas" at the door of the group that the document is about: the one that it names most often. */
function onlyGroup(analysis: Analysis, fillers: ReadonlyMap<string, readonly string[]>): string | null {
  if ((fillers.get('PerpOrg') ?? []).length > 0 || !(fillers.get('PerpInd') ?? []).some((each) => FIGHTERS.test(each))) return null;
  const named = new Map<string, number>();
  for (const sentence of analysis.sentences)
    for (const { head } of organizationsIn(sentence, 0, sentence.words.length))
      if (!STATE.has(head) && !NO_GROUP.test(head)) named.set(head, (named.get(head) ?? 0) + 1);
  return [...named].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

const singularHead = (text: string): string => lastWord(text).replace(/s$/, '');

const lastWord = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s-]/gu, ' ')
    .trim()
    .split(/\s+/)
    .at(-1) ?? '';

type Count = { hit: number; said: number; gold: number };
const f1 = ({ hit, said, gold }: Count): number => Math.round((2000 * hit) / (said + gold || 1)) / 10;

/** Type F1 over documents, and micro F1 of fillers whose last word is that of a gold mention, one to one. */
export function scoreIncidents(
  docs: readonly IncidentDocument[],
  find: (doc: IncidentDocument) => Incident,
): { readonly type: number; readonly head: number; readonly typePrecision: number; readonly headPrecision: number } {
  const type: Count = { hit: 0, said: 0, gold: 0 };
  const head: Count = { hit: 0, said: 0, gold: 0 };
  for (const doc of docs) {
    const found = find(doc);
    const wanted = new Set(doc.templates.map((each) => each.incident_type.split(' / ')[0] ?? ''));
    type.said += found.types.size;
    type.gold += wanted.size;
    for (const each of found.types) if (wanted.has(each)) type.hit++;
    for (const role of ROLES) countRole(doc, role, found.fillers.get(role) ?? [], head);
  }
  return {
    type: f1(type),
    head: f1(head),
    typePrecision: Math.round((1000 * type.hit) / (type.said || 1)) / 10,
    headPrecision: Math.round((1000 * head.hit) / (head.said || 1)) / 10,
  };
}

function countRole(doc: IncidentDocument, role: (typeof ROLES)[number], said: readonly string[], count: Count): void {
  const entities = new Map<string, ReadonlySet<string>>();
  for (const template of doc.templates)
    for (const entity of template[role]) entities.set(JSON.stringify(entity), new Set(entity.map(([text]) => lastWord(text))));
  const rest = [...entities.values()];
  count.gold += rest.length;
  count.said += said.length;
  for (const each of said) {
    const at = rest.findIndex((heads) => heads.has(lastWord(each)));
    if (at < 0) continue;
    rest.splice(at, 1);
    count.hit++;
  }
}
