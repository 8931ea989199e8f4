// SQL that is run for every claim, as it is written: to put each statement together anew takes longer than SQLite takes to run it.
import type { Kysely } from 'kysely';
import { statementOn } from '../store/store.ts';
import type { Tables } from './tables.ts';

/** The rows that a statement gives; `values` stand for its question marks, in order. */
export async function run<Row>(db: Kysely<Tables>, text: string, values: readonly unknown[]): Promise<readonly Row[]> {
  const compiled = statementOn(db, text);
  if (compiled.reader) return compiled.all(values) as Row[];
  compiled.run(values);
  return [];
}
