// A stretch of what the casebook holds, in the order in which it was added, however much there is.
import { sql, type Kysely } from 'kysely';
import { among } from './among.ts';
import { isNoPicture } from './read-documents.ts';
import type { Tables } from './tables.ts';

/** Read: what no reader failed at. Waiting: those of them with suggestions that nobody decided about. */
export const SHELVES = ['all', 'read', 'unreadable', 'waiting'] as const;
export type Shelf = (typeof SHELVES)[number];

/** `originals` narrows it to these; null: all. `after`: what was added after this document; `skip` so many of the rest are passed over. */
export type ShelfAsked = {
  readonly shelf: Shelf;
  readonly originals: readonly string[] | null;
  readonly after: string | null;
  readonly skip: number;
  readonly most: number;
};

/** Of originals, by id, and how many there are in all. What was erased is on no shelf. */
export async function readShelf(db: Kysely<Tables>, asked: ShelfAsked): Promise<{ readonly ids: readonly string[]; readonly total: number }> {
  const rows = await standing(db, asked).select('original.id').orderBy('original.ordinal').limit(asked.most).offset(asked.skip).execute();
  const { total } = await standing(db, asked)
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return { ids: rows.map(({ id }) => id), total };
}

function standing(db: Kysely<Tables>, { shelf, originals, after }: ShelfAsked) {
  let query = db.selectFrom('original').where(isNoPicture);
  if (originals !== null) query = query.where('original.id', 'in', among(originals));
  if (after !== null)
    query = query.where('original.ordinal', '>', ({ selectFrom }) =>
      selectFrom('document').innerJoin('original as before', 'before.id', 'document.original').where('document.id', '=', after).select('before.ordinal'),
    );
  if (shelf === 'unreadable') return query.where(FAILED);
  if (shelf === 'read') return query.where(sql<boolean>`not ${FAILED}`);
  if (shelf === 'waiting') return query.where(sql<boolean>`not ${FAILED}`).where(WAITS);
  return query;
}

const FAILED = sql<boolean>`exists (select 1 from unreadable where unreadable.original = original.id)`;
const WAITS = sql<boolean>`exists (select 1 from document join waiting on waiting.document = document.id where document.original = original.id)`;
