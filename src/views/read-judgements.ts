// What people judged and ruled, as rows: each with who, when, and whether it was taken back.
import type { Kysely } from 'kysely';
import { oneOf } from '../base/shape.ts';
import type { RulingRow } from '../model/contradiction.ts';
import type { JudgementRow } from '../model/entity.ts';
import { JUDGEMENTS, parseContradictionRuled, parsePairJudged, type Judgement, type PairSort } from '../model/judgement.ts';
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

/** Of every judgement of a sort that stands its two sides, in the order of the log: what is asked where nobody is shown who said it. */
export async function readPairsJudged(
  db: Kysely<Tables>,
  sort: PairSort,
): Promise<readonly { readonly left: string; readonly right: string; readonly judgement: Judgement }[]> {
  const rows = await db
    .selectFrom('judgement')
    .select(['left', 'right', 'judgement'])
    .where('sort', '=', sort)
    .where('undone_by', 'is', null)
    .orderBy('entry_index')
    .execute();
  return rows.map(({ left, right, judgement }) => ({ left, right, judgement: oneOf(JUDGEMENTS)(judgement, 'judgement') }));
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
