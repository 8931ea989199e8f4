// How people say that happenings hang together, as rows.
import type { Kysely } from 'kysely';
import type { HappeningsLinked } from '../model/link.ts';
import { among } from './among.ts';
import type { Tables } from './tables.ts';
import type { Stamp } from './stamp.ts';

export async function keepLink(db: Kysely<Tables>, { entry, index, at, actor }: Stamp, linked: HappeningsLinked): Promise<void> {
  const { link, left, right } = linked;
  await db
    .insertInto('link')
    .values({
      entry,
      entry_index: index,
      link,
      left: left.id,
      right: right.id,
      body: JSON.stringify(linked),
      actor,
      at,
      undone_by: null,
      undone_at: null,
    })
    .execute();
}

/** Nothing where the entry holds no link. */
export async function undoLink(db: Kysely<Tables>, entry: string, by: Pick<Stamp, 'entry' | 'at'>): Promise<void> {
  await db.updateTable('link').set({ undone_by: by.entry, undone_at: by.at }).where('entry', '=', entry).execute();
}

export async function forgetLinks(db: Kysely<Tables>, entries: readonly string[]): Promise<void> {
  await db.deleteFrom('link').where('entry', 'in', among(entries)).execute();
}
