// What people judged, as the record asks for it before it proposes anything.
import type { Kysely } from 'kysely';
import type { JudgementRow } from '../model/entity.ts';
import type { PairSort } from '../model/judgement.ts';
import { publisherKey } from '../record/count-origins.ts';
import { identityOf } from '../record/identity.ts';
import { groups, standing, type Judged } from '../record/join-pairs.ts';
import type { JudgedRecord } from '../record/propose-events.ts';
import { readJudgements } from './read-judgements.ts';
import type { Tables } from './schema.ts';

/** What people judged of names, of happenings and of sources, as it stands, or stood at an instant (ISO, UTC). O(judgements). */
export async function readJudged(
  db: Kysely<Tables>,
  knownAt?: string,
): Promise<JudgedRecord & { readonly sources: readonly Judged[]; readonly owners: readonly Judged[] }> {
  const names = await standingOf(db, 'name', knownAt);
  const groupOf = new Map(groups(names).flatMap(({ members }) => members.map((member) => [member, members[0] ?? member] as const)));
  const keyed = await db
    .selectFrom('name')
    .select(['id', 'document', 'key'])
    .where('id', 'in', [...groupOf.keys()])
    .execute();
  const joined = keyed.map(({ id, document, key }) => ({ document, key, group: groupOf.get(id) ?? id }));
  const apart = standing(names).flatMap(({ judgement, row: { left, right } }) =>
    judgement === 'different' ? [{ left: { document: left.document, name: left.label }, right: { document: right.document, name: right.label } }] : [],
  );
  return {
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

/** The groups of names that people held to be one at an instant (ISO, UTC), or hold now. O(judgements). */
export const readNameGroups = async (db: Kysely<Tables>, knownAt?: string): Promise<readonly (readonly string[])[]> =>
  groups(await standingOf(db, 'name', knownAt)).map(({ members }) => members);

async function standingOf(db: Kysely<Tables>, sort: PairSort, knownAt: string | undefined) {
  const stood = ({ at, undoneAt }: JudgementRow): boolean =>
    knownAt === undefined ? undoneAt === null : at <= knownAt && (undoneAt === null || undoneAt > knownAt);
  const rows = (await readJudgements(db, sort, null)).filter(stood);
  return rows.map((row: JudgementRow) => ({ entry: row.entry, left: row.left.id, right: row.right.id, judgement: row.judgement, row }));
}
