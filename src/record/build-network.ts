// Who stands with whom, by which claims. A tie is what a claim says of two that it names, in its own stance; nothing is inferred from two claims.
import { isoDay, readEdtf } from '../base/edtf.ts';
import type { ClaimRow } from '../model/answers.ts';
import type { EdgeClock, NetworkEdge, Tie } from '../model/network.ts';
import { familyOf, KINDS, type Kind } from '../model/vocabulary.ts';

/** What of a claim draws a tie. */
export type TieTold = Pick<ClaimRow, 'id' | 'kind' | 'modality' | 'saidOn'> & {
  readonly time: { readonly edtf: string | null } | null;
  readonly review: { readonly at: string } | null;
};

/** A claim, and whom it names: `id` is the entity's, `part` the role. */
export type Naming = { readonly claim: TieTold; readonly named: readonly { readonly part: string; readonly id: string }[] };

/** Roles whose bearers a claim ties together, in the order in which an edge is drawn. */
const PARTIES = ['actor', 'target', 'organization'] as const;

const OF_OFFICE: Readonly<Partial<Record<Kind, Tie>>> = { membership: 'membership', command: 'command', position: 'post', appointment: 'post' };

/** How a claim of a kind ties those whom it names; null where it does not. */
export function tieOf(kind: Kind): Tie | null {
  const family = familyOf(kind);
  return OF_OFFICE[kind] ?? (family === 'justice' ? 'proceeding' : family === 'harm' ? 'harm' : null);
}

/** The kinds of claims that tie. */
export const TYING: readonly Kind[] = KINDS.filter((kind) => tieOf(kind) !== null);

type Drawn = { readonly from: string; readonly to: string; readonly tie: Tie; readonly as: readonly [string, string]; readonly claims: TieTold[] };

/**
 * The edges that claims draw, those of most claims first. O(claims × the square of the names in each).
 *
 * What is demanded, feared or to come ties nobody; what is denied does, and says so by its stance.
 */
export function buildEdges(namings: readonly Naming[]): readonly NetworkEdge[] {
  const drawn = new Map<string, Drawn>();
  for (const { claim, named } of namings) {
    const tie = tieOf(claim.kind);
    if (tie === null || !['asserted', 'alleged', 'denied'].includes(claim.modality)) continue;
    for (const { from, to, as } of pairsOf(named)) {
      const key = [from, to, tie, ...as].join(' ');
      const edge = drawn.get(key) ?? { from, to, tie, as, claims: [] };
      drawn.set(key, edge);
      if (edge.claims.at(-1) !== claim) edge.claims.push(claim);
    }
  }
  // Of as many claims in the order of the two, of how they are tied and of their roles.
  return [...drawn].toSorted(([a, x], [b, y]) => y.claims.length - x.claims.length || (a < b ? -1 : 1)).map(([, edge]) => shown(edge));
}

function pairsOf(named: Naming['named']): readonly Pick<Drawn, 'from' | 'to' | 'as'>[] {
  const parties = PARTIES.flatMap((part) => named.filter((each) => each.part === part));
  return parties.flatMap((one, n) =>
    parties.slice(n + 1).flatMap((other) => {
      if (one.id === other.id) return [];
      const [from, to] = one.part === other.part && other.id < one.id ? [other, one] : [one, other];
      return [{ from: from.id, to: to.id, as: [from.part, to.part] as const }];
    }),
  );
}

function shown({ claims, ...edge }: Drawn): NetworkEdge {
  return { ...edge, stances: [...new Set(claims.map(({ modality }) => modality))], claims: claims.map(({ id }) => id), clock: clockOf(claims) };
}

function clockOf(claims: readonly TieTold[]): EdgeClock {
  const times = claims.flatMap(({ time }) => (time?.edtf ? (readEdtf(time.edtf) ?? []) : []));
  const day = (jdn: number): string | null => (Number.isFinite(jdn) ? isoDay(jdn) : null);
  const known = claims.flatMap(({ review }) => review?.at ?? []).toSorted();
  return {
    happened: [day(Math.min(...times.map(({ first }) => first))), day(Math.max(...times.map(({ last }) => last)))],
    said: [...new Set(claims.flatMap(({ saidOn }) => saidOn ?? []))].toSorted(),
    known: [known[0] ?? null, known.at(-1) ?? null],
  };
}
