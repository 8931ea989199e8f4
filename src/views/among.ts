// Values that a column is asked to be among.
import { sql } from 'kysely';

/** However many there are: each as a parameter of its own would be too many for SQLite from some ten thousands on. */
export const among = <T extends string | number>(values: readonly T[]) => sql<T>`(select value from json_each(${JSON.stringify(values)}))`;
