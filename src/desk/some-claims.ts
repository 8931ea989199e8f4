// Recorded claims by their ids: for whoever was given the ids alone, and asks for the words of some.
import type { ClaimRow } from '../model/answers.ts';
import { selectClaims } from '../record/select-claims.ts';
import type { Casebook } from './casebook.ts';
import { readerFor } from './claims-around.ts';
import type { ClaimFilter } from './parse-filter.ts';

/** In the order of documents and of their words; what clocks do not keep, or nobody recorded, is not among them. */
export const someClaims = async (casebook: Casebook, ids: readonly string[], clocks: ClaimFilter): Promise<readonly ClaimRow[]> =>
  selectClaims(await readerFor(casebook, { ...clocks, status: 'recorded' })(ids), clocks);
