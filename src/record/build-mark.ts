import { readEdtf } from '../base/edtf.ts';
import type { ClaimRow } from '../model/answers.ts';
import type { Mark } from '../model/timeline.ts';

/** A claim or suggestion as the timeline draws it; null where its time is not known, or it is neither recorded nor suggested. */
export function buildMark({ id, kind, status, time }: ClaimRow): Mark | null {
  const date = time?.edtf ? readEdtf(time.edtf) : null;
  if (!date || (status !== 'recorded' && status !== 'suggested')) return null;
  const day = (jdn: number): number | null => (Number.isFinite(jdn) ? jdn : null);
  const hedge = date.approximate ? (date.uncertain ? '%' : '~') : date.uncertain ? '?' : '';
  return { id, kind, status, first: day(date.first), last: day(date.last), hedge };
}
