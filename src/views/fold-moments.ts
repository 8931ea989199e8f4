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

/** A date as it is put in order, in days: an open beginning stands at its end, and what is open has the longest length there is. Null: not known. */
type Moment = { readonly year: number; readonly month: number; readonly day: number; readonly length: number; readonly shape: number };

function momentOf(edtf: string): Moment | null {
  const date = readEdtf(edtf);
  if (!date) return null;
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

const NOT_KNOWN = { year: null, month: null, day: null, length: null };

type Timed = { readonly number: number; readonly id: string; readonly content: ClaimContent; readonly status: string };

/** Keeps when claims and suggestions are, as they now stand. `status` is that of a claim; of a suggestion, 'suggested' while it waits, else 'settled'. */
export async function keepMoments(db: Kysely<Tables>, all: readonly Timed[]): Promise<void> {
  const rows = all.map(({ number, id, status, content: { time, kind } }) => {
    const { shape, ...when } = (time?.edtf ? momentOf(time.edtf) : null) ?? { shape: 0, ...NOT_KNOWN };
    return { number, id, kind, status, ...when, shape };
  });
  await insertRows(db, 'moment', rows);
}
