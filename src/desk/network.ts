// Who stands with whom: all of it, what is around one, or the shortest way from one to another.
import { Fault } from '../base/fault.ts';
import { isDescription } from '../names/name-key.ts';
import type { Network, NetworkEdge, NetworkNode } from '../model/network.ts';
import { buildEdges, tieOf, type Naming } from '../record/build-network.ts';
import { entitySort } from '../record/entity-sort.ts';
import { NO_VEIL, type Veil } from '../record/veil.ts';
import { bearerOf } from './bearer-of.ts';
import { bearersAt, type Bearers } from './bearers.ts';
import { claimsNamed, type Named } from './claims-named.ts';
import type { Casebook } from './casebook.ts';
import type { ClaimFilter } from './parse-filter.ts';

/** `of` and `to` are ids or names; without `of`, all of it. `depth` is how many steps around `of`, or at most to `to`. */
export type NetworkAsked = { readonly of: string | null; readonly to: string | null; readonly depth: number | null };

const MOST_STEPS = 6;
/** More claims than these are not looked through for one answer. */
const MOST_CLAIMS = 20_000;

/** Of recorded claims that the filter keeps. Who is only described ("guards") is nobody that could be known again, and is left out. */
export async function network(casebook: Casebook, { of, to, depth }: NetworkAsked, filter: ClaimFilter, veil: Veil = NO_VEIL): Promise<Network> {
  const bearers = await bearersAt(casebook, filter);
  if (of === null) {
    if (to !== null) throw new Fault('bad-usage', 'a way leads from somebody', 'Name both.');
    const all = tying(await claimsNamed(casebook, null, filter));
    return shown(all.slice(0, MOST_CLAIMS), bearers, { keeps: () => true, path: null, cut: all.length > MOST_CLAIMS });
  }
  const start = bearers.idOf(await bearerOf(casebook, of, veil));
  const goal = to === null ? null : bearers.idOf(await bearerOf(casebook, to, veil));
  const { told, cameFrom, cut } = await explore(casebook, filter, bearers, {
    start,
    goal,
    steps: Math.min(depth ?? (goal === null ? 1 : MOST_STEPS), MOST_STEPS),
  });
  if (goal === null) return shown(told, bearers, { keeps: ({ from, to: other }) => cameFrom.has(from) && cameFrom.has(other), path: null, cut });
  const path = cameFrom.has(goal) ? wayBack(cameFrom, goal) : null;
  const isOnPath = ({ from, to: other }: NetworkEdge): boolean => path !== null && Math.abs(path.indexOf(from) - path.indexOf(other)) === 1 && path.includes(from) && path.includes(other); // prettier-ignore
  return shown(told, bearers, { keeps: isOnPath, path, cut: cut && path === null });
}

type Exploring = { readonly start: string; readonly goal: string | null; readonly steps: number };

/** Step by step outwards, over ties that are not only denied. `cameFrom` has of everybody reached whom they were reached from. */
async function explore(casebook: Casebook, filter: ClaimFilter, bearers: Bearers, { start, goal, steps }: Exploring) {
  const cameFrom = new Map<string, string | null>([[start, null]]);
  const told = new Map<string, Named>();
  let frontier: readonly string[] = [start];
  for (let step = 0; step < steps && frontier.length > 0 && !(goal !== null && cameFrom.has(goal)) && told.size < MOST_CLAIMS; step++) {
    const near = tying(await claimsNamed(casebook, frontier.flatMap(bearers.namesOf), filter));
    for (const each of near) told.set(each.claim.id, each);
    const next: string[] = [];
    const reach = (from: string, to: string): void => {
      if (!frontier.includes(from) || cameFrom.has(to)) return;
      cameFrom.set(to, from);
      next.push(to);
    };
    for (const { from, to, stances } of buildEdges(near.map((each) => namingOf(each, bearers)))) {
      if (stances.every((stance) => stance === 'denied')) continue;
      reach(from, to);
      reach(to, from);
    }
    frontier = next;
  }
  return { told: [...told.values()].slice(0, MOST_CLAIMS), cameFrom, cut: told.size >= MOST_CLAIMS };
}

function wayBack(cameFrom: ReadonlyMap<string, string | null>, to: string): readonly string[] {
  const path = [to];
  for (let at = cameFrom.get(to); at !== null && at !== undefined; at = cameFrom.get(at)) path.unshift(at);
  return path;
}

const tying = (all: readonly Named[]): readonly Named[] => all.filter(({ claim }) => tieOf(claim.kind) !== null);

const namingOf = ({ claim, names }: Named, { idOf }: Bearers): Naming => ({
  claim,
  named: names.filter(({ words }) => !isDescription(words)).map(({ part, id }) => ({ part, id: idOf(id) })),
});

type Shown = { readonly keeps: (edge: NetworkEdge) => boolean; readonly path: readonly string[] | null; readonly cut: boolean };

function shown(all: readonly Named[], bearers: Bearers, { keeps, path, cut }: Shown): Network {
  const edges = buildEdges(all.map((each) => namingOf(each, bearers))).filter(keeps);
  const ids = new Set([...edges.flatMap(({ from, to }) => [from, to]), ...(path ?? [])]);
  const cited = new Set(edges.flatMap(({ claims }) => claims));
  return { nodes: nodesOf(all, bearers, ids), edges, claims: all.map(({ claim }) => claim).filter(({ id }) => cited.has(id)), path, cut };
}

/** Each under the fullest form in which these claims give it. */
function nodesOf(all: readonly Named[], { idOf }: Bearers, ids: ReadonlySet<string>): readonly NetworkNode[] {
  const known = new Map<string, { label: string; readonly parts: Set<string> }>();
  for (const { names } of all) {
    for (const { id, part, words } of names) {
      const at = idOf(id);
      if (!ids.has(at)) continue;
      const node = known.get(at) ?? { label: words, parts: new Set() };
      known.set(at, node);
      node.parts.add(part);
      if (words.length > node.label.length) node.label = words;
    }
  }
  return [...known].map(([id, { label, parts }]) => ({ id, label, sort: entitySort(label, [...parts]) }));
}
