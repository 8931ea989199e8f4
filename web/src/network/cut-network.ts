// How much of a network a picture shows: of many, those whom most claims tie. What it leaves out stands in the list, and is counted.
import type { NetworkEdge, NetworkNode } from '../../../src/model/network.ts';

type Graph = { readonly nodes: readonly NetworkNode[]; readonly edges: readonly NetworkEdge[] };

/** What is drawn, how many names and ties are left out of it, and how many are no ties, being only denied. */
export type Picture = Graph & { readonly without: { readonly nodes: number; readonly edges: number; readonly denied: number } };

/**
 * The `most` that most claims tie, and the ties among them; `kept` are drawn in any case, and of those tied alike the first given come first. Who is then
 * tied to nobody that is drawn is left out too. What is only denied is no tie, and counts for nothing here. O(edges + nodes log nodes).
 */
export function cutNetwork({ nodes, edges }: Graph, most: number, kept: ReadonlySet<string>): Picture {
  const ties = edges.filter(({ stances }) => stances.some((stance) => stance !== 'denied'));
  const weight = new Map<string, number>();
  for (const { from, to, claims } of ties) {
    for (const end of [from, to]) weight.set(end, (weight.get(end) ?? 0) + claims.length);
  }
  const ranked = nodes.toSorted((a, b) => Number(kept.has(b.id)) - Number(kept.has(a.id)) || (weight.get(b.id) ?? 0) - (weight.get(a.id) ?? 0));
  const chosen = new Set(ranked.slice(0, Math.max(most, kept.size)).map(({ id }) => id));
  const drawn = ties.filter(({ from, to }) => chosen.has(from) && chosen.has(to));
  const tied = new Set([...drawn.flatMap(({ from, to }) => [from, to]), ...kept]);
  const shown = nodes.filter(({ id }) => chosen.has(id) && tied.has(id));
  const without = { nodes: nodes.length - shown.length, edges: ties.length - drawn.length, denied: edges.length - ties.length };
  return { nodes: shown, edges: drawn, without };
}
