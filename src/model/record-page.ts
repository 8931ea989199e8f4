// A page of what claims come to: happenings, proceedings.
import type { YearCount } from './timeline.ts';

/**
 * Some of the rows of a list. `whole`: it was cut from the list as a whole, and `before` and `after` count its rows. Else the casebook holds too many claims
 * to look through at once: then the rows are those of a stretch of claims, in order of time from a year on or found by words, and `before`, `shown` and
 * `after` count such claims, `years` those of each year, and `undated` those without a date, which only words lead to.
 */
export type RecordPage<Row> = {
  readonly rows: readonly Row[];
  readonly whole: boolean;
  readonly years: readonly YearCount[];
  readonly before: number;
  readonly shown: number;
  readonly after: number;
  readonly undated: number;
};
