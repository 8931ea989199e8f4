// Incidents: the violent happenings that a document tells of, each pieced together from all that tells of it. They are an aid to
// reading (`inspect`), never a claim: who is named beside a happening is who its words name, with the stance of those words.
import type { Span } from '../../base/span.ts';
import type { Modality } from '../../model/vocabulary.ts';
import type { Analysis, Sentence } from '../analysis.ts';
import type { Noun } from '../phrases.ts';
import { verbMention, type IncidentMention } from './incident-mentions.ts';
import { groupsOf, type Groups } from './groups.ts';
import { isExplosive, type IncidentType } from './incident-words.ts';
import { nounMention } from './noun-mentions.ts';
import { isSurelyPerson, partiesOf, surnamesIn, type Party } from './party.ts';

export type IncidentRole = 'individuals' | 'organizations' | 'targets' | 'victims' | 'weapons';

/** A party with where its words stand to its part in it. */
export type IncidentParty = Party & {
  readonly modality: Modality;
  readonly rule: string;
  /** The fullest form that the document gives of its name. */
  readonly name: string;
};
export type Incident = {
  readonly type: IncidentType;
  readonly mentions: readonly (Span & { readonly rule: string; readonly modality: Modality })[];
  readonly roles: Readonly<Record<IncidentRole, readonly IncidentParty[]>>;
};

/** A mention with its parties told apart. */
type Told = { readonly mention: IncidentMention; readonly roles: Readonly<Record<IncidentRole, readonly IncidentParty[]>> };

type Open = {
  type: IncidentType;
  readonly told: Told[];
};

/** How many sentences back an incident is looked for that a mention without victim or target adds to. */
const REACH = 3;
/** The same, of what adds to an incident and is none of its own. */
const FAR = 8;

/** English. Linear in the length of the text: only the incidents of the sentences just before are looked at again. */
export function incidentsOf(analysis: Analysis): readonly Incident[] {
  const groups = groupsOf(analysis.sentences);
  const surnames = surnamesIn(analysis.sentences);
  const open: Open[] = [];
  /** Those that what follows may still add to. */
  const live: Open[] = [];
  for (const [index, sentence] of analysis.sentences.entries())
    for (const mention of mentionsIn(sentence, index)) {
      while (live.length > 0 && index - (live[0]?.told.at(-1)?.mention.sentence ?? 0) > FAR) live.shift();
      const opened = unite(live, { mention, roles: rolesOf(sentence, mention, { surnames, groups }) });
      if (opened) open.push(opened);
    }
  return open.map(incidentOf);
}

function mentionsIn(sentence: Sentence, index: number): readonly IncidentMention[] {
  if (sentence.isHeader) return [];
  const verbs = sentence.clauses.flatMap((clause) => verbMention(sentence, index, clause) ?? []);
  const nouns = sentence.phrases.flatMap((phrase, at) => (phrase.sort === 'noun' ? (nounMention(sentence, index, phrase, at) ?? []) : []));
  // What only adds to an incident comes behind those of its sentence: "the front claimed responsibility for the attack".
  return [...verbs, ...nouns, ...explosives(sentence, index)].toSorted((a, b) => Number(a.type === null) - Number(b.type === null));
}

/** "It held 20 kg of dynamite." */
function explosives(sentence: Sentence, index: number): readonly IncidentMention[] {
  const tools = sentence.phrases.filter((each) => each.sort === 'noun' && isExplosive(sentence.words[each.head]?.lower ?? ''));
  const [first] = tools;
  const word = first?.sort === 'noun' ? sentence.words[first.head] : undefined;
  if (!word) return [];
  const trigger = { start: word.start, end: word.end };
  const nouns = tools.filter((each) => each.sort === 'noun');
  return [{ rule: 'incident.explosive', type: null, sentence: index, trigger, actors: [], patients: [], tools: nouns, modality: 'asserted' }];
}

