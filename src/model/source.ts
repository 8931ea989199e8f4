// Sources: who brought documents out, and who is named as saying what they tell. What a source is worth only people say.
import type { ClaimRow } from './answers.ts';
import type { CopyDocument, CopyRow } from './copies.ts';
import type { JudgementRow } from './entity.ts';
import type { RemarkRow } from './remark.ts';

/** A publisher of documents that are held, or somebody whom claims name as saying it. */
export const SOURCE_SORTS = ['publisher', 'speaker'] as const;
export type SourceSort = (typeof SOURCE_SORTS)[number];

/** `documents` and `claims` of a publisher are those that it brought out; of a speaker, those that have its word. Claims are recorded ones. */
export type SourceRow = {
  /** `u_…` of a publisher, `n_…` of a speaker. */
  readonly id: string;
  readonly sort: SourceSort;
  readonly label: string;
  readonly documents: number;
  readonly claims: number;
};

/** With what people hold of how reliable it is, as that stands. */
export type SourceAssessed = SourceRow & { readonly assessments: readonly RemarkRow[] };

/** Some of the sources, `skip` of them passed over. `next` is what to skip for those that follow; null where none do. */
export type SourcesPage = { readonly sources: readonly SourceAssessed[]; readonly total: number; readonly next: number | null };

/** `claims`: recorded ones of it that are this source's. */
export type SourceDocument = CopyDocument & { readonly claims: number };

export type SourceView = SourceRow & {
  /** Every spelling in which documents give it. */
  readonly labels: readonly string[];
  /** The first of its documents, the newest publication first: `documents` says how many there are. */
  readonly brought: readonly SourceDocument[];
  /** Of a publisher: what people said of who owns it, the taken back too; oldest first. */
  readonly owners: readonly JudgementRow[];
  /** Pairs among its own documents that say the same words. */
  readonly copies: readonly CopyRow[];
  /** Of a publisher: pairs of a document of its own (left) and one of somebody else's (right) that say the same words. Which was first only dates of publication tell. */
  readonly repeated: readonly CopyRow[];
  /** Of a speaker: whose documents give its word. */
  readonly relayed: readonly Relay[];
};

/** `id` is the publisher's, null where no publisher is named. */
export type Relay = { readonly id: string | null; readonly label: string | null; readonly documents: number; readonly claims: number };

/**
 * Which happenings a source alone tells of. Of the newest of its claims: `looked` of `claims`. `alone`: no other recorded claim tells of the same, or
 * may tell of it. `repeated`: others tell of it, and count as one origin with it. `shared`: another origin tells of it too. `others` are claims that tell of no
 * happening (posts, denials, demands): whether anybody else says the same is not looked for.
 */
export type SourceAlone = {
  readonly alone: readonly ClaimRow[];
  readonly repeated: readonly ClaimRow[];
  readonly shared: readonly ClaimRow[];
  readonly others: readonly ClaimRow[];
  readonly looked: number;
  readonly claims: number;
};
