// Documents, and originals that could not be read, with how far their review has come.
import { sql, type Kysely } from 'kysely';
import {
  CUSTODY_STEPS,
  STATUSES,
  type ArchiveFound,
  type Collected,
  type Custody,
  type DocumentRow,
  type DocumentView,
  type HistoryLine,
  type ReadingShown,
  type ReviewCounts,
  type Status,
} from '../model/answers.ts';
import { parsePageCaptured, type PageCaptured } from '../model/capture.ts';
import { parseMetadata, parsePage, parseWarnings, type Metadata, type Page, type Sensitivity } from '../model/document.ts';
import type { AttachedRow } from '../model/attachment.ts';
import { parseMediaFacts } from '../model/media.ts';
import { list, oneOf } from '../base/shape.ts';
import { allowedOf } from '../record/care-reach.ts';
import { among } from './among.ts';
import { ALL } from './fold.ts';
import { readAttached } from './read-attached.ts';
import { readClaims } from './read-claims.ts';
import { isMarked, readCover } from './read-cover.ts';
import { readUtterances, utteranceTotal } from './utterances.ts';
import { readTerms } from './read-terms.ts';
import { run } from './run-sql.ts';
import type { Tables } from './tables.ts';

const NONE: ReviewCounts = { suggested: 0, recorded: 0, rejected: 0, withdrawn: 0 };

/** All that the casebook holds, in the order in which it was added. */
export async function readDocuments(db: Kysely<Tables>): Promise<readonly DocumentRow[]> {
  return [...(await heldRows(db, null)), ...(await readErased(db))].toSorted((a, b) => (a.addedAt < b.addedAt ? -1 : a.addedAt > b.addedAt ? 1 : 0));
}

/** What was read of originals, or why it could not be, in the order in which they were added; null: of all. */
export async function heldRows(db: Kysely<Tables>, of: readonly string[] | null): Promise<readonly DocumentRow[]> {
  const asked = of === null ? originals(db).where(isNoPicture) : originals(db).where('original.id', 'in', among(of));
  const rows = await asked.orderBy('original.ordinal').execute();
  const counts = await reviewCounts(db, of === null ? null : rows.flatMap(({ document }) => document ?? []));
  const sensitivity = await sensitivities(db);
  const attached = new Map((await readAttached(db, of === null ? {} : { originals: of })).map((each) => [each.original, each]));
  return rows.map((row) => documentRow(row, counts.get(row.document ?? '') ?? NONE, sensitivity(row.original), attached.get(row.original)));
}

/** What was erased leaves a row that says so, dated by its erasure. */
export async function readErased(db: Kysely<Tables>): Promise<readonly DocumentRow[]> {
  const rows = await db
    .selectFrom('erased')
    .leftJoin('person', 'person.id', 'erased.actor')
    .where(sql<boolean>`about like 'o~_%' escape '~'`)
    .select(['erased.about', 'erased.at', 'erased.reason', 'erased.actor', 'person.name'])
    .execute();
  return rows.map(({ about, at, reason, actor, name }) => ({
    id: about,
    name: 'erased',
    title: null,
    author: null,
    publisher: null,
    published: null,
    language: null,
    sensitivity: 'hidden',
    addedAt: at,
    counts: NONE,
    problem: { code: 'erased', reason: `Erased by ${name ?? actor}: ${reason}`, hint: 'It cannot be brought back. That it stood here is proved by the log.' },
    warnings: [],
    mediaType: 'application/octet-stream',
    attachedTo: null,
  }));
}

/** One document whole, but for its text, which rests in the vault; null where there is none of this id. */
export async function readDocument(db: Kysely<Tables>, id: string): Promise<Omit<DocumentView, 'text' | 'newerReader'> | null> {
  const row = await originalOf(db, id);
  if (!row) return null;
  const claims = row.document === null ? [] : await readClaims(db, { document: row.document, statuses: STATUSES });
  const counts = { ...NONE };
  for (const claim of claims) counts[claim.status]++;
  const known = knownOf(row);
  const attached = await readAttached(db, { originals: [row.original] });
  const pages: readonly Page[] = row.pages === null ? [] : list(parsePage)(JSON.parse(row.pages));
  return {
    ...documentRow(
      row,
      counts,
      (await sensitivities(db))(row.original),
      attached.find((each) => each.original === row.original),
    ),
    attached,
    ...known,
    media: row.facts === null ? [] : parseMediaFacts(JSON.parse(row.facts)),
    cover: await readCover(db, row.original, (await readTerms(db)).kin(row.original)),
    container: row.container,
    archives: await archivesOf(db, row.original),
    capture: await captureOf(db, row.original),
    url: row.url ?? known.metadata.url?.[0]?.value ?? null,
    pages,
    utterances: row.document === null ? 0 : await messages(db, row.document),
    claims,
    history: await history(db, row),
    textSha: row.text_sha256,
    readings: row.document === null ? [] : await readings(db, row.document),
  };
}

