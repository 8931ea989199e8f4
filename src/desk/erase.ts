// Erasure: what must not be kept any longer (a witness in danger, a court's order) is destroyed, and the log says that it
// was, when, by whom and why. Every proof still holds, because the envelopes stay; nothing that they commit to does.
import { Fault } from '../base/fault.ts';
import type { CustodyStep } from '../model/answers.ts';
import type { Act } from '../model/act.ts';
import { readCustody } from '../views/read-documents.ts';
import { readTerms } from '../views/read-terms.ts';
import { among } from '../views/among.ts';
import { REDACTED_COPY } from '../views/fold.ts';
import type { Casebook } from './casebook.ts';
import { planErasure, type Plan, type Said } from './erasure-plan.ts';
import { dropCopies } from '../views/copies.ts';
import { dropPassages, mergePassages } from '../views/passages.ts';
import { dropUtterances } from '../views/utterances.ts';
import { printedTexts } from './copy-texts.ts';
import { DATABASE_ALONE, finishErasures } from './finish-erasures.ts';

/** What was destroyed, what stays of it elsewhere, and the copies that went out before and cannot be reached: they have to be asked for. */
export type Erased = Pick<Plan, 'goes' | 'stays' | 'sameText'> & {
  readonly entries: number;
  readonly files: number;
  readonly beyondReach: readonly BeyondReach[];
};

/** A file that was made when what was erased stood in the record. `digest` is null of a backup: the log knows that one was begun, under this name. */
export type BeyondReach = {
  readonly at: string;
  readonly format: string;
  /** Of a backup, the name that its file was given. */
  readonly name: string | null;
  readonly purpose: string | null;
  readonly digest: string | null;
};

/** Nothing is said of what hangs together with it: it is refused where anything does. */
const ALONE: Said = { container: false, parts: null };

/**
 * Destroys an original with its texts, suggestions and reviews (by its id or its document's), what was decided about one
 * suggestion or claim, one remark (by its entry), or the name of a person of the casebook. What a container and its parts have to do with it, see `planErasure`.
 *
 * The entry, the views and the list of files to destroy commit together; then the files go, and the database is written
 * anew without what was erased. Where the machine stops in between, the next erasure or opening for writing goes on.
 */
export async function erase(casebook: Casebook, id: string, reason: string | null, said: Said = ALONE): Promise<Erased> {
  if (!reason?.trim()) throw new Fault('bad-usage', 'an erasure wants a reason', 'Say why, with --reason TEXT. It stays: keep names out of it.');
  const plan = await planErasure(casebook, id, said);
  const entries = await entriesAbout(casebook, [...plan.about, ...plan.names]);
  if (entries.length === 0)
    throw new Fault('not-found', `nothing in the record is about ${id}`, 'Give the id of a document, an original, a claim that was reviewed, or a person.');
  const first = await casebook.log.byId(entries[0] ?? '');
  const beyondReach = await copiesAfter(casebook, first?.index ?? 0, plan.about);
  const kept = await careOfWhatStays(casebook, plan);
  await casebook.record([...kept, { kind: 'payload.erased', payload: { entries, about: plan.about, reason } }], () => dropDerived(casebook, plan));
  await finishErasures(casebook.store);
  const { goes, stays, sameText, files } = plan;
  return { goes, stays, sameText, entries: entries.length, files: files.length, beyondReach };
}

/** What stays was as sensitive as what goes, and is so from now on by itself: the entries that said it go. */
async function careOfWhatStays({ store: { reads } }: Casebook, { goes, stays }: Plan): Promise<readonly Act[]> {
  if (goes.length === 0 || stays.length === 0) return [];
  const { terms } = await readTerms(reads);
  const acts: Act[] = [];
  for (const { id: about } of stays) {
    const found = await readCustody(reads, about);
    if (!found || found.sensitivity === 'public' || terms.get(found.original)?.sensitivity === found.sensitivity) continue;
    const said = { sensitivity: found.sensitivity, consent: null, consentUntil: null, purpose: null, retention: null };
    acts.push({ kind: 'care.stated', payload: { about, ...said, reason: 'it was as sensitive as what it came of, which is erased' } });
  }
  return acts;
}

/** Entries that speak of many originals, by ids alone: they tell nothing of one that is erased, and are needed for the others. */
const OF_MANY: readonly CustodyStep[] = ['exported', 'verified', 'copied'];

/** The ids of the entries that tell of any of these, the oldest first. */
async function entriesAbout({ store: { reads } }: Casebook, about: readonly string[]): Promise<readonly string[]> {
  const told = await reads.selectFrom('history').select(['entry', 'entry_index']).where('about', 'in', among(about)).where('step', 'not in', OF_MANY).execute();
  const reviews = await reads.selectFrom('review').select(['entry', 'entry_index', 'undone_by']).where('suggestion', 'in', among(about)).execute();
  const introduced = await reads.selectFrom('person').select('entry').where('id', 'in', among(about)).execute();
  const ordered = [...told, ...reviews].toSorted((a, b) => a.entry_index - b.entry_index).map(({ entry }) => entry);
  return [...new Set([...ordered, ...reviews.flatMap((review) => review.undone_by ?? []), ...introduced.map(({ entry }) => entry)])];
}

async function dropDerived(casebook: Casebook, { about, files }: Plan): Promise<void> {
  const { views } = casebook.store;
  await views
    .deleteFrom('suggestion')
    .where(({ or, eb }) => or([eb('document', 'in', among(about)), eb('id', 'in', among(about))]))
    .execute();
  await views
    .deleteFrom('settled')
    .where(({ or, eb }) => or([eb('document', 'in', among(about)), eb('claim', 'in', among(about))]))
    .execute();
  await views.deleteFrom('analysis').where('document', 'in', among(about)).execute();
  await dropPassages(views, about);
  await dropUtterances(views, about);
  await mergePassages(views);
  await dropCopies(views, about, printedTexts(casebook));
  // Where no file goes, the database has to be written anew all the same.
  for (const file of files.length > 0 ? files : [DATABASE_ALONE]) await views.insertInto('doomed').values(file).execute();
}

/** Exports and backups that were made when what is erased stood in the record, and redacted copies of it; the oldest first. */
async function copiesAfter({ store: { reads } }: Casebook, index: number, about: readonly string[]): Promise<readonly BeyondReach[]> {
  const sinceThen = reads.selectFrom('exported').select(['at', 'format', 'purpose', 'digest']).where('entries', '>', index);
  const exported = await sinceThen.where('format', '!=', REDACTED_COPY).execute();
  const redacted = reads.selectFrom('history').select('entry').where('step', '=', 'redacted').where('about', 'in', among(about));
  const copies = await sinceThen.where('entry', 'in', redacted).execute();
  const backups = await reads.selectFrom('backup').select(['at', 'name']).where('entries', '>', index).execute();
  const all = [
    ...[...exported, ...copies].map((each) => ({ ...each, name: null })),
    ...backups.map((each) => ({ ...each, format: 'backup', purpose: null, digest: null })),
  ];
  return all.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
