// One entry of the log, folded into the views. A fold reads nothing but the entry and the views, so that folding the
// whole log again gives the same rows.
import type { Kysely } from 'kysely';
import type { Act, ActKind, ActOf } from '../model/act.ts';
import { contentOf, parseClaimContent, parseSuggestion } from '../model/claim.ts';
import { known } from '../model/document.ts';
import type { Tables } from './schema.ts';

/** What the envelope says beside the act. */
export type Stamp = { readonly entry: string; readonly index: number; readonly at: string; readonly actor: string };

type Folds = { readonly [K in ActKind]: (db: Kysely<Tables>, stamp: Stamp, payload: ActOf<K>['payload']) => Promise<void> };

const folds: Folds = {
  'casebook.opened': async () => {},

  'person.introduced': async (db, _stamp, { person, name }) => {
    await db.insertInto('person').values({ id: person, name }).execute();
  },

  'original.preserved': async (db, stamp, { original, sha256, size, mediaType, collection }) => {
    const { name, url, method, consent, sensitivity } = collection;
    await db
      .insertInto('original')
      .values({ id: original, sha256, size, media_type: mediaType, name, url, method, consent, sensitivity, entry: stamp.entry, at: stamp.at })
      .execute();
    await tell(db, stamp, original, 'preserved');
  },

  'document.read': async (db, stamp, payload) => {
    const { document: id, metadata } = payload;
    await db
      .insertInto('document')
      .values({
        id,
        title: known(metadata, 'title'),
        author: known(metadata, 'author'),
        publisher: known(metadata, 'publisher'),
        published: known(metadata, 'published'),
        language: known(metadata, 'language'),
        original: payload.original,
        text_sha256: payload.text,
        reader: payload.reader,
        metadata: JSON.stringify(metadata),
        pages: JSON.stringify(payload.pages),
        entry: stamp.entry,
        at: stamp.at,
      })
      .execute();
    await tell(db, stamp, id, `read by ${payload.reader}`);
  },

  'document.unreadable': async (db, stamp, { original, problem }) => {
    await db
      .insertInto('unreadable')
      .values({ original, ...problem, entry: stamp.entry, at: stamp.at })
      .execute();
  },

  'suggestion.reviewed': async (db, stamp, { document, suggestion, decision, content, reason }) => {
    await db
      .insertInto('review')
      .values({
        entry: stamp.entry,
        entry_index: stamp.index,
        document,
        suggestion: suggestion.id,
        decision,
        body: JSON.stringify(suggestion),
        content: content && JSON.stringify(content),
        reason,
        actor: stamp.actor,
        at: stamp.at,
        undone_by: null,
      })
      .execute();
    await settle(db, suggestion.id);
    await tell(db, stamp, document, `${PAST[decision]} ${suggestion.id}`);
  },

  'review.undone': async (db, stamp, { document, review, suggestion }) => {
    await db.updateTable('review').set({ undone_by: stamp.entry }).where('entry', '=', review).execute();
    await settle(db, suggestion);
    await tell(db, stamp, document, `took back a review of ${suggestion}`);
  },

  // What was exported is asked of the log itself; no list of it is needed yet.
  'export.made': async () => {},
};

const PAST = { accept: 'accepted', amend: 'amended', reject: 'rejected' } as const;

/** What stands of a suggestion: its last review that was not undone; where there is none, it is a suggestion again. */
async function settle(db: Kysely<Tables>, suggestion: string): Promise<void> {
  const last = await db
    .selectFrom('review')
    .selectAll()
    .where('suggestion', '=', suggestion)
    .where('undone_by', 'is', null)
    .orderBy('entry_index', 'desc')
    .limit(1)
    .executeTakeFirst();
  await db.deleteFrom('claim').where('id', '=', suggestion).execute();
  if (!last) return;
  const said = parseSuggestion(JSON.parse(last.body));
  const content = last.content === null ? contentOf(said) : parseClaimContent(JSON.parse(last.content));
  await db
    .insertInto('claim')
    .values({
      id: suggestion,
      document: last.document,
      start: content.quote.start,
      end: content.quote.end,
      kind: content.kind,
      status: last.decision === 'reject' ? 'rejected' : 'recorded',
      content: JSON.stringify(content),
      review: last.entry,
    })
    .execute();
}

/** Fold one act. Must run inside the transaction that writes its entry, or inside a rebuild. */
export async function fold(db: Kysely<Tables>, stamp: Stamp, act: Act): Promise<void> {
  const one = folds[act.kind] as (db: Kysely<Tables>, stamp: Stamp, payload: Act['payload']) => Promise<void>;
  await one(db, stamp, act.payload);
}

async function tell(db: Kysely<Tables>, stamp: Stamp, about: string, what: string): Promise<void> {
  await db.insertInto('history').values({ entry: stamp.entry, entry_index: stamp.index, at: stamp.at, actor: stamp.actor, what, about }).execute();
}
