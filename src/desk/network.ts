// Who stands with whom: all of it, what is around one, or the shortest way from one to another.
import { Fault } from '../base/fault.ts';
import { isDescription } from '../names/name-key.ts';
import type { ClaimRow } from '../model/answers.ts';
import type { Network, NetworkEdge, NetworkNode } from '../model/network.ts';
import { buildEdges, tieOf, TYING, type Naming } from '../record/build-network.ts';
import { entitySort } from '../record/entity-sort.ts';
import { NO_VEIL, type Veil } from '../record/veil.ts';
import { readClaims } from '../views/read-claims.ts';
import { readTold, type ToldNaming } from '../views/read-told.ts';
import { bearerOf } from './bearer-of.ts';
import { bearersAt, type Bearers } from './bearers.ts';
import { claimsNamed, type Named } from './claims-named.ts';
import type { Casebook } from './casebook.ts';
import type { ClaimFilter } from './parse-filter.ts';

/**
 * `of` and `to` are ids or names; without `of`, all of it. `depth` is how many steps around `of`, or at most to `to`. `most`: so many edges at most, those of
 * most claims; `bare`: without the claims themselves.
 */
export type NetworkAsked = {
  readonly of: string | null;
  readonly to: string | null;
  readonly depth: number | null;
  readonly most?: number;
  readonly bare?: boolean;
};

const MOST_STEPS = 6;
/** More claims than these are not looked through for one answer. */
const MOST_CLAIMS = 20_000;

/** Of recorded claims that the filter keeps. Who is only described ("guards") is nobody that could be known again, and is left out. */
export async function network(casebook: Casebook, asked: NetworkAsked, filter: ClaimFilter, veil: Veil = NO_VEIL): Promise<Network> {
  const { of, to, depth } = asked;
  const bearers = await bearersAt(casebook, filter);
  const answer = (told: readonly Told[], some: Drawn): Promise<Network> => shown(casebook, told, { ...asked, ...some, bearers });
  if (of === null) {
    if (to !== null) throw new Fault('bad-usage', 'a way leads from somebody', 'Name both.');
    const all = tying(await claimsNamed(casebook, null, filter));
    return answer(all.slice(0, MOST_CLAIMS), { keeps: () => true, path: null, cut: all.length > MOST_CLAIMS });
  }
  const start = bearers.idOf(await bearerOf(casebook, of, veil));
  const goal = to === null ? null : bearers.idOf(await bearerOf(casebook, to, veil));
  const { told, cameFrom, cut } = await explore(casebook, filter, bearers, {
    start,
    goal,
    steps: Math.min(depth ?? (goal === null ? 1 : MOST_STEPS), MOST_STEPS),
  });
  if (goal === null) return answer(told, { keeps: ({ from, to: other }) => cameFrom.has(from) && cameFrom.has(other), path: null, cut });
  const path = cameFrom.has(goal) ? wayBack(cameFrom, goal) : null;
  const isOnPath = ({ from, to: other }: NetworkEdge): boolean => path !== null && Math.abs(path.indexOf(from) - path.indexOf(other)) === 1 && path.includes(from) && path.includes(other); // prettier-ignore
  return answer(told, { keeps: isOnPath, path, cut: cut && path === null });
}

/** Claims that tie, with the names that they give: whole, or without their words where no clock asks for more. */
type Told = Named | ToldNaming;

const toldOf = async (casebook: Casebook, names: readonly string[], filter: ClaimFilter): Promise<readonly Told[]> =>
  Object.keys(filter).length === 0 ? readTold(casebook.store.reads, names, TYING) : tying(await claimsNamed(casebook, names, filter));

type Exploring = { readonly start: string; readonly goal: string | null; readonly steps: number };

/** Step by step outwards, over ties that are not only denied. `cameFrom` has of everybody reached whom they were reached from. */
async function explore(casebook: Casebook, filter: ClaimFilter, bearers: Bearers, { start, goal, steps }: Exploring) {
  const cameFrom = new Map<string, string | null>([[start, null]]);
  const told = new Map<string, Told>();
  let frontier: readonly string[] = [start];
  for (let step = 0; step < steps && frontier.length > 0 && !(goal !== null && cameFrom.has(goal)) && told.size < MOST_CLAIMS; step++) {
    const near = await toldOf(casebook, frontier.flatMap(bearers.namesOf), filter);
    const here = new Set(frontier);
    for (const each of near) told.set(each.claim.id, each);
    const next: string[] = [];
    const reach = (from: string, to: string): void => {
      if (!here.has(from) || cameFrom.has(to)) return;
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

const namingOf = ({ claim, names }: Told, { idOf }: Bearers): Naming => ({
  claim,
  named: names.filter(({ words }) => !isDescription(words)).map(({ part, id }) => ({ part, id: idOf(id) })),
});

type Drawn = { readonly keeps: (edge: NetworkEdge) => boolean; readonly path: readonly string[] | null; readonly cut: boolean };
type Shown = Drawn & Pick<NetworkAsked, 'most' | 'bare'> & { readonly bearers: Bearers };

async function shown(casebook: Casebook, told: readonly Told[], { keeps, path, cut, most, bare, bearers }: Shown): Promise<Network> {
  const all = buildEdges(told.map((each) => namingOf(each, bearers))).filter(keeps);
  const edges = all.slice(0, most);
  const ids = endsOf(edges, path);
  const cited = new Set(edges.flatMap(({ claims }) => claims));
  return {
    nodes: nodesOf(told, bearers, ids),
    edges,
    claims: bare ? [] : await claimsOf(casebook, told.filter(({ claim }) => cited.has(claim.id))),
    path,
    cut,
    all: { nodes: endsOf(all, path).size, edges: all.length },
  }; // prettier-ignore
}

const endsOf = (edges: readonly NetworkEdge[], path: readonly string[] | null): ReadonlySet<string> =>
  new Set([...edges.flatMap(({ from, to }) => [from, to]), ...(path ?? [])]);

/** Whole, in the same order. */
async function claimsOf({ store: { reads } }: Casebook, told: readonly Told[]): Promise<readonly ClaimRow[]> {
  const bare = told.flatMap(({ claim }) => ('quote' in claim ? [] : [claim.id]));
  const whole = new Map((bare.length === 0 ? [] : await readClaims(reads, { ids: bare, statuses: ['recorded'] })).map((row) => [row.id, row]));
  return told.flatMap(({ claim }) => ('quote' in claim ? claim : (whole.get(claim.id) ?? [])));
}

/** Each under the fullest form in which these claims give it. */
function nodesOf(all: readonly Told[], { idOf }: Bearers, ids: ReadonlySet<string>): readonly NetworkNode[] {
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
