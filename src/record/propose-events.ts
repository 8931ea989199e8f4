// Which claims may tell of one happening. The machine proposes, with its reasons; people join. A proposal is careful:
// every dated claim of an event can be of the same day as every other, and a claim that fits two events joins neither.
// What people joined stays joined, and what they parted is never proposed together.
import { jdnToGregorian } from '../base/calendar.ts';
import { canMeet, readEdtf, widened, type Edtf } from '../base/edtf.ts';
import type { ClaimRow } from '../model/answers.ts';
import type { EventRow } from '../model/event.ts';
import { familyOf, kindEntry, type Kind } from '../model/vocabulary.ts';
import { isDescription } from '../names/name-key.ts';
import { identityOf, NOTHING_JUDGED, type Identity, type Named } from './identity.ts';
import { eventLabel } from './event-label.ts';
import { groups, standing, type Judged } from './join-pairs.ts';
import { NearNames } from './near-names.ts';

/** Name and version of the rule that proposes events, kept with every judgement. */
export const EVENT_RULE = 'events@1';

/** Kinds by which one happening may be told: a massacre is also told as killings, an arrest as a detention. */
const KIN: readonly (readonly Kind[])[] = [
  ['killing', 'massacre', 'execution'],
  ['attack', 'plot'],
  ['arrest', 'detention'],
  ['conviction', 'sentence'],
];

/** Kinds that are no happening of their own: what holds over time, and what only says or leaves undone. */
const NO_EVENT: ReadonlySet<Kind> = new Set(['position', 'membership', 'command', 'statement', 'demand', 'inaction']);

/** A claim with what joining looks at: the parties that its event is about, its places, and its time where resolved. */
type Telling = {
  readonly claim: ClaimRow;
  readonly time: Edtf | null;
  readonly parties: readonly string[];
  readonly places: readonly string[];
};

type Gathering = { readonly tellings: Telling[]; readonly joined: readonly string[]; readonly why: Set<string> };

/** What people judged: of names, and of the happenings that claims tell of (by the ids of claims, in the order of the log). */
export type JudgedRecord = { readonly identity: Identity; readonly happenings: readonly Judged[] };

export const NOT_JUDGED: JudgedRecord = { identity: identityOf(NOTHING_JUDGED), happenings: [] };

/** Whether a claim says that its event took place, or is alleged to have: not that it was denied, demanded or feared. */
export const tellsOfAnEvent = (claim: ClaimRow): boolean => !NO_EVENT.has(claim.kind) && (claim.modality === 'asserted' || claim.modality === 'alleged');

/** The kinds by which a happening of this kind may be told. */
export const kinKinds = (kind: Kind): readonly Kind[] => KIN.find((kinds) => kinds.includes(kind)) ?? [kind];

export const sameOrKin = (a: Kind, b: Kind): boolean => a === b || KIN.some((kinds) => kinds.includes(a) && kinds.includes(b));

/**
 * Events of claims, as people joined them and as they are proposed beyond that, in order of their first claim as given.
 *
 * Each claim is held only against events of its kin that bear a name which may be its own, or of a year where none is named.
 */
export function proposeEvents(claims: readonly ClaimRow[], judged: JudgedRecord = NOT_JUDGED): readonly EventRow[] {
  const order = new Map(claims.map((claim, n) => [claim.id, n]));
  const filed = new Filed(judged.identity);
  const events = joinedByPeople(claims, judged.happenings);
  const taken = new Set(events.flatMap(({ joined }) => joined));
  for (const event of events) for (const each of event.tellings) filed.add(each, event);
  // Dated and precise claims first: they found events that vaguer ones may then join.
  const tellings = claims
    .filter((claim) => tellsOfAnEvent(claim) && !taken.has(claim.id))
    .map(telling)
    .toSorted((a, b) => vagueness(a) - vagueness(b));
  const apart = partedBy(judged.happenings);
  for (const each of tellings) {
    const fits = filed
      .near(each)
      .flatMap((event) => reason(each, event, judged.identity) ?? [])
      .filter(({ event }) => event.tellings.every(({ claim }) => !apart(each.claim.id, claim.id)));
    const [only] = fits;
    const event = only && fits.length === 1 ? only.event : { tellings: [], joined: [], why: new Set<string>() };
    if (event === only?.event) event.why.add(only.why);
    else events.push(event);
    event.tellings.push(each);
    filed.add(each, event);
  }
  const rank = (event: EventRow): number => order.get(event.claims[0]?.id ?? '') ?? 0;
  return events.map((event) => shown(event, order)).toSorted((a, b) => rank(a) - rank(b));
}

