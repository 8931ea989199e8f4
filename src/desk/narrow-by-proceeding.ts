import type { Narrowed } from './narrow-by-names.ts';
import type { Casebook } from './casebook.ts';
import type { ClaimFilter } from './parse-filter.ts';
import { findProceeding } from '../record/proceeding-id.ts';
import { proceedings } from './questions.ts';

/** The steps of a proceeding, by its id or that of any of its steps; none where it was not known by then. O(claims of what the law did). */
export async function narrowByProceeding(casebook: Casebook, id: string, { knownBy }: ClaimFilter): Promise<Narrowed> {
  const all = await proceedings(casebook, knownBy === undefined ? {} : { knownBy });
  const found = findProceeding(all, id);
  const ids = new Set('one' in found ? found.one.steps.map(({ claim }) => claim.id) : []);
  return { ids: [...ids], keeps: (row) => ids.has(row.id) };
}
