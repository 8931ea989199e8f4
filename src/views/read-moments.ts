// A stretch of the timeline, however many claims there are: read in the order of a covering index, and counted from a tally.
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Mark, YearCount } from '../model/timeline.ts';
import { KINDS, type Kind } from '../model/vocabulary.ts';
import { among } from './among.ts';
import { SHAPE } from './fold-moments.ts';
import { saidOn } from './claim-rows.ts';
import type { Tables } from './tables.ts';

/** Without `kinds`, all. What is rejected or withdrawn is left out. */
export type MomentsAsked = { readonly kinds: readonly Kind[] | null; readonly recordedOnly: boolean };

/** Conditions on the rows of `moment` or of its tally. */
export function isAsked({ kinds, recordedOnly }: MomentsAsked): RawBuilder<boolean> {
  const status = recordedOnly ? sql<boolean>`status = 'recorded'` : sql<boolean>`status in ('suggested', 'recorded')`;
  return kinds === null ? status : sql<boolean>`${status} and kind in ${among(kinds)}`;
}

/** The same for the index that begins with the kind: all of them are named, so that each is sought in it. */
export const isOneOf = ({ kinds, recordedOnly }: MomentsAsked): RawBuilder<boolean> => isAsked({ kinds: kinds ?? KINDS, recordedOnly });

/** How many begin in each year, oldest first; years without any are left out. O(months that have some). */
export async function readYears(db: Kysely<Tables>, what: MomentsAsked): Promise<readonly YearCount[]> {
  const { rows } = await sql<YearCount>`select year, sum(iif(status = 'recorded', marks, 0)) as recorded, sum(iif(status = 'suggested', marks, 0)) as suggested
    from moment_tally where ${isAsked(what)} group by year order by year`.execute(db);
  return rows;
}

/** Where a stretch begins: in a year (null: the first), at a day of it (null: its first), `skip` of them passed over; `most` at once. */
export type StretchAsked = { readonly year: number | null; readonly day?: number | null; readonly skip: number; readonly most: number };

/** The ids of the dated ones of a stretch, earliest first. */
export async function readDated(db: Kysely<Tables>, what: MomentsAsked, asked: StretchAsked): Promise<readonly string[]> {
  const { year, day = null, skip, most } = asked;
  const begins = year === null ? sql`true` : day === null ? sql`year >= ${year}` : sql`(year, day) >= (${year}, ${day})`;
  // Of all kinds, the first are read in order. Few kinds may stand far apart: their years are looked up in the tally, and those alone are put in order.
  const from =
    what.kinds === null && !what.recordedOnly
      ? sql`moment indexed by moment_when where ${isAsked(what)}`
      : sql`moment indexed by moment_kind where ${isOneOf(what)} and year between ${year ?? -FOR_EVER} and ${await lastYearOf(db, what, asked)}`;
  const { rows } = await sql<{ id: string }>`select id from ${from} and day is not null and ${begins}
    order by year, day, length, id limit ${most} offset ${skip}`.execute(db);
  return rows.map(({ id }) => id);
}

/** Before and after any year. */
const FOR_EVER = 10_000_000;

/** The year in which a stretch surely is at its end. */
async function lastYearOf(db: Kysely<Tables>, what: MomentsAsked, { year, skip, most }: StretchAsked): Promise<number> {
  // A stretch that begins within a year passes some of it over, at most all.
  let left = skip + most;
  for (const each of await readYears(db, what)) {
    if (year !== null && each.year <= year) continue;
    left -= each.recorded + each.suggested;
    if (left <= 0) return each.year;
  }
  return FOR_EVER;
}

