// What people remarked on things, by whatever id each was called when they did: an event or proceeding is called by its first claim, which changes as
// claims come.
import type { RemarkRow } from '../model/remark.ts';
import type { Casebook } from './casebook.ts';
import { idsOf } from './claims-about.ts';
import { instantOf, type ClaimFilter } from './parse-filter.ts';
import { remarksOn } from './remarks.ts';

/** Under `knownBy`, as it stood then; the other clocks narrow no remark. */
export async function remarksAbout(casebook: Casebook, ids: readonly string[], { knownBy }: ClaimFilter): Promise<readonly RemarkRow[]> {
  const filter = knownBy === undefined ? {} : { knownBy };
  const called = await Promise.all(ids.map((id) => idsOf(casebook, id, filter)));
  return remarksOn(casebook, called.flat(), instantOf(filter));
}
