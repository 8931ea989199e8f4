// Proceedings: what claims say the law did, by accused and by country. The label names the stage and never more than the
// claims say; an exchange or a pardon undoes no conviction, and an acquittal is never left out.
import { readEdtf, widened } from '../base/edtf.ts';
import type { ClaimRow } from '../model/answers.ts';
import type { ProceedingRow, StepRow } from '../model/proceeding.ts';
import { familyOf } from '../model/vocabulary.ts';
import type { Identity, Named } from './identity.ts';
import { NearNames } from './near-names.ts';
import { jurisdictionOf } from './jurisdiction.ts';
import { endOf, standingOf } from './ladder.ts';
import { particularsOf } from './particulars.ts';
import { accusedOf, proceedingId } from './proceeding-id.ts';
import { stageLabel, stageOf } from './stage.ts';

/** A step against one accused, as one claim has it. */
type Taken = { readonly step: StepRow; readonly jurisdiction: string | null };

type Group = { readonly taken: readonly Taken[]; readonly alleged: readonly ClaimRow[]; readonly ends: readonly StepRow[] };

type OfCountry = Group & { readonly jurisdiction: string | null; readonly why: readonly string[] };

/**
 * The proceedings that the claims tell of, in order of their first step.
 *
 * O(steps + accused of names alike). Steps of several documents are of one accused only where people judged the names to be one: whoever
 * shares a name with a convict is not one by that. A claim with several accused is a step of each.
 *
 * @param isWanted - gives those of the accused alone of whom some step is wanted, with how far others of like names have come
 */
export function buildProceedings(claims: readonly ClaimRow[], identity: Identity, isWanted?: (claim: ClaimRow) => boolean): readonly ProceedingRow[] {
  const people = byAccused(claims, identity);
  const found = people.map((group) => ({ group, rows: null as readonly Come[] | null }));
  const comeOf = (n: number): readonly Come[] => {
    const one = found[n];
    if (!one) return [];
    one.rows ??= byJurisdiction(one.group).map(howFar);
    return one.rows;
  };
  const wanted = people.flatMap((group, n) => (isWanted === undefined || claimsOf(group).some(isWanted) ? [n] : []));
  const near = new NearNames<number>(identity);
  for (const [n, { taken }] of people.entries()) for (const first of taken.slice(0, 1)) near.add(placeOf(first), n);
  return wanted
    .flatMap((n) => {
      const alike = alikeTo(people, n, near, identity).flatMap(comeOf).map(named);
      return comeOf(n).map((row) => ({ ...row, particulars: particularsOf(row.steps, row.alleged), alike }));
    })
    .map((row) => ({ row, day: firstDay(row) }))
    .toSorted((a, b) => a.day - b.day)
    .map(({ row }) => row);
}

const claimsOf = ({ taken, ends }: Group): readonly ClaimRow[] => [...taken.map(({ step }) => step), ...ends].map(({ claim }) => claim);

/** How far a proceeding has come, and no more of it. */
type Come = Omit<ProceedingRow, 'particulars' | 'alike'>;

const named = ({ id, accused, label }: Come) => ({ id, accused, label });

/** Which of the other accused bear a name that may be his, and were not judged to be somebody else. */
function alikeTo(people: readonly Group[], n: number, near: NearNames<number>, { relate }: Identity): readonly number[] {
  const self = people[n]?.taken[0];
  if (!self) return [];
  const isAlike = (m: number): boolean => people[m]?.taken[0] !== undefined && relate(placeOf(self), placeOf(people[m].taken[0])) === 'perhaps';
  return [...near.near(placeOf(self))].filter((m) => m !== n && isAlike(m)).toSorted((a, b) => a - b);
}

const placeOf = ({ step: { claim, accused } }: Taken): Named => ({ document: claim.document, name: accused });

/** Whom a claim is about where it is a step of the law, or may be what became of somebody beside it: each as it names them. */
export const accusedIn = (claim: ClaimRow): readonly Named[] =>
  standingOf(claim) || endOf(claim) ? accusedOf(claim).map((name) => ({ document: claim.document, name })) : [];

