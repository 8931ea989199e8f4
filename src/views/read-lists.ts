// Lists of names that a user brought, as they stand.
import type { Kysely } from 'kysely';
import { list, oneOf } from '../base/shape.ts';
import { SENSITIVITIES } from '../model/document.ts';
import type { NameListRow } from '../model/list-answers.ts';
import { LIST_FORMATS, parseListColumn, parseListNote } from '../model/name-list.ts';
import { readTerms } from './read-terms.ts';
import type { Tables } from './tables.ts';

/** In the order in which they came, those that are searched no more too. */
export async function readLists(db: Kysely<Tables>): Promise<readonly NameListRow[]> {
  const rows = await db
    .selectFrom('list')
    .leftJoin('person', 'person.id', 'list.actor')
    .selectAll('list')
    .select('person.name as by')
    .orderBy('ordinal')
    .execute();
  const { terms } = await readTerms(db);
  return rows.map(({ id, title, file, source, sensitivity, sha256, size, format, columns, entries, names, notes, searched, by, actor, at }) => ({
    id,
    title,
    file,
    source,
    sensitivity: terms.get(id)?.sensitivity ?? oneOf(SENSITIVITIES)(sensitivity),
    sha256,
    size,
    format: oneOf(LIST_FORMATS)(format),
    columns: list(parseListColumn)(JSON.parse(columns)),
    entries,
    names,
    notes: list(parseListNote)(JSON.parse(notes)),
    searched: searched === 1,
    by: by ?? actor,
    at,
  }));
}
