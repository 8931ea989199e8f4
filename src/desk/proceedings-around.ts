// The proceedings that some claims are steps of, put together from what is told of whoever they accuse, and not from all claims.
import { Fault } from '../base/fault.ts';
import type { ClaimRow } from '../model/answers.ts';
import type { ProceedingRow } from '../model/proceeding.ts';
import { accusedIn, buildProceedings } from '../record/build-proceedings.ts';
import { claimIdsIn, findProceeding } from '../record/proceeding-id.ts';
import type { Identity } from '../record/identity.ts';
import { selectClaims } from '../record/select-claims.ts';
import { namesIn } from '../views/fold-names.ts';
import { claimsNamingAlike, decidedSince, keysOfNames } from '../views/read-near.ts';
import { bearersAt } from './bearers.ts';
import type { Casebook } from './casebook.ts';
import { readerFor } from './claims-around.ts';
import { instantOf, type ClaimFilter } from './parse-filter.ts';
import { asItStood, asOfThen, claims, judgedFor, PROCEEDING_KINDS } from './questions.ts';

/** Where more claims name whoever is accused, or may, looking through all takes no longer. */
const MOST = 20_000;

/**
 * The proceeding that a claim is a step of: `id` is the proceeding's, by any of its claims. Throws a Fault 'not-found' where there is none, or where
 * the claim accuses several and the id does not say which: what is said of one is never shown of another.
 */
export async function proceeding(casebook: Casebook, id: string, filter: ClaimFilter = {}): Promise<ProceedingRow> {
  const found = findProceeding(await proceedingsAround(casebook, claimIdsIn(id), filter), id);
  if ('one' in found) return found.one;
  const several = 'several' in found ? found.several.map((row) => row.id) : [];
  if (several.length > 0) throw new Fault('not-found', `${id} is a step against several, each with a proceeding`, `Name one: ${several.join(', ')}.`);
  throw new Fault('not-found', `no proceeding has a step of the id ${id}`, 'List them with `onrecord proceedings`.');
}

/** Those that have one of these claims as a step. O(claims that name whoever these accuse, or may). */
export async function proceedingsAround(casebook: Casebook, ids: readonly string[], filter: ClaimFilter): Promise<readonly ProceedingRow[]> {
  const { identity } = await judgedFor(casebook, filter);
  const around = await toldAround(casebook, await readerFor(casebook, filter)(ids), identity, filter);
  // What else the filter asks for chooses the steps, and leaves no other step out.
  const stood = asItStood(filter);
  const rows = around === null ? await claims(casebook, stood, PROCEEDING_KINDS) : selectClaims(around, stood);
  return buildProceedings(asOfThen(rows, filter), identity).filter((row) => row.steps.some(({ claim }) => ids.includes(claim.id)));
}

type Accused = ReturnType<typeof accusedIn>[number];

/**
 * What is told of all who are accused in `seeds`, and of all whose names may be theirs: of these too all of it, as a proceeding shows how far others
 * of like names have come. Null where that is very much.
 */
export async function toldAround(casebook: Casebook, seeds: readonly ClaimRow[], identity: Identity, filter: ClaimFilter): Promise<readonly ClaimRow[] | null> {
  const own = seeds.flatMap(accusedIn);
  const near = await toldOf(casebook, own, filter);
  const isAlike = (each: Accused): boolean => own.some((one) => identity.relate(one, each) !== 'unlike');
  return near && toldOf(casebook, [...own, ...near.flatMap(accusedIn).filter(isAlike)], filter);
}

/** All that names one of these, or one whom people held to be one with them, and others whose names share their words. */
async function toldOf(casebook: Casebook, accused: readonly Accused[], filter: ClaimFilter): Promise<readonly ClaimRow[] | null> {
  const { reads } = casebook.store;
  const bearers = await bearersAt(casebook, filter);
  const ids = accused.flatMap(({ claim, name }) => namesIn(claim.document, claim).flatMap(({ id, words }) => (words === name ? id : [])));
  const joined = [...new Set(ids)].map((id) => bearers.namesOf(id)).filter((group) => group.length > 1);
  const names = new Set([...accused.map(({ name }) => name), ...(await keysOfNames(reads, [...new Set(joined.flat())]))]);
  const statuses = filter.status ? [filter.status] : (['suggested', 'recorded'] as const);
  const found = await claimsNamingAlike(reads, { names: [...names], kinds: PROCEEDING_KINDS, days: null, statuses }, MOST + 1);
  const instant = instantOf(filter);
  // What has other words now than then is found by no index.
  const reworded = instant === undefined ? [] : await decidedSince(reads, instant);
  return found.length + reworded.length > MOST ? null : readerFor(casebook, filter)([...new Set([...found, ...reworded])]);
}
