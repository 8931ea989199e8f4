// The proceedings that some claims are steps of, put together from what is told of whoever they accuse, and not from all claims.
import { Fault } from '../base/fault.ts';
import type { ClaimRow } from '../model/answers.ts';
import type { ProceedingRow } from '../model/proceeding.ts';
import { KINDS, familyOf, type Kind } from '../model/vocabulary.ts';
import { buildProceedings } from '../record/build-proceedings.ts';
import { LEGAL_KINDS } from '../record/ladder.ts';
import { selectClaims } from '../record/select-claims.ts';
import { claimsNamingAlike } from '../views/read-near.ts';
import { bearersAt } from './bearers.ts';
import type { Casebook } from './casebook.ts';
import { namesAround, readerFor } from './claims-around.ts';
import type { ClaimFilter } from './parse-filter.ts';
import { asItStood, asOfThen, claims, judgedFor } from './questions.ts';

/** Steps, and the harms that an accused is said to have done. */
const TELLING: readonly Kind[] = KINDS.filter((kind) => LEGAL_KINDS.includes(kind) || familyOf(kind) === 'harm');
/** Where more claims name whoever is accused, or may, looking through all takes no longer. */
const MOST = 20_000;

/** The proceeding that a claim is a step of: `id` is the proceeding's, with the id of any of its claims after `pr_`. */
export async function proceeding(casebook: Casebook, id: string, filter: ClaimFilter = {}): Promise<ProceedingRow> {
  const [found] = await proceedingsAround(casebook, [`s_${id.slice(3)}`, `c_${id.slice(3)}`], filter);
  if (!found) throw new Fault('not-found', `no proceeding has a step of the id ${id}`, 'List them with `onrecord proceedings`.');
  return found;
}

/** Those that have one of these claims as a step. O(claims that name whoever these accuse, or may). */
export async function proceedingsAround(casebook: Casebook, ids: readonly string[], filter: ClaimFilter): Promise<readonly ProceedingRow[]> {
  const read = readerFor(casebook, filter);
  const steps = (await read(ids)).filter(({ kind }) => LEGAL_KINDS.includes(kind));
  const bearers = await bearersAt(casebook, filter);
  const names = new Set<string>();
  for (const step of steps) for (const name of await namesAround(casebook, step, accusedOf(step), bearers)) names.add(name);
  const statuses = filter.status ? [filter.status] : (['suggested', 'recorded'] as const);
  const near = await claimsNamingAlike(casebook.store.reads, { names: [...names], kinds: TELLING, days: null, statuses }, MOST + 1);
  const { identity } = await judgedFor(casebook, filter);
  // What else the filter asks for chooses the steps, and leaves no other step out.
  const stood = asItStood(filter);
  const rows = near.length > MOST ? await claims(casebook, stood) : selectClaims(await read([...ids, ...near]), stood);
  return buildProceedings(asOfThen(rows, filter), identity).filter((row) => row.steps.some(({ claim }) => ids.includes(claim.id)));
}

const accusedOf = ({ roles }: ClaimRow): readonly string[] => roles.target ?? [];
