import { MultiUndirectedGraph } from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import { useEffect, useEffectEvent, useRef } from 'react';
import { Sigma } from 'sigma';
import type { NetworkEdge, NetworkNode, Tie } from '../../../src/model/network.ts';
import { useTongue } from '../data/tongue.tsx';
import { colourOf } from '../parts/colour-of.ts';

type Props = {
  readonly nodes: readonly NetworkNode[];
  readonly edges: readonly NetworkEdge[];
  readonly selected: string | null;
  /** Null where the empty ground was pressed. */
  readonly onSelect: (id: string | null) => void;
};

/** Names of the colours of the styles. */
const TIE_COLOURS: Readonly<Record<Tie, string>> = { membership: '--office', command: '--office', post: '--office', proceeding: '--justice', harm: '--harm' };

/** Rounds of the layout: fewer where there are many to place. */
const roundsFor = (nodes: number): number => Math.max(30, Math.min(400, Math.round(60_000 / nodes)));

/** The ties as a picture. It is for the eyes alone: what it shows stands in words in the list below it. */
export default function Drawing({ nodes, edges, selected, onSelect }: Props) {
  const { say } = useTongue();
  const frame = useRef<HTMLElement>(null);
  const drawn = useRef<Sigma | null>(null);
  const chosen = useEffectEvent(onSelect);
  const latest = useEffectEvent(() => selected);
  /** Who is not tied to the chosen one steps back. */
  const shade = useEffectEvent((one: string | null) => {
    const sigma = drawn.current;
    if (!sigma) return;
    const graph = sigma.getGraph();
    const near = new Set(one === null ? [] : [one, ...graph.neighbors(one)]);
    const faded = colourOf('--line');
    sigma.setSetting('nodeReducer', (node, data) => (one === null || near.has(node) ? data : { ...data, color: faded, label: null }));
    sigma.setSetting('edgeReducer', (edge, data) => (one === null || graph.hasExtremity(edge, one) ? data : { ...data, color: faded }));
  });
  useEffect(() => {
    if (!frame.current) return undefined;
    const sigma = new Sigma(graphOf(nodes, edges), frame.current, {
      labelColor: { color: colourOf('--ink') },
      labelFont: getComputedStyle(frame.current).fontFamily,
      labelRenderedSizeThreshold: 4,
      defaultDrawNodeHover: () => undefined,
      zIndex: true,
    });
    sigma.on('clickNode', ({ node }) => chosen(node));
    sigma.on('clickStage', () => chosen(null));
    drawn.current = sigma;
    shade(latest());
    return () => {
      drawn.current = null;
      sigma.kill();
    };
  }, [nodes, edges]);
  useEffect(() => shade(selected), [selected]);
  return <figure ref={frame} className="network-drawing" aria-label={say('network.picture')} dir="ltr" />;
}

/** Placed the same each time: the layout begins on a circle, in the order given. */
function graphOf(nodes: readonly NetworkNode[], edges: readonly NetworkEdge[]): MultiUndirectedGraph {
  const graph = new MultiUndirectedGraph();
  nodes.forEach(({ id, label, sort }, n) => {
    const angle = (2 * Math.PI * n) / nodes.length;
    graph.addNode(id, { label, x: Math.cos(angle), y: Math.sin(angle), color: colourOf(sort === 'person' ? '--accent' : '--ink-soft') });
  });
  for (const { from, to, tie, stances, claims } of edges) {
    if (!graph.hasNode(from) || !graph.hasNode(to)) continue;
    // What is only denied is no tie; it stands in the list, as denied.
    if (stances.every((stance) => stance === 'denied')) continue;
    graph.addEdge(from, to, { color: colourOf(TIE_COLOURS[tie]), size: Math.min(5, 1 + Math.log2(claims.length)) });
  }
  graph.forEachNode((node) => graph.setNodeAttribute(node, 'size', Math.min(16, 4 + 2 * Math.sqrt(graph.degree(node)))));
  forceAtlas2.assign(graph, { iterations: roundsFor(nodes.length), settings: { ...forceAtlas2.inferSettings(graph), adjustSizes: true } });
  return graph;
}
