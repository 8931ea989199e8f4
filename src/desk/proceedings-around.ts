// The proceedings that some claims are steps of, put together from what is told of whoever they accuse, and not from all claims.
import { Fault } from '../base/fault.ts';
import type { ClaimRow, Status } from '../model/answers.ts';
import type { ProceedingRow } from '../model/proceeding.ts';
import { accusedIn, buildProceedings } from '../record/build-proceedings.ts';
import { claimIdsIn, findProceeding } from '../record/proceeding-id.ts';
import type { Identity } from '../record/identity.ts';
import { nameToken } from '../record/near-names.ts';
import { selectClaims } from '../record/select-claims.ts';
import { findWorded } from '../views/find-words.ts';
import { idOfName } from '../views/fold-names.ts';
import { readWaitingIn } from '../views/read-answers.ts';
import { inOrder } from '../views/read-claims.ts';
import { readNaming } from '../views/read-moments.ts';
import { claimsNamingAlike, decidedSince, documentsOfNames, keysOfNames } from '../views/read-near.ts';
import { bearersAt, type Bearers } from './bearers.ts';
import type { Casebook } from './casebook.ts';
import { orderedFor, readerFor } from './claims-around.ts';
import { keptUntilChanged } from './kept-until-changed.ts';
import { instantOf, type ClaimFilter } from './parse-filter.ts';
import { narrowedIds } from './narrowed-ids.ts';
import { asItStood, asOfThen, claims, judgedFor, keptOf, PROCEEDING_KINDS } from './questions.ts';

/**
 * What claims say the law did, by accused and country: the proceedings of which the filter keeps a step, each with all of its steps, since who was
 * convicted is no less so where an arrest is asked for. With `at`, as far as they had come by then. O(claims of what the law did; where the filter
 * keeps few of them, those that name whoever they accuse, or may).
 */
export async function proceedings(casebook: Casebook, filter: ClaimFilter): Promise<readonly ProceedingRow[]> {
  const seeds = await fewKept(casebook, filter);
  if (seeds) return proceedingsAround(casebook, seeds.map(({ id }) => id), filter); // prettier-ignore
  const { identity } = await judgedFor(casebook, filter);
  const rows = await claims(casebook, asItStood(filter), PROCEEDING_KINDS);
  const kept = await keptOf(casebook, filter);
  return buildProceedings(asOfThen(rows, filter), identity).filter(({ steps }) => steps.some(({ claim: of }) => kept(of)));
}

/** Of more claims, or of more names, looking through all takes no longer. */
const FEW_CLAIMS = 3_000;
const FEW_NAMES = 50;

/** What of the law a filter keeps, where an index tells that it is little; else null. */
async function fewKept(casebook: Casebook, filter: ClaimFilter): Promise<readonly ClaimRow[] | null> {
  const { status, document } = filter;
  // Nobody is named by what does not stand.
  if (status === 'rejected' || status === 'withdrawn') return null;
  const ids = await narrowedIds(casebook, filter);
  if (ids === null ? document === undefined : ids.length > FEW_CLAIMS) return null;
  const rows = await claims(casebook, filter, PROCEEDING_KINDS);
  return new Set(rows.flatMap(accusedIn).map(({ name }) => nameToken(name))).size > FEW_NAMES ? null : rows;
}

/** Where more claims name whoever is accused, or may, looking through all takes no longer. */
const MOST = 20_000;

/**
 * The proceeding that a claim is a step of: `id` is the proceeding's, by any of its claims. Throws a Fault 'not-found' where there is none, or where
 * the claim accuses several and the id does not say which: what is said of one is never shown of another.
 */
export const proceeding = (casebook: Casebook, id: string, filter: ClaimFilter = {}): Promise<ProceedingRow> =>
  kept(casebook, [id, asItStood(filter), filter.at ?? null], async () => {
    const value = await oneOf(casebook, id, filter);
    return { value, bytes: (value.steps.length + value.alleged.length) * OF_A_CLAIM + value.alike.length * OF_A_NAME };
  });

