// One entry of the log, folded into the views. A fold reads nothing but the entry and the views, so that folding the
// whole log again gives the same rows.
import type { Kysely } from 'kysely';
import type { Act, ActKind, ActOf } from '../model/act.ts';
import type { OwnDecision, Status } from '../model/answers.ts';
import { contentOf, parseClaimContent, parseSuggestion } from '../model/claim.ts';
import { known } from '../model/document.ts';
import { forgetJudgements, keepJudgement, keepRuling, undoJudgement } from './fold-judgements.ts';
import { dropNames, keepNames } from './fold-names.ts';
import { keepWords, unwordClaim } from './fold-words.ts';
import type { Tables } from './schema.ts';

/** What the envelope says beside the act. */
export type Stamp = { readonly entry: string; readonly index: number; readonly at: string; readonly actor: string };

type Folds = { readonly [K in ActKind]: (db: Kysely<Tables>, stamp: Stamp, payload: ActOf<K>['payload']) => Promise<void> };

const folds: Folds = {
  'casebook.opened': async () => {},

  'person.introduced': async (db, { entry }, { person, name }) => {
    await db.insertInto('person').values({ id: person, name, entry }).execute();
  },

  'original.preserved': async (db, stamp, { original, sha256, size, mediaType, collection }) => {
    const { name, container, url, method, consent, sensitivity } = collection;
    await db
      .insertInto('original')
      .values({ id: original, sha256, size, media_type: mediaType, name, container, url, method, consent, sensitivity, entry: stamp.entry, at: stamp.at })
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
    await tell(db, stamp, original, 'could not be read');
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

  'claim.recorded': async (db, stamp, { document, claim, content }) => {
    await keepOwn(db, stamp, { document, claim, content: JSON.stringify(content), decision: 'record', reason: null });
    await tell(db, stamp, document, `recorded ${claim}`);
  },

  'claim.amended': async (db, stamp, { document, claim, content, reason }) => {
    // What was recorded was destroyed: there is nothing left to amend.
    if (!(await db.selectFrom('claim').select('id').where('id', '=', claim).executeTakeFirst())) return;
    await keepOwn(db, stamp, { document, claim, content: JSON.stringify(content), decision: 'revise', reason });
    await tell(db, stamp, document, `amended ${claim}`);
  },

  'claim.withdrawn': async (db, stamp, { document, claim, reason }) => {
    const stood = await db.selectFrom('claim').select('content').where('id', '=', claim).executeTakeFirst();
    // What was recorded was destroyed: there is nothing left to withdraw.
    if (!stood) return;
    await keepOwn(db, stamp, { document, claim, content: stood.content, decision: 'withdraw', reason });
    await tell(db, stamp, document, `withdrew ${claim}`);
  },

  'pair.judged': async (db, stamp, payload) => {
    await keepJudgement(db, stamp, payload);
    for (const document of new Set([payload.left.document, payload.right.document]))
      await tell(db, stamp, document, `judged two ${payload.sort}s: ${payload.judgement}`);
  },

  'contradiction.ruled': async (db, stamp, payload) => {
    await keepRuling(db, stamp, payload);
    for (const document of new Set([...payload.left, ...payload.right].map((side) => side.document)))
      await tell(db, stamp, document, `ruled on a contradiction: ${payload.ruling}`);
  },

  'judgement.undone': async (db, stamp, { judgement, documents }) => {
    await undoJudgement(db, judgement, stamp.entry);
    for (const document of new Set(documents)) await tell(db, stamp, document, 'took back a judgement');
  },

  'care.stated': async (db, stamp, { about, sensitivity, consent, purpose, retention }) => {
    const held = await db.selectFrom('document').select('original').where('id', '=', about).executeTakeFirst();
    const subject = held?.original ?? about;
    const before = await db.selectFrom('care').selectAll().where('about', '=', subject).executeTakeFirst();
    const row = {
      sensitivity: sensitivity ?? before?.sensitivity ?? null,
      consent: consent ?? before?.consent ?? null,
      purpose: purpose ?? before?.purpose ?? null,
      retention: retention ?? before?.retention ?? null,
      entry: stamp.entry,
    };
    await db
      .insertInto('care')
      .values({ about: subject, ...row })
      .onConflict((conflict) => conflict.column('about').doUpdateSet(row))
      .execute();
    await tell(db, stamp, subject, 'said how it may be used');
  },

  'integrity.checked': async (db, stamp, { sample, originals }) => {
    const checked = sample ? originals : (await db.selectFrom('original').select('id').execute()).map(({ id }) => id);
    for (const original of checked) {
      await db
        .insertInto('checked')
        .values({ original, at: stamp.at })
        .onConflict((conflict) => conflict.column('original').doUpdateSet({ at: stamp.at }))
        .execute();
    }
  },

  'payload.erased': async (db, stamp, { entries, about, reason }) => {
    await db.deleteFrom('history').where('entry', 'in', entries).execute();
    await forgetJudgements(db, entries);
    for (const id of about) {
      await forget(db, id);
      await db.insertInto('erased').values({ about: id, entry: stamp.entry, at: stamp.at, actor: stamp.actor, reason }).execute();
    }
  },

  'key.rotated': async () => {},

  'export.made': async (db, stamp, { format, digest, entries, originals, purpose }) => {
    const { entry, at } = stamp;
    await db.insertInto('exported').values({ entry, at, format, digest, entries, purpose }).execute();
    for (const original of originals) await tell(db, stamp, original, `exported in a ${format}`);
  },
};

type Own = {
  readonly document: string;
  readonly claim: string;
  readonly content: string;
  readonly decision: OwnDecision;
  readonly reason: string | null;
};

/** A decision about a person's own claim lies beside the reviews, so that it stands and is taken back as they are. */
async function keepOwn(db: Kysely<Tables>, stamp: Stamp, { document, claim, content, decision, reason }: Own): Promise<void> {
  await db
    .insertInto('review')
    .values({
      entry: stamp.entry,
      entry_index: stamp.index,
      document,
      suggestion: claim,
      decision,
      body: content,
      content,
      reason,
      actor: stamp.actor,
      at: stamp.at,
      undone_by: null,
    })
    .execute();
  await settle(db, claim);
}

const PAST = { accept: 'accepted', amend: 'amended', reject: 'rejected' } as const;

/** What a claim is by the last decision about it that stands. */
const STATUS_AFTER: Readonly<Record<string, Status>> = {
  accept: 'recorded', amend: 'recorded', reject: 'rejected', record: 'recorded', revise: 'recorded', withdraw: 'withdrawn',
}; // prettier-ignore

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
  await dropNames(db, suggestion);
  await db.deleteFrom('claim').where('id', '=', suggestion).execute();
  if (!last) return unwordClaim(db, suggestion);
  const content = last.content === null ? contentOf(parseSuggestion(JSON.parse(last.body))) : parseClaimContent(JSON.parse(last.content));
  const status = STATUS_AFTER[last.decision] ?? 'recorded';
  await db
    .insertInto('claim')
    .values({
      id: suggestion,
      document: last.document,
      start: content.quote.start,
      end: content.quote.end,
      kind: content.kind,
      status,
      content: JSON.stringify(content),
      review: last.entry,
    })
    .execute();
  await keepWords(db, suggestion, content);
  if (status === 'recorded') await keepNames(db, suggestion, last.document, content);
}

