// The claims that bear on some claims, so that what these come to (their event, what contradicts them) is the same as if all claims of the record
// were looked through: found step by step through the index, until no more are found.
import type { ClaimRow, Status } from '../model/answers.ts';
import { keyOfName } from '../record/identity.ts';
import { groups } from '../record/join-pairs.ts';
import { kinKinds, lookedUpBy, mayTellOf, type JudgedRecord } from '../record/propose-events.ts';
import { namesIn } from '../views/fold-names.ts';
import type { Ordered } from '../views/claim-rows.ts';
import { inOrder, readOrdered } from '../views/read-claims.ts';
import { claimsNamingAlike, claimsOfTime, decidedSince, keysOfNames } from '../views/read-near.ts';
import { bearersAt, type Bearers } from './bearers.ts';
import type { Casebook } from './casebook.ts';
import { instantOf, type ClaimFilter } from './parse-filter.ts';

/** Where more hang together, looking through all takes no longer. */
const MOST_AROUND = 3_000;

const SHOWN: readonly Status[] = ['suggested', 'recorded'];

/** Reads claims as they stood at the time that a filter asks for; nothing else of it narrows. */
export function readerFor(casebook: Casebook, filter: ClaimFilter): (ids: readonly string[]) => Promise<readonly ClaimRow[]> {
  const read = orderedFor(casebook, filter);
  return async (ids) => inOrder(await read(ids));
}

/** The same in no order, for what is read some at a time. */
export function orderedFor({ store: { reads } }: Casebook, filter: ClaimFilter): (ids: readonly string[]) => Promise<readonly Ordered[]> {
  const [statuses, instant] = [filter.status ? [filter.status] : SHOWN, instantOf(filter)];
  const knownAt = instant === undefined ? {} : { knownAt: instant };
  return (ids) => readOrdered(reads, { ids, statuses, ...knownAt });
}

/** Names that a claim gives, with all that people held to be one with them by then, in words by which an index finds them. */
export async function namesAround({ store: { reads } }: Casebook, claim: ClaimRow, names: readonly string[], bearers: Bearers): Promise<readonly string[]> {
  const own = namesIn(claim.document, claim).filter(({ words }) => names.includes(words));
  const joined = own.flatMap(({ id }) => (bearers.namesOf(id).length > 1 ? bearers.namesOf(id) : []));
  const keys = new Set(names.map(keyOfName));
  return [...names, ...(joined.length === 0 ? [] : await keysOfNames(reads, [...new Set(joined)])).filter((key) => !keys.has(key))];
}

/**
 * The claims of the happenings of `seeds` and all that may tell of the same, directly or through others: what is proposed of them alone is what is
 * proposed of them among all. Null where too many hang together.
 */
export async function happeningsAround(
  casebook: Casebook,
  seeds: readonly ClaimRow[],
  judged: JudgedRecord,
  filter: ClaimFilter,
): Promise<readonly ClaimRow[] | null> {
  const read = readerFor(casebook, filter);
  const bearers = await bearersAt(casebook, filter);
  const together = new Map(groups(judged.happenings).flatMap(({ members }) => members.map((member) => [member, members] as const)));
  const instant = instantOf(filter);
  // What has other words now than then is found by no index: it is held against every claim.
  const reworded = instant === undefined ? [] : await decidedSince(casebook.store.reads, instant);
  if (reworded.length > MOST_AROUND) return null;
  const others = await read(reworded);
  const found = new Map(seeds.map((claim) => [claim.id, claim]));
  let frontier: readonly ClaimRow[] = [...found.values()];
  while (frontier.length > 0) {
    if (found.size > MOST_AROUND) return null;
    const joined = await read(frontier.flatMap(({ id }) => together.get(id) ?? []).filter((id) => !found.has(id)));
    const next = new Map(joined.map((claim) => [claim.id, claim]));
    for (const claim of frontier) {
      const near = await read((await idsNear(casebook, claim, bearers, filter, MOST_AROUND + 1)).filter((id) => !found.has(id) && !next.has(id)));
      for (const each of mayTellOf(claim, [...near, ...others], judged)) if (!found.has(each.claim.id)) next.set(each.claim.id, each.claim);
    }
    for (const claim of next.values()) found.set(claim.id, claim);
    frontier = [...next.values()];
  }
  return read([...found.keys()]);
}

/** Ids of those that may tell of the happening that a claim tells of, and of others: at most so many by its names, and by its time alone. */
export async function idsNear(casebook: Casebook, claim: ClaimRow, bearers: Bearers, filter: ClaimFilter, most: number): Promise<readonly string[]> {
  const asked = lookedUpBy(claim);
  if (!asked) return [];
  const { reads } = casebook.store;
  const { days, unnamedIn } = asked;
  const narrow = { kinds: kinKinds(claim.kind), days, statuses: filter.status ? [filter.status] : SHOWN };
  const names = await namesAround(casebook, claim, asked.names, bearers);
  const named = await claimsNamingAlike(reads, { ...narrow, names }, most);
  const unnamed = unnamedIn === null ? [] : await claimsOfTime(reads, { ...narrow, year: unnamedIn === 'any year' ? null : unnamedIn }, most);
  return [...named, ...unnamed];
}
