// Answers about lists of names: what stands on them is never of the record, and is never shown as if it were.
import type { EntityRow, JudgementRow, NamesCompared } from './entity.ts';
import type { Findings, SearchFound } from './found.ts';
import type { Sensitivity, Unreadable } from './document.ts';
import type { Judgement } from './judgement.ts';
import type { EntityTold } from './told.ts';
import type { ListColumn, ListEntry, ListFormat, ListNote } from './name-list.ts';

/** A list as the casebook has it. `searched`: its names are looked for; `by` and `at`: who brought it, and when (ISO, UTC). */
export type NameListRow = {
  readonly id: string;
  readonly title: string;
  readonly file: string;
  readonly source: string | null;
  readonly sensitivity: Sensitivity;
  readonly sha256: string;
  /** Bytes of its file. */
  readonly size: number;
  readonly format: ListFormat;
  readonly columns: readonly ListColumn[];
  readonly entries: number;
  readonly names: number;
  readonly notes: readonly ListNote[];
  readonly searched: boolean;
  readonly by: string;
  readonly at: string;
};

/** An entry where a list has it: `id` begins with x_, and `list` is the list's. It is not of the record. */
export type Listed = Omit<ListEntry, 'id' | 'kind'> & {
  readonly id: string;
  readonly ownId: string | null;
  readonly kind: NonNullable<ListEntry['kind']>;
  readonly list: string;
  readonly title: string;
};

/** What became of a file that was brought as a list; `list` is null where it could not be read. */
export type ListAdded = { readonly outcome: 'added' | 'held' | 'unreadable'; readonly list: NameListRow | null; readonly problem: Unreadable | null };

/** A name that somebody searched for, and an entry that has one like it. */
export type ListFound = { readonly entry: Listed; readonly compared: NamesCompared };

/**
 * Somebody whom claims name, and an entry of a list with a name like theirs: that they are one is for a person to say. `judged` is what people
 * said of the two, with the judgement's entry.
 */
export type ListHit = {
  readonly row: EntityRow;
  readonly entry: Listed;
  readonly compared: NamesCompared | null;
  readonly judged: Judgement | null;
};

/** Those hits that wait or were judged the same, likeliest first, as far as names were looked up: `looked` of `names`. */
export type ListHits = { readonly hits: readonly ListHit[]; readonly looked: number; readonly names: number; readonly lists: number; readonly more: boolean };

/** An entry whole, with what people judged of it. */
export type ListedView = { readonly entry: Listed; readonly judgements: readonly JudgementRow[] };

/** What was found in the record, and beside it entries of lists that have a name like the words. */
export type FindingsAndLists = Omit<Findings, 'entities'> & { readonly entities: readonly EntityTold[]; readonly listed: readonly ListFound[] };
export type SearchAndLists = SearchFound & { readonly listed: readonly ListFound[] };
