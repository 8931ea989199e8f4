// Rows by the hundred: one statement for many costs a fraction of one for each.
import type { Insertable, Kysely } from 'kysely';
import { run } from './run-sql.ts';
import type { Tables } from './tables.ts';

/** Statements are kept compiled by their text, so they come in few sizes: as many rows as these at once, the largest first. */
const AT_ONCE = [50, 10, 1] as const;

/** Puts rows into a table, in order; all have the same members in the same order. */
export async function insertRows<T extends keyof Tables>(db: Kysely<Tables>, table: T, rows: readonly Insertable<Tables[T]>[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  let from = 0;
  for (const many of AT_ONCE) {
    if (rows.length - from < many) continue;
    const text = textOf(table, columns, many);
    for (; rows.length - from >= many; from += many) {
      const values: unknown[] = [];
      for (const row of rows.slice(from, from + many)) values.push(...Object.values(row));
      await run(db, text, values);
    }
  }
}

/** Texts that were made before: few tables have rows put into them, and a compiled statement is found faster by the very text that it was kept by. */
const made = new Map<string, string>();

function textOf(table: string, columns: readonly string[], many: number): string {
  const what = `${table} (${columns.join(', ')})`;
  const key = `${many} ${what}`;
  const before = made.get(key);
  if (before !== undefined) return before;
  const one = `(${columns.map(() => '?').join(', ')})`;
  const text = `insert into ${what} values ${Array.from({ length: many }, () => one).join(', ')}`;
  made.set(key, text);
  return text;
}
