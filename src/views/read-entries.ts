// What entries of the log were about, as far as what is kept in memory has to know.
import { sql, type Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** After more entries than these, what is kept in memory is made anew. */
const MOST = 20_000;

/** What entries from an index on were about; null where that cannot be told of some of them: something was destroyed, or they are very many. */
export async function readTouched(db: Kysely<Tables>, from: number): Promise<readonly string[] | null> {
  const claims = await claimsTouched(db, from);
  if (claims === null) return null;
  // What a document calls itself, and when it was said what it says, is of all its claims.
  const { rows } = await sql<{ id: string }>`select standing.id from log_entries
      join standing on standing.document in (payload ->> '$.document', payload ->> '$.to')
    where log_entries.position >= ${from} and envelope ->> '$.kind' in ('document.read', 'document.attached', 'document.detached')`.execute(db);
  return [...new Set([...claims, ...rows.map(({ id }) => id)])];
}

/** The claims that entries from an index on decided about, moved or took back; null where one of them destroyed something, or they are very many. */
export async function claimsTouched(db: Kysely<Tables>, from: number): Promise<readonly string[] | null> {
  const { rows } = await sql<{ kind: string; claim: string | null }>`select envelope ->> '$.kind' as kind,
      coalesce(payload ->> '$.suggestion.id', payload ->> '$.claim', payload ->> '$.suggestion') as claim
    from log_entries where position >= ${from} limit ${MOST}`.execute(db);
  if (rows.length === MOST || rows.some(({ kind }) => kind === 'payload.erased')) return null;
  return [...new Set(rows.flatMap(({ claim }) => claim ?? []))];
}
