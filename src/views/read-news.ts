// What became of a casebook since a moment: what came, what waits in it, and what people decided.
import { sql, type Kysely } from 'kysely';
import type { Status } from '../model/answers.ts';
import type { News } from '../model/news.ts';
import { heldRows, isNoPicture } from './read-documents.ts';
import type { Tables } from './tables.ts';

/** So many of the documents that came are named. */
const NEWEST = 5;

const NOTHING_CAME = { documents: 0, unreadable: 0, newest: [], suggestions: 0 };

/**
 * `since` is an instant, ISO and UTC. O(what was decided since), and where anything came, too, O(originals).
 *
 * @param came - whether anything came since, by `readLastCame`
 */
export async function readNews(db: Kysely<Tables>, since: string, came: boolean): Promise<News> {
  return { ...(came ? await cameSince(db, since) : NOTHING_CAME), ...(await decidedSince(db, since)) };
}

/** When the last original or document came; null where there is none. O(originals). */
export async function readLastCame(db: Kysely<Tables>): Promise<string | null> {
  const { rows } = await sql<{
    last: string | null;
  }>`select max(at) as last from (select max(at) as at from original union all select max(at) from document)`.execute(db);
  return rows[0]?.last ?? null;
}

async function cameSince(db: Kysely<Tables>, since: string) {
  const came = await db
    .selectFrom('original')
    .leftJoin('unreadable', 'unreadable.original', 'original.id')
    .where('original.at', '>', since)
    .where(isNoPicture)
    .select(['original.id', 'unreadable.code'])
    .orderBy('original.ordinal', 'desc')
    .execute();
  const { suggestions } = await db
    .selectFrom('waiting')
    .innerJoin('document', 'document.id', 'waiting.document')
    .where('document.at', '>', since)
    .select(({ fn }) => fn.countAll<number>().as('suggestions'))
    .executeTakeFirstOrThrow();
  const unreadable = came.filter(({ code }) => code !== null).length;
  const newest = await heldRows(db, came.slice(0, NEWEST).map(({ id }) => id)); // prettier-ignore
  return { documents: came.length - unreadable, unreadable, newest: newest.toReversed(), suggestions };
}

/** Of several decisions about one claim the last counts: that is the one by which it stands. What was decided since stands from the first entry since on. */
async function decidedSince(db: Kysely<Tables>, since: string) {
  const { first } = await db
    .selectFrom('decision')
    .where('at', '>', since)
    .select(({ fn }) => fn.min('position').as('first'))
    .executeTakeFirstOrThrow();
  if (first === null) return { recorded: 0, rejected: 0, withdrawn: 0, by: [] };
  const stands = await db
    .selectFrom('standing')
    .where('position', '>=', first)
    .select(['status', ({ fn }) => fn.countAll<number>().as('n')])
    .groupBy('status')
    .execute();
  const count = (status: Status): number => stands.find((each) => each.status === status)?.n ?? 0;
  const people = await db
    .selectFrom('decision')
    .leftJoin('person', 'person.id', 'decision.actor')
    .where('position', '>=', first)
    .where('undone_by', 'is', null)
    .select(['decision.actor', 'person.name'])
    .distinct()
    .execute();
  return {
    recorded: count('recorded'),
    rejected: count('rejected'),
    withdrawn: count('withdrawn'),
    by: people.map(({ name, actor }) => name ?? actor),
  };
}
