// Judgements of pairs, and the groups that they come to. A judgement touches only the groups of its two sides.
import { sql, type Kysely } from 'kysely';
import { oneOf } from '../base/shape.ts';
import { JUDGEMENTS, type ContradictionRuled, type PairJudged, type PairSort } from '../model/judgement.ts';
import { groups, type Judged } from '../record/join-pairs.ts';
import { among } from './among.ts';
import type { Tables } from './tables.ts';

type Made = { readonly entry: string; readonly index: number; readonly at: string; readonly actor: string };

export async function keepJudgement(db: Kysely<Tables>, { entry, index, at, actor }: Made, judged: PairJudged): Promise<void> {
  const { sort, left, right, judgement } = judged;
  await db
    .insertInto('judgement')
    .values({
      entry,
      entry_index: index,
      sort,
      left: left.id,
      right: right.id,
      judgement,
      body: JSON.stringify(judged),
      actor,
      at,
      undone_by: null,
      undone_at: null,
    })
    .execute();
  await regroup(db, sort, [left.id, right.id]);
}

export async function keepRuling(db: Kysely<Tables>, { entry, index, at, actor }: Made, ruled: ContradictionRuled): Promise<void> {
  await db
    .insertInto('ruling')
    .values({ entry, entry_index: index, contradiction: ruled.contradiction, body: JSON.stringify(ruled), actor, at, undone_by: null, undone_at: null })
    .execute();
}

/** Of a judgement or a ruling, by the entry that holds it. */
export async function undoJudgement(db: Kysely<Tables>, entry: string, by: Pick<Made, 'entry' | 'at'>): Promise<void> {
  await db.updateTable('ruling').set({ undone_by: by.entry, undone_at: by.at }).where('entry', '=', entry).execute();
  const made = await db.selectFrom('judgement').select(['sort', 'left', 'right']).where('entry', '=', entry).executeTakeFirst();
  // It was a ruling, or what was judged was destroyed.
  if (!made) return;
  await db.updateTable('judgement').set({ undone_by: by.entry, undone_at: by.at }).where('entry', '=', entry).execute();
  await regroup(db, made.sort as PairSort, [made.left, made.right]);
}

/** Takes out the judgements and rulings whose payloads these entries held. */
export async function forgetJudgements(db: Kysely<Tables>, entries: readonly string[]): Promise<void> {
  const gone = await db.selectFrom('judgement').select(['sort', 'left', 'right']).where('entry', 'in', among(entries)).execute();
  await db.deleteFrom('judgement').where('entry', 'in', among(entries)).execute();
  await db.deleteFrom('ruling').where('entry', 'in', among(entries)).execute();
  for (const { sort, left, right } of gone) await regroup(db, sort as PairSort, [left, right]);
}

/** The judgements that were not taken back and bear on the group of any of these, directly or through chains of `same`; in the order of the log. */
export async function judgementsAround(db: Kysely<Tables>, sort: PairSort, ids: readonly string[]): Promise<readonly Judged[]> {
  // Followed from name to name by SQLite itself, over both indexes: a question for each would be slow in a large group.
  const { rows } = await sql<Judged>`with recursive near (id) as (
        select value from json_each(${JSON.stringify(ids)})
        union
        select case when judgement.left = near.id then judgement.right else judgement.left end from near, judgement
          where (judgement.left = near.id or judgement.right = near.id) and judgement.sort = ${sort} and judgement.judgement = 'same' and judgement.undone_by is null
      )
      select distinct entry, left, right, judgement from judgement
        where sort = ${sort} and undone_by is null and (left in (select id from near) or right in (select id from near))
        order by entry_index`.execute(db);
  return rows.map((row) => ({ ...row, judgement: oneOf(JUDGEMENTS)(row.judgement) }));
}

async function regroup(db: Kysely<Tables>, sort: PairSort, ids: readonly string[]): Promise<void> {
  const leaders = (await db.selectFrom('joined').select('leader').distinct().where('sort', '=', sort).where('member', 'in', among(ids)).execute()).map(
    ({ leader }) => leader,
  );
  const before = await db.selectFrom('joined').select('member').where('sort', '=', sort).where('leader', 'in', leaders).execute();
  await db.deleteFrom('joined').where('sort', '=', sort).where('leader', 'in', leaders).execute();
  const around = await judgementsAround(db, sort, [...new Set([...ids, ...before.map(({ member }) => member)])]);
  for (const { members } of groups(around)) {
    const [leader = ''] = members;
    for (const member of members) await db.insertInto('joined').values({ sort, member, leader }).execute();
  }
}
