// One entry of the log, folded into the views. A fold reads nothing but the entry and the views, so that folding the
// whole log again gives the same rows.
import type { Kysely } from 'kysely';
import type { Act, ActKind, ActOf } from '../model/act.ts';
import { STATUS_AFTER, type CustodyStep, type Decided, type OwnDecision } from '../model/answers.ts';
import { contentOf, parseClaimContent, parseSuggestion } from '../model/claim.ts';
import type { Subject } from '../model/remark.ts';
import { among } from './among.ts';
import { forgetAttached, keepAttached, undoAttached } from './fold-attached.ts';
import { forgetJudgements, keepJudgement, keepRuling, undoJudgement } from './fold-judgements.ts';
import { forgetLinks, keepLink, undoLink } from './fold-links.ts';
import { dropNames, keepNames } from './fold-names.ts';
import { endRemark, forgetRemarks, keepLabels, keepRemark } from './fold-remarks.ts';
import { forget } from './forget.ts';
import { inheritAnchors, keepAnchor, keepReading, placeOf, textOf } from './fold-texts.ts';
import { keepList } from './fold-lists.ts';
import { keepWords, unwordClaim } from './fold-words.ts';
import { run } from './run-sql.ts';
import type { Tables } from './tables.ts';
import type { Stamp } from './stamp.ts';

type Folds = { readonly [K in ActKind]: (db: Kysely<Tables>, stamp: Stamp, payload: ActOf<K>['payload']) => Promise<void> };

