// What people say is made of what, read from the rows.
import { sql, type Kysely } from 'kysely';
import { parseAttached, type AttachedRow } from '../model/attachment.ts';
import { among } from './among.ts';
import type { Tables } from './tables.ts';

/** Which: all that stand, or those that have one of these originals on either side; with `undone` the taken back ones too; of `knownAt` (ISO, UTC) those that stood at that instant. In the order of the log. */
export type AttachedAsked = { readonly originals?: readonly string[]; readonly undone?: true; readonly knownAt?: string };

type Row = {
  readonly entry: string; readonly body: string; readonly at: string; readonly by: string; readonly undone: string | null;
  readonly whatName: string; readonly whatTitle: string | null; readonly whatLanguage: string | null; readonly whatType: string;
  readonly ofId: string | null; readonly ofName: string; readonly ofTitle: string | null; readonly ofLanguage: string | null; readonly ofType: string;
}; // prettier-ignore

/** O(those asked for). */
export async function readAttached(db: Kysely<Tables>, { originals, undone, knownAt }: AttachedAsked = {}): Promise<readonly AttachedRow[]> {
  const which = originals === undefined ? sql`true` : sql`(attached.original in ${among(originals)} or attached.target in ${among(originals)})`;
  const stood =
    knownAt === undefined
      ? sql`attached.undone_by is null`
      : sql`attached.at <= ${knownAt} and coalesce((select envelope ->> '$.at' from log_entries where id = attached.undone_by), '~') > ${knownAt}`;
  const { rows } =
    await sql<Row>`select attached.entry, attached.body, attached.at, coalesce(person.name, attached.actor) as "by", attached.undone_by as undone,
      x.name as whatName, a.title as whatTitle, a.language as whatLanguage, x.media_type as whatType,
      b.id as ofId, y.name as ofName, b.title as ofTitle, b.language as ofLanguage, y.media_type as ofType
    from attached join original x on x.id = attached.original left join document a on a.original = x.id
      join original y on y.id = attached.target left join document b on b.original = y.id left join person on person.id = attached.actor
    where ${which} and ${undone ? sql`true` : stood} order by attached.entry_index`.execute(db);
  return rows.map(shown);
}

function shown(row: Row): AttachedRow {
  const attached = parseAttached(JSON.parse(row.body));
  const { entry, at, by } = row;
  return {
    ...attached,
    entry,
    by,
    at,
    undone: row.undone !== null,
    what: { id: attached.document, title: row.whatTitle ?? row.whatName, language: row.whatLanguage, mediaType: row.whatType },
    of: { id: row.ofId ?? attached.to, title: row.ofTitle ?? row.ofName, language: row.ofLanguage, mediaType: row.ofType },
  };
}

/** Whether a document is attached as a translation. */
export async function isTranslation(db: Kysely<Tables>, document: string): Promise<boolean> {
  const { rows } = await sql`select 1 from attached where undone_by is null and original = (select original from document where id = ${document})
    and body ->> '$.as' = 'translation'`.execute(db);
  return rows.length > 0;
}
