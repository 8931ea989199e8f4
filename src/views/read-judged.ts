// What people judged, as the record asks for it before it proposes anything.
import type { Kysely } from 'kysely';
import type { JudgementRow } from '../model/answers.ts';
import type { PairSort } from '../model/judgement.ts';
import { identityOf } from '../record/identity.ts';
import { standing, type Judged } from '../record/join-pairs.ts';
import type { JudgedRecord } from '../record/propose-events.ts';
import { readJudgements } from './read-judgements.ts';
import type { Tables } from './schema.ts';

/** What people judged of names, of happenings and of sources, as it stands. O(judgements). */
export async function readJudged(db: Kysely<Tables>): Promise<JudgedRecord & { readonly sources: readonly Judged[] }> {
  const groups = await db
    .selectFrom('joined')
    .innerJoin('name', 'name.id', 'joined.member')
    .where('joined.sort', '=', 'name')
    .select(['name.document', 'name.key', 'joined.leader as group'])
    .execute();
  const apart = standing(await standingOf(db, 'name')).flatMap(({ judgement, row: { left, right } }) =>
    judgement === 'different' ? [{ left: { document: left.document, name: left.label }, right: { document: right.document, name: right.label } }] : [],
  );
  return { identity: identityOf({ groups, apart }), happenings: await standingOf(db, 'event'), sources: await standingOf(db, 'origin') };
}

async function standingOf(db: Kysely<Tables>, sort: PairSort) {
  const rows = (await readJudgements(db, sort, null)).filter(({ undone }) => !undone);
  return rows.map((row: JudgementRow) => ({ entry: row.entry, left: row.left.id, right: row.right.id, judgement: row.judgement, row }));
}
