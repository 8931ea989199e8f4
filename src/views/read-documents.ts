// Documents, and originals that could not be read, with how far their review has come.
import { sql, type Kysely } from 'kysely';
import { STATUSES, type DocumentRow, type DocumentView, type HistoryLine, type ReviewCounts, type Status } from '../model/answers.ts';
import { parseMetadata, parsePage, SENSITIVITIES, type Metadata, type Page } from '../model/document.ts';
import { list, oneOf } from '../base/shape.ts';
import { readClaims } from './read-claims.ts';
import type { Tables } from './schema.ts';

const NONE: ReviewCounts = { suggested: 0, recorded: 0, rejected: 0, withdrawn: 0 };

/** All that the casebook holds, in the order in which it was added. */
export async function readDocuments(db: Kysely<Tables>): Promise<readonly DocumentRow[]> {
  const counts = await reviewCounts(db);
  const rows = await originals(db).orderBy('original.at').orderBy('original.id').execute();
  const held = rows.map((row) => documentRow(row, counts.get(row.document ?? '') ?? NONE));
  return [...held, ...(await erasedRows(db))].toSorted((a, b) => (a.addedAt < b.addedAt ? -1 : a.addedAt > b.addedAt ? 1 : 0));
}

/** What was erased leaves a row that says so, dated by its erasure. */
async function erasedRows(db: Kysely<Tables>): Promise<readonly DocumentRow[]> {
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
  }));
}

/** One document whole, but for its text, which rests in the vault; null where there is none of this id. */
export async function readDocument(db: Kysely<Tables>, id: string): Promise<(Omit<DocumentView, 'text'> & { readonly textSha256: string | null }) | null> {
  const row = await originals(db)
    .where(({ or, eb }) => or([eb('document.id', '=', id), eb('original.id', '=', id)]))
    .executeTakeFirst();
  if (!row) return null;
  const claims = row.document === null ? [] : await readClaims(db, { document: row.document, statuses: STATUSES });
  const counts = { ...NONE };
  for (const claim of claims) counts[claim.status]++;
  const metadata: Metadata = row.metadata === null ? {} : parseMetadata(JSON.parse(row.metadata));
  const pages: readonly Page[] = row.pages === null ? [] : list(parsePage)(JSON.parse(row.pages));
  return {
    ...documentRow(row, counts),
    sha256: row.sha256,
    size: row.size,
    mediaType: row.media_type,
    reader: row.reader,
    care: { consent: row.said_consent ?? row.consent, purpose: row.purpose, retention: row.retention },
    checkedAt: row.checked_at,
    container: row.container,
    url: row.url ?? metadata.url?.[0]?.value ?? null,
    metadata,
    pages,
    claims,
    history: await history(db, [row.original, ...(row.document === null ? [] : [row.document])]),
    textSha256: row.text_sha256,
  };
}

/** The id of the document or original that holds these bytes; null where the casebook does not hold them. */
export async function findOriginal(db: Kysely<Tables>, sha256: string): Promise<{ readonly id: string; readonly document: string | null } | null> {
  const row = await originals(db).where('original.sha256', '=', sha256).executeTakeFirst();
  return row ? { id: row.original, document: row.document } : null;
}

function originals(db: Kysely<Tables>) {
  return db
    .selectFrom('original')
    .leftJoin('document', 'document.original', 'original.id')
    .leftJoin('unreadable', 'unreadable.original', 'original.id')
    .leftJoin('care', 'care.about', 'original.id')
    .leftJoin('checked', 'checked.original', 'original.id')
    .select([
      'original.consent',
      'care.sensitivity as said_sensitivity',
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
      'original.sensitivity',
      'original.at',
    ])
    .select(['document.id as document', 'document.title', 'document.author', 'document.publisher', 'document.published', 'document.language'])
    .select(['document.text_sha256', 'document.reader', 'document.metadata', 'document.pages', 'unreadable.code', 'unreadable.reason', 'unreadable.hint']);
}

type Row = Awaited<ReturnType<ReturnType<typeof originals>['execute']>>[number];

function documentRow(row: Row, counts: ReviewCounts): DocumentRow {
  const { code, reason, hint } = row;
  return {
    id: row.document ?? row.original,
    name: row.name,
    title: row.title,
    author: row.author,
    publisher: row.publisher,
    published: row.published,
    language: row.language,
    sensitivity: oneOf(SENSITIVITIES)(row.said_sensitivity ?? row.sensitivity, 'sensitivity'),
    addedAt: row.at,
    counts,
    problem: code !== null && reason !== null && hint !== null ? { code, reason, hint } : null,
  };
}

async function reviewCounts(db: Kysely<Tables>): Promise<ReadonlyMap<string, ReviewCounts>> {
  const counts = new Map<string, Record<Status, number>>();
  const of = (document: string) => counts.get(document) ?? counts.set(document, { ...NONE }).get(document) ?? { ...NONE };
  const decided = await db
    .selectFrom('claim')
    .select(['document', 'status', ({ fn }) => fn.countAll<number>().as('n')])
    .groupBy(['document', 'status'])
    .execute();
  for (const { document, status, n } of decided) of(document)[oneOf(STATUSES)(status, 'status')] = n;
  const proposed = await db
    .selectFrom('waiting')
    .select(['document', ({ fn }) => fn.countAll<number>().as('n')])
    .groupBy('document')
    .execute();
  for (const { document, n } of proposed) of(document).suggested = n;
  return counts;
}

async function history(db: Kysely<Tables>, about: readonly string[]): Promise<readonly HistoryLine[]> {
  const rows = await db
    .selectFrom('history')
    .leftJoin('person', 'person.id', 'history.actor')
    .where('history.about', 'in', about)
    .select(['history.entry', 'history.entry_index as index', 'history.at', 'history.what', 'history.actor', 'person.name'])
    .orderBy('history.entry_index')
    .execute();
  return rows.map(({ actor, name, ...line }) => ({ ...line, by: name ?? actor }));
}
