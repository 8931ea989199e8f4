// Entities: the names that recorded claims have, joined where people said that they are one.
import { sql, type Kysely } from 'kysely';
import { list, oneOf, orNull, string } from '../base/shape.ts';
import type { EntityRow, NameCare, NameRow } from '../model/entity.ts';
import { SENSITIVITIES } from '../model/document.ts';
import type { Kind } from '../model/vocabulary.ts';
import { entitySort } from '../record/entity-sort.ts';
import { among } from './among.ts';
import { findWorded, matchNames } from './find-words.ts';
import type { Tables } from './tables.ts';

/** All of them, or those that these names belong to; the ones that most claims name come first. O(mentions of those asked for). */
export async function readEntities(db: Kysely<Tables>, names: readonly string[] | null): Promise<readonly EntityRow[]> {
  let query = db
    .selectFrom('named')
    .innerJoin('form', 'form.number', 'named.form')
    .innerJoin('given', 'given.name', 'named.number')
    .leftJoin('joined', (join) => join.onRef('joined.member', '=', 'named.id').on('joined.sort', '=', 'name'))
    .select(sql<string>`coalesce(joined.leader, named.id)`.as('entity'))
    .select(sql<string>`json_group_array(distinct form.label)`.as('labels'))
    .select(sql<string>`group_concat(distinct given.part)`.as('parts'))
    .select(sql<number>`count(distinct given.position)`.as('claims'))
    .select(sql<number>`count(distinct named.document)`.as('documents'))
    .groupBy('entity')
    .orderBy('claims', 'desc')
    .orderBy('entity');
  if (names !== null) query = query.where('named.id', 'in', among(names));
  return (await query.execute()).map(({ entity: id, labels: all, parts, claims, documents }) => {
    const labels = list(string)(JSON.parse(all)).toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
    const [label = ''] = labels;
    return { id, label, labels, sort: entitySort(label, parts.split(',')), claims, documents };
  });
}

/** The names that are held to be one with this one, itself among them. */
export async function namesOf(db: Kysely<Tables>, id: string): Promise<readonly string[]> {
  const leader = (await db.selectFrom('joined').select('leader').where('sort', '=', 'name').where('member', '=', id).executeTakeFirst())?.leader;
  if (leader === undefined) return [id];
  return (await db.selectFrom('joined').select('member').where('sort', '=', 'name').where('leader', '=', leader).execute()).map(({ member }) => member);
}

export async function readNames(db: Kysely<Tables>, ids: readonly string[]): Promise<readonly NameRow[]> {
  return db
    .selectFrom('named')
    .innerJoin('form', 'form.number', 'named.form')
    .innerJoin('document', 'document.id', 'named.document')
    .innerJoin('original', 'original.id', 'document.original')
    .innerJoin('given', 'given.name', 'named.number')
    .where('named.id', 'in', among(ids))
    .select(['named.id', 'form.label', 'named.document'])
    .select(sql<string>`coalesce(document.title, original.name)`.as('documentTitle'))
    .select(sql<number>`count(distinct given.position)`.as('claims'))
    .groupBy('named.id')
    .orderBy('original.ordinal')
    .execute();
}

/** The documents whose names these are. */
export const documentsOfNames = async (db: Kysely<Tables>, ids: readonly string[]): Promise<readonly string[]> =>
  (await db.selectFrom('name').select('document').distinct().where('id', 'in', among(ids)).execute()).map(({ document }) => document);

/** What was said of how these names may be used. */
export async function readNameCare(db: Kysely<Tables>, ids: readonly string[]): Promise<readonly NameCare[]> {
  const rows = await db.selectFrom('care').selectAll().where('about', 'in', among(ids)).orderBy('about').execute();
  return rows.map(({ about: name, sensitivity, consent, consent_until: consentUntil, purpose, retention }) => ({
    name,
    sensitivity: orNull(oneOf(SENSITIVITIES))(sensitivity),
    consent,
    consentUntil,
    purpose,
    retention,
  }));
}

/** Documents whose claims are put in order at once. */
const AT_ONCE = 50;