/** Bytes of proceedings that are kept of a casebook, as the parts of a page each ask for one; and about what their parts take. */
const kept = keptUntilChanged(64 * 1024 * 1024);
const OF_A_CLAIM = 4_000;
const OF_A_NAME = 300;

async function oneOf(casebook: Casebook, id: string, filter: ClaimFilter): Promise<ProceedingRow> {
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
  const wanted = new Set(ids);
  const isWanted = ({ id }: ClaimRow): boolean => wanted.has(id);
  return buildProceedings(asOfThen(rows, filter), identity, isWanted).filter((row) => row.steps.some(({ claim }) => isWanted(claim)));
}

type Accused = ReturnType<typeof accusedIn>[number];

/**
 * What is told of all who are accused in `seeds`, and of all whose names may be theirs: of these too all of it, as a proceeding shows how far others
 * of like names have come. Null where that is very much.
 */
export async function toldAround(casebook: Casebook, seeds: readonly ClaimRow[], identity: Identity, filter: ClaimFilter): Promise<readonly ClaimRow[] | null> {
  const { reads } = casebook.store;
  const read = orderedFor(casebook, filter);
  const bearers = await bearersAt(casebook, filter);
  const own = seeds.flatMap(accusedIn);
  const instant = instantOf(filter);
  // What has other words now than then is found by no index.
  const reworded = instant === undefined ? [] : await decidedSince(reads, instant);
  const alike = [...new Set([...(await namingAlike(casebook, own, bearers, filter)), ...reworded])];
  if (alike.length > MOST) return null;
  const near = new Map((await read(alike)).map((each) => [each.row.id, each]));
  const bearing = new Map(own.map((each) => [`${identity.bearer(each)} ${each.name}`, each]));
  const isAlike = (each: Accused): boolean => [...bearing.values()].some((one) => identity.relate(one, each) !== 'unlike');
  const theirs = await tellingOf(casebook, [...near.values()].flatMap(({ row }) => accusedIn(row)).filter(isAlike), bearers, filter);
  const others = theirs.filter((id) => !near.has(id));
  return near.size + others.length > MOST ? null : inOrder([...near.values(), ...(await read(others))]);
}

const statusesOf = ({ status }: ClaimFilter): readonly Status[] => (status ? [status] : ['suggested', 'recorded']);

/** Ids of what names one of these, or one whom people held to be one with them, and of others whose names share their words. */
async function namingAlike({ store: { reads } }: Casebook, accused: readonly Accused[], bearers: Bearers, filter: ClaimFilter): Promise<readonly string[]> {
  const joined = namesOfAll(accused, bearers).filter((group) => group.length > 1);
  const names = new Set([...accused.map(({ name }) => name), ...(await keysOfNames(reads, [...new Set(joined.flat())]))]);
  return claimsNamingAlike(reads, { names: [...names], kinds: PROCEEDING_KINDS, days: null, statuses: statusesOf(filter) }, MOST + 1);
}

/** Ids of what names the very same: in the same document by the same words, or by a name that people held to be one with it; and of others. */
async function tellingOf({ store: { reads } }: Casebook, accused: readonly Accused[], bearers: Bearers, filter: ClaimFilter): Promise<readonly string[]> {
  const names = [...new Set(namesOfAll(accused, bearers).flat())];
  const narrow = { kinds: PROCEEDING_KINDS, statuses: statusesOf(filter) };
  const recorded = await findWorded(reads, null, { ...narrow, ids: await readNaming(reads, names, null) }, Number.MAX_SAFE_INTEGER);
  const documents = [...new Set([...accused.map(({ document }) => document), ...(await documentsOfNames(reads, names))])];
  return [...recorded, ...(await readWaitingIn(reads, documents, PROCEEDING_KINDS))];
}

/** Of each, the ids of all names that people held to be one with it by then. */
const namesOfAll = (accused: readonly Accused[], bearers: Bearers): readonly (readonly string[])[] =>
  [...new Set(accused.map(({ document, name }) => idOfName(document, name)))].map((id) => bearers.namesOf(id));
