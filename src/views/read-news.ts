// What became of a casebook since a moment: what came, what waits in it, and what people decided.
import type { Kysely } from 'kysely';
import { STATUS_AFTER, type Decided, type Status } from '../model/answers.ts';
import type { News } from '../model/news.ts';
import { isNoPicture } from './read-documents.ts';
import type { Tables } from './tables.ts';

/** `since` is an instant, ISO and UTC. O(originals + what was decided since). */
export async function readNews(db: Kysely<Tables>, since: string): Promise<News> {
  const came = await db
    .selectFrom('original')
    .leftJoin('unreadable', 'unreadable.original', 'original.id')
    .where('original.at', '>', since)
    .where(isNoPicture)
    .select(['original.id', 'unreadable.code'])
    .execute();
  const { suggestions } = await db
    .selectFrom('waiting')
    .innerJoin('document', 'document.id', 'waiting.document')
    .where('document.at', '>', since)
    .select(({ fn }) => fn.countAll<number>().as('suggestions'))
    .executeTakeFirstOrThrow();
  const unreadable = came.filter(({ code }) => code !== null).length;
  return { documents: came.length - unreadable, unreadable, suggestions, ...(await decidedSince(db, since)) };
}

/** Of several decisions about one claim the last counts. */
async function decidedSince(db: Kysely<Tables>, since: string) {
  const rows = await db
    .selectFrom('review')
    .leftJoin('person', 'person.id', 'review.actor')
    .where('review.at', '>', since)
    .where('review.undone_by', 'is', null)
    .select(['review.suggestion', 'review.decision', 'review.actor', 'person.name'])
    .orderBy('review.entry_index')
    .execute();
  const last = new Map(rows.map(({ suggestion, decision }) => [suggestion, STATUS_AFTER[decision as Decided]]));
  const count = (status: Status): number => [...last.values()].filter((each) => each === status).length;
  return {
    recorded: count('recorded'),
    rejected: count('rejected'),
    withdrawn: count('withdrawn'),
    by: [...new Set(rows.map(({ name, actor }) => name ?? actor))],
  };
}
