// Claims that tell of no harm by their kind, but may tell of the same happening as one that does: arrests, where somebody is held. Found by their times
// first, which an index gives in bulk, and then by their names; whether they are told together says `record/`.
import type { Kysely } from 'kysely';
import type { ClaimRow, Status } from '../model/answers.ts';
import { familyOf, KINDS, type Kind } from '../model/vocabulary.ts';
import { BY_WORDS } from '../record/identity.ts';
import { NearNames } from '../record/near-names.ts';
import { kinKinds, lookedUpBy } from '../record/propose-events.ts';
import type { Ordered } from '../views/claim-rows.ts';
import type { Days } from '../views/find-words.ts';
import { readOrdered } from '../views/read-claims.ts';
import { readMoments } from '../views/read-moments.ts';
import { scanParties } from '../views/scan-answers.ts';
import type { Tables } from '../views/tables.ts';
import type { Grounds } from './matrix-grounds.ts';

const isHarm = (kind: Kind): boolean => familyOf(kind) === 'harm';

/** Kinds that are no harm, but by which one may be told. */
const OUTSIDE: readonly Kind[] = KINDS.filter((kind) => !isHarm(kind) && kinKinds(kind).some(isHarm));
/** With the harms that may be told by them. */
const KIN: readonly Kind[] = OUTSIDE.flatMap(kinKinds);

/** Of a telling, what others are held against. */
type Sought = { readonly kin: Kind; readonly names: readonly string[]; readonly days: Days | null; readonly isUnnamed: boolean };

const kinOf = (kind: Kind): Kind => kinKinds(kind)[0] ?? kind;

/** Null where it tells of no happening, or of none that those outside may tell of. */
function soughtOf(row: ClaimRow, { withJoined }: Pick<Grounds, 'withJoined'>): Sought | null {
  const asked = KIN.includes(row.kind) ? lookedUpBy(row) : null;
  return asked && { kin: kinOf(row.kind), names: withJoined(row.document, asked.names), days: asked.days, isUnnamed: asked.unnamedIn !== null };
}

/** Tellings by their names; those that name no party stand together. */
class Tellings {
  readonly #named = new NearNames<Sought>(BY_WORDS);
  readonly #unnamed: Sought[] = [];

  add(sought: Sought): void {
    for (const name of sought.names) this.#named.add({ document: '', name }, sought);
    if (sought.isUnnamed) this.#unnamed.push(sought);
  }

  /** Whether any of them may tell of the same, and others, by their names and times. */
  mayTellOf(own: Sought): boolean {
    const fits = ({ kin, days }: Sought): boolean => kin === own.kin && meet(days, own.days);
    return own.names.some((name) => [...this.#named.near({ document: '', name })].some(fits)) || (own.isUnnamed && this.#unnamed.some(fits));
  }
}

/** What has no date can be of any. */
const meet = (a: Days | null, b: Days | null): boolean => a === null || b === null || (a.first <= b.last && b.first <= a.last);

/** Whether a claim, where it is of such a kind, may tell of the same as any of those that are told of. O(those). */
export function nearAny(row: ClaimRow, told: ReadonlyMap<string, Ordered>, grounds: Grounds): boolean {
  const own = OUTSIDE.includes(row.kind) ? soughtOf(row, grounds) : null;
  if (!own) return false;
  const tellings = new Tellings();
  for (const each of told.values()) add(tellings, soughtOf(each.row, grounds));
  return tellings.mayTellOf(own);
}

function add(tellings: Tellings, sought: Sought | null): void {
  if (sought) tellings.add(sought);
}

/**
 * All claims of such kinds that may tell of the same as any of `seeds`, directly or through others; and others. O(claims of such kinds, of which the names
 * of those that can be of the same time are looked at).
 */
export async function kinAround(
  db: Kysely<Tables>,
  seeds: readonly Ordered[],
  statuses: readonly Status[],
  { withJoined }: Pick<Grounds, 'withJoined'>,
): Promise<readonly Ordered[]> {
  let frontier = seeds.flatMap(({ row }) => soughtOf(row, { withJoined }) ?? []);
  if (frontier.length === 0) return [];
  const moments = await momentsOutside(db, statuses);
  const unseen = new Set(moments.keys());
  let loose: { readonly id: string; readonly sought: Sought }[] = [];
  const found: string[] = [];
  while (frontier.length > 0) {
    const canBe = timesOf(frontier);
    const ids = [...unseen].filter((id) => canBe(moments.get(id) ?? null));
    for (const id of ids) unseen.delete(id);
    for await (const some of scanParties(db, ids))
      for (const { id, document, kind, parties, places } of some) {
        const days = moments.get(id) ?? null;
        const names = withJoined(document, [...parties, ...places]);
        loose.push({ id, sought: { kin: kinOf(kind), names, days, isUnnamed: days !== null && parties.length === 0 } });
      }
    const tellings = new Tellings();
    for (const sought of frontier) tellings.add(sought);
    const near = new Set(loose.filter(({ sought }) => tellings.mayTellOf(sought)));
    loose = loose.filter((one) => !near.has(one));
    found.push(...[...near].map(({ id }) => id));
    frontier = [...near].map(({ sought }) => sought);
  }
  return readOrdered(db, { ids: found, statuses });
}

/** By id, the days on which it can have been, wide enough for "about"; null where that is not known. */
async function momentsOutside(db: Kysely<Tables>, statuses: readonly Status[]): Promise<ReadonlyMap<string, Days | null>> {
  const rows = await readMoments(db, { kinds: OUTSIDE, recordedOnly: !statuses.includes('suggested'), ids: null, knownAt: null });
  return new Map(rows.map((row) => [row.id, row.day === null ? null : { first: row.day - row.length, last: row.day + 2 * row.length }]));
}

/** Whether days can be those of any of these. The days are put together, so that each is looked up among few. */
function timesOf(frontier: readonly Sought[]): (days: Days | null) => boolean {
  const all = frontier.map(({ days }) => days);
  const dated = all.flatMap((days) => days ?? []).toSorted((a, b) => a.first - b.first);
  if (dated.length < all.length) return () => true;
  const spans: { first: number; last: number }[] = [];
  for (const { first, last } of dated) {
    const before = spans.at(-1);
    if (before && first <= before.last + 1) before.last = Math.max(before.last, last);
    else spans.push({ first, last });
  }
  return (days) => {
    if (days === null) return true;
    let [low, high] = [0, spans.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((spans[middle]?.last ?? Infinity) < days.first) low = middle + 1;
      else high = middle;
    }
    return (spans[low]?.first ?? Infinity) <= days.last;
  };
}
