// What has the words that a person looked for.
import type { Span } from '../base/span.ts';
import type { ClaimRow, DocumentRow, FittedClock } from './answers.ts';
import type { EntityRow } from './entity.ts';
import type { Facet } from './facets.ts';

/** What has the words that a person looked for: the first of each. */
export type Findings = { readonly documents: readonly DocumentRow[]; readonly claims: readonly ClaimRow[]; readonly entities: readonly EntityRow[] };

/** A passage that was found. `start` and `end` are its place in the document's text, `marks` those of the words in it; all in code points. */
export type PassageFound = {
  readonly document: string;
  readonly documentTitle: string;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly marks: readonly Span[];
  /** As of a claim. */
  readonly possibly?: readonly FittedClock[];
};

/** What a search found, the best first. `passageTotal` is how many passages there are; where they are over 10,000, the newest are ranked. */
export type SearchFound = {
  readonly passages: readonly PassageFound[];
  readonly passageTotal: number;
  readonly claims: readonly ClaimRow[];
  /** How many claims and suggestions answer among the newest 1,000 that have the words; facets count those. */
  readonly claimTotal: number;
  /** How many have the words in all; 10,001: more than 10,000. */
  readonly claimsHaving: number;
  readonly facets: readonly Facet[];
  readonly entities: readonly EntityRow[];
};
