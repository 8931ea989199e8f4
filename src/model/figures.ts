// Figures: how many people were harmed, as each source gives it; side by side, never one number.

/** What is counted. `people`: the words say a number, and not of whom. */
export const COUNTED = ['killed', 'injured', 'held', 'people'] as const;
export type Counted = (typeof COUNTED)[number];

/** One number as claims give it. `high` is null where the words leave it open ("at least 31"). `by` are who gives it: the deepest source named, else the publisher. */
export type Figure = {
  readonly words: string;
  readonly low: number;
  readonly high: number | null;
  readonly by: readonly string[];
  readonly claims: readonly string[];
  /** Origins, once repetition is taken out. */
  readonly origins: number;
};

/**
 * `low` and `high` are the ends of what sources give; `open`: one says "or more". `best` is what most origins give, where one number is given
 * by more of them than any other; else null. It is no estimate.
 */
export type Figures = {
  readonly of: Counted;
  readonly low: number;
  readonly best: number | null;
  readonly high: number;
  readonly open: boolean;
  readonly given: readonly Figure[];
};
