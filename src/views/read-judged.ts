// What people judged, as the record asks for it before it proposes anything.
import { sql, type Kysely } from 'kysely';
import type { ClaimRow } from '../model/answers.ts';
import type { JudgementRow } from '../model/entity.ts';
import { parsePairJudged, type PairSort } from '../model/judgement.ts';
import { publisherKey } from '../record/count-origins.ts';
import { identityOf, keyOfName } from '../record/identity.ts';
import { groups, standing, type Judged } from '../record/join-pairs.ts';
import type { JudgedRecord } from '../record/propose-events.ts';
import { among } from './among.ts';
import { judgementsAround } from './fold-judgements.ts';
import { namesIn } from './fold-names.ts';
import { readJudgements } from './read-judgements.ts';
import type { Tables } from './tables.ts';

/** What people judged of names, of happenings and of sources, as it stands, or stood at an instant (ISO, UTC). O(judgements). */
export async function readJudged(
  db: Kysely<Tables>,
  knownAt?: string,
): Promise<JudgedRecord & { readonly sources: readonly Judged[]; readonly owners: readonly Judged[]; readonly knownAt: string | undefined }> {
  const names = await standingOf(db, 'name', knownAt);
  const groupOf = new Map(groups(names).flatMap(({ members }) => members.map((member) => [member, members[0] ?? member] as const)));
  const keyed = await db
    .selectFrom('name')
    .select(['id', 'document', 'key'])
    .where('id', 'in', among([...groupOf.keys()]))
    .execute();
  const joined = keyed.map(({ id, document, key }) => ({ document, key, group: groupOf.get(id) ?? id }));
  const apart = standing(names).flatMap(({ judgement, row: { left, right } }) =>
    judgement === 'different' ? [{ left: { document: left.document, name: left.label }, right: { document: right.document, name: right.label } }] : [],
  );
  return {
    knownAt,
    identity: identityOf({ groups: joined, apart }),
    happenings: await standingOf(db, 'event', knownAt),
    sources: await standingOf(db, 'origin', knownAt),
    owners: (await standingOf(db, 'publisher', knownAt)).map(({ entry, judgement, row: { left, right } }) => ({
      entry,
      judgement,
      left: publisherKey(left.label),
      right: publisherKey(right.label),
    })),
  };
}

/** Another where anything was judged since, or taken back, or destroyed. O(judgements), over their numbers alone. */
export async function readJudgedStamp(db: Kysely<Tables>): Promise<string> {
  const { rows } = await sql<{
    stamp: string;
  }>`select count(*) || ' ' || coalesce(max(entry_index), '') || ' ' || count(undone_by) as stamp from judgement`.execute(db);
  return rows[0]?.stamp ?? '';
}

/** The same, as it stands, as far as it bears on the names and happenings of these claims. O(judgements about those). */
export async function readJudgedOf(
  db: Kysely<Tables>,
  claims: readonly ClaimRow[],
): Promise<JudgedRecord & { readonly together: (claim: string) => readonly string[] }> {
  const named = claims.flatMap((claim) => namesIn(claim.document, claim).map(({ id, words }) => ({ id, document: claim.document, key: keyOfName(words) })));
  const names = [...new Set(named.map(({ id }) => id))];
  const leaders = new Map((await joinedOf(db, 'name', names)).map(({ member, leader }) => [member, leader]));
  const bearers = among([...new Set(names.map((id) => leaders.get(id) ?? id))]);
  const [one, other] = [sql`coalesce(one.leader, judgement.left)`, sql`coalesce(other.leader, judgement.right)`];
  const { rows } = await sql<{ body: string; pair: string }>`select body, min(${one}, ${other}) || ' ' || max(${one}, ${other}) as pair from judgement
    left join joined one on one.sort = 'name' and one.member = judgement.left
    left join joined other on other.sort = 'name' and other.member = judgement.right
    where judgement.sort = 'name' and judgement.judgement <> 'same' and judgement.undone_by is null
      and ${one} in ${bearers} and ${other} in ${bearers}
    order by judgement.entry_index`.execute(db);
  const said = rows.map(({ body, pair }) => ({ ...parsePairJudged(JSON.parse(body)), pair }));
  const last = new Map(said.map((each) => [each.pair, each]));
  const apart = [...last.values()].flatMap(({ judgement, left, right }) =>
    judgement === 'different' ? [{ left: { document: left.document, name: left.label }, right: { document: right.document, name: right.label } }] : [],
  );
  const ids = claims.map(({ id }) => id);
  const events = await joinedOf(db, 'event', ids);
  return {
    identity: identityOf({ groups: named.map(({ id, document, key }) => ({ document, key, group: leaders.get(id) ?? id })), apart }),
    happenings: await judgementsAround(db, 'event', ids),
    together: (claim) => {
      const leader = events.find(({ member }) => member === claim)?.leader;
      return leader === undefined ? [] : events.filter((each) => each.leader === leader).map(({ member }) => member);
    },
  };
}

const joinedOf = (db: Kysely<Tables>, sort: PairSort, members: readonly string[]) =>
  db.selectFrom('joined').select(['member', 'leader']).where('sort', '=', sort).where('member', 'in', among(members)).execute();

/** The groups of names that people held to be one at an instant (ISO, UTC), or hold now. O(judgements). */
export const readNameGroups = async (db: Kysely<Tables>, knownAt?: string): Promise<readonly (readonly string[])[]> =>
  groups(await standingOf(db, 'name', knownAt)).map(({ members }) => members);

/** Whether something stood at an instant (ISO, UTC), or stands, of which it is known when it was made and taken back. */
export const stoodAt =
  (instant: string | undefined) =>
  ({ at, undoneAt }: { readonly at: string; readonly undoneAt: string | null }): boolean =>
    instant === undefined ? undoneAt === null : at <= instant && (undoneAt === null || undoneAt > instant);

/** Judgements and rulings as they were known at an instant: those made since are not, nor that one was taken back since. */
export const knownThen = <T extends { readonly at: string; readonly undone: boolean; readonly undoneAt: string | null }>(
  rows: readonly T[],
  instant: string | undefined,
): readonly T[] =>
  instant === undefined
    ? rows
    : rows.filter(({ at }) => at <= instant).map((row) => (row.undoneAt !== null && row.undoneAt > instant ? { ...row, undone: false, undoneAt: null } : row));

async function standingOf(db: Kysely<Tables>, sort: PairSort, knownAt: string | undefined) {
  const rows = (await readJudgements(db, sort, null)).filter(stoodAt(knownAt));
  return rows.map((row: JudgementRow) => ({ entry: row.entry, left: row.left.id, right: row.right.id, judgement: row.judgement, row }));
}
