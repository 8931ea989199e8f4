// What people judged and ruled, as rows: each with who, when, and whether it was taken back.
import type { Kysely } from 'kysely';
import type { RulingRow } from '../model/contradiction.ts';
import type { JudgementRow } from '../model/entity.ts';
import { parseContradictionRuled, parsePairJudged, type PairSort } from '../model/judgement.ts';
import { among } from './among.ts';
import type { Tables } from './tables.ts';

/** Every judgement of a sort, or those about any of these ids; the taken back ones too, in the order of the log. */
export async function readJudgements(db: Kysely<Tables>, sort: PairSort, about: readonly string[] | null): Promise<readonly JudgementRow[]> {
  let query = db
    .selectFrom('judgement')
    .leftJoin('person', 'person.id', 'judgement.actor')
    .where('judgement.sort', '=', sort)
    .select(['judgement.entry', 'judgement.body', 'judgement.at', 'judgement.actor', 'judgement.undone_at', 'person.name'])
    .orderBy('judgement.entry_index');
  if (about !== null) query = query.where(({ or, eb }) => or([eb('judgement.left', 'in', among(about)), eb('judgement.right', 'in', among(about))]));
  return (await query.execute()).map(({ entry, body, at, actor, undone_at: undoneAt, name }) => ({
    ...parsePairJudged(JSON.parse(body)),
    entry,
    at,
    by: name ?? actor,
    undone: undoneAt !== null,
    undoneAt,
  }));
}

/** Every ruling, the taken back ones too, in the order of the log. */
export async function readRulings(db: Kysely<Tables>): Promise<readonly RulingRow[]> {
  const rows = await db
    .selectFrom('ruling')
    .leftJoin('person', 'person.id', 'ruling.actor')
    .select(['ruling.entry', 'ruling.body', 'ruling.at', 'ruling.actor', 'ruling.undone_at', 'person.name'])
    .orderBy('ruling.entry_index')
    .execute();
  return rows.map(({ entry, body, at, actor, undone_at: undoneAt, name }) => ({
    ...parseContradictionRuled(JSON.parse(body)),
    entry,
    at,
    by: name ?? actor,
    undone: undoneAt !== null,
    undoneAt,
  }));
}
