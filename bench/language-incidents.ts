// MUC-4 through GTT: suggestions as incident types and role fillers, scored by document (see ../shared/data/README.md).
import type { Proposal } from '../src/model/claim.ts';

type Mention = readonly [string, number];
type Template = { readonly incident_type: string } & {
  readonly [role in 'PerpInd' | 'PerpOrg' | 'Target' | 'Victim' | 'Weapon']: readonly (readonly Mention[])[];
};
export type IncidentDocument = { readonly docid: string; readonly doctext: string; readonly templates: readonly Template[] };
export type Incident = { readonly types: ReadonlySet<string>; readonly fillers: ReadonlyMap<string, readonly string[]> };

const ROLES = ['PerpInd', 'PerpOrg', 'Target', 'Victim', 'Weapon'] as const;

const BOMBS = /\b(?:bomb\w*|explo\w+|dynamit\w*|detonat\w*|grenade\w*)\b/;
const FIRES = /\b(?:burn\w*|torch\w*|arson|set fire|set on fire|fires?)\b/;

/** Fighting among armed forces is no incident of MUC-4's. */
const MILITARY =
  /(?:soldiers?|troops|guerrillas?|rebels?|terrorists?|combatants?|patrol|battalion|army|fighters?|guards?men|units?|forces?|subversives|insurgents|column|contras|extremists?|criminals?|traffickers?|positions?)$/;
const STATE = /\b(?:army|troops|police|government|security forces|armed forces|soldiers|military|air force|authorities)\b/;

/** The sentence that a claim stands in. */
function sentenceOf(text: string, claim: Proposal): string {
  const start = text.lastIndexOf('. ', claim.quote.start) + 1;
  const end = text.indexOf('. ', claim.quote.end);
  return text.slice(Math.max(0, start), end < 0 ? text.length : end);
}

/** Incident type of a claim, by its kind and its own words; null where it is none of MUC-4's. */
function typeOf(claim: Proposal, sentence: string): string | null {
  if (claim.modality === 'hypothetical' || claim.modality === 'future' || claim.modality === 'denied' || claim.modality === 'demanded') return null;
  const targets = claim.roles.target ?? [];
  const actors = claim.roles.actor ?? [];
  if (claim.kind === 'abduction') return targets.length > 0 ? 'kidnapping' : null;
  if (!['attack', 'killing', 'massacre'].includes(claim.kind)) return null;
  const bombed = BOMBS.test(claim.quote.exact) || (claim.kind === 'attack' && BOMBS.test(sentence));
  if (targets.length === 0 && actors.length === 0 && !bombed) return null;
  if (
    targets.some((each) => MILITARY.test(each)) ||
    (targets.length === 0 && actors.some((each) => STATE.test(each)) && !bombed) ||
    /\b(?:clash|combat|fighting|battle|offensive|violence|war)\w*/.test(claim.quote.exact)
  )
    return null;
  if (bombed) return 'bombing';
  return FIRES.test(claim.quote.exact) && claim.kind === 'attack' ? 'arson' : 'attack';
}

const PEOPLE =
  /(?:er|ers|or|ors|ist|ists|man|men|people|ants?|ents?|ians?|sons?|priests?|judges?|civilians?|guards?|wife|children|child|daughter|brothers?|police|nuns?|jesuits?|mayor|girls?|boys?|\d+|[a-z]+[aoz])$/;
/** Victims that MUC-4's templates leave out unless counted. */
const GENERIC = /^(?:people|persons?|civilians|citizens|victims|peasants|man|men|women|children|others|population|innocent people|leaders|members|policemen)$/;
const THINGS =
  /(?:office|offices|building|buildings|house|houses|home|homes|embassy|bank|vehicle|vehicles|car|cars|bus|buses|bridge|pylons?|towers?|station|stations|pipeline|headquarters|base|barracks|school|company|plant|facilities|farm|town|truck|trucks|airport|store|restaurant|garrison|lines|posts?|hotel|aircraft|helicopter|residence|installations?|substation|church|newspaper|power|jeep|train|city|village)$/;
const ORGANIZATIONS =
  /\b(?:front|army|eln|farc|fmln|mrta|cartel|command|forces?|movement|liberation|extraditables|organization|group|party|m-19|epl|urng|path|luminoso|unit|government|battalion)\b/;

/** What a document's suggestions say in MUC-4's terms. */
export function incidentRoles(claims: readonly Proposal[], text: string): Incident {
  const types = new Set<string>();
  const fillers = new Map<string, readonly string[]>();
  const put = (role: string, filler: string): void => {
    const list = fillers.get(role) ?? [];
    if (!list.some((each) => lastWord(each) === lastWord(filler))) fillers.set(role, [...list, filler]);
  };
  if (/\b(?:robbed|robbery|looted|stole)\b/.test(text) && claims.some((each) => each.kind === 'attack')) types.add('robbery');
  if (types.size > 0 || claims.some((each) => each.kind === 'attack')) for (const each of claimants(text)) put('PerpOrg', each);
  for (const claim of claims) {
    const sentence = sentenceOf(text, claim);
    const type = typeOf(claim, sentence);
    if (!type) continue;
    types.add(type);
    for (const actor of claim.roles.actor ?? []) {
      const [first = ''] = actor.split(' ');
      if (/^(?:eln|farc|fmln|mrta|epl|urng|m-19)$/.test(first) && actor !== first) put('PerpOrg', first);
      put(ORGANIZATIONS.test(actor) && !MILITARY.test(actor) ? 'PerpOrg' : 'PerpInd', actor);
    }
    for (const target of claim.roles.target ?? [])
      if (!GENERIC.test(target))
        put(THINGS.test(target.toLowerCase()) ? 'Target' : PEOPLE.test(target.toLowerCase()) || claim.kind !== 'attack' ? 'Victim' : 'Target', target);
    for (const weapon of sentence.match(/\b(?:car bombs?|bombs?|dynamite|grenades?|rockets?|mines?|machineguns?|rifles?|mortars?|explosives?)\b/g) ?? [])
      put('Weapon', weapon);
  }
  return { types, fillers };
}

/** "The front claimed responsibility for the attack." */
function claimants(text: string): readonly string[] {
  return [...text.matchAll(/\b([a-z0-9-]+(?: [a-z-]+){0,3})(?:,)? (?:has |have |today )?claimed (?:the )?responsibility/g)]
    .map((each) => each[1] ?? '')
    .filter((each) => each !== '');
}

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
