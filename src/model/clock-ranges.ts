// Between which days it is of use to fix each of the three clocks.

/** First and last day of each, ISO; null where nothing in the casebook has one. */
export type ClockRanges = {
  /** Of when dated claims and suggestions say that it happened. */
  readonly at: readonly [string, string] | null;
  /** Of the documents' dates. */
  readonly 'said-by': readonly [string, string] | null;
  /** Of the log, up to today. */
  readonly 'known-by': readonly [string, string] | null;
};
