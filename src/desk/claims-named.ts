// Recorded claims by whom they name, as they stand or stood at a day of the log.
import type { ClaimRow } from '../model/answers.ts';
import { selectClaims } from '../record/select-claims.ts';
import { namesIn } from '../views/fold-names.ts';
import { readClaims } from '../views/read-claims.ts';
import { claimsNaming } from '../views/read-entities.ts';
import { decidedSince } from '../views/read-near.ts';
import type { Casebook } from './casebook.ts';
import { instantOf, type ClaimFilter } from './parse-filter.ts';
import { claims, labelled } from './questions.ts';

/** A claim with the names that it gives, where it gives each. */
export type Named = { readonly claim: ClaimRow; readonly names: ReturnType<typeof namesIn> };

const named = (claim: ClaimRow): Named => ({ claim, names: namesIn(claim.document, claim) });

/** Recorded claims that a filter keeps; with `names`, those that give one of them. O(those), and of an earlier record what was decided since. */
export async function claimsNamed(casebook: Casebook, names: readonly string[] | null, filter: ClaimFilter): Promise<readonly Named[]> {
  const { reads } = casebook.store;
  const asked: ClaimFilter = { ...filter, status: 'recorded' };
  if (names === null) return (await claims(casebook, asked)).map(named);
  const now = await claimsNaming(reads, names);
  const instant = instantOf(filter);
  if (instant === undefined) return kept(casebook, await readClaims(reads, { ids: now, statuses: ['recorded'] }), asked);
  // What has other words now than then is found by no index: of that, each is looked at.
  const ids = [...new Set([...now, ...(await decidedSince(reads, instant))])];
  const wanted = new Set(names);
  const stood = await kept(casebook, await readClaims(reads, { ids, statuses: ['recorded'], knownAt: instant }), asked);
  return stood.filter((each) => each.names.some(({ id }) => wanted.has(id)));
}

const kept = async (casebook: Casebook, rows: readonly ClaimRow[], filter: ClaimFilter): Promise<readonly Named[]> =>
  (await labelled(casebook, selectClaims(rows, filter), filter)).map(named);
