// When claims and suggestions say that something happened, as days that can be put in order: what a timeline is cut from.
import type { Kysely } from 'kysely';
import { readEdtf } from '../base/edtf.ts';
import { jdnToGregorian } from '../base/calendar.ts';
import type { ClaimContent } from '../model/claim.ts';
import { insertRows } from './insert-rows.ts';
import type { Tables } from './tables.ts';

/** Null where it is not known. A day as a Julian day number, a length in days. */
export type Moment = Pick<Tables['moment'], 'year' | 'day' | 'length'>;

const UNKNOWN: Moment = { year: null, day: null, length: null };

/** The time of a claim as it is put in order: an open beginning stands at its end; what is open has the longest length there is. */
export function momentOf({ time }: Pick<ClaimContent, 'time'>): Moment {
  const date = time?.edtf ? readEdtf(time.edtf) : null;
  if (!date) return UNKNOWN;
  const day = Number.isFinite(date.first) ? date.first : date.last;
  return { year: jdnToGregorian(day).year, day, length: Math.min(date.last - date.first, Number.MAX_SAFE_INTEGER) };
}

/** `status` is that of a claim; of a suggestion, 'suggested' while it waits, else 'settled'. */
export type Timed = Moment & Pick<Tables['moment'], 'number' | 'id' | 'kind' | 'status'>;

/** Keeps when claims and suggestions are, as they now stand. */
export async function keepMoments(db: Kysely<Tables>, all: readonly Timed[]): Promise<void> {
  await insertRows(
    db,
    'moment',
    all.map(({ number, id, kind, status, year, day, length }) => ({ number, id, kind, status, year, day, length })),
  );
}
