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
  const kept: Judged[] = [];
  for (const each of judged) if (refusalOf(kept, each.left, each.right, each.judgement) === null) kept.push(each);
  const joins = kept.filter(({ judgement }) => judgement === 'same');
  const edges = edgesOf(joins);
  const seen = new Set<string>();
  const found: Group[] = [];
  for (const start of [...edges.keys()].toSorted()) {
    if (seen.has(start)) continue;
    const members = reach(edges, start);
    for (const member of members) seen.add(member);
    const inside = joins.filter(({ left }) => members.has(left));
    found.push({ members: [...members].toSorted(), weak: inside.filter((join) => holdsAlone(inside, join)) });
  }
  return found;
}

function reach(edges: ReadonlyMap<string, readonly Judged[]>, start: string): ReadonlySet<string> {
  const members = new Set([start]);
  for (const at of members) for (const { left, right } of edges.get(at) ?? []) members.add(left === at ? right : left);
  return members;
}

/**
 * Whether a group of three or more would fall apart without this one judgement: also where it ties but a single name to it,
 * for that name is joined on one word alone. Of two it is all there is, and says so by itself.
 */
function holdsAlone(joins: readonly Judged[], join: Judged): boolean {
  return (
    joins.length > 1 &&
    chainBetween(
      joins.filter((each) => each !== join),
      join.left,
      join.right,
    ) === null
  );
}
