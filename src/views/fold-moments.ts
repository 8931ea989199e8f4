// When claims and suggestions say that something happened, as days that can be put in order: what a timeline is cut from.
import type { Kysely } from 'kysely';
import { readEdtf } from '../base/edtf.ts';
import { jdnToGregorian } from '../base/calendar.ts';
import type { ClaimContent } from '../model/claim.ts';
import { insertRows } from './insert-rows.ts';
import type { Tables } from './tables.ts';

/** A date as it is put in order: an open beginning stands at its end; what is open has the longest length there is. In days. */
function momentOf(edtf: string): { readonly day: number; readonly length: number; readonly year: number } | null {
  const date = readEdtf(edtf);
  if (!date) return null;
  const day = Number.isFinite(date.first) ? date.first : date.last;
  return { day, length: Math.min(date.last - date.first, Number.MAX_SAFE_INTEGER), year: jdnToGregorian(day).year };
}

type Timed = { readonly number: number; readonly id: string; readonly content: ClaimContent; readonly status: string };

/** Keeps when claims and suggestions are, as they now stand. `status` is that of a claim; of a suggestion, 'suggested' while it waits, else 'settled'. */
export async function keepMoments(db: Kysely<Tables>, all: readonly Timed[]): Promise<void> {
  const rows = all.map(({ number, id, status, content: { time, kind } }) => {
    const { year, day, length } = (time?.edtf ? momentOf(time.edtf) : null) ?? { day: null, length: null, year: null };
    return { number, id, kind, status, year, day, length };
  });
  await insertRows(db, 'moment', rows);
}