/** How many stand in a year before a day of it. */
export async function countBefore(db: Kysely<Tables>, what: MomentsAsked, year: number, day: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from moment indexed by moment_when
    where year = ${year} and day < ${day} and ${isAsked(what)}`.execute(db);
  return rows[0]?.n ?? 0;
}

/** The ids of the first `most` whose time is not known or not resolved, and how many there are. */
export async function readUndated(db: Kysely<Tables>, what: MomentsAsked, most: number): Promise<{ readonly total: number; readonly ids: readonly string[] }> {
  const from = sql`from moment indexed by moment_when where year is null and day is null and ${isAsked(what)}`;
  const { rows: counted } = await sql<{ total: number }>`select count(*) as total ${from}`.execute(db);
  const { rows } = await sql<{ id: string }>`select id ${from} order by length, id limit ${most}`.execute(db);
  return { total: counted[0]?.total ?? 0, ids: rows.map(({ id }) => id) };
}

/** A row of `moment` as it is drawn. */
export type MomentRow = {
  readonly id: string;
  readonly kind: string;
  readonly status: string;
  readonly day: number;
  readonly length: number;
  readonly shape: number;
};

const HEDGES = ['', '~', '?', '%'] as const;

export function markOf({ id, kind, status, day, length, shape }: MomentRow): Mark {
  const isOpen = (end: keyof typeof SHAPE): boolean => (shape & SHAPE[end]) !== 0;
  return {
    id,
    kind: kind as Kind,
    status: status as Mark['status'],
    first: isOpen('openBeginning') ? null : day,
    last: isOpen('openEnd') ? null : isOpen('openBeginning') ? day : day + length,
    hedge: HEDGES[shape & (SHAPE.approximate | SHAPE.uncertain)] ?? '',
  };
}

/** Whether it is one or all of several dates: its days are not all that lie between its ends. */
export const isParted = ({ shape }: MomentRow): boolean => (shape & SHAPE.parted) !== 0;

/** The ids of recorded claims that give one of these names; with `part`, in that role. */
export async function readNaming(db: Kysely<Tables>, names: readonly string[], part: string | null): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select distinct claim as id from mention where name in ${among(names)}
    and ${part === null ? sql`true` : sql`part = ${part}`}`.execute(db);
  return rows.map(({ id }) => id);
}

/** Among which the timeline is cut where it is narrowed by more than a kind; null in a member: not by that. */
export type Among = MomentsAsked & {
  readonly ids: readonly string[] | null;
  /** An instant, ISO and UTC: only what was here by then. */
  readonly knownAt: string | null;
};

/** When it was said: a date in EDTF, as the document or the message has it. */
export type SaidRow = { readonly id: string; readonly said: string | null };

/** All of these that stand, dated ones in order of time before the others. Null in `day`: not dated. O(those, or all). */
export async function readMoments(
  db: Kysely<Tables>,
  { ids, knownAt, ...what }: Among,
): Promise<readonly (MomentRow | { readonly id: string; readonly day: null })[]> {
  const from = ids === null ? sql`moment` : sql`json_each(${JSON.stringify(ids)}) wanted cross join moment on moment.id = wanted.value`;
  const was =
    knownAt === null
      ? sql`true`
      : sql`iif(status = 'recorded',
          (select decision.at from standing join decision on decision.position = standing.position where standing.id = moment.id),
          (select document.at from suggestion join document on document.id = suggestion.document where suggestion.id = moment.id)) <= ${knownAt}`;
  const { rows } = await sql<MomentRow>`select moment.id, kind, status, day, length, shape from ${from} where ${isAsked(what)} and ${was}
    order by day is null, year, day, length, moment.id`.execute(db);
  return rows;
}

/** When each of these claims and suggestions was said. */
export async function readSaid(db: Kysely<Tables>, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<SaidRow>`select wanted.value as id,
      coalesce(${saidOn('document.id', sql`iif(standing.orphan, -1, coalesce(standing.start, suggestion.start))`)}, document.published) as said
    from json_each(${JSON.stringify(ids)}) wanted left join standing on standing.id = wanted.value left join suggestion on suggestion.id = wanted.value
      join document on document.id = coalesce(standing.document, suggestion.document)`.execute(db);
  return new Map(rows.flatMap(({ id, said }) => (said === null ? [] : [[id, said]])));
}
