// A network: who stands with whom, by which claims, and of when these are.
import type { ClaimRow } from './answers.ts';
import type { EntitySort } from './entity.ts';
import type { Modality } from './vocabulary.ts';

/**
 * How two are said to stand together. `membership` of a body; `command` of it or of its people; a `post` in it; `proceeding`: the two are
 * parties to one; `harm`: named together where a claim tells of one, whoever did it to whom.
 */
export const TIES = ['membership', 'command', 'post', 'proceeding', 'harm'] as const;
export type Tie = (typeof TIES)[number];

export type NetworkNode = { readonly id: string; readonly label: string; readonly sort: EntitySort };

/** Of when the claims are: the first and last day on which they say that it happened (ISO; null: open, or none says), documents' dates (EDTF), and moments of the log. */
export type EdgeClock = {
  readonly happened: readonly [string | null, string | null];
  readonly said: readonly string[];
  readonly known: readonly [string | null, string | null];
};

/** `as` are the roles of the two. `stances` are those of its claims: what is only denied is no tie, and is shown as denied. */
export type NetworkEdge = {
  readonly from: string;
  readonly to: string;
  readonly tie: Tie;
  readonly as: readonly [string, string];
  readonly stances: readonly Modality[];
  /** Ids of claims. */
  readonly claims: readonly string[];
  readonly clock: EdgeClock;
};

/**
 * `path` are the nodes from the one that was asked for to the other, the fewest steps; null where none was asked for or none is found. `cut`: there is more
 * than was looked through. `all`: how many there are of what was looked through, where the edges of most claims alone are given.
 */
export type Network = {
  readonly nodes: readonly NetworkNode[];
  readonly edges: readonly NetworkEdge[];
  /** None where they were not asked for: edges have their ids. */
  readonly claims: readonly ClaimRow[];
  readonly path: readonly string[] | null;
  readonly cut: boolean;
  readonly all: { readonly nodes: number; readonly edges: number };
};
