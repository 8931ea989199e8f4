// The timeline: dated claims in order of when they say it happened.
import type { ClaimRow } from './answers.ts';
import type { Kind } from './vocabulary.ts';

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

/** Julian day numbers, both included. */
export type Days = { readonly first: number; readonly last: number };

/**
 * One claim or suggestion as it is drawn. `first` and `last` are Julian day numbers, null where open; `hedge` is EDTF's: about (`~`), uncertain (`?`) or
 * both (`%`). `said` is the first day on which it can have been said: only where that was asked for and is known.
 */
export type Mark = {
  readonly id: string;
  readonly kind: Kind;
  readonly status: 'suggested' | 'recorded';
  readonly first: number | null;
  readonly last: number | null;
  readonly hedge: '' | '~' | '?' | '%';
  readonly said?: number;
};

/** How many marks begin in a span of days and are no more exact than it. */
export type Count = Days & { readonly recorded: number; readonly suggested: number };

/** How many days after its first one a date ends that is as exact as a month, or a year, in whatever calendar. */
export const A_MONTH = 31;
export const A_YEAR = 366;

/** What the drawing of the timeline shows between two days. */
export type TimelineWindow = Days & {
  /** The days from the first mark to the last, as far as their years go, whatever is asked for; null where nothing is dated. */
  readonly extent: Days | null;
  /** Those that can have happened in it, earliest first; null where there are too many to be drawn singly. */
  readonly marks: readonly Mark[] | null;
  /** Where they are too many: how many there are, by days, months or years. Spans may lie in one another: what is told by the year alone has a span of a year. */
  readonly counts: readonly Count[];
  /** How many are in no count, as they are longer than a year or open. */
  readonly longer: number;
};