/** Takes out of the views what rests on the entries of an original, a document, a suggestion or a person. */
async function forget(db: Kysely<Tables>, id: string): Promise<void> {
  const claims = await db
    .selectFrom('claim')
    .select('id')
    .where(({ or, eb }) => or([eb('document', '=', id), eb('id', '=', id)]))
    .execute();
  for (const claim of claims) {
    await dropNames(db, claim.id);
    await db.deleteFrom('wording').where('id', '=', claim.id).execute();
  }
  await db
    .deleteFrom('claim')
    .where(({ or, eb }) => or([eb('document', '=', id), eb('id', '=', id)]))
    .execute();
  await db
    .deleteFrom('review')
    .where(({ or, eb }) => or([eb('document', '=', id), eb('suggestion', '=', id)]))
    .execute();
  await db.deleteFrom('document').where('id', '=', id).execute();
  await db.deleteFrom('unreadable').where('original', '=', id).execute();
  await db.deleteFrom('checked').where('original', '=', id).execute();
  await db.deleteFrom('care').where('about', '=', id).execute();
  await db.deleteFrom('original').where('id', '=', id).execute();
  await db.deleteFrom('person').where('id', '=', id).execute();
}

/** Fold one act. Must run inside the transaction that writes its entry, or inside a rebuild. */
export async function fold(db: Kysely<Tables>, stamp: Stamp, act: Act): Promise<void> {
  const one = folds[act.kind] as (db: Kysely<Tables>, stamp: Stamp, payload: Act['payload']) => Promise<void>;
  await one(db, stamp, act.payload);
}

async function tell(db: Kysely<Tables>, stamp: Stamp, about: string, what: string): Promise<void> {
  await db.insertInto('history').values({ entry: stamp.entry, entry_index: stamp.index, at: stamp.at, actor: stamp.actor, what, about }).execute();
}
