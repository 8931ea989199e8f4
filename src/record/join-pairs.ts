// What belongs together, by what people judged of pairs, and by nothing else. Pure: the same judgements give the same
// groups. A group is joined by chains of `same`; a `different` keeps its two apart, whatever chain would join them.
import type { Judgement } from '../model/judgement.ts';

/** A judgement that stands, with the entry of the log that holds it. */
export type Judged = { readonly entry: string; readonly left: string; readonly right: string; readonly judgement: Judgement };

/** Members in order of their ids; `weak` are the judgements without which the group would fall apart. */
export type Group = { readonly members: readonly string[]; readonly weak: readonly Judged[] };

/** The judgements that stand: of several about one pair, in whichever order it was named, the last. Oldest first. */
export function standing<T extends Judged>(judged: readonly T[]): readonly T[] {
  const last = new Map<string, T>();
  for (const each of judged) {
    const pair = pairOf(each.left, each.right);
    last.delete(pair);
    last.set(pair, each);
  }
  return [...last.values()];
}

const pairOf = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/**
 * The chain of `same` judgements that leads from one to the other, the shortest there is; null where none does.
 *
 * O(judgements). Empty where the two are one and the same.
 */
export function chainBetween(judged: readonly Judged[], from: string, to: string): readonly Judged[] | null {
  if (from === to) return [];
  const edges = edgesOf(standing(judged).filter(({ judgement }) => judgement === 'same'));
  const cameBy = new Map<string, { readonly before: string; readonly by: Judged } | null>([[from, null]]);
  for (const at of cameBy.keys()) {
    for (const by of edges.get(at) ?? []) {
      const next = by.left === at ? by.right : by.left;
      if (cameBy.has(next)) continue;
      cameBy.set(next, { before: at, by });
      if (next === to) return walkBack(cameBy, to);
    }
  }
  return null;
}

function walkBack(cameBy: ReadonlyMap<string, { readonly before: string; readonly by: Judged } | null>, to: string): readonly Judged[] {
  const chain: Judged[] = [];
  for (let step = cameBy.get(to); step; step = cameBy.get(step.before)) chain.unshift(step.by);
  return chain;
}

function edgesOf(judged: readonly Judged[]): ReadonlyMap<string, readonly Judged[]> {
  const edges = new Map<string, Judged[]>();
  const add = (end: string, each: Judged): void => {
    const there = edges.get(end);
    if (there) there.push(each);
    else edges.set(end, [each]);
  };
  for (const each of judged) {
    add(each.left, each);
    add(each.right, each);
  }
  return edges;
}

/** Why two may not be judged so; `chain` is what stands in the way. */
export type Refusal = { readonly reason: 'kept apart' | 'held together'; readonly chain: readonly Judged[] };

/**
 * Whether a judgement can be added to those that stand; null where it can.
 *
 * `same` is refused where it would join two that somebody judged different, anywhere in the two groups: `chain` leads from the one to
 * the other with the `different` in it. `different` is refused while a chain of `same`, other than one about this very pair, joins the two.
 */
export function refusalOf(judged: readonly Judged[], left: string, right: string, judgement: Judgement): Refusal | null {
  if (judgement === 'unsure') return null;
  const others = standing(judged).filter((each) => pairOf(each.left, each.right) !== pairOf(left, right));
  if (judgement === 'different') {
    const chain = chainBetween(others, left, right);
    return chain && { reason: 'held together', chain };
  }
  for (const apart of others.filter((each) => each.judgement === 'different')) {
    const ways = [[apart.left, apart.right] as const, [apart.right, apart.left] as const];
    for (const [near, far] of ways) {
      const toNear = chainBetween(others, left, near);
      const fromFar = toNear && chainBetween(others, far, right);
      if (toNear && fromFar) return { reason: 'kept apart', chain: [...toNear, apart, ...fromFar] };
    }
  }
  return null;
}

/**
 * The groups of two or more, by the judgements that stand. A `same` that a `different` before it forbids joins nothing.
 *
 * O(judgements, and in each neighbourhood the square of its own).
 */
