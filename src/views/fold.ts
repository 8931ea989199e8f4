// One entry of the log, folded into the views. A fold reads nothing but the entry and the views, so that folding the
// whole log again gives the same rows.
import { sql } from 'kysely';
import { claimIdsIn } from '../record/proceeding-id.ts';
import type { ActKind } from '../model/act.ts';
import type { Subject } from '../model/remark.ts';
import { among } from './among.ts';
import type { DecidedClaim, Derived } from './derive-claim.ts';
import { forgetAttached, keepAttached, undoAttached } from './fold-attached.ts';
import { forgetJudgements, keepJudgement, keepRuling, undoJudgement } from './fold-judgements.ts';
import { forgetLinks, keepLink, undoLink } from './fold-links.ts';
import { endRemark, forgetRemarks, keepLabels, keepRemark } from './fold-remarks.ts';
import { forget } from './forget.ts';
import { inheritAnchors, keepAnchor, keepReading } from './fold-texts.ts';
import { insertRows } from './insert-rows.ts';
import { keepPseudonym } from './fold-pseudonyms.ts';
import { keepList } from './fold-lists.ts';
import type { Folding } from './folding.ts';
import type { PreparedAct, PreparedOf } from './prepare-act.ts';
import { run } from './run-sql.ts';
import type { Stamp } from './stamp.ts';

/** What the history of an original says of whoever asked to see it though it is graphic. */
export const UNCOVERED = 'looked at, being graphic';

type Folds = { readonly [K in ActKind]: (folding: Folding, stamp: Stamp, payload: PreparedOf<K>['payload']) => Promise<void> };

