// The views made anew from the log alone: no document is read, no model asked.
import { emptyViews } from '../views/schema.ts';
import type { Casebook } from './casebook.ts';

/** Drops the views and folds every entry again, in one transaction. Gives how many entries there are. O(entries). */
export async function rebuild(casebook: Casebook): Promise<number> {
  return casebook.store.transact(async () => {
    await emptyViews(casebook.store.views);
    let entries = 0;
    for await (const entry of casebook.log.entries()) {
      await casebook.foldEntry(entry);
      entries++;
    }
    return entries;
  });
}
