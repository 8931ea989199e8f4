// Whether anything was written.
import { sql, type Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** Another number after each commit to the file by another connection, of whatever process: an entry of the log, or what stands beside it. Tells nothing across connections. */
export async function readVersion(db: Kysely<Tables>): Promise<number> {
  const { rows } = await sql<{ data_version: number }>`pragma data_version`.execute(db);
  return rows[0]?.data_version ?? -1;
}
