// What stands beside an allegation wherever it is shown: denials of it, and judgments that clear those whom it accuses.
import type { ClaimRow } from '../model/answers.ts';
import type { Against } from '../model/event.ts';
import { isDescription } from '../names/name-key.ts';
import { speakingAgainst } from '../record/counter-claims.ts';
import { kinKinds } from '../record/propose-events.ts';
import { selectClaims } from '../record/select-claims.ts';
import { claimsNamingAlike, decidedSince } from '../views/read-near.ts';
import type { Casebook } from './casebook.ts';
import { readerFor } from './claims-around.ts';
import { instantOf, type ClaimFilter } from './parse-filter.ts';

/** So many that name one of the same are looked at, the newest. */
const MOST_NEAR = 1_000;

/** Of claims of one happening, in the order of the documents; found by the names that they have. A date at which it happened narrows it not: an acquittal comes later. */
export async function speaksAgainst(casebook: Casebook, of: readonly ClaimRow[], filter: ClaimFilter): Promise<readonly Against[]> {
  const { at: _, ...anyTime } = filter;
  const { reads } = casebook.store;
  const names = [...new Set(of.flatMap(({ roles }) => [roles.actor, roles.target, roles.place].flatMap((each) => each ?? [])))];
  const kinds = [...new Set([...of.flatMap(({ kind }) => kinKinds(kind)), 'acquittal' as const, 'appeal' as const])];
  const asked = { names: names.filter((name) => !isDescription(name)), kinds, days: null, statuses: ['recorded', 'suggested'] as const };
  const instant = instantOf(filter);
  const ids = [...(await claimsNamingAlike(reads, asked, MOST_NEAR)), ...(instant === undefined ? [] : await decidedSince(reads, instant))];
  const near = selectClaims(await readerFor(casebook, anyTime)([...new Set(ids)]), anyTime);
  const speaking = near.filter(({ kind, modality }) => modality === 'denied' || kind === 'acquittal' || kind === 'appeal');
  const own = new Set(of.map(({ id }) => id));
  const found = speakingAgainst(of, speaking.filter(({ id }) => !own.has(id))); // prettier-ignore
  return [...new Map(found.toReversed().map(({ claim, why }) => [claim.id, { claim, why }])).values()].toReversed();
}
