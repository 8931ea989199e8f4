// The texts that documents had, and where the words that people decided about stand in each.
import type { Kysely } from 'kysely';
import type { ActOf } from '../model/act.ts';
import { parseQuote, type Quote } from '../model/claim.ts';
import { known } from '../model/document.ts';
import { addressKey } from '../record/address-key.ts';
import { insertRows } from './insert-rows.ts';
import { run } from './run-sql.ts';
import type { Tables } from './tables.ts';
import type { Stamp } from './stamp.ts';

/** The text of a reading stands from now on. Gives whether the document had one before. */
export async function keepReading(db: Kysely<Tables>, { entry, index, at, actor }: Stamp, payload: ActOf<'document.read'>['payload']): Promise<boolean> {
  const { document: id, original, metadata } = payload;
  const [held] = await run<Pick<Tables['original'], 'url'>>(db, 'select url from original where id = ?', [original]);
  const url = known(metadata, 'url') ?? held?.url ?? null;
  const row = {
    address: url === null ? null : addressKey(url),
    title: known(metadata, 'title'),
    author: known(metadata, 'author'),
    publisher: known(metadata, 'publisher'),
    published: known(metadata, 'published'),
    language: known(metadata, 'language'),
    text_sha256: payload.text,
    utterances_sha256: payload.utterances,
    reader: payload.reader,
    metadata: JSON.stringify(metadata),
    pages: JSON.stringify(payload.pages),
    warnings: JSON.stringify(payload.warnings),
  };
  const [before] = await run(db, 'select 1 from document where id = ?', [id]);
  if (before) await db.updateTable('document').set(row).where('id', '=', id).execute();
  else await insertRows(db, 'document', [{ id, original, ...row, entry, at }]);
  const { text: text_sha256, utterances: utterances_sha256, reader } = payload;
  await insertRows(db, 'reading', [{ entry_index: index, entry, document: id, text_sha256, utterances_sha256, reader, actor, at }]);
  await run(db, 'delete from unreadable where original = ?', [original]);
  return before !== undefined;
}

/** What was said of where the words of a decision stand in a text; what was said of it before is replaced. */
export async function keepAnchor(db: Kysely<Tables>, { document, claim, review, text, quote }: ActOf<'anchor.moved'>['payload']): Promise<void> {
  const row = { quote: quote && JSON.stringify(quote) };
  await db
    .insertInto('anchor')
    .values({ review, text_sha256: text, document, claim, ...row })
    .onConflict((conflict) => conflict.columns(['review', 'text_sha256']).doUpdateSet(row))
    .execute();
}

/** The text that stands for a document; empty where there is none (what it was read from was destroyed). */
export async function textOf(db: Kysely<Tables>, document: string): Promise<string> {
  return (await run<{ text_sha256: string }>(db, 'select text_sha256 from document where id = ?', [document]))[0]?.text_sha256 ?? '';
}

/** A decision in words of an earlier one has its places too. */
export async function inheritAnchors(db: Kysely<Tables>, from: string, to: string): Promise<void> {
  for (const anchor of await db.selectFrom('anchor').selectAll().where('review', '=', from).execute())
    await db
      .insertInto('anchor')
      .values({ ...anchor, review: to })
      .execute();
}

/** Where the words of a review stand in the text that the document has now; null where that is not known. */
export async function placeOf(
  db: Kysely<Tables>,
  { entry, document, text_sha256: text }: { entry: string; document: string; text_sha256: string },
  quote: Quote,
) {
  const now = await textOf(db, document);
  if (now === text) return quote;
  const anchor = await db.selectFrom('anchor').select('quote').where('review', '=', entry).where('text_sha256', '=', now).executeTakeFirst();
  return anchor?.quote ? parseQuote(JSON.parse(anchor.quote)) : null;
}
