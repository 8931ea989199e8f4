// What the log says of the texts that a document had.
import { sql, type Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** The payloads of the acts `document.read`, as JSON, the first first. */
export async function readReadings(db: Kysely<Tables>, document: string): Promise<readonly string[]> {
  const { rows } = await sql<{ payload: string }>`select said.payload from reading join log_entries said on said.position = reading.entry_index
    where reading.document = ${document} and said.payload is not null order by reading.entry_index`.execute(db);
  return rows.map(({ payload }) => payload);
}
