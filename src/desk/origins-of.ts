// Where each happening is known from, as a list: how many documents tell of it, how many origins these come to, and why.
import type { EventOrigins } from '../model/event.ts';
import { countOrigins } from '../record/count-origins.ts';
import type { Casebook } from './casebook.ts';
import { events } from './events.ts';
import type { ClaimFilter } from './parse-filter.ts';
import { judgedFor } from './questions.ts';
import { sources } from './sources.ts';

/** Of recorded claims that the filter keeps, in the order of the events; those first that most documents tell of. O(claims + in each event claims²). */
export async function eventOrigins(casebook: Casebook, filter: ClaimFilter = {}): Promise<readonly EventOrigins[]> {
  const found = await events(casebook, { ...filter, status: 'recorded' });
  const known = await sources(
    casebook,
    found.flatMap(({ claims }) => claims),
    await judgedFor(casebook, filter),
  );
  const rows = found.map(({ id, kind, label, claims }) => ({ id, kind, label, ...countOrigins(claims, known) }));
  return rows.toSorted((a, b) => b.documents - a.documents);
}
