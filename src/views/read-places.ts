// How often claims and suggestions name which places: counted over what is kept of them, without reading each.
import { setImmediate } from 'node:timers/promises';
import { sql, type Kysely, type RawBuilder } from 'kysely';
import { list, orNull, string } from '../base/shape.ts';
import type { Kind } from '../model/vocabulary.ts';
import type { PlaceTally } from '../record/build-place-map.ts';
import { keyOfName } from '../record/identity.ts';
import { among } from './among.ts';
import type { Tables } from './tables.ts';

/** What is left out: claims of these documents, these claims, and claims that have one of these names; suggestions of documents that have one. */
export type LeftOut = {
  readonly documents: readonly string[];
  readonly claims: readonly string[];
  readonly names: readonly string[];
  readonly namedIn: readonly string[];
};

export type KindTally = PlaceTally & { readonly kind: Kind };

const given = list(list(orNull(string)));
const proposed = list(string);

type Counted = { readonly places: string; readonly kind: Kind; readonly claims: number };

/** A condition on `standing`. */
function isShown({ documents, claims, names }: LeftOut): RawBuilder<boolean> {
  const all = [sql`standing.document not in ${among(documents)}`, sql`standing.id not in ${among(claims)}`];
  if (names.length > 0) all.push(sql`not exists (select 1 from naming other where other.position = standing.position and other.name in ${among(names)})`);
  return sql<boolean>`${sql.join(all, sql` and `)}`;
}

/** Claims that are looked through in one go: a tenth of a second's worth. */
const AT_ONCE = 50_000;

/** Of recorded claims, some at a time, so that others have their turn. O(names that claims give). */
export async function readPlaceTallies(db: Kysely<Tables>, out: LeftOut): Promise<readonly KindTally[]> {
  const { rows: last } = await sql<{ last: number | null }>`select max(position) as last from standing`.execute(db);
  const counted = new Map<string, Counted>();
  for (let from = 0; from <= (last[0]?.last ?? -1); from += AT_ONCE) {
    for (const row of await placesBetween(db, from, from + AT_ONCE, out)) {
      const key = `${row.kind} ${row.places}`;
      counted.set(key, { ...row, claims: row.claims + (counted.get(key)?.claims ?? 0) });
    }
    await setImmediate();
  }
  return [...counted.values()].map(({ places, kind, claims }) => ({
    places: given(JSON.parse(places)).map(([group = null, words]) => ({ words: words ?? '', group })),
    status: 'recorded',
    kind,
    claims,
  }));
}

/** Of the claims at these positions of the log, the second not among them. */
async function placesBetween(db: Kysely<Tables>, from: number, to: number, out: LeftOut): Promise<readonly Counted[]> {
  const { rows } = await sql<Counted>`select places, standing.kind, count(*) as claims
    from (
      select given.position, json_group_array(json_array(joined.leader, form.label)) as places
      from given join form on form.number = given.form
        join named on named.number = given.name left join joined on joined.sort = 'name' and joined.member = named.id
      where given.position >= ${from} and given.position < ${to} and given.part = 'place' group by given.position
    ) named
    join standing on standing.position = named.position
    where ${isShown(out)}
    group by places, standing.kind`.execute(db);
  return rows;
}

/** Of suggestions that wait; null where there are more than `most`. O(those). */
export async function readSuggestedPlaces(db: Kysely<Tables>, out: LeftOut, most: number): Promise<readonly KindTally[] | null> {
  const { waiting } = await db
    .selectFrom('waiting')
    .select(({ fn }) => fn.countAll<number>().as('waiting'))
    .executeTakeFirstOrThrow();
  if (waiting > most) return null;
  const { rows } = await sql<Counted>`select suggestion.body ->> '$.roles.place' as places, suggestion.kind, count(*) as claims
    from waiting join suggestion on suggestion.id = waiting.id
    where places is not null and suggestion.document not in ${among([...out.documents, ...out.namedIn])} and suggestion.id not in ${among(out.claims)}
    group by places, suggestion.kind`.execute(db);
  return rows.map(({ places, kind, claims }) => ({
    places: proposed(JSON.parse(places)).map((words) => ({ words, group: null })),
    status: 'suggested',
    kind,
    claims,
  }));
}

/** The ids of recorded claims that give one of these words, or the like, for a place, in the order of documents. O(those). */
export async function claimsPlaced(db: Kysely<Tables>, words: readonly string[], out: LeftOut): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select distinct standing.id
    from name join naming on naming.name = name.id and naming.part = 'place' join standing on standing.position = naming.position
      join document on document.id = standing.document join original on original.id = document.original
    where name.key in ${among([...new Set(words.map(keyOfName))])}
      and ${isShown(out)}
    order by original.ordinal, standing.start, standing.id`.execute(db);
  return rows.map(({ id }) => id);
}

/** The ids of suggestions that wait and give one of these very words for a place. O(suggestions). */
export async function suggestionsPlaced(db: Kysely<Tables>, words: readonly string[], out: LeftOut): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select waiting.id from waiting join suggestion on suggestion.id = waiting.id
    where exists (select 1 from json_each(suggestion.body, '$.roles.place') place where place.value in ${among(words)})
      and suggestion.document not in ${among([...out.documents, ...out.namedIn])} and suggestion.id not in ${among(out.claims)}
    order by waiting.ordinal`.execute(db);
  return rows.map(({ id }) => id);
}

/** Names by which recorded claims call a place in words that have one of these in them. O(names of places that claims give). */
export async function namesWorded(db: Kysely<Tables>, parts: readonly string[]): Promise<readonly string[]> {
  const has = parts.map((part) => sql<boolean>`instr(naming.words, ${part}) > 0`);
  if (has.length === 0) return [];
  const { rows } = await sql<{ readonly name: string }>`select distinct naming.name from naming join standing on standing.position = naming.position
    where naming.part = 'place' and (${sql.join(has, sql` or `)})`.execute(db);
  return rows.map(({ name }) => name);
}
