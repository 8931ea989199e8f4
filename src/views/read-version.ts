import { sql, type Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** Another with each commit to the casebook's file, by whatever process, and with what is no entry of the log: suggestions. */
export async function readVersion(db: Kysely<Tables>): Promise<number> {
  const { rows } = await sql<{ data_version: number }>`pragma data_version`.execute(db);
  return rows[0]?.data_version ?? Number.NaN;
}
