// Between which days it is of use to fix each of the three clocks: those that the casebook knows of.
import { isoDay, readEdtf } from '../base/edtf.ts';
import type { ClockRanges } from '../model/clock-ranges.ts';
import type { Casebook } from './casebook.ts';

type Range = readonly [string, string] | null;

export async function clockRanges({ store: { reads }, now }: Casebook): Promise<ClockRanges> {
  const happened = await reads
    .selectFrom('moment')
    .where('status', 'in', ['suggested', 'recorded'])
    .select(({ fn }) => [fn.min('year').as('first'), fn.max('year').as('last')])
    .executeTakeFirstOrThrow();
  // Dates in EDTF stand in the order of time as far as their years go, and only days at the two ends are asked for.
  const said = await reads
    .selectFrom('document')
    .select(({ fn }) => [fn.min('published').as('first'), fn.max('published').as('last')])
    .executeTakeFirstOrThrow();
  const { first: known } = await reads
    .selectFrom('original')
    .select(({ fn }) => fn.min('at').as('first'))
    .executeTakeFirstOrThrow();
  return {
    at: happened.first === null ? null : [`${yearWords(happened.first)}-01-01`, `${yearWords(happened.last ?? happened.first)}-12-31`],
    'said-by': days(said.first, said.last),
    'known-by': known === null ? null : [known.slice(0, 10), now.toISOString().slice(0, 10)],
  };
}

const yearWords = (year: number): string => (year < 0 ? `-${String(-year).padStart(4, '0')}` : String(year).padStart(4, '0'));

function days(first: string | null, last: string | null): Range {
  const [from, to] = [first === null ? null : readEdtf(first), last === null ? null : readEdtf(last)];
  return from && to && Number.isFinite(from.first) && Number.isFinite(to.last) ? [isoDay(from.first), isoDay(to.last)] : null;
}
