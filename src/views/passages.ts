// Passages of texts, found by their words: a paragraph each, folded as everything is that is compared. The index keeps no
// text, only where words stand; what is shown is read from the vault.
import { sql, type Kysely } from 'kysely';
import { foldedWords } from '../base/fold.ts';
import { among } from './among.ts';
import type { Tables } from './tables.ts';

/** So long a passage is at most, in code points: what has no paragraphs is cut. */
const LONGEST = 4_000;

/** Passages that go to SQLite at once. */
const AT_ONCE = 5_000;

export type Place = { readonly document: string; readonly start: number; readonly end: number };

/** Of many hits only so many of the newest are ranked. */
export const MOST_RANKED = 10_000;

/** Puts a document's passages in the place of those that it had. Inside a transaction. */
export async function keepPassages(db: Kysely<Tables>, document: string, text: string): Promise<void> {
  await dropPassages(db, [document]);
  const { rows: last } = await sql<{ id: number | null }>`select max(id) as id from passage_place`.execute(db);
  let id = last[0]?.id ?? 0;
  let some: (readonly [id: number, start: number, end: number, words: string])[] = [];
  const put = async (): Promise<void> => {
    const placed = JSON.stringify(some);
    some = [];
    await sql`insert into passage_place (id, document, start, end) select value ->> 0, ${document}, value ->> 1, value ->> 2 from json_each(${placed})`.execute(
      db,
    );
    await sql`insert into passage (rowid, words) select value ->> 0, value ->> 3 from json_each(${placed})`.execute(db);
  };
  for (const { start, end, words } of passagesOf(text)) {
    some.push([++id, start, end, words]);
    if (some.length >= AT_ONCE) await put();
  }
  if (some.length > 0) await put();
}

/** Takes the passages of documents out of the index, so that none of their words is left in it. Inside a transaction. */
export async function dropPassages(db: Kysely<Tables>, documents: readonly string[]): Promise<void> {
  const places = await db.selectFrom('passage_place').select('id').where('document', 'in', among(documents)).execute();
  if (places.length === 0) return;
  await sql`delete from passage where rowid in ${among(places.map(({ id }) => id))}`.execute(db);
  await db.deleteFrom('passage_place').where('document', 'in', among(documents)).execute();
}

/** Merges the indexes of words into one each, so that nothing of what was taken out is left in older parts of them. */
export async function mergePassages(db: Kysely<Tables>): Promise<void> {
  await sql`insert into passage (passage) values ('optimize')`.execute(db);
  await sql`insert into worded (worded) values ('optimize')`.execute(db);
}

/** Documents whose text is not in the index. */
export async function notIndexed(db: Kysely<Tables>): Promise<readonly { readonly id: string; readonly text: string }[]> {
  return db
    .selectFrom('document')
    .leftJoin('passage_place', 'passage_place.document', 'document.id')
    .where('passage_place.id', 'is', null)
    .select(['document.id', 'document.text_sha256 as text'])
    .execute();
}

/**
 * Where a query of FTS5 is found, best first, in these documents or all, and in how many passages.
 *
 * @param match - made by `compileQuery`, never by hand
 */
export async function findPassages(
  db: Kysely<Tables>,
  match: string,
  documents: readonly string[] | null,
  most: number,
): Promise<{ readonly places: readonly Place[]; readonly total: number }> {
  const found = sql`from passage join passage_place place on place.id = passage.rowid where passage match ${match}`;
  const from = documents === null ? sql`from passage where passage match ${match}` : sql`${found} and place.document in ${among(documents)}`;
  const { rows: counted } = await sql<{ total: number }>`select count(*) as total ${from}`.execute(db);
  const total = counted[0]?.total ?? 0;
  const oldest = sql`(select passage.rowid ${from} order by passage.rowid desc limit 1 offset ${MOST_RANKED - 1})`;
  const ranked = total > MOST_RANKED ? sql`and passage.rowid >= ${oldest}` : sql``;
  // Ranked first: only what is given is looked up.
  const { rows: places } = await sql<Place>`select place.document, place.start, place.end from
      (select passage.rowid as id, rank ${from} ${ranked} order by rank, passage.rowid limit ${most}) best join passage_place place on place.id = best.id
    order by best.rank, best.id`.execute(db);
  return { places, total };
}

function* passagesOf(text: string): Generator<{ readonly start: number; readonly end: number; readonly words: string }> {
  let start = 0;
  let empty = true;
  for (const paragraph of text.split('\n\n')) {
    for (const piece of pieces(paragraph)) {
      const end = start + lengthOf(piece);
      const words = foldedWords(piece).join(' ');
      if (words !== '') yield { start, end, words };
      empty &&= words === '';
      start = end;
    }
    start += 2;
  }
  if (empty) yield { start: 0, end: 0, words: '' };
}

function* pieces(paragraph: string): Generator<string> {
  if (paragraph.length <= LONGEST) {
    yield paragraph;
    return;
  }
  let piece = '';
  let length = 0;
  for (const sign of paragraph) {
    piece += sign;
    length++;
    if (length < LONGEST || (/\S/u.test(sign) && length < 2 * LONGEST)) continue;
    yield piece;
    piece = '';
    length = 0;
  }
  if (piece !== '') yield piece;
}

function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length++;
  return length;
}
