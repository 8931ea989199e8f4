// The matrix: harms, and what is said to have been done about them.
import type { ClaimRow } from './answers.ts';
import type { EventRow } from './event.ts';
import type { Figures } from './figures.ts';
import type { YearCount } from './timeline.ts';
import type { Kind } from './vocabulary.ts';

/** What was done about harms: rows of harms, columns of kinds of answer. */
export type MatrixColumn = { readonly id: string; readonly label: string; readonly kinds: readonly Kind[] };

/** An answer to a harm, and why it is held to be one. `linked` is how: by the machine's proposal, so far. */
export type MatrixMark = { readonly claim: ClaimRow; readonly why: string };

export type MatrixRow = {
  readonly harm: EventRow;
  /** Days since it can have begun, up to `asOf`; null where no claim gives a time. */
  readonly days: number | null;
  /** Origins behind its recorded claims, and the figures that these give. */
  readonly origins: number;
  readonly figures: readonly Figures[];
  /** By column id; a column that is missing is a blank: none found in this record as of `asOf`. */
  readonly cells: Readonly<Record<string, readonly MatrixMark[]>>;
  /** What somebody says was not done: that source's claim, apart from a blank. */
  readonly inaction: readonly MatrixMark[];
  /** Claims that the harm is denied, by whom they are denied. */
  readonly denials: readonly MatrixMark[];
};

/**
 * A stretch of the matrix. `whole`: all of it. Else the casebook holds too many claims to look through at once: then harms are shown from a year on,
 * with answers told in the same words or recorded and naming the same; `before` and `after` count the claims of harms beyond it, `undated` those without a date.
 */
export type MatrixStretch = Matrix & {
  /** The same harms by what was asked for; empty by harm. */
  readonly groups: readonly MatrixGroup[];
  readonly whole: boolean;
  readonly years: readonly YearCount[];
  readonly before: number;
  readonly after: number;
  readonly undated: number;
};

/** What a row of the matrix stands for. */
export const MATRIX_BY = ['harm', 'accused', 'place', 'year'] as const;
export type MatrixBy = (typeof MATRIX_BY)[number];

/** Harms under one accused, place or year that their claims give, with all that is said to have been done about them. */
export type MatrixGroup = {
  /** Of the same party or place the same; empty where none is given. */
  readonly key: string;
  /** The fullest form of the name, or the year; null: no claim gives one. */
  readonly label: string | null;
  readonly harms: readonly EventRow[];
  /** Days since the first of the harms can have begun; null where no claim gives a time. */
  readonly days: number | null;
  /** How many of the harms rest on a single origin. */
  readonly single: number;
  readonly cells: MatrixRow['cells'];
  readonly inaction: readonly MatrixMark[];
  readonly denials: readonly MatrixMark[];
};

/** A matrix with a row for each accused, place or year. */
export type MatrixGrouped = Omit<Matrix, 'rows'> & { readonly by: Exclude<MatrixBy, 'harm'>; readonly rows: readonly MatrixGroup[] };

export type Matrix = { readonly columns: readonly MatrixColumn[]; readonly rows: readonly MatrixRow[]; readonly asOf: string };

/** Harms to which nothing in this record tells of an answer, oldest first, as of an ISO day. */
export type Gaps = { readonly rows: readonly MatrixRow[]; readonly asOf: string };
