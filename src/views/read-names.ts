// Names as documents use them, a name at a time or all of them: what is held in memory of names is made of these, and asked of these.
import { sql, type Kysely } from 'kysely';
import { among } from './among.ts';
import type { Tables } from './tables.ts';

/** Rows of names that are looked through in one go: some hundred milliseconds' worth. */
const AT_ONCE = 100_000;

/** The different fullest forms of all names, some at a time, so that others have their turn. O(forms). */
export async function* readLabels(db: Kysely<Tables>): AsyncGenerator<readonly string[]> {
  const { rows: last } = await sql<{ last: number | null }>`select max(number) as last from form`.execute(db);
  for (let from = 0; from <= (last[0]?.last ?? -1); from += AT_ONCE) {
    const { rows } = await sql<{ label: string }>`select label from form where number >= ${from} and number < ${from + AT_ONCE}
      and exists (select 1 from named where named.form = form.number)`.execute(db);
    yield rows.map(({ label }) => label);
  }
}

/** Forms of names that stand somewhere as an organization's: all of them, or of these names. `alone`: they stand nowhere else as anything else. */
export async function readOrganizations(db: Kysely<Tables>): Promise<ReadonlyMap<string, { readonly alone: boolean }>> {
  const { rows: named } = await sql<{ label: string; key: string }>`select distinct form.label, form.key from given
    join named on named.number = given.name join form on form.number = named.form where given.part = 'organization'`.execute(db);
  const keys = among([...new Set(named.map(({ key }) => key))]);
  const { rows: others } = await sql<{ label: string }>`select distinct form.label from form join named on named.form = form.number
    where form.key in ${keys} and not exists (select 1 from given where given.name = named.number and given.part = 'organization')`.execute(db);
  const elsewhere = new Set(others.map(({ label }) => label));
  return new Map(named.map(({ label }) => [label, { alone: !elsewhere.has(label) }]));
}

/** The forms of the names that these claims give, and whether each of those names stands as an organization's. */
export async function readLabelsOf(
  db: Kysely<Tables>,
  claims: readonly string[],
): Promise<readonly { readonly label: string; readonly organization: boolean }[]> {
  const { rows } = await sql<{ label: string; organization: number }>`select distinct form.label,
      exists (select 1 from given other where other.name = named.number and other.part = 'organization') as organization
    from standing join given on given.position = standing.position join named on named.number = given.name join form on form.number = named.form
    where standing.id in ${among(claims)}`.execute(db);
  return rows.map(({ label, organization }) => ({ label, organization: organization === 1 }));
}

/** Names that have one of these keys (of `keyOfName`), each with the id of the group that people joined it to; null where it stands alone. */
export async function readBearing(
  db: Kysely<Tables>,
  keys: readonly string[],
): Promise<readonly { readonly id: string; readonly label: string; readonly leader: string | null }[]> {
  const { rows } = await sql<{ id: string; label: string; leader: string | null }>`select name.id, name.label, joined.leader from name
    left join joined on joined.sort = 'name' and joined.member = name.id where name.key in ${among(keys)}`.execute(db);
  return rows;
}

/** Every name that people joined with another. */
export async function readJoined(db: Kysely<Tables>): Promise<readonly string[]> {
  return (await db.selectFrom('joined').select('member').where('sort', '=', 'name').execute()).map(({ member }) => member);
}

/** A name that people joined with others, and the different telling words of all of these, in order. */
export type JoinedName = { readonly id: string; readonly document: string; readonly key: string; readonly keys: readonly string[] };

export async function readJoinedKeys(db: Kysely<Tables>): Promise<readonly JoinedName[]> {
  const { rows } = await sql<{ id: string; leader: string; document: string; key: string }>`select name.id, joined.leader, name.document, name.key from joined
    join name on name.id = joined.member where joined.sort = 'name'`.execute(db);
  const keys = new Map<string, Set<string>>();
  for (const { leader, key } of rows) keys.set(leader, (keys.get(leader) ?? new Set()).add(key));
  const sorted = new Map([...keys].map(([leader, own]) => [leader, [...own].toSorted()]));
  return rows.map(({ id, leader, document, key }) => ({ id, document, key, keys: sorted.get(leader) ?? [] }));
}

/** The names that more than one claim gives. O(claims), over an index. */
export async function readOften(db: Kysely<Tables>): Promise<readonly { readonly id: string; readonly claims: number }[]> {
  const { rows } = await sql<{
    id: string;
    claims: number;
  }>`select named.id, often.claims from (select name, count(distinct position) as claims from given group by name having claims > 1) often
    join named on named.number = often.name`.execute(db);
  return rows;
}

/** The ids of `most` names after one, in their order. */
export async function readNameIds(db: Kysely<Tables>, after: string, most: number): Promise<readonly string[]> {
  return (await db.selectFrom('named').select('id').where('id', '>', after).orderBy('id').limit(most).execute()).map(({ id }) => id);
}

/** How many names there are, and how many of them people joined with others. */
export async function countNames(db: Kysely<Tables>): Promise<{ readonly names: number; readonly joined: number }> {
  const { rows } = await sql<{ names: number; joined: number }>`select (select count(*) from named) as names,
    (select count(*) from joined where sort = 'name' and exists (select 1 from named where id = joined.member)) as joined`.execute(db);
  return rows[0] ?? { names: 0, joined: 0 };
}
