// What claims and suggestions are read with, whatever part of them is asked for: their source, and their place in the order of the record.
import { sql, type RawBuilder } from 'kysely';
import type { ClaimRow, Status } from '../model/answers.ts';
import type { Kind } from '../model/vocabulary.ts';

/** Every member narrows; one that is absent does not. `knownAt` is an instant, ISO and UTC: the rows are then those that stood in the record at that time. */
export type Scope = {
  readonly document?: string;
  readonly ids?: readonly string[];
  readonly kinds?: readonly Kind[];
  readonly statuses: readonly Status[];
  readonly knownAt?: string;
};

/** A row, and the number of its document in the order in which they were added. */
export type Ordered = { readonly added: number; readonly row: ClaimRow };

/** How a person's own claim came about. */
export const BY_A_PERSON = { rule: 'a person', confidence: null } as const;

export type Sourced = {
  readonly id: string;
  readonly document: string;
  readonly title: string | null;
  readonly name: string;
  readonly published: string | null;
  readonly day: string | null;
};

export const sourceOf = ({ id, document, title, name, published, day }: Sourced) => ({ id, document, documentTitle: title ?? name, saidOn: day ?? published });

/**
 * The day on which words at a place of a document were written, where the document tells it message by message: that is when they were said, not
 * when the whole was put together.
 */
export const saidOn = (document: string, start: RawBuilder<unknown>) =>
  sql<string | null>`(select utterance.day from utterance where utterance.document = ${sql.ref(document)} and utterance.head <= ${start}
    order by utterance.head desc limit 1)`;
