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

/** A name where a recorded claim gives it as a speaker's, in the words of the claim; `position` is the claim's. */
export type Spoken = { readonly position: number; readonly name: string; readonly words: string };

/** Claims that are looked through in one go: some tens of milliseconds' worth. */
const AT_ONCE = 50_000;

/** Whom recorded claims name as speaking, claim after claim, some at a time, so that others have their turn. O(names that claims give). */
export async function* readSpoken(db: Kysely<Tables>): AsyncGenerator<readonly Spoken[]> {
  const { rows: last } = await sql<{ last: number | null }>`select max(position) as last from standing`.execute(db);
  for (let from = 0; from <= (last[0]?.last ?? -1); from += AT_ONCE) {
    const { rows } = await sql<Spoken>`select position, name, words from naming
      where position >= ${from} and position < ${from + AT_ONCE} and part = 'saidBy' order by position`.execute(db);
    yield rows;
  }
}

/** The names that people joined with others, each with the one by whose id they are known, and its document. */
export async function readLed(db: Kysely<Tables>): Promise<readonly { readonly id: string; readonly leader: string; readonly document: string }[]> {
  return db.selectFrom('joined').innerJoin('name', 'name.id', 'joined.member').where('joined.sort', '=', 'name').select(['name.id', 'joined.leader', 'name.document']).execute(); // prettier-ignore
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