type Known = { readonly surnames: ReadonlySet<string>; readonly groups: Groups };

function rolesOf(sentence: Sentence, mention: IncidentMention, { surnames, groups }: Known): Told['roles'] {
  const parties = (nouns: readonly Noun[]): readonly Party[] => nouns.flatMap((each) => partiesOf(sentence, each, surnames));
  const actors = parties(mention.actors.flatMap((each) => withApposed(sentence, each)));
  const listed = parties(mention.patients.flatMap((each) => listedAfter(sentence, each))).filter((each) => each.sort === 'person' || each.sort === 'thing');
  const patients = [...parties(mention.patients.flatMap((each) => withApposed(sentence, each))), ...listed];
  const say = (party: Party, rule = mention.rule): IncidentParty => ({
    ...party,
    rule,
    modality: mention.modality,
    name: party.sort === 'organization' ? groups.nameOf(party) : party.text,
  });
  const individuals = actors.filter((each) => each.sort === 'person' || each.sort === 'people');
  const named = actors.filter((each) => each.sort === 'organization');
  const theirs = named.length > 0 ? [] : individuals.flatMap((each) => groups.ofPeople(each) ?? []);
  return {
    individuals: individuals.map((each) => say(each)),
    organizations: [...named.map((each) => say(each)), ...theirs.map((each) => say(each, 'incident.same-group'))],
    targets: patients.filter((each) => each.sort === 'thing').map((each) => say(each)),
    victims: patients
      .filter((each) => each.sort === 'people' || (each.sort === 'person' && (!HITS_THINGS.has(mention.rule) || isSurelyPerson(each))))
      .map((each) => say(each)),
    weapons: weaponsOf(sentence, mention).map((each) => say(each)),
  };
}

/** Verbs whose place or object is no person, though a word of no list may look like a name. */
const HITS_THINGS = new Set([
  'incident.placed',
  'incident.exploded',
  'incident.destroy',
  'incident.damage',
  'incident.burn',
  'incident.blown',
  'incident.attack',
  'incident.bomb',
  'incident.sabotage',
  'incident.rob',
  'incident.loot',
]);

/** What it was done with; of a bombing, every explosive that its sentence names. */
function weaponsOf(sentence: Sentence, mention: IncidentMention): readonly Party[] {
  const tools = [...mention.tools, ...mention.actors].flatMap((each) => weaponsIn(sentence, each));
  const blast = mention.type === 'bombing' || tools.some((each) => isExplosive(each.head));
  const all = blast ? sentence.phrases.flatMap((each) => (each.sort === 'noun' ? weaponsIn(sentence, each) : [])).filter((each) => isExplosive(each.head)) : [];
  return [...tools, ...all.filter((each) => !tools.some((tool) => tool.start === each.start))];
}

const weaponsIn = (sentence: Sentence, noun: Noun): readonly Party[] =>
  Array.from({ length: noun.to - noun.from }, (_, n) => noun.from + n)
    .flatMap((at) => partiesOf(sentence, { ...noun, from: at, to: at + 1, head: at, owner: null }, new Set()))
    .filter((each) => each.sort === 'weapon');

/** "the mayor, Jan Kral," and "Jan Kral, the mayor": both phrases name one person. */
function withApposed(sentence: Sentence, noun: Noun): readonly Noun[] {
  const { phrases } = sentence;
  const at = phrases.indexOf(noun);
  const of = phrases[at + 1];
  const past = of?.sort === 'preposition' && of.lower === 'of' && phrases[at + 2]?.sort === 'noun' ? at + 2 : at;
  const next = phrases[past + 2];
  const closes = phrases[past + 3];
  const apposed = phrases[past + 1]?.sort === 'comma' && next?.sort === 'noun' && (!closes || closes.sort === 'comma' || closes.sort === 'mark');
  return apposed ? [noun, next] : [noun];
}

