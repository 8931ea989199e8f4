// Who brought documents out, and who is named as saying what they tell, with how much of it there is.
import { sql, type Kysely } from 'kysely';
import { among } from './among.ts';
import type { Tables } from './tables.ts';

/** Every spelling of a publisher as documents give it, with how many do and how many recorded claims those have. O(documents + claims). */
export async function readPublishers(
  db: Kysely<Tables>,
): Promise<readonly { readonly publisher: string; readonly documents: number; readonly claims: number }[]> {
  const { rows } = await sql<{ publisher: string; documents: number; claims: number }>`select publisher, count(*) as documents, sum(recorded) as claims
    from (select publisher, (select count(*) from standing where document = document.id and status = 'recorded') as recorded from document where publisher is not null)
    group by publisher order by publisher`.execute(db);
  return rows;
}

/** Whom recorded claims name as speaking, each as the one that people joined it into. O(names that claims give). */
export async function readSpeakers(db: Kysely<Tables>): Promise<readonly { readonly id: string; readonly documents: number; readonly claims: number }[]> {
  const { rows } = await sql<{ id: string; documents: number; claims: number }>`select coalesce(joined.leader, named.id) as id,
      count(distinct named.document) as documents, count(distinct given.position) as claims
    from given join named on named.number = given.name left join joined on joined.member = named.id and joined.sort = 'name'
    where given.part = 'saidBy' group by 1 order by claims desc, id`.execute(db);
  return rows;
}

/** The ids of recorded claims that stand in these documents. */
export async function claimsOfDocuments(db: Kysely<Tables>, documents: readonly string[]): Promise<readonly string[]> {
  const rows = await db.selectFrom('standing').select('id').where('document', 'in', among(documents)).where('status', '=', 'recorded').execute();
  return rows.map(({ id }) => id);
}

/** Documents as sources, the newest publication first, those without a date last. */
export async function readSourceDocuments(db: Kysely<Tables>, documents: readonly string[]) {
  return db
    .selectFrom('document')
    .innerJoin('original', 'original.id', 'document.original')
    .where('document.id', 'in', among(documents))
    .select(['document.id', 'document.publisher', 'document.published'])
    .select(sql<string>`coalesce(document.title, original.name)`.as('title'))
    .orderBy(sql`document.published is null`)
    .orderBy('document.published', 'desc')
    .orderBy('document.id')
    .execute();
}

/** The other side of each pair of copies of which a document is one side. */
export async function copiedWith(db: Kysely<Tables>, documents: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select right as id from copy where left in ${among(documents)}
    union select left from copy where right in ${among(documents)}`.execute(db);
  return rows.map(({ id }) => id);
}