export function groups(judged: readonly Judged[]): readonly Group[] {
  return neighbourhoods(standing(judged)).flatMap(groupsWithin);
}

/** Judgements that can bear on each other: those between members of one group, were there no `different`. */
function neighbourhoods(judged: readonly Judged[]): readonly (readonly Judged[])[] {
  const edges = edgesOf(judged.filter(({ judgement }) => judgement === 'same'));
  const nearOf = new Map<string, number>();
  const near: Judged[][] = [];
  for (const start of [...edges.keys()].toSorted()) {
    if (nearOf.has(start)) continue;
    for (const member of reach(edges, start)) nearOf.set(member, near.length);
    near.push([]);
  }
  for (const each of judged) {
    const place = nearOf.get(each.left);
    if (place !== undefined && place === nearOf.get(each.right)) near[place]?.push(each);
  }
  return near;
}

function groupsWithin(judged: readonly Judged[]): readonly Group[] {
  const joins = keptOf(judged).filter(({ judgement }) => judgement === 'same');
  const edges = edgesOf(joins);
  const seen = new Set<string>();
  const found: Group[] = [];
  for (const start of [...edges.keys()].toSorted()) {
    if (seen.has(start)) continue;
    const members = reach(edges, start);
    for (const member of members) seen.add(member);
    const inside = joins.filter(({ left }) => members.has(left));
    const alone = inside.length > 1 ? bridgesOf(edges, start) : new Set<Judged>();
    found.push({ members: [...members].toSorted(), weak: inside.filter((join) => alone.has(join)) });
  }
  return found;
}

/** Those that no earlier one forbids: where nobody was judged different, all. */
function keptOf(judged: readonly Judged[]): readonly Judged[] {
  if (judged.every(({ judgement }) => judgement !== 'different')) return judged;
  const kept: Judged[] = [];
  for (const each of judged) if (refusalOf(kept, each.left, each.right, each.judgement) === null) kept.push(each);
  return kept;
}

function reach(edges: ReadonlyMap<string, readonly Judged[]>, start: string): ReadonlySet<string> {
  const members = new Set([start]);
  for (const at of members) for (const { left, right } of edges.get(at) ?? []) members.add(left === at ? right : left);
  return members;
}

/**
 * The judgements without which a group of three or more would fall apart: also where one ties but a single name to it, for that
 * name is joined on one word alone. (Of two, the one is all there is, and says so by itself.) O(judgements).
 *
 * @see R. E. Tarjan, A note on finding the bridges of a graph (1974)
 */
function bridgesOf(edges: ReadonlyMap<string, readonly Judged[]>, start: string): ReadonlySet<Judged> {
  const bridges = new Set<Judged>();
  /** When each was first met, and the earliest that can be reached from it without the judgement that led there. */
  const met = new Map([[start, 0]]);
  const low = new Map([[start, 0]]);
  const path: { readonly at: string; readonly by: Judged | null; readonly left: Iterator<Judged> }[] = [];
  const enter = (at: string, by: Judged | null): void => void path.push({ at, by, left: (edges.get(at) ?? []).values() });
  enter(start, null);
  for (let here = path.at(-1); here; here = path.at(-1)) {
    const { at, by, left } = here;
    const { value: edge, done } = left.next();
    if (done) {
      path.pop();
      const before = path.at(-1)?.at;
      if (by === null || before === undefined) continue;
      low.set(before, Math.min(low.get(before) ?? 0, low.get(at) ?? 0));
      if ((low.get(at) ?? 0) > (met.get(before) ?? 0)) bridges.add(by);
      continue;
    }
    const next = edge.left === at ? edge.right : edge.left;
    const seen = met.get(next);
    if (edge === by) continue;
    if (seen !== undefined) low.set(at, Math.min(low.get(at) ?? 0, seen));
    else {
      met.set(next, met.size);
      low.set(next, met.size - 1);
      enter(next, edge);
    }
  }
  return bridges;
}
