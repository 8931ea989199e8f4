import { claimIdsIn, findProceeding } from '../record/proceeding-id.ts';
import type { Narrowed } from './narrow-by-names.ts';
import type { Casebook } from './casebook.ts';
import type { ClaimFilter } from './parse-filter.ts';
import { proceedingsAround } from './proceedings-around.ts';

/** The steps of a proceeding, by its id or that of any of its steps; none where it was not known by then. */
export async function narrowByProceeding(casebook: Casebook, id: string, { knownBy }: ClaimFilter): Promise<Narrowed> {
  const found = findProceeding(await proceedingsAround(casebook, claimIdsIn(id), knownBy === undefined ? {} : { knownBy }), id);
  const ids = new Set('one' in found ? found.one.steps.map(({ claim }) => claim.id) : []);
  return { ids: [...ids], keeps: (row) => ids.has(row.id) };
}
