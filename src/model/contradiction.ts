// Contradictions: what recorded claims say against each other, and how people ruled.
import type { ClaimRow } from './answers.ts';
import type { OriginCount } from './event.ts';
import type { ContradictionRuled } from './judgement.ts';

/** What claims of one happening, of one proceeding, or of one person’s post or state say against each other. */
export const CONTRADICTED = ['time', 'place', 'number', 'outcome', 'identity', 'occurrence', 'stage'] as const;
export type Contradicted = (typeof CONTRADICTED)[number];

/** What one side says, and every claim that says it. */
export type ContradictionSide = { readonly value: string; readonly claims: readonly ClaimRow[] };

/** Two things that cannot both be so. Open until a person rules. */
export type Contradiction = {
  /** `x_`, what it is on, the rest of the ids of the first claim of each side, and of a proceeding that is one of several of one claim its mark. */
  readonly id: string;
  readonly on: Contradicted;
  /** The event (ev_…) or proceeding (pr_…) that it is about; of a post or state, the first claim that tells of it (s_…, c_…). */
  readonly about: string;
  readonly left: ContradictionSide;
  readonly right: ContradictionSide;
};

/** A ruling as it stands, or stood until it was taken back. */
export type RulingRow = ContradictionRuled & {
  readonly entry: string;
  readonly by: string;
  readonly at: string;
  readonly undone: boolean;
  readonly undoneAt: string | null;
};

/** A contradiction with how many origins stand on each side, and every ruling about it, the taken back ones too; open where the last was taken back, or there is none. */
export type ContradictionRow = Contradiction & {
  readonly origins: { readonly left: OriginCount; readonly right: OriginCount };
  readonly rulings: readonly RulingRow[];
  readonly open: boolean;
};