const folds: Folds = {
  'casebook.opened': async () => {},

  'person.introduced': async (folding, { entry }, { person, name }) => {
    await folding.db.insertInto('person').values({ id: person, name, entry }).execute();
  },

  'original.preserved': async (folding, stamp, { original, sha256, size, mediaType, collection, tool }) => {
    const { collectedAt: collected_at, priorCustodian: prior_custodian, consentUntil: consent_until, container, ...rest } = collection;
    const { entry, at } = stamp;
    const row = {
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
    };
    await insertRows(folding.db, 'original', [row]);
    if (container !== null) await folding.db.insertInto('part').values({ original, container }).execute();
    folding.tell(stamp, original, `received, and kept under its SHA-256, by ${tool}`, 'received');
  },

  'original.contained': async (folding, stamp, { original, container }) => {
    await folding.db
      .insertInto('part')
      .values({ original, container })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    folding.tell(stamp, original, `came again inside of ${container}`, 'received');
    folding.tell(stamp, container, `holds ${original}, which was here before`);
  },

  'page.captured': async (folding, stamp, payload) => {
    const { original, picture, pdf, browser, answers } = payload;
    await folding.db
      .insertInto('capture')
      .values({ original, picture, pdf, body: JSON.stringify(payload) })
      .execute();
    const shown = browser === null ? 'without a picture' : `with a picture by ${browser}`;
    folding.tell(stamp, original, `captured from the web: ${answers} answers, ${shown}`);
  },

  'original.opened': async (folding, stamp, { original }) => folding.tell(stamp, original, 'opened, being sensitive', 'opened'),

  'original.uncovered': async (folding, stamp, { original }) => folding.tell(stamp, original, UNCOVERED, 'opened'),

  'document.read': async (folding, stamp, payload) => {
    const { document: id } = payload;
    const before = await keepReading(folding.db, stamp, payload);
    if (before) for (const claim of await folding.decidedIn(id)) folding.change(claim);
    folding.tell(stamp, id, `${before ? 'read again' : 'read'} by ${payload.reader}`, 'derived');
  },

  'anchor.moved': async (folding, stamp, payload) => {
    const { claim, quote, rule } = payload;
    await keepAnchor(folding.db, payload);
    folding.change(claim);
    // About the claim, so that the move goes where an erasure of the claim goes.
    folding.tell(stamp, claim, quote ? `moved to its place in a new text by ${rule ?? 'a person'}` : 'lost its place');
  },

  'original.described': async (folding, stamp, { original, reader, facts }) => {
    const row = { reader, facts: JSON.stringify(facts), entry: stamp.entry };
    await folding.db
      .insertInto('described')
      .values({ original, ...row })
      .onConflict((conflict) => conflict.column('original').doUpdateSet(row))
      .execute();
    folding.tell(stamp, original, `what it says of itself read by ${reader}`, 'derived');
  },

  'document.unreadable': async (folding, stamp, { original, reader, problem }) => {
    const row = { reader, ...problem, entry: stamp.entry, at: stamp.at };
    await folding.db
      .insertInto('unreadable')
      .values({ original, ...row })
      .onConflict((conflict) => conflict.column('original').doUpdateSet(row))
      .execute();
    folding.tell(stamp, original, 'could not be read', 'derived');
  },

  'suggestion.reviewed': async (folding, stamp, derived) => decide(folding, stamp, derived),

  'review.undone': async (folding, stamp, { document, review, suggestion }) => {
    await folding.settle();
    const undone = 'update decision set undone_by = ?, undone_at = ? where position = (select position from log_entries where id = ?)';
    await run(folding.db, undone, [stamp.entry, stamp.at, review]);
    folding.change(suggestion);
    folding.tell(stamp, document, `took back a review of ${suggestion}`);
  },

  'claim.recorded': async (folding, stamp, derived) => decide(folding, stamp, derived),

  'claim.amended': async (folding, stamp, derived) => {
    // What was recorded was destroyed: there is nothing left to amend.
    if (await folding.lastDecision(derived.id)) await decide(folding, stamp, derived);
  },

  'claim.withdrawn': async (folding, stamp, { document, claim }) => {
    const stood = await folding.lastDecision(claim);
    // What was recorded was destroyed: there is nothing left to withdraw.
    if (!stood) return;
    await folding.decide({ ...decisionOf(stamp, { document, id: claim, decision: 'withdraw' }), words_at: stood.words_at }, null);
    await inheritAnchors(folding.db, stood.entry, stamp.entry);
  },

  'pair.judged': async (folding, stamp, payload) => {
    await keepJudgement(folding.db, stamp, payload);
    // About the claims, too, so that the judgement goes where an erasure of one of them goes.
    const claims = payload.sort === 'event' ? [payload.left.id, payload.right.id] : [];
    for (const about of new Set([payload.left.document, payload.right.document, ...claims]))
      folding.tell(stamp, about, `judged two ${payload.sort}s: ${payload.judgement}`);
  },

  'contradiction.ruled': async (folding, stamp, payload) => {
    await keepRuling(folding.db, stamp, payload);
    for (const about of new Set([...payload.left, ...payload.right].flatMap((side) => [side.document, side.id])))
      folding.tell(stamp, about, `ruled on a contradiction: ${payload.ruling}`);
  },

  'happenings.linked': async (folding, stamp, payload) => {
    await keepLink(folding.db, stamp, payload);
    for (const about of new Set([payload.left, payload.right].flatMap(({ id, document }) => [id, document])))
      folding.tell(stamp, about, `linked two happenings: ${payload.link}`);
  },

  'document.attached': async (folding, stamp, payload) => {
    await keepAttached(folding.db, stamp, payload);
    folding.tell(stamp, payload.document, `attached as a ${payload.as} of ${payload.to}`);
    folding.tell(stamp, payload.to, `${payload.document} attached to it as a ${payload.as}`);
  },

  'document.detached': async (folding, stamp, { attached, document, to }) => {
    await undoAttached(folding.db, attached, stamp);
    for (const about of [document, to]) folding.tell(stamp, about, 'took back that a document is attached');
  },

  'judgement.undone': async (folding, stamp, { judgement, documents }) => {
    await undoJudgement(folding.db, judgement, stamp);
    await undoLink(folding.db, judgement, stamp);
    for (const document of new Set(documents)) folding.tell(stamp, document, 'took back a judgement');
  },

  'list.added': async (folding, stamp, payload) => {
    await keepList(folding.db, stamp, payload);
    folding.tell(stamp, payload.list, `a list of ${payload.names} names, kept under its SHA-256`, 'received');
  },

  'list.set': async (folding, stamp, { list, searched }) => {
    await folding.db
      .updateTable('list')
      .set({ searched: searched ? 1 : 0 })
      .where('id', '=', list)
      .execute();
    folding.tell(stamp, list, searched ? 'searched again' : 'searched no more');
  },

  'remark.made': async (folding, stamp, payload) => {
    await keepRemark(folding.db, stamp, payload);
    for (const about of remarkedOn(stamp.entry, payload.about)) folding.tell(stamp, about, `made a remark: ${payload.sort}`);
  },

  'remark.ended': async (folding, stamp, { remark, about: subject, how, reason }) => {
    await endRemark(folding.db, stamp, { remark, how, reason });
    for (const about of remarkedOn(remark, subject)) folding.tell(stamp, about, how === 'done' ? 'said that something is done' : 'took back a remark');
  },

  'labels.listed': async (folding, _, payload) => keepLabels(folding.db, payload),

  'care.stated': async (folding, stamp, { about, sensitivity, consent, consentUntil, purpose, retention }) => {
    const held = await folding.db.selectFrom('document').select('original').where('id', '=', about).executeTakeFirst();
    const subject = held?.original ?? about;
    const before = await folding.db.selectFrom('care').selectAll().where('about', '=', subject).executeTakeFirst();
    const row = {
      sensitivity: sensitivity ?? before?.sensitivity ?? null,
      consent: consent ?? before?.consent ?? null,
      purpose: purpose ?? before?.purpose ?? null,
      retention: retention ?? before?.retention ?? null,
      consent_until: consentUntil ?? before?.consent_until ?? null,
      entry: stamp.entry,
    };
    await folding.db
      .insertInto('care')
      .values({ about: subject, ...row })
      .onConflict((conflict) => conflict.column('about').doUpdateSet(row))
      .execute();
    folding.tell(stamp, subject, 'said how it may be used', 'care');
  },

  'pseudonym.stated': async (folding, stamp, payload) => {
    await keepPseudonym(folding.db, stamp, payload);
    folding.tell(stamp, payload.name, payload.pseudonym === null ? 'took its pseudonym back' : 'gave it a pseudonym', 'care');
  },

  'name.asked': async (folding, stamp, { name }) => folding.tell(stamp, name, 'asked for, behind its pseudonym', 'opened'),

  'original.marked': async (folding, stamp, { original, graphic }) => {
    await folding.db.deleteFrom('marked').where('original', '=', original).execute();
    if (graphic) await folding.db.insertInto('marked').values({ original, entry: stamp.entry }).execute();
    folding.tell(stamp, original, graphic ? 'marked as graphic' : 'marked as not graphic', 'care');
  },

  'integrity.checked': async (folding, stamp, { sample, originals, wrong }) => {
    const found = wrong.length === 0 ? 'nothing wrong' : `${wrong.length} wrong in the casebook`;
    for (const about of sample ? originals : [ALL]) folding.tell(stamp, about, `read again and held against its digest: ${found}`, 'verified');
    const checked = sample ? originals : (await folding.db.selectFrom('original').select('id').execute()).map(({ id }) => id);
    for (const original of checked) {
      await folding.db
        .insertInto('checked')
        .values({ original, at: stamp.at })
        .onConflict((conflict) => conflict.column('original').doUpdateSet({ at: stamp.at }))
        .execute();
    }
  },

  'payload.erased': async (folding, stamp, { entries, about, reason }) => {
    await folding.beforeForgetting();
    await sql`delete from told where position in (select position from log_entries where id in ${among(entries)})`.execute(folding.db);
    for (const view of ['care', 'pseudonym', 'marked'] as const) await folding.db.deleteFrom(view).where('entry', 'in', among(entries)).execute();
    await folding.db.deleteFrom('exported').where('entry', 'in', among(entries)).execute();
    await forgetJudgements(folding.db, entries);
    await forgetAttached(folding.db, entries);
    await forgetLinks(folding.db, entries);
    await forgetRemarks(folding.db, entries);
    for (const id of about) {
      await forget(folding.db, id);
      await folding.db.insertInto('erased').values({ about: id, entry: stamp.entry, at: stamp.at, actor: stamp.actor, reason }).execute();
    }
  },

  'key.rotated': async () => {},

  'backup.begun': async (folding, stamp, { backup, name }) => {
    const { entry, at, index } = stamp;
    await folding.db
      .insertInto('backup')
      .values({ id: backup, entry, at, entries: index + 1, name })
      .execute();
    folding.tell(stamp, ALL, `copied into the backup ${name}`, 'copied');
  },

  'document.sent': async (folding, stamp, { document, to, model, characters }) => {
    folding.tell(stamp, document, `sent ${characters} characters to ${model} at ${to}`);
  },

  'redaction.made': async (folding, stamp, { document, passages, digest, reason }) => {
    const { entry, at, index } = stamp;
    await folding.db
      .insertInto('exported')
      .values({ entry, at, format: REDACTED_COPY, digest, entries: index + 1, purpose: reason })
      .execute();
    folding.tell(stamp, document, `copied with ${passages} ${passages === 1 ? 'passage' : 'passages'} taken out: ${digest}`, 'redacted');
  },

  'export.made': async (folding, stamp, { format, digest, entries, originals, purpose }) => {
    const { entry, at } = stamp;
    await folding.db.insertInto('exported').values({ entry, at, format, digest, entries, purpose }).execute();
    for (const original of originals) folding.tell(stamp, original, `exported in a ${format}`, 'exported');
  },
};

