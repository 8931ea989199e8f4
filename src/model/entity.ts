// Who and what recorded claims name, and what is proposed and judged of which names are one.
import type { Care, ClaimRow } from './answers.ts';
import type { Sensitivity } from './document.ts';
import type { Grounds, Judgement, PairJudged } from './judgement.ts';

/** What a name seems to name. `described`: words that describe somebody or some, and do not name. */
export const ENTITY_SORTS = ['person', 'organization', 'place', 'described'] as const;
export type EntitySort = (typeof ENTITY_SORTS)[number];

/** A name as one document uses it, in recorded claims. */
export type NameRow = {
  /** `n_…`. */
  readonly id: string;
  readonly label: string;
  readonly document: string;
  readonly documentTitle: string;
  readonly claims: number;
};

/** Somebody or something that recorded claims name: one name of one document, or several that people joined. */
export type EntityRow = {
  /** The least id of its names; the id of any of them leads here. */
  readonly id: string;
  readonly label: string;
  readonly sort: EntitySort;
  /** Every form in which its documents give it, the fullest first. */
  readonly labels: readonly string[];
  readonly claims: number;
  readonly documents: number;
};

/** A judgement as it stands, or stood until it was taken back. */
export type JudgementRow = PairJudged & {
  readonly entry: string;
  readonly by: string;
  readonly at: string;
  readonly undone: boolean;
  readonly undoneAt: string | null;
};

/** Two names that may be one, with why. Proposed by rule; a person decides. */
export type PairProposed = {
  readonly left: EntityRow;
  readonly right: EntityRow;
  readonly grounds: Grounds;
  readonly compared: NamesCompared | null;
  readonly judged: Judgement | null;
};

/** A part of the explanation; `points`: log-odds. `besides`: it is no part of the names, but what claims tell of both. */
type PartCompared = { readonly a: string; readonly b: string; readonly kind: string; readonly points: number; readonly besides: boolean };

/** The two names that are most alike, and how; `caps` held the score down, `vetoes` say why the two can be no one by what claims tell. */
export type NamesCompared = {
  readonly left: string;
  readonly right: string;
  /** 0 to 1. */
  readonly score: number;
  readonly verdict: string;
  readonly parts: readonly PartCompared[];
  readonly caps: readonly string[];
  readonly vetoes: readonly string[];
};

/**
 * Pairs that wait, and how far the names were looked through for them: `looked` of `names`; asking again goes on. `isReading`: of a large casebook the names
 * are still being read, so that nothing is known of pairs, nor how many names there are.
 */
export type PairsAsked = {
  readonly pairs: readonly PairProposed[];
  readonly looked: number;
  readonly names: number;
  readonly more: boolean;
  readonly isReading: boolean;
};

/**
 * A name where a claim has it, the entity that it is, and others that it may be; `part` is a role, or `saidBy`. `together`: other names that its document
 * uses of the same party, as it seems; `rivals` are of all of them, each the likeliest pair.
 */
export type ClaimNames = {
  readonly part: string;
  readonly words: string;
  /** Id of the name as this document uses it. */
  readonly name: string;
  readonly entity: EntityRow;
  readonly together: readonly NameRow[];
  readonly rivals: readonly PairProposed[];
};

/** One of them, but for who it may be besides. */
export type EntityAlone = EntityRow & {
  /** What people said of how its names may be used; of each name of which anything was said. */
  readonly care: readonly NameCare[];
  /** The first of its names and of its claims, where it has very many: `claims` says how many. */
  readonly names: readonly NameRow[];
  readonly mentions: readonly ClaimRow[];
  /** Every judgement about one of its names, the taken back ones too; oldest first. */
  readonly judgements: readonly JudgementRow[];
  /** Entries of the judgements without which it would fall apart. */
  readonly weak: readonly string[];
  /** Others that people judged to be somebody else. */
  readonly apart: readonly EntityRow[];
};

/** `rivals`: others that may be the same, likeliest first. */
export type EntityView = EntityAlone & { readonly rivals: readonly PairProposed[] };

/** What was last said of one name; it holds for all that are joined with it. */
export type NameCare = Care & { readonly name: string; readonly sensitivity: Sensitivity | null };
