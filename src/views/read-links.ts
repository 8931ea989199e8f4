// How people say that happenings hang together, as rows.
import type { Kysely } from 'kysely';
import { parseHappeningsLinked, type LinkRow } from '../model/link.ts';
import { among } from './among.ts';
import type { Tables } from './tables.ts';

/** Every link, or those of any of these claims; the taken back ones too, in the order of the log. */
export async function readLinks(db: Kysely<Tables>, claims: readonly string[] | null): Promise<readonly LinkRow[]> {
  let query = db
    .selectFrom('link')
    .leftJoin('person', 'person.id', 'link.actor')
    .select(['link.entry', 'link.body', 'link.at', 'link.actor', 'link.undone_at', 'person.name'])
    .orderBy('link.entry_index');
  if (claims !== null) query = query.where(({ or, eb }) => or([eb('link.left', 'in', among(claims)), eb('link.right', 'in', among(claims))]));
  return (await query.execute()).map(({ entry, body, at, actor, undone_at: undoneAt, name }) => ({
    ...parseHappeningsLinked(JSON.parse(body)),
    entry,
    at,
    by: name ?? actor,
    undone: undoneAt !== null,
    undoneAt,
  }));
}
