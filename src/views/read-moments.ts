// A stretch of the timeline, however many claims there are: read in the order of a covering index, counted over it.
import { sql, type Kysely } from 'kysely';
import type { YearCount } from '../model/timeline.ts';
import type { Kind } from '../model/vocabulary.ts';
import type { Tables } from './tables.ts';

/** Without `kinds`, all. What is rejected or withdrawn is left out. */
export type MomentsAsked = { readonly kinds: readonly Kind[] | null; readonly recordedOnly: boolean };

function asked(db: Kysely<Tables>, { kinds, recordedOnly }: MomentsAsked) {
  const query = db.selectFrom('moment').where('status', 'in', recordedOnly ? ['recorded'] : ['suggested', 'recorded']);
  return kinds === null ? query : query.where('kind', 'in', kinds);
}

/** How many begin in each year, oldest first; years without any are left out. */
export async function readYears(db: Kysely<Tables>, what: MomentsAsked): Promise<readonly YearCount[]> {
  const rows = await asked(db, what)
    .where('day', 'is not', null)
    .select(['year', ({ fn }) => fn.countAll<number>().as('all'), sql<number>`sum(status = 'recorded')`.as('recorded')])
    .groupBy('year')
    .orderBy('year')
    .execute();
  return rows.map(({ year, all, recorded }) => ({ year: year ?? 0, recorded, suggested: all - recorded }));
}

/** The ids of `most` dated ones from the beginning of a year on (null: from the first), `skip` of them passed over; earliest first. */
export async function readDated(
  db: Kysely<Tables>,
  what: MomentsAsked,
  window: { readonly year: number | null; readonly skip: number; readonly most: number },
): Promise<readonly string[]> {
  let query = asked(db, what).where('day', 'is not', null);
  if (window.year !== null) query = query.where('year', '>=', window.year);
  const rows = await query.select('id').orderBy('year').orderBy('day').orderBy('length').orderBy('id').limit(window.most).offset(window.skip).execute();
  return rows.map(({ id }) => id);
}

/** The ids of the first `most` whose time is not known or not resolved, and how many there are. */
export async function readUndated(db: Kysely<Tables>, what: MomentsAsked, most: number): Promise<{ readonly total: number; readonly ids: readonly string[] }> {
  const query = asked(db, what).where('day', 'is', null);
  const { total } = await query.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await query.select('id').orderBy('id').limit(most).execute();
  return { total, ids: rows.map(({ id }) => id) };
}
