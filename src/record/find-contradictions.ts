// What cannot both be so: between the claims of one event, between an event and its denials, and within one proceeding.
// Both sides are given in full; which of them is right, a person rules. What became true later contradicts nothing.
import type { ClaimRow } from '../model/answers.ts';
import type { Contradicted, Contradiction, ContradictionSide } from '../model/contradiction.ts';
import type { Attribute, EventRow } from '../model/event.ts';
import type { ProceedingRow, StepRow } from '../model/proceeding.ts';
import { readEdtf } from '../base/edtf.ts';
import { familyOf, type Kind, type Role } from '../model/vocabulary.ts';
import { denying } from './answer-harms.ts';
import { compareAttributes } from './compare-attributes.ts';
import { compareFigures } from './compare-outcomes.ts';
import { countPeople } from './count-people.ts';
import { entitySort } from './entity-sort.ts';
import { findStateContradictions } from './find-state-contradictions.ts';
import type { Identity } from './identity.ts';

/** O(claims + for each event the denials of its kin). Of recorded claims: what is only suggested contradicts nobody yet. */
export function findContradictions(
  claims: readonly ClaimRow[],
  events: readonly EventRow[],
  proceedings: readonly ProceedingRow[],
  identity: Identity,
): readonly Contradiction[] {
  const denialsOf = denying(claims, identity);
  const found = [
    ...events.flatMap((event) => [...withinEvent(event, identity), ...denied(event, denialsOf(event))]),
    ...proceedings.flatMap(contestedStage),
    ...findStateContradictions(claims, identity).map(({ on, left, right }) => contradiction(on, left.claims[0]?.id ?? '', left, right)),
  ];
  // What people joined as one happening is told there, and not once more of the person.
  return [...new Map(found.toReversed().map((each) => [sidesOf(each), each])).values()].toReversed();
}

/** What it is on, of whom where that is said, and the first claims of its sides, whichever stands first. */
function sidesOf({ on, about, left, right }: Contradiction): string {
  const [a = '', b = ''] = [left, right].map(({ claims }) => claims[0]?.id);
  return [on, ...(a < b ? [a, b] : [b, a]), ...markIn(about)].join(' ');
}

/** The attributes of an event of which only one value can be right, and what a contradiction of them is called. */
const SINGLE: readonly (readonly [Attribute['name'], Contradicted])[] = [
  ['time', 'time'],
  ['outcome', 'outcome'],
];

function withinEvent(event: EventRow, identity: Identity): readonly Contradiction[] {
  const isHarm = familyOf(event.kind) === 'harm';
  // Who alone tells of it can give numbers that do not fit; all else takes two.
  if (event.claims.length === 1) return isHarm ? otherNumbers(event) : [];
  const attributes = compareAttributes(event.claims);
  const found = SINGLE.filter(([name]) => name !== 'outcome' || !isHarm).flatMap(([name, on]) => {
    const [first, ...others] = attributes.find((each) => each.name === name)?.values ?? [];
    // Who gives both gives them of several people.
    const isOne = (other: Given): boolean => !other.claims.some((id) => first?.claims.includes(id));
    return first ? others.filter((other) => other.agreement === 'contradicts' && isOne(other)).map((other) => between(on, event, first, other)) : [];
  });
  return [...found, ...(isHarm ? otherNumbers(event) : []), ...otherPeople(event, identity), ...elsewhere(event, attributes)];
}

/** Numbers of one sort of people that cannot both be so, whatever those are called. */
function otherNumbers(event: EventRow): readonly Contradiction[] {
  const none = { origins: [] };
  const order = new Map(event.claims.map(({ id }, n) => [id, n]));
  const rank = ({ claims }: Given): number => order.get(claims[0] ?? '') ?? 0;
  return countPeople(event.claims, () => none, ({ id }) => id).flatMap(({ given }) => {
    const [first, ...others] = given.map(({ words, low, high, claims }) => ({ value: words, low, high, claims })).toSorted((a, b) => b.claims.length - a.claims.length || rank(a) - rank(b));
    return first ? others.filter((other) => compareFigures(first, other) === 'contradicts').map((other) => between('number', event, first, other)) : [];
  }); // prettier-ignore
}

