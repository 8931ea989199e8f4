// What a source alone tells of: its claims held against every other recorded claim that tells, or may tell, of the same happening.
import type { ClaimRow } from '../model/answers.ts';
import type { SourceAlone } from '../model/source.ts';
import { countOrigins } from '../record/count-origins.ts';
import { tellsOfAnEvent } from '../record/propose-events.ts';
import type { Casebook } from './casebook.ts';
import { eventsAround } from './events.ts';
import type { ClaimFilter } from './parse-filter.ts';
import { judgedFor } from './questions.ts';
import { sourceClaims } from './source.ts';
import { sources } from './sources.ts';

/** So many of its claims are held against others, the newest said first. */
const MOST = 200;

/**
 * Of the newest `MOST` of its claims, held against those that clocks keep. What may be of the same happening by proposal alone counts as told by another: that a source is
 * alone with something is not said before a person parted the two.
 */
export async function sourceAlone(casebook: Casebook, id: string, clocks: ClaimFilter = {}): Promise<SourceAlone> {
  const all = await sourceClaims(casebook, id, clocks);
  const newest = all.toSorted((a, b) => (b.saidOn ?? '').localeCompare(a.saidOn ?? '', 'en') || (a.id < b.id ? -1 : 1)).slice(0, MOST);
  const [told, others] = [newest.filter(tellsOfAnEvent), newest.filter((claim) => !tellsOfAnEvent(claim))];
  const judged = await judgedFor(casebook, clocks);
  const ids = told.map((claim) => claim.id);
  const found = ids.length === 0 ? [] : await eventsAround(casebook, ids, judged, { ...clocks, status: 'recorded' });
  const eventOf = new Map(found.flatMap(({ claims }) => claims.map((claim) => [claim.id, claims] as const)));
  const known = await sources(casebook, told.flatMap((claim) => eventOf.get(claim.id) ?? [claim]), judged); // prettier-ignore
  const own = new Set(all.map((claim) => claim.id));
  const standing = (claim: ClaimRow): 'alone' | 'repeated' | 'shared' => {
    const together = eventOf.get(claim.id) ?? [claim];
    if (together.every((each) => own.has(each.id))) return 'alone';
    const { origins } = countOrigins(together, known);
    return origins.some(({ claims }) => claims.every((each) => !own.has(each))) ? 'shared' : 'repeated';
  };
  const by = Map.groupBy(told, standing);
  return {
    alone: by.get('alone') ?? [],
    repeated: by.get('repeated') ?? [],
    shared: by.get('shared') ?? [],
    others,
    looked: newest.length,
    claims: all.length,
  };
}
