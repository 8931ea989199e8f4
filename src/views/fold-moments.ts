// When claims and suggestions say that something happened, as days that can be put in order: what a timeline is cut from.
import type { Kysely } from 'kysely';
import { readEdtf } from '../base/edtf.ts';
import { jdnToGregorian } from '../base/calendar.ts';
import type { ClaimContent } from '../model/claim.ts';
import { A_MONTH, A_YEAR } from '../model/timeline.ts';
import { insertRows } from './insert-rows.ts';
import type { Tables } from './tables.ts';

/** What is said of a date beside its days, as powers of two; `parted`: one or all of several, with days between them that it is not. */
export const SHAPE = { approximate: 1, uncertain: 2, openBeginning: 4, openEnd: 8, parted: 16 } as const;

/** Null where it is not known. A day as a Julian day number, a length in days. */
export type Moment = Pick<Tables['moment'], 'year' | 'month' | 'day' | 'length' | 'shape'>;

const UNKNOWN: Moment = { year: null, month: null, day: null, length: null, shape: 0 };

/** The time of a claim as it is put in order: an open beginning stands at its end; what is open has the longest length there is. */
export function momentOf({ time }: Pick<ClaimContent, 'time'>): Moment {
  const date = time?.edtf ? readEdtf(time.edtf) : null;
  if (!date) return UNKNOWN;
  const [opensEarly, opensLate] = [!Number.isFinite(date.first), !Number.isFinite(date.last)];
  const day = opensEarly ? date.last : date.first;
  const length = Math.min(date.last - date.first, Number.MAX_SAFE_INTEGER);
  const shape =
    (date.approximate ? SHAPE.approximate : 0) +
    (date.uncertain ? SHAPE.uncertain : 0) +
    (opensEarly ? SHAPE.openBeginning : 0) +
    (opensLate ? SHAPE.openEnd : 0) +
    (date.stretches.length > 1 ? SHAPE.parted : 0);
  const { year, month } = jdnToGregorian(day);
  return { year, month: length <= A_MONTH ? month : length <= A_YEAR ? 0 : -1, day, length, shape };
}

/** Where a claim stands. */
export type Placed = Pick<Tables['moment'], 'document' | 'start' | 'end' | 'moved' | 'orphan'>;

export const OF_NO_CLAIM: Placed = { document: null, start: null, end: null, moved: null, orphan: null };

/** `status` is that of a claim; of a suggestion, 'suggested' while it waits, else 'settled'. */
export type Timed = Moment & Placed & Pick<Tables['moment'], 'number' | 'id' | 'kind' | 'status'>;

/** Keeps claims and suggestions as they now stand. */
export async function keepMoments(db: Kysely<Tables>, all: readonly Timed[]): Promise<void> {
  await insertRows(
    db,
    'moment',
    all.map(({ number, id, kind, status, year, month, day, length, shape, document, start, end, moved, orphan }) => {
      return { number, id, kind, status, year, month, day, length, shape, document, start, end, moved, orphan };
    }),
  );
}
