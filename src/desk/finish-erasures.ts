// The second half of an erasure: the entry and the views are done, the files and what is left in the database go now.
import type { Store } from '../store/store.ts';
import type { Tables } from '../views/tables.ts';

/** What an erasure leaves to be done that destroys no file. */
export const DATABASE_ALONE = { shelf: 'database', sha256: '' };

/** Destroys the files that erasures left to be destroyed, and rewrites the database without what is gone. */
export async function finishErasures(store: Store<Tables>): Promise<void> {
  const waiting = await store.reads.selectFrom('doomed').selectAll().execute();
  if (waiting.length === 0) return;
  for (const { shelf, sha256 } of waiting) if (shelf !== DATABASE_ALONE.shelf) await store.vault.destroy(shelf === 'originals' ? 'originals' : 'texts', sha256);
  await store.transact(async () => {
    await store.views.deleteFrom('doomed').execute();
  });
  await store.scrub();
}
