// How many origins stand behind all that is told of one thing, with why any two count as one.
import type { ClaimRow } from '../model/answers.ts';
import type { OriginCount } from '../model/event.ts';
import { countOrigins } from '../record/count-origins.ts';
import type { Casebook } from './casebook.ts';
import { claimsAbout } from './claims-about.ts';
import type { ClaimFilter } from './parse-filter.ts';
import { judgedFor } from './questions.ts';
import { sources } from './sources.ts';

/** Counting holds each claim against each: of more, the first. */
const MOST = 500;

/** Of the first 500 of its recorded claims, which are given beside. */
export async function originsAbout(
  casebook: Casebook,
  id: string,
  filter: ClaimFilter,
): Promise<{ readonly origins: OriginCount; readonly claims: readonly ClaimRow[] }> {
  const claims = (await claimsAbout(casebook, id, filter)).slice(0, MOST);
  return { origins: countOrigins(claims, await sources(casebook, claims, await judgedFor(casebook, filter))), claims };
}
