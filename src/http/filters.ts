// The filters of lists as query parameters.
import { z } from 'zod';
import { FILTERS, parseFilter, type ClaimFilter } from '../desk/parse-filter.ts';
import type { Asked } from './route.ts';

export const filters = Object.keys(FILTERS) as (keyof typeof FILTERS)[];
const words = z.partialRecord(z.enum(filters), z.string());

/** Other parameters are not looked at. */
export function filterOf({ query }: Asked): ClaimFilter {
  const given = words.parse(Object.fromEntries(Object.entries(z.record(z.string(), z.unknown()).parse(query)).filter(([name]) => name in FILTERS)));
  return parseFilter((name) => given[name]);
}
