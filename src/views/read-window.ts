// What the timeline draws between two days, of any number of claims: marks by index, counts from the tally. The same as `cutWindow` gives of all.
import { sql, type Kysely } from 'kysely';
import { jdnToGregorian } from '../base/calendar.ts';
import { A_YEAR, type Count, type Days, type Mark, type TimelineWindow } from '../model/timeline.ts';
import { inOrder, inTime, MOST_MARKS, spanOf, unitOf } from '../record/cut-window.ts';
import { SHAPE } from './fold-moments.ts';
import { isAsked, isOneOf, markOf, type MomentRow, type MomentsAsked } from './read-moments.ts';
import type { Tables } from './tables.ts';

/** Null: all of it. */
export async function readWindow(db: Kysely<Tables>, what: MomentsAsked, asked: Days | null, most = MOST_MARKS): Promise<TimelineWindow> {
  const extent = await readExtent(db, what);
  const window = asked ?? extent ?? { first: 0, last: 0 };
  const unit = unitOf(window);
  const tallied = await readTally(db, what, window, unit === 'year');
  // What begins before a month can reach into it, so that a window of a few months is looked at itself.
  const inTally = unit === 'day' ? 0 : tallied.reduce((sum, { recorded, suggested }) => sum + recorded + suggested, 0);
  const marks = inTally <= most ? await readMarks(db, what, window, most + 1) : null;
  if (marks && marks.length <= most) return { ...window, extent, marks, counts: [], longer: 0 };
  const counts = unit === 'day' ? await readDays(db, what, window) : tallied;
  return { ...window, extent, marks: null, counts: counts.toSorted(inOrder), longer: await countLonger(db, what, window) };
}

async function readExtent(db: Kysely<Tables>, what: MomentsAsked): Promise<Days | null> {
  const { rows } = await sql<{ first: number | null; last: number | null; end: number | null }>`select
      (select min(year) from moment_tally where ${isAsked(what)}) as first, (select max(year) from moment_tally where ${isAsked(what)}) as last,
      (select max(iif(shape & ${SHAPE.openBeginning + SHAPE.openEnd}, day, day + length)) from moment indexed by moment_long where month = -1 and ${isAsked(what)}) as end`.execute(
    db,
  );
  const { first = null, last = null, end = null } = rows[0] ?? {};
  if (first === null || last === null) return null;
  return { first: spanOf(first, 0).first, last: Math.max(spanOf(last, 0).last, end ?? -Infinity) };
}

/** By months, or by years. */
async function readTally(db: Kysely<Tables>, what: MomentsAsked, { first, last }: Days, byYears: boolean): Promise<readonly Count[]> {
  const [from, to] = [jdnToGregorian(first).year, jdnToGregorian(last).year];
  const { rows } = await sql<{ year: number; span: number; recorded: number; suggested: number }>`select year, ${byYears ? sql`0` : sql`month`} as span,
      sum(iif(status = 'recorded', marks, 0)) as recorded, sum(iif(status = 'suggested', marks, 0)) as suggested
    from moment_tally where year between ${from} and ${to} and month >= 0 and ${isAsked(what)} group by year, span`.execute(db);
  return rows
    .map(({ year, span, recorded, suggested }) => ({ ...spanOf(year, span), recorded, suggested }))
    .filter((count) => count.first <= last && count.last >= first);
}

/** Those that are no longer than a year, and begin so that they reach into the window: as many stretches of the index as there are kinds asked for. */
const reaching = (what: MomentsAsked, { first, last }: Days) => sql`moment indexed by moment_kind where ${isOneOf(what)}
  and year between ${jdnToGregorian(first - A_YEAR).year} and ${jdnToGregorian(last).year}
  and day between ${first - A_YEAR} and ${last} and day + length >= ${first} and month >= 0`;

const longer = ({ first, last }: Days) => sql`moment indexed by moment_long where month = -1
  and (shape & ${SHAPE.openBeginning} or day <= ${last}) and (shape & ${SHAPE.openEnd} or iif(shape & ${SHAPE.openBeginning}, day, day + length) >= ${first})`;

async function readMarks(db: Kysely<Tables>, what: MomentsAsked, window: Days, most: number): Promise<readonly Mark[]> {
  const columns = sql`select id, kind, status, day, length, shape from`;
  const { rows: long } = await sql<MomentRow>`${columns} ${longer(window)} and ${isAsked(what)} limit ${most}`.execute(db);
  const { rows: short } = await sql<MomentRow>`${columns} ${reaching(what, window)} limit ${most}`.execute(db);
  return [...long, ...short].map(markOf).toSorted(inTime);
}

/** By the days that claims give: what is told by the month alone is counted in that month. */
async function readDays(db: Kysely<Tables>, what: MomentsAsked, window: Days): Promise<readonly Count[]> {
  const { rows } = await sql<Count>`select day as first, day + length as last, sum(status = 'recorded') as recorded, sum(status = 'suggested') as suggested
    from ${reaching(what, window)} group by day, length`.execute(db);
  return rows;
}

async function countLonger(db: Kysely<Tables>, what: MomentsAsked, window: Days): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${longer(window)} and ${isAsked(what)}`.execute(db);
  return rows[0]?.n ?? 0;
}
