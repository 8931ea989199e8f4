// Erasure: what must not be kept any longer (a witness in danger, a court's order) is destroyed, and the log says that it
// was, when, by whom and why. Every proof still holds, because the envelopes stay; nothing that they commit to does.
import type { Kysely } from 'kysely';
import { Fault } from '../base/fault.ts';
import type { Shelf } from '../store/vault.ts';
import type { Tables } from '../views/schema.ts';
import type { Casebook } from './casebook.ts';
import { finishErasures } from './finish-erasures.ts';

/** What was destroyed, and the copies that went out before and cannot be reached: they have to be asked for. */
export type Erased = { readonly entries: number; readonly files: number; readonly beyondReach: readonly BeyondReach[] };
export type BeyondReach = { readonly at: string; readonly format: string; readonly purpose: string | null; readonly digest: string };

type Doomed = { readonly about: readonly string[]; readonly files: readonly { readonly shelf: Shelf; readonly sha256: string }[] };

/**
 * Destroys an original with its texts, suggestions and reviews (by its id or its document's), what was decided about one
 * suggestion, or the name of a person of the casebook.
 *
 * The entry, the views and the list of files to destroy commit together; then the files go, and the database is written
 * anew without what was erased. Where the machine stops in between, the next erasure or opening for writing goes on.
 */
export async function erase(casebook: Casebook, id: string, reason: string | null): Promise<Erased> {
  if (!reason?.trim()) throw new Fault('bad-usage', 'an erasure wants a reason', 'Say why, with --reason TEXT. It stays: keep names out of it.');
  const doomed = await find(casebook, id);
  const entries = await entriesAbout(casebook, doomed.about);
  if (entries.length === 0)
    throw new Fault('not-found', `nothing in the record is about ${id}`, 'Give the id of a document, an original, a claim that was reviewed, or a person.');
  const first = await casebook.log.byId(entries[0] ?? '');
  await casebook.record([{ kind: 'payload.erased', payload: { entries, about: doomed.about, reason } }], () => dropDerived(casebook, doomed));
  await finishErasures(casebook.store);
  return { entries: entries.length, files: doomed.files.length, beyondReach: await exportsAfter(casebook, first?.index ?? 0) };
}

async function find({ store: { reads } }: Casebook, id: string): Promise<Doomed> {
  if (id.startsWith('p_') || id.startsWith('s_')) return { about: [id], files: [] };
  const original = await reads
    .selectFrom('original')
    .leftJoin('document', 'document.original', 'original.id')
    .where(({ or, eb }) => or([eb('original.id', '=', id), eb('document.id', '=', id)]))
    .select(['original.id', 'original.sha256', 'document.id as document'])
    .executeTakeFirst();
  if (!original) throw new Fault('not-found', `there is no document or original ${id}`, 'List them with `onrecord documents`.');
  const { document } = original;
  const reviewed = document === null ? [] : await reads.selectFrom('review').select('suggestion').distinct().where('document', '=', document).execute();
  const texts = document === null ? [] : await ownTexts(reads, document);
  return {
    // What rests on another comes first, as it is taken out of the views in this order.
    about: [...reviewed.map(({ suggestion }) => suggestion), ...(document === null ? [] : [document]), original.id],
    files: [{ shelf: 'originals', sha256: original.sha256 }, ...texts.map((sha256) => ({ shelf: 'texts' as const, sha256 }))],
  };
}

/** Every text that a document had and no other document has, by digest. */
async function ownTexts(reads: Kysely<Tables>, document: string): Promise<readonly string[]> {
  const rows = await reads
    .selectFrom('reading as own')
    .where('own.document', '=', document)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('reading as other').select('other.entry').whereRef('other.text_sha256', '=', 'own.text_sha256').where('other.document', '!=', document),
        ),
      ),
    )
    .select('own.text_sha256 as text')
    .distinct()
    .execute();
  return rows.map(({ text }) => text);
}

/** The ids of the entries that tell of any of these, the oldest first. */
async function entriesAbout({ store: { reads } }: Casebook, about: readonly string[]): Promise<readonly string[]> {
  const told = await reads.selectFrom('history').select(['entry', 'entry_index']).where('about', 'in', about).execute();
  const reviews = await reads.selectFrom('review').select(['entry', 'entry_index', 'undone_by']).where('suggestion', 'in', about).execute();
  const introduced = await reads.selectFrom('person').select('entry').where('id', 'in', about).execute();
  const ordered = [...told, ...reviews].toSorted((a, b) => a.entry_index - b.entry_index).map(({ entry }) => entry);
  return [...new Set([...ordered, ...reviews.flatMap((review) => review.undone_by ?? []), ...introduced.map(({ entry }) => entry)])];
}

async function dropDerived({ store: { views } }: Casebook, { about, files }: Doomed): Promise<void> {
  await views
    .deleteFrom('suggestion')
    .where(({ or, eb }) => or([eb('document', 'in', about), eb('id', 'in', about)]))
    .execute();
  await views
    .deleteFrom('settled')
    .where(({ or, eb }) => or([eb('document', 'in', about), eb('claim', 'in', about)]))
    .execute();
  await views.deleteFrom('analysis').where('document', 'in', about).execute();
  for (const file of files) await views.insertInto('doomed').values(file).execute();
}

/** Exports that were made when what was erased stood in the record. */
async function exportsAfter({ store: { reads } }: Casebook, index: number): Promise<readonly BeyondReach[]> {
  return reads.selectFrom('exported').select(['at', 'format', 'purpose', 'digest']).where('entries', '>', index).orderBy('at').execute();
}
