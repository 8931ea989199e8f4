// Questions a person asks of a casebook, answered from its views.
import { Fault } from '../base/fault.ts';
import { STATUSES, type ClaimRow, type Custody, type DocumentRow, type DocumentView, type Summary } from '../model/answers.ts';
import type { Gaps, Matrix, MatrixGrouped, MatrixRow } from '../model/matrix.ts';
import type { News } from '../model/news.ts';
import type { ProceedingRow } from '../model/proceeding.ts';
import type { Timeline } from '../model/timeline.ts';
import { familyOf, KINDS, type Kind } from '../model/vocabulary.ts';
import { buildMatrix, gapsOf, hasProceeding, mayAnswer } from '../record/build-matrix.ts';
import { buildProceedings } from '../record/build-proceedings.ts';
import { buildTimeline } from '../record/build-timeline.ts';
import { groupMatrix } from '../record/group-matrix.ts';
import { LEGAL_KINDS } from '../record/ladder.ts';
import { kinKinds, proposeEvents } from '../record/propose-events.ts';
import { happenedBy, selectClaims, type ClaimFilter } from '../record/select-claims.ts';
import { readClaims, readKinds } from '../views/read-claims.ts';
import { readLabelled } from '../views/read-remarks.ts';
import { readJudged, stoodAt } from '../views/read-judged.ts';
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
import { sources, weighMatrix } from './sources.ts';
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

/** Whether a claim bears a label, itself or as that of its event, now or at an instant. */
export async function bearsLabel({ store: { reads } }: Casebook, label: string, instant: string | undefined): Promise<(claim: ClaimRow) => boolean> {
  const bear = new Set(await readLabelled(reads, label, instant));
  return ({ id }) => bear.has(id) || bear.has(`ev_${id.slice(2)}`);
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

export async function matrix(casebook: Casebook, filter: ClaimFilter): Promise<Matrix> {
  return (await judgedMatrix(casebook, filter)).found;
}

/** The same harms by accused, place or year, as their claims give it. */
export async function matrixBy(casebook: Casebook, by: MatrixGrouped['by'], filter: ClaimFilter): Promise<MatrixGrouped> {
  const { found, judged } = await judgedMatrix(casebook, filter);
  return { ...found, by, rows: groupMatrix(found, by, judged.identity) };
}

/** Of the harms that the filter keeps, or to which an answer names whom it asks for: what was done about them may be of any kind, time, document and name. */
async function judgedMatrix(casebook: Casebook, filter: ClaimFilter) {
  const judged = await judgedFor(casebook, filter);
  const joined = new Set(judged.happenings.flatMap(({ left, right }) => [left, right]));
  const links = (await readLinks(casebook.store.reads, null)).filter(stoodAt(instantOf(filter)));
  const together = [...joined, ...links.flatMap(({ left, right }) => [left.id, right.id])];
  const rows = await claims(casebook, asItStood(filter), [...HARMS_AND_ANSWERS, ...(await readKinds(casebook.store.reads, together))]);
  const harms = rows.filter((row) => isHarm(row) || joined.has(row.id));
  const kept = await keptOf(casebook, filter);
  const events = proposeEvents(filter.at === undefined ? harms : selectClaims(harms, { at: filter.at }), judged);
  const all = buildMatrix(events, rows, asOf(casebook, filter), { ...judged, links });
  const built = { ...all, rows: all.rows.filter((row) => row.harm.claims.some(kept) || (filter.entity !== undefined && answersOf(row).some(kept))) };
  return {
    found: weighMatrix(
      built,
      await sources(
        casebook,
        built.rows.flatMap(({ harm }) => harm.claims),
        judged,
      ),
    ),
    judged,
  };
}

const answersOf = ({ cells, inaction, denials }: MatrixRow): readonly ClaimRow[] =>
  [...Object.values(cells).flat(), ...inaction, ...denials].map(({ claim: of }) => of);

/** What narrows the record itself, and not what of it is asked for: of which status, said and known by when. */
export const asItStood = ({ status, saidBy, knownBy }: ClaimFilter): ClaimFilter => ({
  ...(status === undefined ? {} : { status }),
  ...(saidBy === undefined ? {} : { saidBy }),
  ...(knownBy === undefined ? {} : { knownBy }),
});

/** Whether the filter keeps a claim; without anything that chooses claims, each. */
async function keptOf(casebook: Casebook, filter: ClaimFilter): Promise<(claim: ClaimRow) => boolean> {
  const { document, kind, entity, at, label } = filter;
  if ([document, kind, entity, at, label].every((each) => each === undefined)) return () => true;
  const kept = new Set((await claims(casebook, filter)).map(({ id }) => id));
  return ({ id }) => kept.has(id);
}

const isOfHarms = (kind: Kind): boolean => kinKinds(kind).some((kin) => familyOf(kin) === 'harm');
const isHarm = ({ kind }: ClaimRow): boolean => isOfHarms(kind);

/** All that a matrix is made of, but for what people joined with harms, or said that these led to. */
const HARMS_AND_ANSWERS: readonly Kind[] = KINDS.filter((kind) => isOfHarms(kind) || mayAnswer(kind));

/** Steps, and the harms that an accused is said to have done. */
export const PROCEEDING_KINDS: readonly Kind[] = KINDS.filter((kind) => LEGAL_KINDS.includes(kind) || familyOf(kind) === 'harm');

/** Harms with no answer in this record. `asOf` is the day as of which none was found. */
export async function gaps(casebook: Casebook, filter: ClaimFilter): Promise<Gaps> {
  const found = await matrix(casebook, filter);
  return { rows: gapsOf(found), asOf: found.asOf };
}

/**
 * What claims say the law did, by accused and country: the proceedings of which the filter keeps a step, each with all of its steps, since who was
 * convicted is no less so where an arrest is asked for. With `at`, as far as they had come by then.
 */
export async function proceedings(casebook: Casebook, filter: ClaimFilter): Promise<readonly ProceedingRow[]> {
  const { identity } = await judgedFor(casebook, filter);
  const rows = await claims(casebook, asItStood(filter), PROCEEDING_KINDS);
  const kept = await keptOf(casebook, filter);
  const found = buildProceedings(asOfThen(rows, filter), identity);
  return found.filter(({ steps }) => steps.some(({ claim: of }) => kept(of)));
}

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
