// Between which days it is of use to fix each of the three clocks: those that the casebook knows of.
import { isoDay, readEdtf } from '../base/edtf.ts';
import type { ClockRanges } from '../model/clock-ranges.ts';
import { readClocks } from '../views/read-clocks.ts';
import type { Casebook } from './casebook.ts';
import { keptUntilWritten } from './kept-in-memory.ts';

/** O(documents) after something was written. */
const clocks = keptUntilWritten(({ store: { reads } }) => readClocks(reads));

export async function clockRanges(casebook: Casebook): Promise<ClockRanges> {
  const { happened, said, known } = await clocks(casebook);
  return {
    at: happened && [`${yearWords(happened[0])}-01-01`, `${yearWords(happened[1])}-12-31`],
    'said-by': said && days(...said),
    'known-by': known === null ? null : [known.slice(0, 10), casebook.now.toISOString().slice(0, 10)],
  };
}

const yearWords = (year: number): string => (year < 0 ? `-${String(-year).padStart(4, '0')}` : String(year).padStart(4, '0'));

function days(first: string, last: string): ClockRanges['said-by'] {
  const [from, to] = [readEdtf(first), readEdtf(last)];
  return from && to && Number.isFinite(from.first) && Number.isFinite(to.last) ? [isoDay(from.first), isoDay(to.last)] : null;
}
