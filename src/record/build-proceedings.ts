// Proceedings: what claims say the law did, by accused and by country. The label names the stage and never more than the
// claims say; an exchange or a pardon undoes no conviction, and an acquittal is never left out.
import { readEdtf, widened } from '../base/edtf.ts';
import type { ClaimRow, ProceedingRow, StepRow } from '../model/answers.ts';
import { isDescription } from '../names/name-key.ts';
import type { Identity } from './identity.ts';
import { jurisdictionOf } from './jurisdiction.ts';
import { standingOf } from './ladder.ts';
import { stageLabel, stageOf } from './stage.ts';

/** A step against one accused, as one claim has it. */
type Taken = { readonly step: StepRow; readonly accused: string; readonly jurisdiction: string | null };

type Group = { readonly taken: Taken[]; readonly why: Set<string> };

/**
 * The proceedings that the claims tell of, in order of their first step.
 *
 * O(steps × accused that share a name). Two men of one name are two wherever people judged them so; accused of two documents whose names
 * are alike are proposed as one. A claim with several accused is a step of each.
 */
export function buildProceedings(claims: readonly ClaimRow[], identity: Identity): readonly ProceedingRow[] {
  const taken = claims.flatMap(stepsOf);
  const people = byAccused(taken, identity);
  return people
    .flatMap(byJurisdiction)
    .map(shown)
    .toSorted((a, b) => firstDay(a) - firstDay(b));
}

function stepsOf(claim: ClaimRow): readonly Taken[] {
  const standing = standingOf(claim);
  if (!standing) return [];
  const accused = (claim.roles.target ?? []).filter((name) => !isDescription(name));
  return accused.map((name) => ({ step: { ...standing, claim }, accused: name, jurisdiction: jurisdictionOf(claim) }));
}

/** Fuller names first, so that "Sohrabzadeh" alone finds the one whom it may mean; where it may mean two, it stays by itself. */
function byAccused(taken: readonly Taken[], { relate }: Identity): readonly Group[] {
  const groups: Group[] = [];
  const at = ({ step, accused }: Taken) => ({ document: step.claim.document, name: accused });
  for (const each of taken.toSorted((a, b) => b.accused.length - a.accused.length)) {
    const relations = groups.map((group) => ({ group, relation: relationTo(group, (other) => relate(at(each), at(other))) }));
    const certain = relations.find(({ relation }) => relation === 'one');
    const likely = relations.filter(({ relation }) => relation === 'perhaps');
    const found = certain ?? (likely.length === 1 ? likely[0] : undefined);
    if (found && found !== certain)
      found.group.why.add(`“${each.accused}” may be “${found.group.taken[0]?.accused ?? ''}”: nobody has judged the two names yet`);
    if (found) found.group.taken.push(each);
    else groups.push({ taken: [each], why: new Set() });
  }
  return groups;
}

type Relation = ReturnType<Identity['relate']>;

/** Judged apart from one of a group is apart from all of it. */
function relationTo({ taken }: Group, relate: (other: Taken) => Relation): Relation {
  const all = new Set(taken.map(relate));
  return all.has('two') ? 'two' : all.has('one') ? 'one' : all.has('perhaps') ? 'perhaps' : 'unlike';
}

/** Steps that name no country go with the only one that others name; where several are named, they stand apart. */
function byJurisdiction({ taken, why }: Group): readonly (Group & { readonly jurisdiction: string | null })[] {
  const countries = [...new Set(taken.flatMap(({ jurisdiction }) => jurisdiction ?? []))];
  const unsaid = taken.filter(({ jurisdiction }) => jurisdiction === null);
  const [only] = countries;
  if (countries.length < 2) {
    const guessed = only !== undefined && unsaid.length > 0 ? [`${unsaid.length} of its steps name no country: the only one that others name is ${only}`] : [];
    return [{ taken, jurisdiction: only ?? null, why: new Set([...why, ...guessed]) }];
  }
  const parts = countries.map((country) => ({ taken: taken.filter(({ jurisdiction }) => jurisdiction === country), jurisdiction: country, why }));
  return unsaid.length > 0 ? [...parts, { taken: unsaid, jurisdiction: null, why }] : parts;
}

function shown({ taken, jurisdiction, why }: Group & { readonly jurisdiction: string | null }): ProceedingRow {
  const steps = taken.map(({ step }) => step).toSorted(inOrder);
  const [fullest] = taken.toSorted((a, b) => b.accused.length - a.accused.length);
  const stage = stageOf(steps);
  return {
    id: `pr_${steps[0]?.claim.id.slice(2) ?? ''}`,
    accused: fullest?.accused ?? '',
    jurisdiction,
    stage,
    label: stageLabel(stage),
    steps,
    why: [...why],
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
