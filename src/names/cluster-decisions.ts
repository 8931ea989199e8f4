// Who is one, as people decided: clusters are nothing but chains of `same`, and no chain may join two of whom anybody said
// that they are different. A pure function of the decisions that stand (what was undone is not given), so it can be taken
// back, told, and worked out again to the same answer.

export type Says = 'same' | 'different' | 'unsure';
/** `id`: the entry of the log. Entities by their ids. In the order of the log: of several about one pair, the last counts. */
export type Decision = { readonly id: string; readonly a: string; readonly b: string; readonly says: Says };

/** A decision by which two parts hang together, each of two or more; the sizes of the parts. */
export type Bridge = { readonly decision: Decision; readonly sides: readonly [number, number] };
/** `members` in order; `id` is the first of them. */
export type Cluster = { readonly id: string; readonly members: readonly string[]; readonly bridges: readonly Bridge[] };
/** A `same` that joins nobody, for with `path`, the chain through it from `different.a` to `different.b`, it would. */
export type Held = { readonly same: Decision; readonly different: Decision; readonly path: readonly Decision[] };
export type Clusters = { readonly clusters: readonly Cluster[]; readonly held: readonly Held[] };

type Graph = Map<string, { readonly to: string; readonly by: Decision }[]>;

/** O(decisions × size of the clusters they join). Clusters in order of their ids, each of two members or more. */
export function clusterDecisions(decisions: readonly Decision[]): Clusters {
  const standing = lastOfEachPair(decisions);
  const apart = standing.filter(({ says }) => says === 'different');
  const graph: Graph = new Map();
  const held: Held[] = [];
  for (const same of standing.filter(({ says }) => says === 'same')) {
    const against = joinsApart(graph, same, apart);
    if (against !== null) held.push(against);
    else connect(graph, same);
  }
  const seen = new Set<string>();
  const clusters = [...graph.keys()].toSorted(byText).flatMap((id) => {
    if (seen.has(id)) return [];
    const members = reach(graph, id).toSorted(byText);
    for (const member of members) seen.add(member);
    return [{ id, members, bridges: bridgesOf(graph, members) }];
  });
  return { clusters, held };
}

/** What `same` of these two would break, were it decided now: the decision that parts them, and the chain; null where it may be. */
export function wouldBreak(decisions: readonly Decision[], a: string, b: string): Held | null {
  const asked: Decision = { id: '', a, b, says: 'same' };
  return clusterDecisions([...decisions, asked]).held.find(({ same }) => same === asked) ?? null;
}

/** The shortest chain of `same` that joins two, in order from `a`; null where none does, empty where they are one id. */
export function whyJoined(decisions: readonly Decision[], a: string, b: string): readonly Decision[] | null {
  const { held } = clusterDecisions(decisions);
  const graph: Graph = new Map();
  for (const same of lastOfEachPair(decisions)) if (same.says === 'same' && !held.some((one) => one.same === same)) connect(graph, same);
  return pathBetween(graph, a, b);
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** In the order in which they were given. Two people may decide about one pair; the last word counts. Of one entity with itself there is none. */
function lastOfEachPair(decisions: readonly Decision[]): readonly Decision[] {
  const last = new Map<string, Decision>();
  for (const one of decisions) if (one.a !== one.b) last.set(JSON.stringify([one.a, one.b].toSorted(byText)), one);
  return decisions.filter((one) => one.a !== one.b && last.get(JSON.stringify([one.a, one.b].toSorted(byText))) === one);
}

function connect(graph: Graph, by: Decision): void {
  for (const [from, to] of [[by.a, by.b], [by.b, by.a]] as const) {
    const known = graph.get(from);
    if (known === undefined) graph.set(from, [{ to, by }]);
    else known.push({ to, by });
  } // prettier-ignore
}

/** The first `different` that would stand inside one cluster, were `same` added, with the chain that would span it. */
function joinsApart(graph: Graph, same: Decision, apart: readonly Decision[]): Held | null {
  const [one, two] = [new Set(reach(graph, same.a)), new Set(reach(graph, same.b))];
  for (const different of apart) {
    const forwards = one.has(different.a) && two.has(different.b);
    if (!forwards && !(one.has(different.b) && two.has(different.a))) continue;
    const [from, to] = forwards ? [different.a, different.b] : [different.b, different.a];
    const path = [...(pathBetween(graph, from, same.a) ?? []), same, ...(pathBetween(graph, same.b, to) ?? [])];
    return { same, different, path: forwards ? path : path.toReversed() };
  }
  return null;
}

/** All that hang together with `from`, itself included. */
function reach(graph: Graph, from: string, without: Decision | null = null): readonly string[] {
  const seen = new Set([from]);
  for (const member of seen) for (const { to, by } of graph.get(member) ?? []) if (by !== without) seen.add(to);
  return [...seen];
}

function pathBetween(graph: Graph, from: string, to: string): readonly Decision[] | null {
  const paths = new Map<string, readonly Decision[]>([[from, []]]);
  for (const [member, path] of paths) {
    if (member === to) return path;
    for (const { to: next, by } of graph.get(member) ?? []) if (!paths.has(next)) paths.set(next, [...path, by]);
  }
  return null;
}

/** O(decisions of the cluster squared): clusters are what people joined one by one. */
function bridgesOf(graph: Graph, members: readonly string[]): readonly Bridge[] {
  const inside = new Set(members.flatMap((member) => (graph.get(member) ?? []).map(({ by }) => by)));
  return [...inside].flatMap((decision) => {
    const side = reach(graph, decision.a, decision);
    if (side.includes(decision.b)) return [];
    const [one, two] = [side.length, members.length - side.length];
    return Math.min(one, two) < 2 ? [] : [{ decision, sides: [one, two] as const }];
  });
}
