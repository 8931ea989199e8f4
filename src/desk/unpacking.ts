// Which containers (archives, mailboxes, mails with files attached) are recorded while not all of what is inside of them is
// yet. The mark is set in the transaction that records the container: a crash right after it leaves it set.
import type { Casebook } from './casebook.ts';

/** Inside a transaction. */
export async function markUnpacking({ store }: Casebook, original: string): Promise<void> {
  await store.views.insertInto('unpacking').values({ original }).execute();
}

export async function isUnpacking({ store }: Casebook, original: string): Promise<boolean> {
  return (await store.reads.selectFrom('unpacking').select('original').where('original', '=', original).executeTakeFirst()) !== undefined;
}

/** All that is inside of it is recorded, or known to be out of reach. */
export async function allInside({ store }: Casebook, original: string): Promise<void> {
  await store.transact(async () => void (await store.views.deleteFrom('unpacking').where('original', '=', original).execute()));
}