/** Where an erasure finds a remark: by what it is about, by the documents that this stands in, and by itself. Of an event, by the claim that it is named by. */
function remarkedOn(entry: string, { id, documents }: Subject): ReadonlySet<string> {
  const claims = /^(?:ev|pr)_/.test(id) ? claimIdsIn(id) : [id];
  return new Set([entry, ...claims, ...documents]);
}

/** A decision in words that its own entry holds, and that stand in the text that the document has now. */
async function decide(folding: Folding, stamp: Stamp, derived: Derived): Promise<void> {
  await folding.decide(decisionOf(stamp, derived), { ...derived, position: stamp.index, moved: null, orphan: false });
}

const decisionOf = ({ index, actor, at }: Stamp, { document, id, decision }: DecidedClaim) => ({
  position: index,
  document,
  suggestion: id,
  decision,
  words_at: index,
  actor,
  at,
  undone_by: null,
  undone_at: null,
});

/** Fold one act. Must run inside the transaction that writes its entry, or inside a rebuild; `folding.settle` finishes what was folded. */
export async function fold(folding: Folding, stamp: Stamp, act: PreparedAct): Promise<void> {
  const one = folds[act.kind] as (folding: Folding, stamp: Stamp, payload: PreparedAct['payload']) => Promise<void>;
  await one(folding, stamp, act.payload);
}

/** The format of a redacted copy of one document. */
export const REDACTED_COPY = 'redacted copy';

/** What a line of history is about where it is about all that was held then. */
export const ALL = '*';
