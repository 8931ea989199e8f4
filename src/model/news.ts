import type { DocumentRow } from './answers.ts';

/** What became of a casebook since a moment. Decisions that were taken back are not counted. */
export type News = {
  /** Documents that came and were read, and originals that could not be. */
  readonly documents: number;
  readonly unreadable: number;
  /** The last of them, newest first. */
  readonly newest: readonly DocumentRow[];
  /** Suggestions in documents that came or were read again since, about which nobody has decided yet. */
  readonly suggestions: number;
  /** Claims that were recorded or put right, suggestions that were set aside, and claims that were withdrawn. */
  readonly recorded: number;
  readonly rejected: number;
  readonly withdrawn: number;
  /** Who decided, by name. */
  readonly by: readonly string[];
};
