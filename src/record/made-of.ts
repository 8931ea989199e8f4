// Documents that are made of others: translations, transcripts, descriptions. None is a source beside what it is made of.
import type { AttachedRow } from '../model/attachment.ts';

export type MadeOf = {
  /** What a document is made of, over any number of steps; itself where it is made of nothing. Two with one root are one source. */
  readonly rootOf: (document: string) => string;
  /** Why two documents are one source, in words fit to print; null where they are not for being made of each other. */
  readonly why: (a: string, b: string) => string | null;
};

/** @param rows - those that stand; in none is a document made of itself */
export function madeOf(rows: readonly Pick<AttachedRow, 'as' | 'what' | 'of'>[]): MadeOf {
  const above = new Map(rows.map((row) => [row.what.id, row]));
  const rootOf = (document: string): string => {
    let root = document;
    for (let row = above.get(document); row; row = above.get(row.of.id)) root = row.of.id;
    return root;
  };
  const direct = (a: string, b: string): string | null => {
    const row = above.get(a);
    return row?.of.id === b ? `“${row.what.title}” is a ${row.as} of “${row.of.title}”` : null;
  };
  return {
    rootOf,
    why: (a, b) =>
      rootOf(a) === rootOf(b) ? (direct(a, b) ?? direct(b, a) ?? 'both are made of one original, as its translation, transcript or description') : null,
  };
}
