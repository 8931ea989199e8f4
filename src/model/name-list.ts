// A list of names that a user brings (a sanctions list, a register, the members of a unit): names to hold the record's own against. What
// stands on a list is the list's word; nothing of it enters the record, and a like name on a list says of nobody that they are on it.
import { count, list, object, oneOf, orNull, string, type Of } from '../base/shape.ts';

/** What a list may tell of an entry besides its names, in its own words; `source` is where the list has it from. */
export const LIST_FACTS = ['born', 'died', 'birthPlace', 'place', 'post', 'father', 'mother', 'number', 'source'] as const;
export type ListFact = (typeof LIST_FACTS)[number];

/** What a column of a table holds. `given` and `family` make one name; `alias` may hold several, parted by semicolons. */
export const COLUMN_USES = ['name', 'given', 'family', 'alias', 'kind', 'id', ...LIST_FACTS] as const;
export type ColumnUse = (typeof COLUMN_USES)[number];

/** A column by its words in the first row, or by its number, from 1. */
export const parseListColumn = object({ use: oneOf(COLUMN_USES), column: string });
export type ListColumn = Of<typeof parseListColumn>;

/** `row` is the line of the file that it begins in, from 1; `id` what the list itself calls it. The first name is the main one. */
export const parseListEntry = object({
  row: count,
  id: orNull(string),
  kind: orNull(oneOf(['person', 'organization'])),
  names: list(string),
  facts: list(object({ what: oneOf(LIST_FACTS), words: string })),
});
export type ListEntry = Of<typeof parseListEntry>;

export const LIST_FORMATS = ['table', 'names', 'ftm'] as const;
export type ListFormat = (typeof LIST_FORMATS)[number];

/** What of the file did not go into the list, or not as it stood: how often, and the first rows of it. The file itself is kept as it came. */
export const LIST_NOTES = ['no-name', 'not-named', 'broken-line', 'ragged', 'repeated-id', 'hidden-marks', 'too-long', 'more-names', 'other-sheets'] as const;
export const parseListNote = object({ code: oneOf(LIST_NOTES), count, rows: list(count) });
export type ListNote = Of<typeof parseListNote>;
