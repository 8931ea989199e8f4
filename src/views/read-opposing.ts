// Claims among which is whatever can speak against others: found by kind and time, and by what they say of a happening, before any is read whole.
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Kind } from '../model/vocabulary.ts';
import { among } from './among.ts';
import { narrowed, type Days } from './find-words.ts';
import type { Tables } from './tables.ts';

/** Signs that the payload of a claim has which denies, or gives an outcome; others may have them too, in what they quote. */
const SIGNS = { denied: '"modality":"denied"', outcome: '"outcome":' } as const;

/** Null in `days`: of any time; in `only`: whatever they say. */
export type OpposingAsked = { readonly kinds: readonly Kind[]; readonly days: Days | null; readonly only: keyof typeof SIGNS | null };

/** Ids of recorded claims of these kinds that can be of that time and say so. O(claims of the kinds and the time), each looked through for a sign. */
export async function readOpposing(db: Kysely<Tables>, { kinds, days, only }: OpposingAsked): Promise<readonly string[]> {
  const of = sql`moment where ${narrowed({ kinds, days, statuses: ['recorded'] })}`;
  return idsFrom(
    db,
    only === null
      ? sql`select id from ${of}`
      : sql`select id from ${of} and exists (select 1 from decision join log_entries said on said.position = decision.words_at
          where decision.position = moment.number and instr(said.payload, ${SIGNS[only]}) > 0)`,
  );
}

/** Ids of the recorded claims of these kinds; null where there are more than `most`. */
export async function readFewOf(db: Kysely<Tables>, kinds: readonly Kind[], most: number): Promise<readonly string[] | null> {
  const ids = await idsFrom(db, sql`select id from moment where ${narrowed({ kinds, statuses: ['recorded'] })} limit ${most + 1}`);
  return ids.length > most ? null : ids;
}

/** Ids of the recorded claims of these documents. */
export const readOfDocuments = (db: Kysely<Tables>, documents: readonly string[]): Promise<readonly string[]> =>
  idsFrom(db, sql`select id from standing where document in ${among(documents)} and status = 'recorded'`);

async function idsFrom(db: Kysely<Tables>, query: RawBuilder<unknown>): Promise<readonly string[]> {
  return (await sql<{ id: string }>`${query}`.execute(db)).rows.map(({ id }) => id);
}
