// What some recorded claims stand against, put together from the claims of their happenings and proceedings and from those that name the same, and not
// from all claims.
import type { ClaimRow } from '../model/answers.ts';
import { familyOf, type Family, type Kind, type Role } from '../model/vocabulary.ts';
import { isDescription } from '../names/name-key.ts';
import { opposableKinds } from '../record/find-state-contradictions.ts';
import { proposeEvents, type JudgedRecord } from '../record/propose-events.ts';
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
  const all = new Set([...seeds, ...happenings, ...steps].map(({ id }) => id));
  for (const { kinds, names } of asked([...seeds, ...told])) {
    const near = await claimsNamingAlike(casebook.store.reads, { names: [...names], kinds, days: null, statuses: ['recorded'] }, MOST + 1);
    if (near.length > MOST) return null;
    for (const id of near) all.add(id);
  }
  return selectClaims(await read([...all]), recorded);
}

type Asked = { readonly kinds: readonly Kind[]; readonly names: Set<string> };

/** Whom else, by which kinds of claims, what stands against these can name: of a harm all parties, of an office its body too, of a step whom it befell. */
function asked(told: readonly ClaimRow[]): readonly Asked[] {
  const byKinds = new Map<string, Asked>();
  for (const { kind, roles } of told) {
    const parts = NAMED[familyOf(kind)] ?? [];
    const kinds = opposableKinds(kind);
    const there = byKinds.get(kinds.join(' ')) ?? { kinds, names: new Set() };
    byKinds.set(kinds.join(' '), there);
    for (const name of parts.flatMap((part) => roles[part] ?? [])) if (!isDescription(name)) there.names.add(name);
  }
  return [...byKinds.values()];
}

const NAMED: Readonly<Partial<Record<Family, readonly Role[]>>> = {
  harm: ['actor', 'target', 'place'],
  office: ['actor', 'organization'],
  justice: ['target'],
  life: ['target'],
};
