// What is destroyed goes out of the views, too.
import type { Kysely } from 'kysely';
import { dropNames } from './fold-names.ts';
import { dropWords } from './fold-words.ts';
import type { Tables } from './tables.ts';

/** Takes out of the views what rests on the entries of an original, a document, a suggestion or a person. */
export async function forget(db: Kysely<Tables>, id: string): Promise<void> {
  const claims = await db
    .selectFrom('claim')
    .select('id')
    .where(({ or, eb }) => or([eb('document', '=', id), eb('id', '=', id)]))
    .execute();
  for (const claim of claims) {
    await dropNames(db, claim.id);
    await dropWords(db, claim.id);
  }
  await db
    .deleteFrom('claim')
    .where(({ or, eb }) => or([eb('document', '=', id), eb('id', '=', id)]))
    .execute();
  await db
    .deleteFrom('review')
    .where(({ or, eb }) => or([eb('document', '=', id), eb('suggestion', '=', id)]))
    .execute();
  await db
    .deleteFrom('anchor')
    .where(({ or, eb }) => or([eb('document', '=', id), eb('claim', '=', id)]))
    .execute();
  await db.deleteFrom('reading').where('document', '=', id).execute();
  await db.deleteFrom('document').where('id', '=', id).execute();
  await db.deleteFrom('unreadable').where('original', '=', id).execute();
  await db.deleteFrom('checked').where('original', '=', id).execute();
  await db.deleteFrom('care').where('about', '=', id).execute();
  await db
    .deleteFrom('part')
    .where(({ or, eb }) => or([eb('original', '=', id), eb('container', '=', id)]))
    .execute();
  await db.deleteFrom('original').where('id', '=', id).execute();
  await db.deleteFrom('person').where('id', '=', id).execute();
  await db.deleteFrom('list').where('id', '=', id).execute();
}