/**
 * The ids of `most` claims that have one of these names, in the order of documents and of their words; `skip` of them passed over.
 *
 * O(names + claims passed over or given).
 */
export async function claimsNamingFrom(
  db: Kysely<Tables>,
  ids: readonly string[],
  { skip, most }: { readonly skip: number; readonly most: number },
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string; ordinal: number }>`select name.id, original.ordinal from name
    join document on document.id = name.document join original on original.id = document.original where name.id in ${among(ids)}`.execute(db);
  const byDocument = [...Map.groupBy(rows, ({ ordinal }) => ordinal)].toSorted(([a], [b]) => a - b).map(([, names]) => names.map(({ id }) => id));
  const found: string[] = [];
  for (let from = 0; from < byDocument.length && found.length < skip + most; from += AT_ONCE)
    found.push(...(await claimsInOrder(db, byDocument.slice(from, from + AT_ONCE).flat())));
  return found.slice(skip, skip + most);
}

async function claimsInOrder(db: Kysely<Tables>, names: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{
    id: string;
  }>`select standing.id from standing join document on document.id = standing.document join original on original.id = document.original
    where standing.position in (select position from naming where name in ${among(names)})
    order by original.ordinal, standing.start, standing.end, standing.id`.execute(db);
  return rows.map(({ id }) => id);
}

/** The ids of the claims that have one of these names. */
export async function claimsNaming(db: Kysely<Tables>, ids: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select id from standing where position in (select position from naming where name in ${among(ids)})`.execute(db);
  return rows.map(({ id }) => id);
}

/** The ids of the `most` of them that were recorded last, and how many there are. */
export async function newestNaming(
  db: Kysely<Tables>,
  names: readonly string[],
  most: number,
): Promise<{ readonly ids: readonly string[]; readonly total: number }> {
  const positions = sql`(select position from naming where name in ${among(names)})`;
  const { rows } = await sql<{ id: string }>`select id from standing where position in ${positions} order by position desc limit ${most}`.execute(db);
  const { rows: counted } = await sql<{ total: number }>`select count(*) as total from standing where position in ${positions}`.execute(db);
  return { ids: rows.map(({ id }) => id), total: counted[0]?.total ?? 0 };
}

/** The ids of `most` claims that have one of these names, those of `kinds` first. O(claims that have one). */
export async function claimsTellingOf(db: Kysely<Tables>, ids: readonly string[], kinds: readonly Kind[], most: number): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select id from standing where position in (select position from naming where name in ${among(ids)})
    order by kind in ${among(kinds)} desc, id limit ${most}`.execute(db);
  return rows.map(({ id }) => id);
}

/** The names that a claim has, in order. */
export const namesIn = (db: Kysely<Tables>, claim: string): Promise<readonly { readonly part: string; readonly words: string; readonly name: string }[]> =>
  naming(db, [claim]).select(['naming.part', 'naming.words', 'naming.name']).orderBy('naming.part').orderBy('naming.ordinal').execute();

/** What claims name, from the claims on: the view that has both would look through all that is named. */
const naming = (db: Kysely<Tables>, claims: readonly string[]) =>
  db.selectFrom('standing').innerJoin('naming', 'naming.position', 'standing.position').where('standing.id', 'in', among(claims));

/** A name as a document uses it, with the id of the group that people joined it to; null where it stands alone. */
export type Borne = { readonly id: string; readonly label: string; readonly leader: string | null };

/** Names that the newest `most` claims give which have a name that may be of one with this; and others that they give, for whoever asks to tell. */
export async function namesAlike(db: Kysely<Tables>, name: string, most: number): Promise<readonly Borne[]> {
  const match = matchNames([name]);
  if (match === null) return [];
  const claims = await findWorded(db, match, { statuses: ['recorded'] }, most);
  const { rows } = await sql<Borne>`select name.id, name.label, joined.leader from name left join joined on joined.sort = 'name' and joined.member = name.id
    where name.id in (select naming.name from standing join naming on naming.position = standing.position where standing.id in ${among(claims)})`.execute(db);
  return rows;
}
