// What is destroyed goes out of the views, too.
import type { Kysely } from 'kysely';
import { dropNames } from './fold-names.ts';
import { dropWords } from './fold-words.ts';
import type { Tables } from './tables.ts';

/** Takes out of the views what rests on the entries of an original, a document, a suggestion or a person. */
export async function forget(db: Kysely<Tables>, id: string): Promise<void> {
  const decided = await db
    .selectFrom('decision')
    .select(['position', 'suggestion'])
    .where(({ or, eb }) => or([eb('document', '=', id), eb('suggestion', '=', id)]))
    .execute();
  for (const { position } of decided) {
    await dropNames(db, position);
    await db.deleteFrom('decision').where('position', '=', position).execute();
  }
  await dropWords(db, [...new Set(decided.map(({ suggestion }) => suggestion))]);
  await db
    .deleteFrom('anchor')
    .where(({ or, eb }) => or([eb('document', '=', id), eb('claim', '=', id)]))
    .execute();
  await db.deleteFrom('reading').where('document', '=', id).execute();
  await db.deleteFrom('document').where('id', '=', id).execute();
  await db.deleteFrom('described').where('original', '=', id).execute();
  await db.deleteFrom('unreadable').where('original', '=', id).execute();
  await db.deleteFrom('checked').where('original', '=', id).execute();
  await db.deleteFrom('care').where('about', '=', id).execute();
  await db
    .deleteFrom('part')
    .where(({ or, eb }) => or([eb('original', '=', id), eb('container', '=', id)]))
    .execute();
  await db.deleteFrom('capture').where('original', '=', id).execute();
  await db.deleteFrom('original').where('id', '=', id).execute();
  await db.deleteFrom('person').where('id', '=', id).execute();
  await db.deleteFrom('list').where('id', '=', id).execute();
}
