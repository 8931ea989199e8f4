// Which claims have to be read for a filter: those that an index finds for it, and others. What is kept of them says `selectClaims`.
import { parseEdtf, widened } from '../base/edtf.ts';
import { claimIdsIn } from '../record/proceeding-id.ts';
import { findWorded, matchNames } from '../views/find-words.ts';
import { readLabelled } from '../views/read-remarks.ts';
import { decidedSince } from '../views/read-near.ts';
import type { Casebook } from './casebook.ts';
import { instantOf, type ClaimFilter } from './parse-filter.ts';

/** Null: all of them. Never fewer than the filter keeps. O(those that are found + what was decided since the time it asks for). */
export async function narrowedIds({ store: { reads } }: Casebook, filter: ClaimFilter): Promise<readonly string[] | null> {
  const { document, kind, at, label, status } = filter;
  // No index has names as they are shown to those who do not see them all.
  const entity = filter.shown ? undefined : filter.entity;
  if (document !== undefined || [entity, kind, at, label].every((each) => each === undefined)) return null;
  const instant = instantOf(filter);
  const named = entity === undefined ? undefined : matchNames([entity]);
  // A name without a word that tells is like no other.
  if (named === null) return [];
  const labelled = label === undefined ? null : (await readLabelled(reads, label, instant)).flatMap((id) => [id, ...claimIdsIn(id)]);
  const narrow = {
    kinds: kind === undefined ? null : [kind],
    days: at === undefined ? null : widened(parseEdtf(at)),
    ...(status === undefined ? {} : { statuses: [status] }),
    ...(labelled === null ? {} : { ids: labelled }),
  };
  const found = await findWorded(reads, named ?? null, narrow, Number.MAX_SAFE_INTEGER);
  return instant === undefined ? found : [...new Set([...found, ...(await decidedSince(reads, instant))])];
}
