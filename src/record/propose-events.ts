// Which claims may tell of one happening. The machine proposes, with its reasons; people join. A proposal is careful:
// every dated claim of an event can be of the same day as every other, and a claim that fits two events joins neither.
import { canMeet, readEdtf, type Edtf } from '../base/edtf.ts';
import { isDescription, mayBeOne, nameKey } from '../names/name-key.ts';
import type { ClaimRow, ProposedEvent } from '../model/answers.ts';
import { familyOf, kindEntry, type Kind } from '../model/vocabulary.ts';

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

type Gathering = { readonly tellings: Telling[]; readonly why: Set<string> };

/** Whether a claim says that its event took place, or is alleged to have: not that it was denied, demanded or feared. */
export const tellsOfAnEvent = (claim: ClaimRow): boolean => !NO_EVENT.has(claim.kind) && (claim.modality === 'asserted' || claim.modality === 'alleged');

export const sameOrKin = (a: Kind, b: Kind): boolean => a === b || KIN.some((kinds) => kinds.includes(a) && kinds.includes(b));

/**
 * Events proposed from claims, in order of their first claim as given.
 *
 * O(n × the claims that share a word of a name): each claim is held only against events that share one.
 */
export function proposeEvents(claims: readonly ClaimRow[]): readonly ProposedEvent[] {
  const events: Gathering[] = [];
  const byWord = new Map<string, Set<Gathering>>();
  // Dated and precise claims first: they found events that vaguer ones may then join.
  const tellings = claims
    .filter(tellsOfAnEvent)
    .map(telling)
    .toSorted((a, b) => vagueness(a) - vagueness(b));
  for (const each of tellings) {
    const fits = candidates(each, byWord).filter((event) => reason(each, event) !== null);
    const [only] = fits;
    const event = only && fits.length === 1 ? only : { tellings: [], why: new Set<string>() };
    if (only && event === only) event.why.add(reason(each, only) ?? '');
    else events.push(event);
    event.tellings.push(each);
    for (const word of wordsOf(each)) setOf(byWord, word).add(event);
  }
  const order = new Map(claims.map((claim, n) => [claim.id, n]));
  const rank = (event: ProposedEvent): number => order.get(event.claims[0]?.id ?? '') ?? 0;
  return events.map((event) => shown(event, order)).toSorted((a, b) => rank(a) - rank(b));
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

/** What a telling is looked up by: each word of its parties and places, and its year where it names no party. */
function wordsOf({ claim, time, parties, places }: Telling): readonly string[] {
  const words = [...parties, ...places].flatMap(nameKey);
  const year = time && parties.length === 0 ? [`${kinOf(claim.kind)} ${time.edtf.slice(0, 4)}`] : [];
  return [...words, ...year];
}

const kinOf = (kind: Kind): Kind => KIN.find((kinds) => kinds.includes(kind))?.[0] ?? kind;

function candidates(each: Telling, byWord: ReadonlyMap<string, ReadonlySet<Gathering>>): readonly Gathering[] {
  return [...new Set(wordsOf(each).flatMap((word) => [...(byWord.get(word) ?? [])]))];
}

/** Why a telling may be of an event, in words; null where it may not, or nothing speaks for it. */
function reason(each: Telling, event: Gathering): string | null {
  for (const other of event.tellings) {
    if (!sameOrKin(each.claim.kind, other.claim.kind)) return null;
    if (each.time && other.time && !canMeet(each.time, other.time)) return null;
  }
  for (const other of event.tellings) {
    const shared = sharedEvidence(each, other);
    if (shared) return `${sameKindWords(each.claim.kind, other.claim.kind)}, ${shared}`;
  }
  return null;
}

function sameKindWords(a: Kind, b: Kind): string {
  return a === b
    ? `both tell of: ${kindEntry(a).label.toLowerCase()}`
    : `${kindEntry(a).label.toLowerCase()} may be told as ${kindEntry(b).label.toLowerCase()}`;
}

function sharedEvidence(a: Telling, b: Telling): string | null {
  const party = firstShared(a.parties, b.parties);
  const place = firstShared(a.places, b.places);
  const dated = a.time && b.time ? `in times that can be the same (${a.time.edtf}, ${b.time.edtf})` : null;
  // A person is arrested, charged or sentenced more than once, but seldom; without a second date, a shared name is enough to ask.
  if (party) return dated ? `both name ${party}, ${dated}` : `both name ${party}; not both are dated`;
  if (place && dated) return `both name ${place}, ${dated}`;
  const elsewhere = a.places.length > 0 && b.places.length > 0 && !place;
  if (dated && !elsewhere && a.parties.length === 0 && b.parties.length === 0 && a.claim.kind === b.claim.kind) return `neither names a party, ${dated}`;
  return null;
}

function firstShared(xs: readonly string[], ys: readonly string[]): string | null {
  return xs.find((x) => ys.some((y) => mayBeOne(x, y))) ?? null;
}

function shown(event: Gathering, order: ReadonlyMap<string, number>): ProposedEvent {
  const claims = event.tellings.map((each) => each.claim).toSorted((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
  const first = claims[0];
  const named = claims.toSorted((a, b) => a.quote.exact.length - b.quote.exact.length)[0];
  return {
    id: `ev_${first?.id.replace(/^s_/, '') ?? ''}`,
    kind: first?.kind ?? 'statement',
    label: named?.quote.exact ?? '',
    claims,
    why: [...event.why],
  };
}

function setOf<K, V>(map: Map<K, Set<V>>, key: K): Set<V> {
  const found = map.get(key) ?? new Set<V>();
  map.set(key, found);
  return found;
}
