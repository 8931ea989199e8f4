// What is said to have happened, by the claims of one thing: each event with how many origins stand behind it and the figures that are given.
import { readEdtf } from '../base/edtf.ts';
import type { ClaimRow } from '../model/answers.ts';
import type { Happening, Happenings } from '../model/happenings.ts';
import { countOrigins } from '../record/count-origins.ts';
import { tellsOfAnEvent } from '../record/propose-events.ts';
import type { Casebook } from './casebook.ts';
import { claimsAbout } from './claims-about.ts';
import { eventsAround } from './events.ts';
import type { ClaimFilter } from './parse-filter.ts';
import { judgedFor } from './questions.ts';
import { figuresOf, sources } from './sources.ts';

/** So many claims are followed to their events. */
const MOST = 200;

/** In order of when it is said to have happened; what has no date comes last. Recorded claims alone. */
export async function happenings(casebook: Casebook, id: string, filter: ClaimFilter): Promise<Happenings> {
  const all = (await claimsAbout(casebook, id, filter)).filter(tellsOfAnEvent);
  const looked = all.slice(0, MOST);
  const ids = new Set(looked.map((claim) => claim.id));
  const judged = await judgedFor(casebook, filter);
  const recorded = { ...filter, status: 'recorded' } as const;
  const around = ids.size === 0 ? [] : await eventsAround(casebook, [...ids], judged, recorded);
  const own = around.filter(({ claims }) => claims.some((claim) => ids.has(claim.id)));
  const known = await sources(casebook, own.flatMap(({ claims }) => claims), judged); // prettier-ignore
  const events = own.map((event): Happening => ({ ...event, origins: countOrigins(event.claims, known), figures: figuresOf(event.claims, known) }));
  return { events: events.toSorted((a, b) => begin(a.claims) - begin(b.claims)), looked: looked.length, claims: all.length };
}

/** The first day on which any of them says that it began. */
const begin = (claims: readonly ClaimRow[]): number =>
  Math.min(...claims.map(({ time }) => (time?.edtf ? (readEdtf(time.edtf)?.first ?? Infinity) : Infinity)));
