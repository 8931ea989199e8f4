// When claims and suggestions say that something happened, as days that can be put in order: what a timeline is cut from.
import type { Kysely } from 'kysely';
import { readEdtf } from '../base/edtf.ts';
import { jdnToGregorian } from '../base/calendar.ts';
import type { ClaimContent } from '../model/claim.ts';
import { run } from './run-sql.ts';
import type { Tables } from './tables.ts';

/** A date as it is put in order: an open beginning stands at its end; what is open has the longest length there is. In days. */
function momentOf(edtf: string): { readonly day: number; readonly length: number; readonly year: number } | null {
  const date = readEdtf(edtf);
  if (!date) return null;
  const day = Number.isFinite(date.first) ? date.first : date.last;
  return { day, length: Math.min(date.last - date.first, Number.MAX_SAFE_INTEGER), year: jdnToGregorian(day).year };
}

/** Keeps when a claim or suggestion is, as it now stands; to be called after its own row is written. */
export async function keepMoment(db: Kysely<Tables>, id: string, { time, kind }: ClaimContent): Promise<void> {
  const moment = (time?.edtf ? momentOf(time.edtf) : null) ?? { day: null, length: null, year: null };
  const { year, day, length } = moment;
  await run(
    db,
    `replace into moment (id, kind, status, year, day, length) values (?, ?,
      coalesce((select status from claim where id = ?), case when exists (select 1 from waiting where id = ?) then 'suggested' else 'settled' end), ?, ?, ?)`,
    [id, kind, id, id, year, day, length],
  );
}
