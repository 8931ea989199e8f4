// Questions a person asks of a casebook, answered from its views.
import { Fault } from '../base/fault.ts';
import { STATUSES, type ClaimRow, type Custody, type DocumentRow, type DocumentView, type Summary } from '../model/answers.ts';
import type { News } from '../model/news.ts';
import type { Timeline } from '../model/timeline.ts';
import { familyOf, KINDS, type Kind } from '../model/vocabulary.ts';
import { buildMatrix, hasProceeding } from '../record/build-matrix.ts';
import { buildTimeline } from '../record/build-timeline.ts';
import { STEP_KINDS } from '../record/ladder.ts';
import { claimIdsIn } from '../record/proceeding-id.ts';
import { proposeEvents } from '../record/propose-events.ts';
import { happenedBy, selectClaims, type ClaimFilter } from '../record/select-claims.ts';
import { readClaims } from '../views/read-claims.ts';
import { readLabelled } from '../views/read-remarks.ts';
import { readJudged } from '../views/read-judged.ts';
import { readCounts } from '../views/read-counts.ts';
import { readLinks } from '../views/read-links.ts';
import { readLastCame, readNews } from '../views/read-news.ts';
import { readCustody, readDocument } from '../views/read-documents.ts';
import type { Casebook } from './casebook.ts';
import { keptUntilWritten } from './kept-in-memory.ts';
import { narrowedIds } from './narrowed-ids.ts';
import { newerReaderOf } from './newer-reader.ts';
import { endOf, instantOf } from './parse-filter.ts';
import { documentsAt } from './documents-at.ts';
import { nobodyVouches } from './verify-casebook.ts';

/** Claims and suggestions; without a status in the filter, rejected ones are left out. With `kinds`, of these alone. O(those of the kinds, where nothing else narrows). */
export async function claims(casebook: Casebook, filter: ClaimFilter, kinds?: readonly Kind[]): Promise<readonly ClaimRow[]> {
  const { document, status } = filter;
  const [ids, instant] = [await narrowedIds(casebook, filter), instantOf(filter)];
  const rows = await readClaims(casebook.store.reads, {
    statuses: status ? [status] : ['suggested', 'recorded'],
    ...(document === undefined ? {} : { document }),
    ...(ids === null ? {} : { ids }),
    ...(instant === undefined ? {} : { knownAt: instant }),
    // What stood under another kind then is found by looking through all.
    ...(kinds === undefined || instant !== undefined ? {} : { kinds }),
  });
  return labelled(casebook, selectClaims(rows, filter), filter);
}

/** Those that bear the label, as claims or as an event's, where the filter asks for one. */
export async function labelled(casebook: Casebook, rows: readonly ClaimRow[], filter: ClaimFilter): Promise<readonly ClaimRow[]> {
  return filter.label === undefined ? rows : rows.filter(await bearsLabel(casebook, filter.label, instantOf(filter)));
}

/** Whether a claim bears a label, itself or as that by which its event or proceeding is called, now or at an instant. */
export async function bearsLabel(
  { store: { reads } }: Casebook,
  label: string,
  instant: string | undefined,
): Promise<(claim: Pick<ClaimRow, 'id'>) => boolean> {
  const bear = new Set((await readLabelled(reads, label, instant)).flatMap((id) => (/^(?:ev|pr)_/.test(id) ? claimIdsIn(id) : [id])));
  return ({ id }) => bear.has(id);
}

/** What people judged, as it stood at the time that the filter asks for. */
export const judgedFor = (casebook: Casebook, filter: ClaimFilter) => readJudged(casebook.store.reads, instantOf(filter));

/** The day as of which a blank is a blank: today, or the end of what the filter leaves of the record if that is earlier. */
export function asOf(casebook: Casebook, { knownBy, saidBy }: ClaimFilter): string {
  const ends = [knownBy, saidBy].flatMap((date) => (date === undefined ? [] : [endOf(date).slice(0, 10)]));
  return [casebook.now.toISOString().slice(0, 10), ...ends].toSorted()[0] ?? '';
}

export const documents = (casebook: Casebook, clocks: ClaimFilter = {}): Promise<readonly DocumentRow[]> => documentsAt(casebook, clocks);

/** A document whole, its text checked against its digest. */
export async function documentView(casebook: Casebook, id: string): Promise<DocumentView> {
  const found = await readDocument(casebook.store.reads, id);
  if (!found) throw new Fault('not-found', `there is no document ${id}`, 'List them with `onrecord documents`; ids begin with d_ or o_.');
  const text = found.textSha === null ? '' : await casebook.store.vault.text(found.textSha);
  return { ...found, text, newerReader: newerReaderOf(found) };
}

