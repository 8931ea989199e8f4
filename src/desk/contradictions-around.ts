// What some recorded claims stand against, put together from the claims of their happenings and proceedings and from those that name the same, and not
// from all claims.
import type { ClaimRow } from '../model/answers.ts';
import { isDescription } from '../names/name-key.ts';
import type { JudgedRecord } from '../record/propose-events.ts';
import { proposeEvents } from '../record/propose-events.ts';
import { selectClaims } from '../record/select-claims.ts';
import { claimsNamingAlike } from '../views/read-near.ts';
import type { Casebook } from './casebook.ts';
import { happeningsAround, readerFor } from './claims-around.ts';
import type { ClaimFilter } from './parse-filter.ts';
import { toldAround } from './proceedings-around.ts';

/** Where more claims name the same, looking through all takes no longer. */
const MOST = 5_000;

/**
 * Recorded claims among which these contradict what they contradict among all, but for a denial elsewhere that names nobody of the happening, and no
 * place of it. Null where too many hang together.
 */
export async function claimsOpposing(
  casebook: Casebook,
  ids: readonly string[],
  judged: JudgedRecord,
  filter: ClaimFilter,
): Promise<readonly ClaimRow[] | null> {
  const recorded: ClaimFilter = { ...filter, status: 'recorded' };
  const read = readerFor(casebook, recorded);
  const seeds = await read(ids);
  const happenings = await happeningsAround(casebook, seeds, judged, recorded);
  const steps = await toldAround(casebook, seeds, judged.identity, recorded);
  if (happenings === null || steps === null) return null;
  const told = proposeEvents(happenings, judged).filter(({ claims }) => claims.some(({ id }) => ids.includes(id))).flatMap(({ claims }) => claims); // prettier-ignore
  const names = new Set([...seeds, ...told].flatMap(({ roles }) => Object.values(roles).flat()).filter((name) => !isDescription(name)));
  const near = await claimsNamingAlike(casebook.store.reads, { names: [...names], kinds: null, days: null, statuses: ['recorded'] }, MOST + 1);
  if (near.length > MOST) return null;
  const all = new Set([...seeds, ...happenings, ...steps].map(({ id }) => id));
  return selectClaims(await read([...all, ...near.filter((id) => !all.has(id))]), recorded);
}
