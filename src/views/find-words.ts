// Claims and suggestions by the words that are kept of them.
import { sql, type Kysely } from 'kysely';
import type { Kind } from '../model/vocabulary.ts';
import type { Tables } from './tables.ts';

/** The ids of the first `most`, of these kinds, that have all of the words, or bear one as their id; what was set aside or withdrawn is left out. */
export async function findWords(db: Kysely<Tables>, words: readonly string[], most: number, kinds: readonly Kind[] | null = null): Promise<readonly string[]> {
  let query = db
    .selectFrom('wording')
    .leftJoin('standing', 'standing.id', 'wording.id')
    .where(({ or, eb }) => or([eb('standing.status', 'is', null), eb('standing.status', '=', 'recorded')]));
  for (const word of words) query = query.where(sql<boolean>`instr(wording.words, ${` ${word}`}) > 0`);
  if (kinds !== null) query = query.innerJoin('moment', 'moment.id', 'wording.id').where('moment.kind', 'in', kinds);
  return (await query.select('wording.id').limit(most).execute()).map(({ id }) => id);
}