/** How an original came here and what was done with it since, by its id or its document's. */
export async function custody(casebook: Casebook, id: string): Promise<Custody> {
  const found = await readCustody(casebook.store.reads, id);
  if (!found) throw new Fault('not-found', `there is no original ${id}`, 'List them with `onrecord documents`; ids begin with d_ or o_.');
  return found;
}

/** One as it stands, or as clocks have it; one that they do not keep is not found. */
export async function claim(casebook: Casebook, id: string, clocks: ClaimFilter = {}): Promise<ClaimRow> {
  const instant = instantOf(clocks);
  const found = await readClaims(casebook.store.reads, { ids: [id], statuses: STATUSES, ...(instant === undefined ? {} : { knownAt: instant }) });
  const [row] = selectClaims(found, clocks);
  if (row) return row;
  const fixed = Object.keys(clocks).length > 0 ? ' that fits the clocks' : '';
  throw new Fault('not-found', `there is no claim or suggestion ${id}${fixed}`, 'List them with `onrecord claims`; ids begin with s_ or c_.');
}

export async function timeline(casebook: Casebook, filter: ClaimFilter): Promise<Timeline> {
  return buildTimeline(await claims(casebook, filter));
}

/** What narrows the record itself, and not what of it is asked for: of which status, said and known by when. */
export const asItStood = ({ status, saidBy, knownBy }: ClaimFilter): ClaimFilter => ({
  ...(status === undefined ? {} : { status }),
  ...(saidBy === undefined ? {} : { saidBy }),
  ...(knownBy === undefined ? {} : { knownBy }),
});

/** Whether the filter keeps a claim; without anything that chooses claims, each. */
export async function keptOf(casebook: Casebook, filter: ClaimFilter): Promise<(claim: ClaimRow) => boolean> {
  const { document, kind, entity, at, label } = filter;
  if ([document, kind, entity, at, label].every((each) => each === undefined)) return () => true;
  const kept = new Set((await claims(casebook, filter)).map(({ id }) => id));
  return ({ id }) => kept.has(id);
}

/** Steps, what may become of an accused beside the law, and the harms that an accused is said to have done. */
export const PROCEEDING_KINDS: readonly Kind[] = KINDS.filter((kind) => STEP_KINDS.includes(kind) || familyOf(kind) === 'harm');

/** With `at`, what had happened by then, or may have: a proceeding is as far as it had come. */
export const asOfThen = (rows: readonly ClaimRow[], { at }: ClaimFilter): readonly ClaimRow[] => (at === undefined ? rows : happenedBy(rows, at));

/** O(originals) after something was written. */
const lastCame = keptUntilWritten(({ store: { reads } }) => readLastCame(reads));

/** What came and what was decided since an instant (ISO, UTC). */
export const news = async (casebook: Casebook, since: string): Promise<News> =>
  readNews(casebook.store.reads, since, ((await lastCame(casebook)) ?? '') > since);

/** Among so many claims and suggestions, all are looked through while a person waits. */
export const FEW = 1_500;

/** Whether no more claims and suggestions than that stand or wait. */
export async function holdsFew({ store: { reads } }: Casebook, few = FEW): Promise<boolean> {
  const standing = reads.selectFrom('moment').select('number').where('status', 'in', ['suggested', 'recorded']);
  return (await standing.limit(few + 1).execute()).length <= few;
}

/** O(claims) after something was written. */
const counted = keptUntilWritten(({ store: { reads } }) => readCounts(reads));

/** What a newcomer is told first. */
export async function summary(casebook: Casebook): Promise<Summary> {
  const { suggestions, recorded, ...counts } = await counted(casebook);
  const head = await casebook.log.head();
  return {
    casebook: casebook.store.name,
    ...counts,
    suggestions,
    recorded,
    ...(suggestions + recorded > FEW ? { events: null, harms: null, harmsWithoutProceeding: null } : await happenings(casebook)),
    entries: head.size,
    damage: casebook.damage,
    witness: nobodyVouches(),
  };
}

async function happenings(casebook: Casebook): Promise<Pick<Summary, 'events' | 'harms' | 'harmsWithoutProceeding'>> {
  const rows = await claims(casebook, {});
  const judged = await readJudged(casebook.store.reads);
  const proposed = proposeEvents(rows, judged);
  const links = (await readLinks(casebook.store.reads, null)).filter(({ undone }) => !undone);
  const harms = buildMatrix(proposed, rows, casebook.now.toISOString().slice(0, 10), { ...judged, links }).rows;
  return {
    events: proposed.length,
    harms: proposed.filter(({ kind }) => familyOf(kind) === 'harm').length,
    harmsWithoutProceeding: harms.filter((row) => !hasProceeding(row)).length,
  };
}
