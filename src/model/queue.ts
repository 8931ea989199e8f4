// The queue: suggestions that wait, across documents.
import type { ClaimRow } from './answers.ts';
import type { Kind } from './vocabulary.ts';

/** How many suggestions wait of each sort. A speaker is the one nearest to the words; empty is the document's own voice. */
export type QueueSorts = {
  readonly kinds: readonly { readonly kind: Kind; readonly waits: number }[];
  readonly speakers: readonly { readonly speaker: string; readonly waits: number }[];
  readonly documents: readonly { readonly document: string; readonly title: string; readonly waits: number }[];
};

/** Suggestions that wait, across documents: the first of `total`. `sorts` are of all that wait, whatever was asked for. */
export type Queue = { readonly total: number; readonly claims: readonly ClaimRow[]; readonly sorts: QueueSorts };
