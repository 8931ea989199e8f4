import { isoDay, readEdtf } from '../../../src/base/edtf.ts';
import type { Days } from '../../../src/model/timeline.ts';
import { daysIn, whole, type View } from './scale.ts';

/** The days between two that the address asks to be shown; null for all. */
export function viewOfSpan(span: string | null): View | null {
  const date = span === null ? null : readEdtf(span);
  return date && Number.isFinite(date.last - date.first) ? { first: date.first, days: date.last - date.first + 1 } : null;
}

/** The same as the address has it; null for all. */
export function spanOfView(view: View, extent: Days): string | null {
  const { first, last } = daysIn(view);
  return view.days >= whole(extent).days ? null : `${isoDay(first)}/${isoDay(last)}`;
}