/**
 * By what others that may tell of the same are looked up: its names (of parties and of places), the days on which it can have happened, and where it
 * names no party its year. Null where it tells of no happening.
 */
export function lookedUpBy(claim: ClaimRow): {
  readonly names: readonly string[];
  readonly days: { readonly first: number; readonly last: number } | null;
  readonly unnamedIn: number | 'any year' | null;
} | null {
  if (!tellsOfAnEvent(claim)) return null;
  const { time, parties, places } = telling(claim);
  const year = time && /^\d{4}/.exec(time.edtf) ? jdnToGregorian(Number.isFinite(time.first) ? time.first : time.last).year : 'any year';
  return { names: [...parties, ...places], days: time && widened(time), unnamedIn: time && parties.length === 0 ? year : null };
}

/** Which of `others` may tell of the happening that a claim tells of, and why, each by itself; not those that people parted from it. */
export function mayTellOf(claim: ClaimRow, others: readonly ClaimRow[], judged: JudgedRecord): readonly { readonly claim: ClaimRow; readonly why: string }[] {
  if (!tellsOfAnEvent(claim)) return [];
  const own = telling(claim);
  const apart = partedBy(judged.happenings);
  return others.flatMap((other) => {
    if (other.id === claim.id || !tellsOfAnEvent(other) || apart(claim.id, other.id)) return [];
    const found = reason(own, { tellings: [telling(other)], joined: [], why: new Set() }, judged.identity);
    return found ? [{ claim: other, why: found.why }] : [];
  });
}

function joinedByPeople(claims: readonly ClaimRow[], happenings: readonly Judged[]): Gathering[] {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  return groups(happenings).flatMap(({ members }) => {
    const there = members.flatMap((id) => byId.get(id) ?? []);
    return there.length === 0 ? [] : [{ tellings: there.map(telling), joined: there.map(({ id }) => id), why: new Set<string>() }];
  });
}

const parted = new WeakMap<readonly Judged[], ReadonlySet<string>>();

/** Put together once for a list of judgements, however often it is asked. */
function partedBy(happenings: readonly Judged[]): (a: string, b: string) => boolean {
  const pairs =
    parted.get(happenings) ??
    new Set(standing(happenings).flatMap(({ left, right, judgement }) => (judgement === 'different' ? [`${left} ${right}`, `${right} ${left}`] : [])));
  parted.set(happenings, pairs);
  if (pairs.size === 0) return () => false;
  return (a, b) => pairs.has(`${a} ${b}`);
}

function telling(claim: ClaimRow): Telling {
  // Of a legal step the accused tells the event apart, not the authority, which takes many such steps.
  const justice = familyOf(claim.kind) === 'justice';
  // "Prisoners" and "marchers" tell no event apart: only names do.
  const parties = (justice ? (claim.roles.target ?? []) : [...(claim.roles.actor ?? []), ...(claim.roles.target ?? [])]).filter(
    (name) => justice || !isDescription(name),
  );
  return { claim, time: claim.time?.edtf ? readEdtf(claim.time.edtf) : null, parties, places: claim.roles.place ?? [] };
}

/** Days, far beyond any date's length: an open interval's vagueness. */
const MOST_VAGUE = 1e9;

const vagueness = ({ time }: Telling): number => (time ? Math.min(time.last - time.first, MOST_VAGUE) : MOST_VAGUE + 1);

/** Events by what their claims have: those that bear a name, each kin of kinds apart, and those without one by their year. */
class Filed {
  readonly #identity: Identity;
  readonly #parties = new Map<Kind, NearNames<Gathering>>();
  readonly #places = new Map<Kind, NearNames<Gathering>>();
  readonly #unnamed = new Map<string, Set<Gathering>>();

  constructor(identity: Identity) {
    this.#identity = identity;
  }

