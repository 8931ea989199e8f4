// Claims by when they say it happened. Precision is kept: a year is its 366 days, never 1 January.
import { isoDay, readEdtf, type Edtf } from '../base/edtf.ts';
import type { ClaimRow } from '../model/answers.ts';
import type { Timeline, TimelineItem } from '../model/timeline.ts';

/** Earliest first; of those that begin on one day, the shortest first. Claims without a resolved time come apart, as given. */
export function buildTimeline(claims: readonly ClaimRow[]): Timeline {
  const dated: { readonly time: Edtf; readonly claim: ClaimRow }[] = [];
  const undated: ClaimRow[] = [];
  for (const claim of claims) {
    const time = claim.time?.edtf ? readEdtf(claim.time.edtf) : null;
    if (time) dated.push({ time, claim });
    else undated.push(claim);
  }
  dated.sort((a, b) => start(a.time) - start(b.time) || length(a.time) - length(b.time));
  return { dated: dated.map(({ time, claim }) => item(time, claim)), undated };
}

/** Where a date stands: an open beginning is placed at its end. */
const start = (time: Edtf): number => (Number.isFinite(time.first) ? time.first : time.last);

/** In days; what is open has the longest length there is, so that lengths can be told apart by subtraction. */
const length = ({ first, last }: Edtf): number => Math.min(last - first, Number.MAX_SAFE_INTEGER);

function item(time: Edtf, claim: ClaimRow): TimelineItem {
  const day = (jdn: number): string | null => (Number.isFinite(jdn) ? isoDay(jdn) : null);
  return { claim, first: day(time.first), last: day(time.last), approximate: time.approximate };
}
