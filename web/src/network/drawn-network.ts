// The network as sigma draws it: dots for names, lines for ties, in the colours of the styles.
import { MultiUndirectedGraph } from 'graphology';
import { Sigma } from 'sigma';
import { EdgeLineProgram, NodePointProgram } from 'sigma/rendering';
import type { NetworkEdge, NetworkNode, Tie } from '../../../src/model/network.ts';
import { colourOf } from '../parts/colour-of.ts';
import { LabelPainter } from './label-painter.ts';
import type { Placed, ToPlace } from './placing.ts';

export type Graph = { readonly nodes: readonly NetworkNode[]; readonly edges: readonly NetworkEdge[] };

/** Names of the colours of the styles. */
const TIE_COLOURS: Readonly<Record<Tie, string>> = { membership: '--office', command: '--office', post: '--office', proceeding: '--justice', harm: '--harm' };

/** More ties than these are drawn thin, and not while the picture moves: it would not follow the hand. */
const MANY = 600;

/** What has to be known of a network to place its names: how large the dot of each is, by its ties, and who is tied to whom. */
export function toPlace({ nodes, edges }: Graph): ToPlace {
  const places = new Map(nodes.map(({ id }, n) => [id, n]));
  const ties = edges.map(({ from, to }) => [places.get(from) ?? 0, places.get(to) ?? 0] as const);
  const degrees = new Uint32Array(nodes.length);
  for (const end of ties.flat()) degrees[end] = (degrees[end] ?? 0) + 1;
  const scale = Math.min(1, Math.sqrt(ROOMY / nodes.length));
  return { sizes: Array.from(degrees, (degree) => scale * Math.min(16, 4 + 2 * Math.sqrt(degree))), ties };
}

/** Of more names than these the dots are smaller. */
const ROOMY = 100;

/** Many lines lie upon each other: each is a light one, and the dots stand out. Both colours as `rgb(…)`. */
function faint(colour: string, ground: string): string {
  const [of, into] = [colour, ground].map((each) => each.match(/\d+/g)?.map(Number) ?? []);
  return `rgb(${[0, 1, 2].map((n) => Math.round(0.4 * (of?.[n] ?? 0) + 0.6 * (into?.[n] ?? 0))).join(', ')})`;
}

/** To be killed when it is no longer shown. */
export function drawNetwork(frame: HTMLElement, { nodes, edges }: Graph, { sizes }: ToPlace, placed: Placed): Sigma {
  const graph = new MultiUndirectedGraph();
  const [person, other, ground] = [colourOf('--accent'), colourOf('--ink-soft'), colourOf('--surface')];
  for (const [n, { id, label, sort }] of nodes.entries()) {
    const [x, y] = placed[n] ?? [0, 0];
    graph.addNode(id, { label, x, y, size: sizes[n], color: sort === 'person' ? person : other });
  }
  const isDense = edges.length > MANY;
  const colours = new Map(Object.entries(TIE_COLOURS).map(([tie, name]) => [tie, isDense ? faint(colourOf(name), ground) : colourOf(name)]));
  for (const { from, to, tie, claims } of edges) {
    graph.addEdge(from, to, { color: colours.get(tie), ...(isDense ? { type: 'line' } : { size: Math.min(5, 1 + Math.log2(claims.length)) }) });
  }
  const painter = new LabelPainter({ font: getComputedStyle(frame).fontFamily, ink: colourOf('--ink'), ground });
  const sigma = new Sigma(graph, frame, {
    edgeProgramClasses: { line: EdgeLineProgram },
    // A point costs a third of what a circle of triangles does, where no graphics card helps.
    nodeProgramClasses: { circle: NodePointProgram },
    hideEdgesOnMove: isDense,
    labelRenderedSizeThreshold: 0,
    // More are offered than there is room for: the painter leaves out what would overlap.
    labelDensity: 3,
    defaultDrawNodeLabel: painter.gather,
    defaultDrawNodeHover: painter.point,
    zIndex: true,
  });
  sigma.on('afterRender', () => painter.write());
  sigma.on('enterNode', () => frame.style.setProperty('cursor', 'pointer'));
  sigma.on('leaveNode', () => frame.style.removeProperty('cursor'));
  // The first frame was drawn before anybody heard of it.
  sigma.refresh();
  return sigma;
}

/** Who is not tied to the chosen one steps back; null: nobody is chosen. */
export function shadeAround(sigma: Sigma, one: string | null): void {
  const graph = sigma.getGraph();
  if (one === null || !graph.hasNode(one)) {
    sigma.setSettings({ nodeReducer: null, edgeReducer: null });
    return;
  }
  const near = new Set([one, ...graph.neighbors(one)]);
  const faded = colourOf('--line');
  sigma.setSettings({
    nodeReducer: (node, data) => (near.has(node) ? data : { ...data, color: faded, label: null }),
    edgeReducer: (edge, data) => (graph.hasExtremity(edge, one) ? { ...data, zIndex: 1 } : { ...data, color: faded }),
  });
}

const STEP = 0.1;
const MOVES: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, STEP], ArrowDown: [0, -STEP] };

/** Moves the picture by a key. False where the key is none of its own. */
export function steerNetwork(sigma: Sigma, key: string): boolean {
  const camera = sigma.getCamera();
  const move = MOVES[key];
  if (move) camera.setState({ x: camera.x + move[0] * camera.ratio, y: camera.y + move[1] * camera.ratio });
  else if (key === '+' || key === '=') void camera.animatedZoom();
  else if (key === '-' || key === '−') void camera.animatedUnzoom();
  else if (key === '0') void camera.animatedReset();
  else return false;
  return true;
}