  add(each: Telling, event: Gathering): void {
    const { parties, places } = this.#of(each);
    for (const name of each.parties) parties.add(at(each, name), event);
    for (const name of each.places) places.add(at(each, name), event);
    const year = yearOf(each);
    if (year !== null) setOf(this.#unnamed, year).add(event);
  }

  near(each: Telling): readonly Gathering[] {
    const { parties, places } = this.#of(each);
    const year = yearOf(each);
    return [
      ...new Set([
        ...each.parties.flatMap((name) => [...parties.near(at(each, name))]),
        ...each.places.flatMap((name) => [...places.near(at(each, name))]),
        ...(year === null ? [] : (this.#unnamed.get(year) ?? [])),
      ]),
    ];
  }

  #of({ claim }: Telling): { readonly parties: NearNames<Gathering>; readonly places: NearNames<Gathering> } {
    const kin = kinOf(claim.kind);
    const make = (): NearNames<Gathering> => new NearNames(this.#identity);
    const [parties, places] = [this.#parties.get(kin) ?? make(), this.#places.get(kin) ?? make()];
    this.#parties.set(kin, parties);
    this.#places.set(kin, places);
    return { parties, places };
  }
}

const at = ({ claim }: Telling, name: string): Named => ({ document: claim.document, name });

/** Of a telling that names no party: what its kind and year are. */
const yearOf = ({ claim, time, parties }: Telling): string | null => (time && parties.length === 0 ? `${kinOf(claim.kind)} ${time.edtf.slice(0, 4)}` : null);

const kinOf = (kind: Kind): Kind => kinKinds(kind)[0] ?? kind;

/** The event and why a telling may be of it, in words; null where it may not, or nothing speaks for it. */
function reason(each: Telling, event: Gathering, identity: Identity): { readonly event: Gathering; readonly why: string } | null {
  for (const other of event.tellings) {
    if (!sameOrKin(each.claim.kind, other.claim.kind)) return null;
    if (each.time && other.time && !canMeet(each.time, other.time)) return null;
  }
  for (const other of event.tellings) {
    const shared = sharedEvidence(each, other, identity);
    if (shared) return { event, why: `${sameKindWords(each.claim.kind, other.claim.kind)}, ${shared}` };
  }
  return null;
}

function sameKindWords(a: Kind, b: Kind): string {
  return a === b
    ? `both tell of: ${kindEntry(a).label.toLowerCase()}`
    : `${kindEntry(a).label.toLowerCase()} may be told as ${kindEntry(b).label.toLowerCase()}`;
}

function sharedEvidence(a: Telling, b: Telling, identity: Identity): string | null {
  const party = firstShared(a, b, 'parties', identity);
  const place = firstShared(a, b, 'places', identity);
  const dated = a.time && b.time ? `in times that can be the same (${a.time.edtf}, ${b.time.edtf})` : null;
  // A person is arrested, charged or sentenced more than once, but seldom; without a second date, a shared name is enough to ask.
  if (party) return dated ? `both name ${party}, ${dated}` : `both name ${party}; not both are dated`;
  if (place && dated) return `both name ${place}, ${dated}`;
  const oneHarm = a.claim.kind === b.claim.kind && familyOf(a.claim.kind) === 'harm';
  if (place && oneHarm && !(a.time && b.time)) return `both name ${place}; not both are dated`;
  const elsewhere = a.places.length > 0 && b.places.length > 0 && !place;
  if (dated && !elsewhere && a.parties.length === 0 && b.parties.length === 0 && a.claim.kind === b.claim.kind) return `neither names a party, ${dated}`;
  return null;
}

function firstShared(a: Telling, b: Telling, part: 'parties' | 'places', { relate }: Identity): string | null {
  const shared = a[part].find((name) => b[part].some((other) => ['one', 'perhaps'].includes(relate(at(a, name), at(b, other)))));
  return shared ?? null;
}

function shown(event: Gathering, order: ReadonlyMap<string, number>): EventRow {
  const claims = event.tellings.map((each) => each.claim).toSorted((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
  const first = claims[0];
  return {
    id: `ev_${first?.id.slice(2) ?? ''}`,
    kind: first?.kind ?? 'statement',
    label: eventLabel(claims),
    claims,
    joined: event.joined,
    why: [...event.why],
  };
}

function setOf<K, V>(map: Map<K, Set<V>>, key: K): Set<V> {
  const found = map.get(key) ?? new Set<V>();
  map.set(key, found);
  return found;
}
