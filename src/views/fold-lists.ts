// Lists of names that a user brought, as rows.
import type { Kysely } from 'kysely';
import type { ActOf } from '../model/act.ts';
import type { Tables } from './tables.ts';
import type { Stamp } from './stamp.ts';

export async function keepList(db: Kysely<Tables>, { entry, index, at, actor }: Stamp, payload: ActOf<'list.added'>['payload']): Promise<void> {
  const { list: id, title, file, source, sensitivity, sha256, size, text, format, columns, entries, names, notes } = payload;
  await db
    .insertInto('list')
    .values({
      id,
      title,
      file,
      source,
      sensitivity,
      sha256,
      size,
      text_sha256: text,
      format,
      columns: JSON.stringify(columns),
      entries,
      names,
      notes: JSON.stringify(notes),
      searched: 1,
      entry,
      ordinal: index,
      at,
      actor,
    })
    .execute();
}