/** Most phrases that a list is followed for. */
const LISTED = 60;

/** The nouns of a list that goes on behind a noun, up to where a clause begins: "Jan Kral, 24; the clerk Mira Halim, and …". */
function listedAfter({ phrases }: Sentence, noun: Noun): readonly Noun[] {
  const found: Noun[] = [];
  const start = phrases.indexOf(noun) + 1;
  if (start === 0) return found;
  for (let at = start; at < Math.min(phrases.length, start + LISTED); at++) {
    const phrase = phrases[at];
    if (!phrase || phrase.sort === 'verb' || phrase.sort === 'relative' || phrase.sort === 'subordinator') break;
    if (phrase.sort === 'preposition' && !['of', 'including', 'from'].includes(phrase.lower)) break;
    if (phrase.sort !== 'noun' || phrases[at - 1]?.sort === 'preposition') continue;
    const next = phrases[at + 1];
    if (next?.sort === 'verb' && next.form === 'finite') break;
    found.push(phrase);
  }
  return found;
}

/** What adds to an incident only where the words are of its sentence or the next. */
const NEAR_BY = new Set(['incident.responsible', 'incident.blamed', 'incident.armed', 'incident.explosive']);

/** Most incidents that a mention is held against, and most mentions of one. */
const HELD = 12;

/** Puts a mention to the live incident that it tells of, or opens one, which it gives. */
function unite(live: Open[], told: Told): Open | null {
  const { mention } = told;
  const near = live.slice(-HELD).findLast((each) => isOf(each, told));
  if (near) {
    near.told.push(told);
    if (near.type === 'attack' && mention.type !== null) near.type = mention.type;
    return null;
  }
  if (mention.type === null) return null;
  const opened: Open = { type: mention.type, told: [told] };
  live.push(opened);
  return opened;
}

/** Whether a mention may tell of an incident that is open: of its sentence, of the same victim or target, or close by with none of its own. */
function isOf({ type, told }: Open, { mention, roles }: Told): boolean {
  const last = told.at(-1)?.mention.sentence ?? 0;
  const away = mention.sentence - last;
  if (away > (NEAR_BY.has(mention.rule) ? 1 : FAR)) return false;
  if (mention.rule === 'incident.freed') return type === 'kidnapping';
  if (mention.rule === 'incident.explosive') return type === 'bombing';
  if (mention.type === null) return true;
  // "attack" is the general word for all but a kidnapping: "the bomb killed two".
  const alike = type === mention.type || (type === 'attack' && mention.type !== 'kidnapping') || (mention.type === 'attack' && type !== 'kidnapping');
  if (!alike || away === 0) return alike;
  const struck = [...roles.victims, ...roles.targets];
  if (struck.length === 0) return type === mention.type && away <= REACH;
  return told
    .slice(-HELD)
    .some((before) =>
      [...before.roles.victims, ...before.roles.targets].some((each) => each.sort !== 'people' && struck.some((one) => one.head === each.head)),
    );
}

/** "the hall" after "the town hall", with the same stance. */
function saysSame(before: IncidentParty, { name, modality }: IncidentParty): boolean {
  const [long, short] = [before.name.toLowerCase(), name.toLowerCase()];
  return before.modality === modality && (long === short || long.endsWith(` ${short}`));
}

function incidentOf({ type, told }: Open): Incident {
  const pooled = (role: IncidentRole): readonly IncidentParty[] => {
    const all = told.flatMap((each) => each.roles[role]);
    return all.filter((each, n) => !all.slice(0, n).some((before) => saysSame(before, each)));
  };
  return {
    type,
    mentions: told.map(({ mention: { trigger, rule, modality } }) => ({ ...trigger, rule, modality })),
    roles: {
      individuals: pooled('individuals'),
      organizations: pooled('organizations'),
      targets: pooled('targets'),
      victims: pooled('victims'),
      weapons: pooled('weapons'),
    },
  };
}
