// Runs beside the page: where the names of a network stand in its picture. Many take seconds to place, and the page answers meanwhile.
import { MultiUndirectedGraph } from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';

/** `sizes` are of the names in their order, `ties` pairs of places in that order. */
export type ToPlace = { readonly sizes: readonly number[]; readonly ties: readonly (readonly [number, number])[] };

/** For each name in its order, where it stands. */
export type Placed = readonly (readonly [number, number])[];

/** Of more names than these far ones are taken together. */
const FEW = 400;
const ROUNDS = 400;

/** Placed the same each time: the layout begins on a circle, in the order given. */
function place({ sizes, ties }: ToPlace): Placed {
  const graph = new MultiUndirectedGraph();
  for (const [n, size] of sizes.entries()) {
    const angle = (2 * Math.PI * n) / sizes.length;
    graph.addNode(n, { x: Math.cos(angle), y: Math.sin(angle), size });
  }
  for (const [from, to] of ties) graph.addEdge(from, to);
  const settings = { ...forceAtlas2.inferSettings(graph), adjustSizes: true, barnesHutOptimize: sizes.length > FEW };
  const places = forceAtlas2(graph, { iterations: ROUNDS, settings });
  return sizes.map((_, n) => [places[n]?.['x'] ?? 0, places[n]?.['y'] ?? 0]);
}

addEventListener('message', ({ data }: MessageEvent<ToPlace>) => postMessage(place(data)));