function stepsOf(claim: ClaimRow): readonly Taken[] {
  const standing = standingOf(claim);
  if (!standing) return [];
  const jurisdiction = jurisdictionOf(claim);
  return accusedOf(claim).map((accused) => ({ step: { ...standing, accused, claim }, jurisdiction }));
}

function endsOf(claim: ClaimRow): readonly StepRow[] {
  const end = endOf(claim);
  return end ? accusedOf(claim).map((accused) => ({ ...end, accused, claim })) : [];
}

function byAccused(claims: readonly ClaimRow[], { bearer }: Identity): readonly Group[] {
  // Who is named twice in one claim, and is one by a person's word, takes its step once.
  const once = (claim: ClaimRow): readonly Taken[] => [...new Map(stepsOf(claim).map((each) => [bearer(placeOf(each)), each])).values()];
  const taken = Map.groupBy(claims.flatMap(once), (each) => bearer(placeOf(each)));
  const harms = claims.filter(({ kind, modality }) => familyOf(kind) === 'harm' && (modality === 'asserted' || modality === 'alleged'));
  const accusing = harms.flatMap((claim) => (claim.roles.actor ?? []).map((name) => ({ claim, by: bearer({ document: claim.document, name }) })));
  const alleged = Map.groupBy(accusing, ({ by }) => by);
  const ended = claims.flatMap(endsOf).map((step) => ({ step, by: bearer({ document: step.claim.document, name: step.accused }) }));
  const ends = Map.groupBy(ended, ({ by }) => by);
  return [...taken].map(([key, own]) => ({
    taken: own,
    alleged: [...new Set((alleged.get(key) ?? []).map(({ claim }) => claim))],
    ends: (ends.get(key) ?? []).map(({ step }) => step),
  }));
}

/** Steps that name no country go with the only one that others name; where several are named, they stand apart. */
function byJurisdiction({ taken, alleged, ends }: Group): readonly OfCountry[] {
  const countries = [...new Set(taken.flatMap(({ jurisdiction }) => jurisdiction ?? []))];
  const unsaid = taken.filter(({ jurisdiction }) => jurisdiction === null);
  const [only] = countries;
  if (countries.length < 2) {
    const why = only !== undefined && unsaid.length > 0 ? [`${unsaid.length} of its steps name no country: the only one that others name is ${only}`] : [];
    return [{ taken, alleged, ends, jurisdiction: only ?? null, why }];
  }
  const parts = countries.map((country) => ({
    taken: taken.filter(({ jurisdiction }) => jurisdiction === country),
    alleged,
    ends,
    jurisdiction: country,
    why: [],
  }));
  return unsaid.length > 0 ? [...parts, { taken: unsaid, alleged, ends, jurisdiction: null, why: [] }] : parts;
}

function howFar({ taken, alleged, ends, jurisdiction, why }: OfCountry): Come {
  const steps = [...taken.map(({ step }) => step), ...ends].toSorted(inOrder);
  const [fullest] = steps.toSorted((a, b) => b.accused.length - a.accused.length);
  const [first] = steps;
  const certain = steps.filter(({ claim }) => claim.possibly === undefined);
  const [stage, all] = [stageOf(certain), stageOf(steps)];
  const [label, most] = [stageLabel(stage), stageLabel(all)];
  return {
    id: first ? proceedingId(first.claim, first.accused) : '',
    accused: fullest?.accused ?? '',
    jurisdiction,
    stage,
    label,
    possibly: most === label ? null : { stage: all, label: most },
    alleged,
    steps,
    why,
  };
}

const dayOf = ({ claim }: StepRow): number => {
  const time = claim.time?.edtf ? readEdtf(claim.time.edtf) : null;
  return time ? widened(time).first : Infinity;
};

/** Dated steps by their first day; those of one day, and those without one, by their rung. */
function inOrder(a: StepRow, b: StepRow): number {
  const [x, y] = [dayOf(a), dayOf(b)];
  return x === y ? a.rung - b.rung : x - y;
}

const firstDay = ({ steps }: ProceedingRow): number => Math.min(Number.MAX_SAFE_INTEGER, ...steps.map(dayOf));