const folds: Folds = {
  'casebook.opened': async () => {},

  'person.introduced': async (db, { entry }, { person, name }) => {
    await db.insertInto('person').values({ id: person, name, entry }).execute();
  },

  'original.preserved': async (db, stamp, { original, sha256, size, mediaType, collection, tool }) => {
    const { collectedAt: collected_at, priorCustodian: prior_custodian, consentUntil: consent_until, container, ...rest } = collection;
    const { entry, at } = stamp;
    await db
      .insertInto('original')
      .values({
        ...rest,
        id: original,
        sha256,
        size,
        media_type: mediaType,
        container,
        collected_at,
        prior_custodian,
        consent_until,
        tool,
        entry,
        ordinal: stamp.index,
        at,
      })
      .execute();
    if (container !== null) await db.insertInto('part').values({ original, container }).execute();
    await tell(db, stamp, original, `received, and kept under its SHA-256, by ${tool}`, 'received');
  },

  'original.contained': async (db, stamp, { original, container }) => {
    await db
      .insertInto('part')
      .values({ original, container })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await tell(db, stamp, original, `came again inside of ${container}`, 'received');
    await tell(db, stamp, container, `holds ${original}, which was here before`);
  },

  'page.captured': async (db, stamp, payload) => {
    const { original, picture, pdf, browser, answers } = payload;
    await db
      .insertInto('capture')
      .values({ original, picture, pdf, body: JSON.stringify(payload) })
      .execute();
    const shown = browser === null ? 'without a picture' : `with a picture by ${browser}`;
    await tell(db, stamp, original, `captured from the web: ${answers} answers, ${shown}`);
  },

  'original.opened': async (db, stamp, { original }) => tell(db, stamp, original, 'opened, being sensitive', 'opened'),

  'document.read': async (db, stamp, payload) => {
    const { document: id } = payload;
    const before = await keepReading(db, stamp, payload);
    if (before) await settleAll(db, id);
    await tell(db, stamp, id, `${before ? 'read again' : 'read'} by ${payload.reader}`, 'derived');
  },

  'anchor.moved': async (db, stamp, payload) => {
    const { claim, quote, rule } = payload;
    await keepAnchor(db, payload);
    await settle(db, claim);
    // About the claim, so that the move goes where an erasure of the claim goes.
    await tell(db, stamp, claim, quote ? `moved to its place in a new text by ${rule ?? 'a person'}` : 'lost its place');
  },

  'original.described': async (db, stamp, { original, reader, facts }) => {
    const row = { reader, facts: JSON.stringify(facts), entry: stamp.entry };
    await db
      .insertInto('described')
      .values({ original, ...row })
      .onConflict((conflict) => conflict.column('original').doUpdateSet(row))
      .execute();
    await tell(db, stamp, original, `what it says of itself read by ${reader}`, 'derived');
  },

  'document.unreadable': async (db, stamp, { original, reader, problem }) => {
    const row = { reader, ...problem, entry: stamp.entry, at: stamp.at };
    await db
      .insertInto('unreadable')
      .values({ original, ...row })
      .onConflict((conflict) => conflict.column('original').doUpdateSet(row))
      .execute();
    await tell(db, stamp, original, 'could not be read', 'derived');
  },

  'suggestion.reviewed': async (db, stamp, { document, suggestion, decision, content, reason }) => {
    await keepReview(db, stamp, {
      document,
      suggestion: suggestion.id,
      decision,
      text_sha256: await textOf(db, document),
      body: JSON.stringify(suggestion),
      content: content && JSON.stringify(content),
      reason,
    });
    await settle(db, suggestion.id);
    await tell(db, stamp, document, `${PAST[decision]} ${suggestion.id}`);
  },

  'review.undone': async (db, stamp, { document, review, suggestion }) => {
    await db.updateTable('review').set({ undone_by: stamp.entry, undone_at: stamp.at }).where('entry', '=', review).execute();
    await settle(db, suggestion);
    await tell(db, stamp, document, `took back a review of ${suggestion}`);
  },

  'claim.recorded': async (db, stamp, { document, claim, content }) => {
    await keepOwn(db, stamp, { document, claim, content: JSON.stringify(content), text: await textOf(db, document), decision: 'record', reason: null });
    await tell(db, stamp, document, `recorded ${claim}`);
  },

  'claim.amended': async (db, stamp, { document, claim, content, reason }) => {
    // What was recorded was destroyed: there is nothing left to amend.
    if (!(await db.selectFrom('claim').select('id').where('id', '=', claim).executeTakeFirst())) return;
    await keepOwn(db, stamp, { document, claim, content: JSON.stringify(content), text: await textOf(db, document), decision: 'revise', reason });
    await tell(db, stamp, document, `amended ${claim}`);
  },

  'claim.withdrawn': async (db, stamp, { document, claim, reason }) => {
    const stood = await standing(db, claim);
    // What was recorded was destroyed: there is nothing left to withdraw.
    if (!stood) return;
    await keepOwn(db, stamp, { document, claim, content: stood.content ?? stood.body, text: stood.text_sha256, decision: 'withdraw', reason });
    await inheritAnchors(db, stood.entry, stamp.entry);
    await settle(db, claim);
    await tell(db, stamp, document, `withdrew ${claim}`);
  },

  'pair.judged': async (db, stamp, payload) => {
    await keepJudgement(db, stamp, payload);
    // About the claims, too, so that the judgement goes where an erasure of one of them goes.
    const claims = payload.sort === 'event' ? [payload.left.id, payload.right.id] : [];
    for (const about of new Set([payload.left.document, payload.right.document, ...claims]))
      await tell(db, stamp, about, `judged two ${payload.sort}s: ${payload.judgement}`);
  },

  'contradiction.ruled': async (db, stamp, payload) => {
    await keepRuling(db, stamp, payload);
    for (const about of new Set([...payload.left, ...payload.right].flatMap((side) => [side.document, side.id])))
      await tell(db, stamp, about, `ruled on a contradiction: ${payload.ruling}`);
  },

  'happenings.linked': async (db, stamp, payload) => {
    await keepLink(db, stamp, payload);
    for (const about of new Set([payload.left, payload.right].flatMap(({ id, document }) => [id, document])))
      await tell(db, stamp, about, `linked two happenings: ${payload.link}`);
  },

  'document.attached': async (db, stamp, payload) => {
    await keepAttached(db, stamp, payload);
    await tell(db, stamp, payload.document, `attached as a ${payload.as} of ${payload.to}`);
    await tell(db, stamp, payload.to, `${payload.document} attached to it as a ${payload.as}`);
  },

  'document.detached': async (db, stamp, { attached, document, to }) => {
    await undoAttached(db, attached, stamp);
    for (const about of [document, to]) await tell(db, stamp, about, 'took back that a document is attached');
  },

  'judgement.undone': async (db, stamp, { judgement, documents }) => {
    await undoJudgement(db, judgement, stamp);
    await undoLink(db, judgement, stamp);
    for (const document of new Set(documents)) await tell(db, stamp, document, 'took back a judgement');
  },

  'list.added': async (db, stamp, payload) => {
    await keepList(db, stamp, payload);
    await tell(db, stamp, payload.list, `a list of ${payload.names} names, kept under its SHA-256`, 'received');
  },

  'list.set': async (db, stamp, { list, searched }) => {
    await db
      .updateTable('list')
      .set({ searched: searched ? 1 : 0 })
      .where('id', '=', list)
      .execute();
    await tell(db, stamp, list, searched ? 'searched again' : 'searched no more');
  },

  'remark.made': async (db, stamp, payload) => {
    await keepRemark(db, stamp, payload);
    for (const about of remarkedOn(stamp.entry, payload.about)) await tell(db, stamp, about, `made a remark: ${payload.sort}`);
  },

  'remark.ended': async (db, stamp, { remark, about: subject, how, reason }) => {
    await endRemark(db, stamp, { remark, how, reason });
    for (const about of remarkedOn(remark, subject)) await tell(db, stamp, about, how === 'done' ? 'said that something is done' : 'took back a remark');
  },

  'labels.listed': async (db, _, payload) => keepLabels(db, payload),

  'care.stated': async (db, stamp, { about, sensitivity, consent, consentUntil, purpose, retention }) => {
    const held = await db.selectFrom('document').select('original').where('id', '=', about).executeTakeFirst();
    const subject = held?.original ?? about;
    const before = await db.selectFrom('care').selectAll().where('about', '=', subject).executeTakeFirst();
    const row = {
      sensitivity: sensitivity ?? before?.sensitivity ?? null,
      consent: consent ?? before?.consent ?? null,
      purpose: purpose ?? before?.purpose ?? null,
      retention: retention ?? before?.retention ?? null,
      consent_until: consentUntil ?? before?.consent_until ?? null,
      entry: stamp.entry,
    };
    await db
      .insertInto('care')
      .values({ about: subject, ...row })
      .onConflict((conflict) => conflict.column('about').doUpdateSet(row))
      .execute();
    await tell(db, stamp, subject, 'said how it may be used', 'care');
  },

  'integrity.checked': async (db, stamp, { sample, originals, wrong }) => {
    const found = wrong.length === 0 ? 'nothing wrong' : `${wrong.length} wrong in the casebook`;
    for (const about of sample ? originals : [ALL]) await tell(db, stamp, about, `read again and held against its digest: ${found}`, 'verified');
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
    await db.deleteFrom('history').where('entry', 'in', among(entries)).execute();
    await db.deleteFrom('care').where('entry', 'in', among(entries)).execute();
    await db.deleteFrom('exported').where('entry', 'in', among(entries)).execute();
    await forgetJudgements(db, entries);
    await forgetAttached(db, entries);
    await forgetLinks(db, entries);
    await forgetRemarks(db, entries);
    for (const id of about) {
      await forget(db, id);
      await db.insertInto('erased').values({ about: id, entry: stamp.entry, at: stamp.at, actor: stamp.actor, reason }).execute();
    }
  },

  'key.rotated': async () => {},

  'backup.begun': async (db, stamp, { backup, name }) => {
    const { entry, at, index } = stamp;
    await db
      .insertInto('backup')
      .values({ id: backup, entry, at, entries: index + 1, name })
      .execute();
    await tell(db, stamp, ALL, `copied into the backup ${name}`, 'copied');
  },

  'document.sent': async (db, stamp, { document, to, model, characters }) => {
    await tell(db, stamp, document, `sent ${characters} characters to ${model} at ${to}`);
  },

  'redaction.made': async (db, stamp, { document, passages, digest, reason }) => {
    const { entry, at, index } = stamp;
    await db
      .insertInto('exported')
      .values({ entry, at, format: REDACTED_COPY, digest, entries: index + 1, purpose: reason })
      .execute();
    await tell(db, stamp, document, `copied with ${passages} ${passages === 1 ? 'passage' : 'passages'} taken out: ${digest}`, 'redacted');
  },

  'export.made': async (db, stamp, { format, digest, entries, originals, purpose }) => {
    const { entry, at } = stamp;
    await db.insertInto('exported').values({ entry, at, format, digest, entries, purpose }).execute();
    for (const original of originals) await tell(db, stamp, original, `exported in a ${format}`, 'exported');
  },
};

