// What people say is made of what, as rows.
import type { Kysely } from 'kysely';
import type { Attached } from '../model/attachment.ts';
import { among } from './among.ts';
import type { Stamp } from './stamp.ts';
import type { Tables } from './tables.ts';

export async function keepAttached(db: Kysely<Tables>, { entry, index, at, actor }: Stamp, attached: Attached): Promise<void> {
  const { original, to } = attached;
  await db
    .insertInto('attached')
    .values({ entry, entry_index: index, original, target: to, body: JSON.stringify(attached), actor, at, undone_by: null })
    .execute();
}

/** Nothing where it was destroyed. */
export async function undoAttached(db: Kysely<Tables>, entry: string, by: Pick<Stamp, 'entry'>): Promise<void> {
  await db.updateTable('attached').set({ undone_by: by.entry }).where('entry', '=', entry).execute();
}

export async function forgetAttached(db: Kysely<Tables>, entries: readonly string[]): Promise<void> {
  await db.deleteFrom('attached').where('entry', 'in', among(entries)).execute();
}