/** Those that it lies in itself; nothing of an archive that is no web archive. */
async function archivesOf(db: Kysely<Tables>, original: string): Promise<readonly ArchiveFound[]> {
  return db
    .selectFrom('part')
    .innerJoin('original', 'original.id', 'part.container')
    .innerJoin('unreadable', 'unreadable.original', 'part.container')
    .where('part.original', '=', original)
    .where('original.media_type', 'in', ['application/warc', 'application/wacz'])
    .select(['part.container as original', 'unreadable.reason as found'])
    .orderBy('part.container')
    .execute();
}

async function captureOf(db: Kysely<Tables>, original: string): Promise<PageCaptured | null> {
  const row = await db.selectFrom('capture').select('body').where('original', '=', original).executeTakeFirst();
  return row ? parsePageCaptured(JSON.parse(row.body)) : null;
}

/** What is heard in a recording are no messages. */
async function messages(db: Kysely<Tables>, document: string): Promise<number> {
  const [first] = await readUtterances(db, document, 0, 1);
  return first && first.heard === null ? utteranceTotal(db, document) : 0;
}

/** What an original is, what is known of it, and how it may be used. */
function knownOf(row: Row) {
  const metadata: Metadata = row.metadata === null ? {} : parseMetadata(JSON.parse(row.metadata));
  return {
    original: row.original,
    sha256: row.sha256,
    size: row.size,
    mediaType: row.media_type,
    reader: row.reader,
    care: {
      consent: row.said_consent ?? row.consent,
      consentUntil: row.said_consent_until ?? row.consent_until,
      purpose: row.purpose,
      retention: row.retention,
    },
    checkedAt: row.checked_at,
    collection: collected(row),
    metadata,
  };
}

async function readings(db: Kysely<Tables>, document: string): Promise<readonly ReadingShown[]> {
  const rows = await db
    .selectFrom('reading')
    .leftJoin('person', 'person.id', 'reading.actor')
    .where('document', '=', document)
    .select(['reading.entry', 'reading.text_sha256', 'reading.reader', 'reading.at', 'reading.actor', 'person.name'])
    .orderBy('entry_index')
    .execute();
  return rows.map(({ entry, text_sha256: text, reader, at, actor, name }, n) => ({
    text,
    reader,
    at,
    by: name ?? actor,
    entry,
    current: n === rows.length - 1,
  }));
}

/** The id of the document or original that holds these bytes; null where the casebook does not hold them. */
export async function findOriginal(db: Kysely<Tables>, sha256: string): Promise<{ readonly id: string; readonly document: string | null } | null> {
  const rows = await run<{ readonly id: string; readonly document: string | null }>(
    db,
    'select original.id, document.id as document from original left join document on document.original = original.id where original.sha256 = ? limit 1',
    [sha256],
  );
  return rows[0] ?? null;
}

function originals(db: Kysely<Tables>) {
  return db
    .selectFrom('original')
    .leftJoin('document', 'document.original', 'original.id')
    .leftJoin('unreadable', 'unreadable.original', 'original.id')
    .leftJoin('described', 'described.original', 'original.id')
    .leftJoin('care', 'care.about', 'original.id')
    .leftJoin('checked', 'checked.original', 'original.id')
    .select([
      'original.consent',
      'original.consent_until',
      'care.consent_until as said_consent_until',
      'care.consent as said_consent',
      'care.purpose',
      'care.retention',
      'checked.at as checked_at',
    ])
    .select([
      'original.id as original',
      'original.sha256',
      'original.size',
      'original.media_type',
      'original.name',
      'original.container',
      'original.url',
      'original.method',
      'original.collected_at',
      'original.collector',
      'original.prior_custodian',
      'original.note',
      'original.tool',
      'original.at',
    ])
    .select(['document.id as document', 'document.title', 'document.author', 'document.publisher', 'document.published', 'document.language'])
    .select([
      'document.text_sha256',
      'document.reader',
      'document.metadata',
      'document.pages',
      'document.warnings',
      'described.facts',
      'unreadable.code',
      'unreadable.reason',
      'unreadable.hint',
    ]);
}

/** By its id, or its document's. */
async function originalOf(db: Kysely<Tables>, id: string): Promise<Row | undefined> {
  const held = await db.selectFrom('document').select('original').where('id', '=', id).executeTakeFirst();
  return originals(db)
    .where('original.id', '=', held?.original ?? id)
    .executeTakeFirst();
}

