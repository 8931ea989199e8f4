// Copies: documents that say the same words, as the machine finds them. That two are copies is no judgement of whose words
// they are: which came first is known only where the dates of publication say it.
import { count, list, object, type Shape } from '../base/shape.ts';
import type { Span } from '../base/span.ts';

/**
 * Whole: most of each is the same words, one text edited. Inside: most of the shorter stands in the longer, which has more. Passages: they
 * share passages longer than a quotation, and each has more of its own.
 */
export const COPY_KINDS = ['whole', 'inside', 'passages'] as const;
export type CopyKind = (typeof COPY_KINDS)[number];

export const COPY_SIDES = ['left', 'right'] as const;
export type CopySide = (typeof COPY_SIDES)[number];

/** The same words in two documents, in code points of each; `words` of them are the very same. */
export type SharedPassage = { readonly left: Span; readonly right: Span; readonly words: number };

/** `share` is how much of the shorter text stands in the other, 0 to 1. */
export type JudgedCopy = { readonly kind: CopyKind; readonly share: number; readonly shorter: CopySide; readonly passages: readonly SharedPassage[] };

/** A document of a pair. `published` is EDTF. */
export type CopyDocument = { readonly id: string; readonly title: string; readonly publisher: string | null; readonly published: string | null };

/** Two documents that are copies. `first` is the one that was published first; null where their dates do not say. */
export type CopyRow = JudgedCopy & { readonly left: CopyDocument; readonly right: CopyDocument; readonly first: CopySide | null; readonly rule: string };

/** A stretch of each text, in reading order of `left`: the same, other words in its place, or only in one of them (the other span is empty). */
export type CopyStretch = { readonly sort: 'same' | 'changed' | 'left' | 'right' | 'moved'; readonly left: string; readonly right: string };

/** Two documents side by side. `row` is null where they are no copies. */
export type CopyAligned = {
  readonly row: CopyRow | null;
  readonly left: CopyDocument;
  readonly right: CopyDocument;
  readonly stretches: readonly CopyStretch[];
};

/** A document of a group. `like` is the one of the group that it has the most in common with; `share` of whichever is shorter. */
export type CopyMember = CopyDocument & { readonly like: { readonly id: string; readonly share: number; readonly isShorter: boolean } | null };

/** Documents that say the same words, in the order of publication. `first` is known to be before all others; null where it is not. `more` are not told. */
export type CopyGroup = { readonly documents: readonly CopyMember[]; readonly first: string | null; readonly more: number };

/** Some of the groups of a kind, from the `from`th of `total` on; `counts` are pairs, by kind. */
export type CopyGroups = {
  readonly kind: CopyKind;
  readonly from: number;
  readonly total: number;
  readonly counts: Readonly<Record<CopyKind, number>>;
  readonly groups: readonly CopyGroup[];
};

const span = object({ start: count, end: count });
export const parseSharedPassages: Shape<readonly SharedPassage[]> = list(object({ left: span, right: span, words: count }));
