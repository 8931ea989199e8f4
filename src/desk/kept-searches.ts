// Searches that a team keeps under a name: remarks about nothing but their own words. Kept in the casebook and not in a browser, since a search
// may name a witness.
import { Fault } from '../base/fault.ts';
import type { RemarkRow } from '../model/remark.ts';
import { parseQuery } from '../record/search-query.ts';
import { readRemarks } from '../views/read-remarks.ts';
import type { Casebook } from './casebook.ts';

/** Those that stand, oldest first: `value` is the name of each, `about.label` its words. */
export const keptSearches = ({ store: { reads } }: Casebook): Promise<readonly RemarkRow[]> => readRemarks(reads, { sort: 'search' });

/** Keeps a search under a name; one that is kept already so is left as it is. Throws a Fault 'bad-query' where it cannot be understood. */
export async function keepSearch(casebook: Casebook, name: string, query: string): Promise<readonly RemarkRow[]> {
  const [value, label] = [name.trim(), query.trim()];
  if (!value || !label) throw new Fault('bad-usage', 'a search is kept under a name', 'Give the search and a name for it.');
  parseQuery(label);
  const kept = await keptSearches(casebook);
  if (kept.some((each) => each.value === value && each.about.label === label)) return kept;
  const about = { id: casebook.newId('q_'), documents: [], label };
  await casebook.record([{ kind: 'remark.made', payload: { sort: 'search', about, list: null, value, text: null } }]);
  return keptSearches(casebook);
}