/** The picture and the PDF of a captured page are looked at with the page: they are no documents beside it. */
export const isNoPicture = sql<boolean>`original.id not in (select picture from capture where picture is not null union all select pdf from capture where pdf is not null)`;

type Row = Awaited<ReturnType<ReturnType<typeof originals>['execute']>>[number];

function documentRow(row: Row, counts: ReviewCounts, sensitivity: Sensitivity, attached?: AttachedRow): DocumentRow {
  const { code, reason, hint } = row;
  return {
    id: row.document ?? row.original,
    name: row.name,
    title: row.title,
    author: row.author,
    publisher: row.publisher,
    published: row.published,
    language: row.language,
    sensitivity,
    addedAt: row.at,
    counts,
    problem: code !== null && reason !== null && hint !== null ? { code, reason, hint } : null,
    warnings: row.warnings === null ? [] : parseWarnings(JSON.parse(row.warnings)),
    mediaType: row.media_type,
    attachedTo: attached ? { as: attached.as, id: attached.of.id, title: attached.of.title } : null,
  };
}

/** By document; null: of all. */
async function reviewCounts(db: Kysely<Tables>, documents: readonly string[] | null): Promise<ReadonlyMap<string, ReviewCounts>> {
  const counts = new Map<string, Record<Status, number>>();
  const of = (document: string) => counts.get(document) ?? counts.set(document, { ...NONE }).get(document) ?? { ...NONE };
  const decided = await (documents === null ? db.selectFrom('standing') : db.selectFrom('standing').where('document', 'in', among(documents)))
    .select(['document', 'status', ({ fn }) => fn.countAll<number>().as('n')])
    .groupBy(['document', 'status'])
    .execute();
  for (const { document, status, n } of decided) of(document)[oneOf(STATUSES)(status, 'status')] = n;
  const proposed = await (documents === null ? db.selectFrom('waiting') : db.selectFrom('waiting').where('document', 'in', among(documents)))
    .select(['document', ({ fn }) => fn.countAll<number>().as('n')])
    .groupBy('document')
    .execute();
  for (const { document, n } of proposed) of(document).suggested = n;
  return counts;
}

/** How an original was collected, from its row. */
export const collected = (row: CollectedRow): Collected => ({
  name: row.name,
  url: row.url,
  method: row.method,
  collectedAt: row.collected_at,
  collector: row.collector,
  priorCustodian: row.prior_custodian,
  note: row.note,
  tool: row.tool,
});

type CollectedRow = Pick<Tables['original'], 'name' | 'url' | 'method' | 'collected_at' | 'collector' | 'prior_custodian' | 'note' | 'tool'>;

/** How each original came here, and what was done with it; null where there is none of this id. */
export async function readCustody(db: Kysely<Tables>, id: string): Promise<Custody | null> {
  const row = await originalOf(db, id);
  if (!row) return null;
  const { original, document } = row;
  const { title, language, sensitivity, problem, addedAt } = documentRow(row, NONE, (await sensitivities(db))(original));
  const links = await db
    .selectFrom('part')
    .selectAll()
    .where(({ or, eb }) => or([eb('original', '=', original), eb('container', '=', original)]))
    .execute();
  return {
    ...knownOf(row),
    document,
    title,
    language,
    sensitivity,
    problem,
    addedAt,
    archives: await archivesOf(db, original),
    containers: links.filter((link) => link.original === original).map(({ container }) => container),
    parts: links.filter((link) => link.container === original).map((link) => link.original),
    lines: await history(db, row),
    isGraphic: await isMarked(db, [original]),
  };
}

async function sensitivities(db: Kysely<Tables>): Promise<(original: string) => Sensitivity> {
  const { kin, terms } = await readTerms(db);
  return (original) => allowedOf(original, kin(original), (id) => [terms.get(id) ?? []].flat(), '').sensitivity;
}

/** The acts about an original and its document, and those about all that was held, from when it came on. */
async function history(db: Kysely<Tables>, { original, document }: Pick<Row, 'original' | 'document'>): Promise<readonly HistoryLine[]> {
  const about = [original, ...(document === null ? [] : [document])];
  const rows = await db
    .selectFrom('history')
    .leftJoin('person', 'person.id', 'history.actor')
    .where('history.about', 'in', [...about, ALL])
    .select(['history.entry', 'history.entry_index as index', 'history.at', 'history.step', 'history.what', 'history.about', 'history.actor', 'person.name'])
    .orderBy('history.entry_index')
    .execute();
  const came = rows.find((row) => row.about !== ALL)?.index ?? 0;
  return rows
    .filter((row) => row.index >= came)
    .map(({ entry, index, at, what, step, actor, name }) => ({ entry, index, at, by: name ?? actor, step: oneOf(CUSTODY_STEPS)(step, 'step'), what }));
}
