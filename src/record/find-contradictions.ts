// What cannot both be so: between the claims of one event, between an event and its denials, and within one proceeding.
// Both sides are given in full; which of them is right, a person rules. What became true later contradicts nothing.
import type { ClaimRow } from '../model/answers.ts';
import type { Contradicted, Contradiction, ContradictionSide } from '../model/contradiction.ts';
import type { Attribute, EventRow } from '../model/event.ts';
import type { ProceedingRow, StepRow } from '../model/proceeding.ts';
import { readEdtf } from '../base/edtf.ts';
import { denying } from './answer-harms.ts';
import { compareAttributes } from './compare-attributes.ts';
import type { Identity } from './identity.ts';

/** O(claims + for each event the denials of its kin). Of recorded claims: what is only suggested contradicts nobody yet. */
export function findContradictions(
  claims: readonly ClaimRow[],
  events: readonly EventRow[],
  proceedings: readonly ProceedingRow[],
  identity: Identity,
): readonly Contradiction[] {
  const denialsOf = denying(claims, identity);
  return [...events.flatMap((event) => [...withinEvent(event), ...denied(event, denialsOf(event))]), ...proceedings.flatMap(contestedStage)];
}

/** The attributes of an event of which only one value can be right, and what a contradiction of them is called. */
const SINGLE: readonly (readonly [Attribute['name'], Contradicted])[] = [
  ['time', 'time'],
  ['outcome', 'number'],
];

function withinEvent(event: EventRow): readonly Contradiction[] {
  const attributes = compareAttributes(event.claims);
  const found = SINGLE.flatMap(([name, on]) => {
    const [first, ...others] = attributes.find((each) => each.name === name)?.values ?? [];
    return first ? others.filter(({ agreement }) => agreement === 'contradicts').map((other) => between(on, event, first, other)) : [];
  });
  return [...found, ...elsewhere(event, attributes)];
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
  return { id: `x_${on}_${tail(left)}_${tail(right)}`, on, about, left, right };
}
