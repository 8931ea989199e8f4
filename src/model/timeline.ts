// The timeline: dated claims in order of when they say it happened.
import type { ClaimRow } from './answers.ts';

/** One mark of the timeline. `first` and `last` are ISO days, null where open; precision is drawn as length. */
export type TimelineItem = { readonly claim: ClaimRow; readonly first: string | null; readonly last: string | null; readonly approximate: boolean };

/** The year in which a mark stands: that in which it begins, or ends where its beginning is open. */
export const yearOf = ({ first, last }: Pick<TimelineItem, 'first' | 'last'>): number => Number(/^-?\d+/.exec(first ?? last ?? '')?.[0] ?? 0);

/** Dated claims in order of when they happened, and those whose time is not known or not resolved. */
export type Timeline = { readonly dated: readonly TimelineItem[]; readonly undated: readonly ClaimRow[] };

/** How many dated claims and suggestions begin in a year of the Gregorian calendar. */
export type YearCount = { readonly year: number; readonly recorded: number; readonly suggested: number };

/** A stretch of the timeline. `years` counts all; `before` and `after` are how many dated ones stand beyond it, `undatedInAll` how many have no date. */
export type TimelineStretch = Timeline & {
  readonly years: readonly YearCount[];
  readonly before: number;
  readonly after: number;
  readonly undatedInAll: number;
};
