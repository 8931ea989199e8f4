// What entries of the log were about, as far as what is kept in memory has to know.
import { sql, type Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** After more entries than these, what is kept in memory is made anew. */
const MOST = 20_000;

/** The claims that entries from an index on decided about, moved or took back; null where one of them destroyed something, or they are very many. */
export async function claimsTouched(db: Kysely<Tables>, from: number): Promise<readonly string[] | null> {
  const { rows } = await sql<{ kind: string; claim: string | null }>`select envelope ->> '$.kind' as kind,
      coalesce(payload ->> '$.suggestion.id', payload ->> '$.claim', payload ->> '$.suggestion') as claim
    from log_entries where position >= ${from} limit ${MOST}`.execute(db);
  if (rows.length === MOST || rows.some(({ kind }) => kind === 'payload.erased')) return null;
  return [...new Set(rows.flatMap(({ claim }) => claim ?? []))];
}
