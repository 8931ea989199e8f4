import { expect, it } from 'vitest';
import type { NetworkEdge, NetworkNode } from '../../../src/model/network.ts';
import type { Modality } from '../../../src/model/vocabulary.ts';
import { cutNetwork } from './cut-network.ts';

const node = (id: string): NetworkNode => ({ id, label: id, sort: 'person' });
const edge = (from: string, to: string, claims: number, stance: Modality = 'asserted'): NetworkEdge => ({
  from,
  to,
  tie: 'post',
  as: ['actor', 'target'],
  stances: [stance],
  claims: Array.from({ length: claims }, (_, n) => `c_${from}${to}${n}`),
  clock: { happened: [null, null], said: [], known: [null, null] },
});
const graph = {
  nodes: ['ali', 'bureau', 'cyrus', 'dara', 'eli'].map(node),
  edges: [edge('ali', 'bureau', 3), edge('bureau', 'cyrus', 2), edge('cyrus', 'dara', 1), edge('dara', 'eli', 9, 'denied')],
};
const ids = ({ nodes }: { readonly nodes: readonly NetworkNode[] }): readonly string[] => nodes.map(({ id }) => id);

it('draws those whom most claims tie, and counts what it leaves out', () => {
  const picture = cutNetwork(graph, 2, new Set());
  expect(ids(picture)).toEqual(['ali', 'bureau']);
  expect(picture.without).toEqual({ nodes: 3, edges: 2, denied: 1 });
});

it('draws everybody where all are asked for, but who is only said not to be tied', () => {
  const picture = cutNetwork(graph, 5, new Set());
  expect(ids(picture)).toEqual(['ali', 'bureau', 'cyrus', 'dara']);
  expect(picture.without).toEqual({ nodes: 1, edges: 0, denied: 1 });
});

it('draws whom it is about however few claims tie them', () => {
  expect(ids(cutNetwork(graph, 1, new Set(['dara', 'eli'])))).toEqual(['dara', 'eli']);
});
