// Recorded claims by whom they name, as they stand or stood at a day of the log.
import type { ClaimRow } from '../model/answers.ts';
import { selectClaims } from '../record/select-claims.ts';
import { namesIn } from '../views/fold-names.ts';
import { readClaims } from '../views/read-claims.ts';
import { claimsNaming } from '../views/read-entities.ts';
import type { Casebook } from './casebook.ts';
import type { ClaimFilter } from './parse-filter.ts';
import { claims } from './questions.ts';

/** A claim with the names that it gives, where it gives each. */
export type Named = { readonly claim: ClaimRow; readonly names: ReturnType<typeof namesIn> };

const named = (claim: ClaimRow): Named => ({ claim, names: namesIn(claim.document, claim) });

/** Recorded claims that a filter keeps; with `names`, those that give one of them. O(those), but O(claims) of an earlier record. */
export async function claimsNamed(casebook: Casebook, names: readonly string[] | null, filter: ClaimFilter): Promise<readonly Named[]> {
  const { reads } = casebook.store;
  const asked: ClaimFilter = { ...filter, status: 'recorded' };
  if (names === null) return (await claims(casebook, asked)).map(named);
  if (filter.knownBy !== undefined) {
    const wanted = new Set(names);
    return (await claims(casebook, asked)).map(named).filter((each) => each.names.some(({ id }) => wanted.has(id)));
  }
  const rows = await readClaims(reads, { ids: await claimsNaming(reads, names), statuses: ['recorded'] });
  return selectClaims(rows, asked).map(named);
}
