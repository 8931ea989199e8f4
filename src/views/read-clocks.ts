// The first and last time of each clock that the casebook knows of.
import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** Years of the Gregorian calendar, dates of documents (EDTF), a moment of the log (ISO, UTC); null where there is none. */
export type ClocksRead = {
  readonly happened: readonly [number, number] | null;
  readonly said: readonly [string, string] | null;
  readonly known: string | null;
};

export async function readClocks(db: Kysely<Tables>): Promise<ClocksRead> {
  const happened = await db
    .selectFrom('moment_tally')
    .select(({ fn }) => [fn.min('year').as('first'), fn.max('year').as('last')])
    .executeTakeFirstOrThrow();
  // Dates in EDTF stand in the order of time as far as their years go, and only the two ends are asked for.
  const said = await db
    .selectFrom('document')
    .select(({ fn }) => [fn.min('published').as('first'), fn.max('published').as('last')])
    .executeTakeFirstOrThrow();
  const known = await db
    .selectFrom('original')
    .select(({ fn }) => fn.min('at').as('first'))
    .executeTakeFirstOrThrow();
  return { happened: ends(happened.first, happened.last), said: ends(said.first, said.last), known: known.first };
}

const ends = <T>(first: T | null, last: T | null): readonly [T, T] | null => (first === null || last === null ? null : [first, last]);