/** Where an erasure finds a remark: by what it is about, by the documents that this stands in, and by itself. Of an event, by the claim that it is named by. */
function remarkedOn(entry: string, { id, documents }: Subject): ReadonlySet<string> {
  const claims = /^(?:ev|pr)_/.test(id) ? ['s_', 'c_'].map((prefix) => prefix + id.slice(3)) : [id];
  return new Set([entry, ...claims, ...documents]);
}

type Own = {
  readonly document: string;
  readonly claim: string;
  readonly content: string;
  /** SHA-256 of the text that its quote points into. */
  readonly text: string;
  readonly decision: OwnDecision;
  readonly reason: string | null;
};

/** A decision about a person's own claim lies beside the reviews, so that it stands and is taken back as they are. */
async function keepOwn(db: Kysely<Tables>, stamp: Stamp, { document, claim, content, text, decision, reason }: Own): Promise<void> {
  await keepReview(db, stamp, { document, suggestion: claim, decision, text_sha256: text, body: content, content, reason });
  await settle(db, claim);
}

type Review = Tables['review'];

const keepReview = (
  db: Kysely<Tables>,
  { entry, index, actor, at }: Stamp,
  {
    document,
    suggestion,
    decision,
    text_sha256: text,
    body,
    content,
    reason,
  }: Pick<Review, 'document' | 'suggestion' | 'decision' | 'text_sha256' | 'body' | 'content' | 'reason'>,
) =>
  run(
    db,
    `insert into review (entry, entry_index, document, suggestion, decision, text_sha256, body, content, reason, actor, at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [entry, index, document, suggestion, decision, text, body, content, reason, actor, at],
  );

const PAST = { accept: 'accepted', amend: 'amended', reject: 'rejected' } as const;

/** The last decision about a suggestion or a claim that was not undone. */
async function standing(db: Kysely<Tables>, suggestion: string) {
  return (await run<Review>(db, 'select * from review where suggestion = ? and undone_by is null order by entry_index desc limit 1', [suggestion]))[0];
}

/** After a document got another text: where each of its claims stands in it. */
async function settleAll(db: Kysely<Tables>, document: string): Promise<void> {
  for (const { id } of await db.selectFrom('claim').select('id').where('document', '=', document).execute()) await settle(db, id);
}

/**
 * What stands of a suggestion: its last review that was not undone, at its place in the text that stands; where there is
 * none, it is a suggestion again.
 */
async function settle(db: Kysely<Tables>, suggestion: string): Promise<void> {
  const last = await standing(db, suggestion);
  await dropNames(db, suggestion);
  await run(db, 'delete from claim where id = ?', [suggestion]);
  if (!last) return unwordClaim(db, suggestion);
  const decided = last.content === null ? contentOf(parseSuggestion(JSON.parse(last.body))) : parseClaimContent(JSON.parse(last.content));
  const place = await placeOf(db, last, decided.quote);
  const content = { ...decided, quote: place ?? decided.quote };
  const status = STATUS_AFTER[last.decision as Decided];
  const { start, end } = content.quote;
  await run(db, 'insert into claim (id, document, start, end, kind, status, content, review, orphan) values (?, ?, ?, ?, ?, ?, ?, ?, ?)', [
    suggestion,
    last.document,
    start,
    end,
    content.kind,
    status,
    JSON.stringify(content),
    last.entry,
    place ? 0 : 1,
  ]);
  await keepWords(db, suggestion, content);
  if (status === 'recorded') await keepNames(db, suggestion, last.document, content);
}

/** Fold one act. Must run inside the transaction that writes its entry, or inside a rebuild. */
export async function fold(db: Kysely<Tables>, stamp: Stamp, act: Act): Promise<void> {
  const one = folds[act.kind] as (db: Kysely<Tables>, stamp: Stamp, payload: Act['payload']) => Promise<void>;
  await one(db, stamp, act.payload);
}

/** The format of a redacted copy of one document. */
export const REDACTED_COPY = 'redacted copy';

/** What a line of history is about where it is about all that was held then. */
export const ALL = '*';

async function tell(db: Kysely<Tables>, { entry, index, at, actor }: Stamp, about: string, what: string, step: CustodyStep = 'decided'): Promise<void> {
  await run(db, 'insert into history (entry, entry_index, at, actor, step, what, about) values (?, ?, ?, ?, ?, ?, ?)', [
    entry,
    index,
    at,
    actor,
    step,
    what,
    about,
  ]);
}