/** Kinds of harm of which one is done by one, or to one, where a claim names no more. */
const OF_ONE: readonly Kind[] = ['killing', 'abduction', 'torture', 'threat'];

/** What people joined as one happening, of which each of two claims names one person in the same place, and these are not one. */
function otherPeople(event: EventRow, { relate }: Identity): readonly Contradiction[] {
  if (event.joined.length === 0) return [];
  const roles: readonly Role[] =
    familyOf(event.kind) === 'justice' || event.kind === 'death' ? ['target'] : OF_ONE.includes(event.kind) ? ['actor', 'target'] : [];
  return roles.flatMap((role) => {
    const named = event.claims.flatMap((claim) => {
      const [name, ...more] = claim.roles[role] ?? [];
      return event.joined.includes(claim.id) && name !== undefined && more.length === 0 && entitySort(name, [role]) === 'person' ? [{ claim, name }] : [];
    });
    const [first, ...others] = named;
    const isOther = ({ claim, name }: (typeof named)[number]): boolean =>
      first !== undefined && ['two', 'unlike'].includes(relate({ document: first.claim.document, name: first.name }, { document: claim.document, name }));
    const given = [...Map.groupBy(others.filter(isOther), ({ name }) => name)].map(([value, all]) => ({ value, claims: all.map(({ claim }) => claim.id) }));
    const own = { value: first?.name ?? '', claims: named.filter((each) => !isOther(each)).map(({ claim }) => claim.id) };
    return given.map((other) => between('identity', event, own, other));
  });
}

type Given = { readonly value: string; readonly claims: readonly string[] };

const between = (on: Contradicted, { id, claims }: EventRow, a: Given, b: Given): Contradiction => contradiction(on, id, sideOf(claims, a), sideOf(claims, b));

const sideOf = (claims: readonly ClaimRow[], { value, claims: ids }: Given): ContradictionSide => ({
  value,
  claims: claims.filter(({ id }) => ids.includes(id)),
});

/** Two places of what people joined as one happening of one day: it took place at one of them, if neither lies in the other. */
function elsewhere(event: EventRow, attributes: readonly Attribute[]): readonly Contradiction[] {
  const days = event.claims.flatMap((claim) => (claim.time?.edtf ? (readEdtf(claim.time.edtf) ?? []) : []));
  if (event.joined.length === 0 || !days.some(({ first, last }) => first === last)) return [];
  const [first, ...others] = attributes.find(({ name }) => name === 'place')?.values ?? [];
  const apart = (other: Given): boolean => !other.claims.some((id) => first?.claims.includes(id));
  return first ? others.filter((other) => other.agreement === 'differs' && apart(other)).map((other) => between('place', event, first, other)) : [];
}

/** Asserted, and said not to have happened. What is only alleged is no more than that: a denial of it stands beside it, in the same row. */
function denied(event: EventRow, against: readonly ClaimRow[]): readonly Contradiction[] {
  if (against.length === 0) return [];
  const said = { value: event.label, claims: event.claims };
  return [contradiction('occurrence', event.id, said, { value: against[0]?.quote.exact ?? '', claims: against })];
}

/** A conviction and an acquittal, neither of which is said to be later. */
function contestedStage({ id, stage, steps }: ProceedingRow): readonly Contradiction[] {
  if (stage.judged !== 'contested') return [];
  const of = (wanted: readonly StepRow['step'][], value: string): ContradictionSide => ({
    value,
    claims: steps.filter(({ step, claim }) => wanted.includes(step) && claim.modality === 'asserted').map(({ claim }) => claim),
  });
  return [contradiction('stage', id, of(['conviction'], 'convicted'), of(['acquittal', 'quashed'], 'acquitted'))];
}

function contradiction(on: Contradicted, about: string, left: ContradictionSide, right: ContradictionSide): Contradiction {
  const tail = ({ claims }: ContradictionSide): string => claims[0]?.id.slice(2) ?? '';
  return { id: ['x', on, tail(left), tail(right), ...markIn(about)].join('_'), on, about, left, right };
}

/** Of a proceeding that is one of several of one claim, the mark of whom it is against: one verdict on two may be contested of each. */
const markIn = (about: string): readonly string[] => (about.startsWith('pr_') ? about.split('_').slice(2) : []);
