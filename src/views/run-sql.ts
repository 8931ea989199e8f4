// SQL that is run for every claim, as it is written: to put each statement together anew takes longer than SQLite takes to run it.
import { CompiledQuery, type Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** The rows that a statement gives; `values` stand for its question marks, in order. */
export async function run<Row>(db: Kysely<Tables>, text: string, values: readonly unknown[]): Promise<readonly Row[]> {
  return (await db.executeQuery<Row>({ ...CompiledQuery.raw(text), parameters: values })).rows;
}
