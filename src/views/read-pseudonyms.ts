// Names that have a pseudonym, with all that people joined them with.
import { sql, type Kysely } from 'kysely';
import { list, string } from '../base/shape.ts';
import type { NameAsked } from '../model/pseudonym.ts';
import type { VeiledName } from '../record/veil.ts';
import { among } from './among.ts';
import { readNameWords } from './read-cared-names.ts';
import { namesOf, readEntities } from './read-entities.ts';
import type { Tables } from './tables.ts';

/**
 * In the order in which they were given one. Of several that were joined later, the first one's pseudonym stands for all. Words of a name by themselves
 * are of people alone: those of a body or a place are words that anybody uses.
 *
 * O(reviews of the documents that name them) where any name has one.
 */
export async function readVeiledNames(db: Kysely<Tables>): Promise<readonly VeiledName[]> {
  const rows = await db.selectFrom('pseudonym').selectAll().orderBy('position').execute();
  const veiled: VeiledName[] = [];
  for (const { name, pseudonym } of rows) {
    if (veiled.some(({ ids }) => ids.includes(name))) continue;
    const ids = (await namesOf(db, name)).toSorted();
    const own = rows.filter((row) => ids.includes(row.name));
    const all = (of: 'also' | 'spared'): readonly string[] => own.flatMap((row) => list(string)(JSON.parse(row[of])));
    const [row] = await readEntities(db, ids);
    const words = await readNameWords(db, ids);
    veiled.push({ ids, pseudonym, words, also: all('also'), spared: all('spared'), isPerson: row === undefined || row.sort === 'person' });
  }
  return veiled;
}

/** Who asked for one of these names, oldest first. */
export async function readAskings(db: Kysely<Tables>, ids: readonly string[]): Promise<readonly NameAsked[]> {
  const { rows } = await sql<NameAsked>`select history.entry, coalesce(person.name, history.actor) as "by", history.at, said.payload ->> '$.reason' as reason
    from history join log_entries said on said.position = history.entry_index left join person on person.id = history.actor
    where history.about in ${among(ids)} and history.step = 'opened' order by history.entry_index`.execute(db);
  return rows;
}

/** Every pseudonym that a name ever had. */
export async function everStated(db: Kysely<Tables>): Promise<readonly { readonly name: string; readonly pseudonym: string }[]> {
  const { rows } = await sql<{ name: string; pseudonym: string }>`select told.about as name, said.payload ->> '$.pseudonym' as pseudonym
    from told join log_entries said on said.position = told.position
    where told.about >= 'n_' and told.about < ${'n`'} and said.payload ->> '$.pseudonym' is not null order by told.position`.execute(db);
  return rows;
}

/** The names that have one of their own, among these. */
export const namesStated = async (db: Kysely<Tables>, ids: readonly string[]): Promise<readonly string[]> =>
  (await db.selectFrom('pseudonym').select('name').where('name', 'in', among(ids)).orderBy('position').execute()).map(({ name }) => name);

/** Which of these folded words stand in the names of others than these. O(words × names), for a word that nobody else has. */
export async function wordsOfOthers(db: Kysely<Tables>, ids: readonly string[], words: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ word: string }>`select word.value as word from json_each(${JSON.stringify([...new Set(words)])}) word
    where exists (select 1 from form cross join named on named.form = form.number
      where instr(' ' || form.key || ' ', ' ' || word.value || ' ') > 0 and named.id not in ${among(ids)})`.execute(db);
  return new Set(rows.map(({ word }) => word));
}
