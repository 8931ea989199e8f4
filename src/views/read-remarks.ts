// What people of the team remarked, as rows: each with who, when, and how it ended.
import type { Kysely } from 'kysely';
import { oneOf } from '../base/shape.ts';
import { ENDINGS, parseRemark, type LabelList, type RemarkRow, type RemarkSort } from '../model/remark.ts';
import { among } from './among.ts';
import type { Tables } from './tables.ts';

/** Every member narrows; `about` holds ids, `value` is a label, a person's id or a step. Of `knownAt` (ISO, UTC): as they stood at that instant. */
export type RemarksAsked = {
  readonly about?: readonly string[];
  readonly entry?: string;
  readonly sort?: RemarkSort;
  readonly value?: string;
  readonly list?: string;
  readonly knownAt?: string;
  /** Also those that ended. */
  readonly ended?: boolean;
};

/** In the order of the log. */
export async function readRemarks(db: Kysely<Tables>, asked: RemarksAsked): Promise<readonly RemarkRow[]> {
  const rows = await remarks(db, asked)
    .leftJoin('person', 'person.id', 'remark.actor')
    .leftJoin('person as ender', 'ender.id', 'remark.ended_by')
    .leftJoin('person as named', 'named.id', 'remark.value')
    .select(['remark.entry', 'remark.body', 'remark.at', 'remark.actor', 'remark.ended_by', 'remark.ended_at', 'remark.ended_how', 'remark.ended_reason'])
    .select(['person.name as by', 'ender.name as endedBy', 'named.name as to'])
    .orderBy('remark.entry_index')
    .execute();
  return rows.map((row) => {
    const remark = parseRemark(JSON.parse(row.body));
    const isOver = row.ended_at !== null && (asked.knownAt === undefined || row.ended_at <= asked.knownAt);
    const ended = isOver
      ? { how: oneOf(ENDINGS)(row.ended_how), by: row.endedBy ?? row.ended_by ?? '', at: row.ended_at ?? '', reason: row.ended_reason }
      : null;
    return {
      ...remark,
      value: remark.sort === 'assignment' ? (row.to ?? remark.value) : remark.value,
      entry: row.entry,
      by: row.by ?? row.actor,
      at: row.at,
      ended,
    };
  });
}

/** The ids of what a label stands on. */
export async function readLabelled(db: Kysely<Tables>, label: string, knownAt?: string): Promise<readonly string[]> {
  const asked = { sort: 'label', value: label, ...(knownAt === undefined ? {} : { knownAt }) } as const;
  return (await remarks(db, asked).select('remark.about').distinct().execute()).map(({ about }) => about);
}

function remarks(db: Kysely<Tables>, { about, entry, sort, value, list, knownAt, ended }: RemarksAsked) {
  let query = db.selectFrom('remark');
  if (about !== undefined) query = query.where('remark.about', 'in', among(about));
  if (entry !== undefined) query = query.where('remark.entry', '=', entry);
  if (sort !== undefined) query = query.where('remark.sort', '=', sort);
  if (value !== undefined) query = query.where('remark.value', '=', value);
  if (list !== undefined) query = query.where('remark.list', '=', list);
  if (knownAt !== undefined) query = query.where('remark.at', '<=', knownAt);
  if (ended) return query;
  return query.where(({ or, eb }) => or([eb('remark.ended_at', 'is', null), ...(knownAt === undefined ? [] : [eb('remark.ended_at', '>', knownAt)])]));
}

/** Every list of labels, by name, each in its order. */
export async function readLabelLists(db: Kysely<Tables>): Promise<readonly LabelList[]> {
  const rows = await db.selectFrom('label_list').selectAll().orderBy('list').orderBy('ordinal').execute();
  const lists = Map.groupBy(rows, ({ list }) => list);
  return [...lists].map(([list, labels]) => ({ list, labels: labels.map(({ label, about }) => ({ label, about })) }));
}
