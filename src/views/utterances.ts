// Utterances by their place in a document, so that a window of 300,000 messages, or the one that a claim stands in, is read without the others.
// Made of the kept lines as texts come in, and kept with the suggestions.
import { sql, type Kysely } from 'kysely';
import type { Span } from '../base/span.ts';
import type { Speaker, SpeakersShown } from '../model/answers.ts';
import { dayOf, parseUtterance, utteranceLine, type Utterance } from '../model/utterance.ts';
import { among } from './among.ts';
import type { Tables } from './tables.ts';

/** An utterance with its number in its document, counted from 0. */
export type Numbered = Utterance & { readonly ordinal: number };

/** Rows that go to SQLite at once. */
const AT_ONCE = 2_000;

/** Puts the utterances of a document's text in the place of those that it had. Inside a transaction. */
export async function placeUtterances(db: Kysely<Tables>, document: string, utterances: readonly Utterance[]): Promise<void> {
  await dropUtterances(db, [document]);
  for (let from = 0; from < utterances.length; from += AT_ONCE) {
    const rows = utterances.slice(from, from + AT_ONCE).map((each) => [each.head, each.speaker, dayOf(each), utteranceLine(each)]);
    await sql`insert into utterance (document, ordinal, head, speaker, day, body)
      select ${document}, ${from} + key, value ->> 0, value ->> 1, value ->> 2, value ->> 3 from json_each(${JSON.stringify(rows)})`.execute(db);
  }
}

/** Inside a transaction. */
export async function dropUtterances(db: Kysely<Tables>, documents: readonly string[]): Promise<void> {
  await db.deleteFrom('utterance').where('document', 'in', among(documents)).execute();
}

/** Documents whose utterances are kept and not in the table, with their digests. */
export async function notPlaced(db: Kysely<Tables>): Promise<readonly { readonly id: string; readonly utterances: string | null }[]> {
  return db
    .selectFrom('document')
    .where('utterances_sha256', 'is not', null)
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('utterance').select('ordinal').whereRef('utterance.document', '=', 'document.id'))))
    .select(['document.id', 'document.utterances_sha256 as utterances'])
    .execute();
}

/** `most` utterances of a document from the one numbered `from` on. O(window). */
export async function readUtterances(db: Kysely<Tables>, document: string, from: number, most: number): Promise<readonly Numbered[]> {
  const rows = await db
    .selectFrom('utterance')
    .select(['ordinal', 'body'])
    .where('document', '=', document)
    .where('ordinal', '>=', from)
    .orderBy('ordinal')
    .limit(most)
    .execute();
  return rows.map(shown);
}

/** How many a document has; they are numbered from 0 without a gap. O(log utterances). */
export async function utteranceTotal(db: Kysely<Tables>, document: string): Promise<number> {
  const row = await db.selectFrom('utterance').select('ordinal').where('document', '=', document).orderBy('ordinal', 'desc').limit(1).executeTakeFirst();
  return row ? row.ordinal + 1 : 0;
}

/** How many there are, by whom, and on which days. O(utterances of the document). */
export async function countUtterances(db: Kysely<Tables>, document: string): Promise<SpeakersShown> {
  const { rows: speakers } = await sql<Omit<Speaker, 'name'> & { name: string | null }>`select speaker as name, count(*) as utterances from utterance
    where document = ${document} group by speaker order by utterances desc, speaker`.execute(db);
  const { rows: days } = await sql<{ day: string; first: number; utterances: number }>`select day, min(ordinal) as first, count(*) as utterances from utterance
    where document = ${document} and day is not null group by day order by first`.execute(db);
  return {
    total: speakers.reduce((sum, { utterances }) => sum + utterances, 0),
    speakers: speakers.flatMap(({ name, utterances }) => (name === null ? [] : [{ name, utterances }])),
    days,
  };
}

/** The utterance in which a place of the text stands; null where it stands in none. O(log utterances). */
export async function utteranceAt(db: Kysely<Tables>, document: string, { start }: Pick<Span, 'start'>): Promise<Numbered | null> {
  const row = await db
    .selectFrom('utterance')
    .select(['ordinal', 'body'])
    .where('document', '=', document)
    .where('head', '<=', start)
    .orderBy('head', 'desc')
    .orderBy('ordinal', 'desc')
    .limit(1)
    .executeTakeFirst();
  const found = row && shown(row);
  return found && start < found.end ? found : null;
}

/**
 * Files of these names that came with a document: that were inside of it, or beside it inside of the same container. By name, the id of the document, else
 * of the original.
 */
export async function filesBeside(db: Kysely<Tables>, document: string, names: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (names.length === 0) return new Map();
  const { rows } = await sql<{ name: string; id: string }>`select held.name, coalesce(read.id, held.id) as id
    from document join original own on own.id = document.original
    join part on part.container = own.id or part.container in (select container from part where original = own.id)
    join original held on held.id = part.original left join document read on read.original = held.id
    where document.id = ${document} and held.name in ${among(names)} order by held.ordinal desc`.execute(db);
  return new Map(rows.map(({ name, id }) => [name, id]));
}

const shown = ({ ordinal, body }: Pick<Tables['utterance'], 'ordinal' | 'body'>): Numbered => ({
  ordinal,
  ...parseUtterance(JSON.parse(body)),
});
