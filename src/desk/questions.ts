// Questions a person asks of a casebook, answered from its views.
import { isoDay, parseEdtf } from '../base/edtf.ts';
import { Fault } from '../base/fault.ts';
import { STATUSES, type ClaimRow, type Custody, type DocumentRow, type DocumentView, type Summary } from '../model/answers.ts';
import type { EventRow, EventView } from '../model/event.ts';
import type { Gaps, Matrix } from '../model/matrix.ts';
import type { News } from '../model/news.ts';
import type { ProceedingRow } from '../model/proceeding.ts';
import type { Timeline } from '../model/timeline.ts';
import type { Figures } from '../model/figures.ts';
import { familyOf } from '../model/vocabulary.ts';
import { buildMatrix, gapsOf, hasProceeding } from '../record/build-matrix.ts';
import { compareAttributes } from '../record/compare-attributes.ts';
import { linksOf } from '../record/chain-events.ts';
import { countOrigins, type Sources } from '../record/count-origins.ts';
import { countPeople } from '../record/count-people.ts';
import { madeOf } from '../record/made-of.ts';
import { oneReport } from '../record/copies/one-report.ts';
import { buildProceedings } from '../record/build-proceedings.ts';
import { buildTimeline } from '../record/build-timeline.ts';
import { proposeEvents } from '../record/propose-events.ts';
import { selectClaims, type ClaimFilter } from '../record/select-claims.ts';
import { readCopies, readOneText, readSources } from '../views/read-copies.ts';
import { readAttached } from '../views/read-attached.ts';
import { readClaims } from '../views/read-claims.ts';
import { readLinks } from '../views/read-links.ts';
import { readLabelled } from '../views/read-remarks.ts';
import { readJudgements } from '../views/read-judgements.ts';
import { readJudged, stoodAt } from '../views/read-judged.ts';
import { readNews } from '../views/read-news.ts';
import { readCustody, readDocument, readDocuments } from '../views/read-documents.ts';
import type { Casebook } from './casebook.ts';
import { newerReaderOf } from './newer-reader.ts';
import { nobodyVouches } from './verify-casebook.ts';

/** Claims and suggestions; without a status in the filter, rejected ones are left out. */
export async function claims(casebook: Casebook, filter: ClaimFilter): Promise<readonly ClaimRow[]> {
  const { document, status, knownBy } = filter;
  const rows = await readClaims(casebook.store.reads, {
    statuses: status ? [status] : ['suggested', 'recorded'],
    ...(document === undefined ? {} : { document }),
    ...(knownBy === undefined ? {} : { knownAt: endOf(knownBy) }),
  });
  return labelled(casebook, selectClaims(rows, filter), filter);
}

/** Those that bear the label, as claims or as an event's, where the filter asks for one. */
async function labelled(casebook: Casebook, rows: readonly ClaimRow[], filter: ClaimFilter): Promise<readonly ClaimRow[]> {
  return filter.label === undefined ? rows : rows.filter(await bearsLabel(casebook, filter.label, instantOf(filter)));
}

/** Whether a claim bears a label, itself or as that of its event, now or at an instant. */
export async function bearsLabel({ store: { reads } }: Casebook, label: string, instant: string | undefined): Promise<(claim: ClaimRow) => boolean> {
  const bear = new Set(await readLabelled(reads, label, instant));
  return ({ id }) => bear.has(id) || bear.has(`ev_${id.slice(2)}`);
}

/** The last instant of the day up to which the filter asks what was known; none where it does not. */
export const instantOf = ({ knownBy }: ClaimFilter): string | undefined => (knownBy === undefined ? undefined : endOf(knownBy));

/** The last instant of a date, ISO and UTC; of one that has no end, the end of the year 9999. */
function endOf(date: string): string {
  const { last } = parseEdtf(date);
  return `${Number.isFinite(last) ? isoDay(last) : '9999-12-31'}T23:59:59.999Z`;
}

/** What people judged, as it stood at the time that the filter asks for. */
export const judgedFor = (casebook: Casebook, filter: ClaimFilter) => readJudged(casebook.store.reads, instantOf(filter));

/** The day as of which a blank is a blank: today, or the end of what the filter leaves of the record if that is earlier. */
export function asOf(casebook: Casebook, { knownBy, saidBy }: ClaimFilter): string {
  const ends = [knownBy, saidBy].flatMap((date) => (date === undefined ? [] : [endOf(date).slice(0, 10)]));
  return [casebook.now.toISOString().slice(0, 10), ...ends].toSorted()[0] ?? '';
}

export const documents = (casebook: Casebook): Promise<readonly DocumentRow[]> => readDocuments(casebook.store.reads);

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

export async function claim(casebook: Casebook, id: string): Promise<ClaimRow> {
  const [row] = await readClaims(casebook.store.reads, { ids: [id], statuses: STATUSES });
  if (!row) throw new Fault('not-found', `there is no claim or suggestion ${id}`, 'List them with `onrecord claims`; ids begin with s_ or c_.');
  return row;
}

export async function timeline(casebook: Casebook, filter: ClaimFilter): Promise<Timeline> {
  return buildTimeline(await claims(casebook, filter));
}

export async function matrix(casebook: Casebook, filter: ClaimFilter): Promise<Matrix> {
  const rows = await claims(casebook, filter);
  const judged = await judgedFor(casebook, filter);
  return weighMatrix(buildMatrix(proposeEvents(rows, judged), rows, asOf(casebook, filter), judged.identity), await sources(casebook, rows, judged));
}

/** With how many origins stand behind each harm, and the figures that they give; of recorded claims alone. */
export function weighMatrix({ rows, ...built }: Matrix, known: Sources): Matrix {
  const weighed = rows.map((row) => {
    const recorded = row.harm.claims.filter(({ status }) => status === 'recorded');
    return { ...row, origins: countOrigins(recorded, known).origins.length, figures: figuresOf(recorded, known) };
  });
  return { ...built, rows: weighed };
}

/** Harms with no answer in this record. `asOf` is the day as of which none was found. */
export async function gaps(casebook: Casebook, filter: ClaimFilter): Promise<Gaps> {
  const found = await matrix(casebook, filter);
  return { rows: gapsOf(found), asOf: found.asOf };
}

export async function events(casebook: Casebook, filter: ClaimFilter): Promise<readonly EventRow[]> {
  return proposeEvents(await claims(casebook, filter), await judgedFor(casebook, filter));
}

/** What is known of where the documents of these claims come from. */
export async function sources(
  { store: { reads } }: Casebook,
  of: readonly ClaimRow[],
  { identity, sources: judged, owners }: Awaited<ReturnType<typeof judgedFor>>,
): Promise<Sources> {
  const ids = [...new Set(of.map(({ document }) => document))];
  const rows = await readSources(reads, ids);
  const texts = new Map(rows.map((row) => [row.id, row.text]));
  const copied = oneReport(await readCopies(reads, { among: ids }), await readOneText(reads, ids));
  return {
    documents: new Map(rows.map(({ id, publisher, author }) => [id, { publisher, author }])),
    judged,
    identity,
    owners,
    made: madeOf(await readAttached(reads)),
    copies: (a, b) => (texts.get(a.document) === texts.get(b.document) ? 'both documents have the very same text' : copied(a, b)),
  };
}

/** The event that a claim is of: `id` is the event's, with the id of any of its claims after `ev_`. */
export async function event(casebook: Casebook, id: string, filter: ClaimFilter = {}): Promise<EventView> {
  const claimId = [`s_${id.slice(3)}`, `c_${id.slice(3)}`];
  const judged = await judgedFor(casebook, filter);
  const all = proposeEvents(await claims(casebook, filter), judged);
  const found = all.find(({ claims: of }) => of.some((each) => claimId.includes(each.id)));
  if (!found)
    throw new Fault(
      'not-found',
      `no event has a claim of the id ${id}`,
      'List them with `onrecord events`. Denied, demanded and feared happenings are no events.',
    );
  const ids = found.claims.map((each) => each.id);
  const judgements = await readJudgements(casebook.store.reads, 'event', ids);
  const links = (await readLinks(casebook.store.reads, ids)).filter(stoodAt(instantOf(filter)));
  // What the machine only suggests is in no count.
  const recorded = found.claims.filter(({ status }) => status === 'recorded');
  const known = await sources(casebook, recorded, judged);
  return {
    ...found,
    attributes: compareAttributes(recorded),
    origins: countOrigins(recorded, known),
    figures: figuresOf(recorded, known),
    links: linksOf(found, links, (claimOf) => all.find(({ claims: of }) => of.some((each) => each.id === claimOf)) ?? null),
    judgements,
  };
}

/** A number is its deepest source's, else its document's publisher's or title. */
const figuresOf = (of: readonly ClaimRow[], known: Sources): readonly Figures[] =>
  countPeople(
    of,
    (some) => countOrigins(some, known),
    ({ saidBy, document, documentTitle }) => saidBy.at(-1) ?? known.documents.get(document)?.publisher ?? documentTitle,
  );

/** What claims say the law did, by accused and country. */
export async function proceedings(casebook: Casebook, filter: ClaimFilter): Promise<readonly ProceedingRow[]> {
  const { identity } = await judgedFor(casebook, filter);
  return buildProceedings(await claims(casebook, filter), identity);
}

/** The proceeding that a claim is a step of: `id` is the proceeding's, with the id of any of its claims after `pr_`. */
export async function proceeding(casebook: Casebook, id: string, filter: ClaimFilter = {}): Promise<ProceedingRow> {
  const wanted = [`s_${id.slice(3)}`, `c_${id.slice(3)}`];
  const found = (await proceedings(casebook, filter)).find(({ steps }) => steps.some(({ claim: of }) => wanted.includes(of.id)));
  if (!found) throw new Fault('not-found', `no proceeding has a step of the id ${id}`, 'List them with `onrecord proceedings`.');
  return found;
}

/** What came and what was decided since an instant (ISO, UTC). */
export const news = (casebook: Casebook, since: string): Promise<News> => readNews(casebook.store.reads, since);

/** Among so many claims and suggestions, all are looked through while a person waits. */
export const FEW = 1_500;

/** What a newcomer is told first. */
export async function summary(casebook: Casebook): Promise<Summary> {
  const held = await documents(casebook);
  const head = await casebook.log.head();
  const sum = (of: (row: DocumentRow) => number): number => held.reduce((total, row) => total + of(row), 0);
  const [suggestions, recorded] = [sum((row) => row.counts.suggested), sum((row) => row.counts.recorded)];
  return {
    casebook: casebook.store.name,
    documents: held.filter((row) => row.problem === null).length,
    unreadable: held.filter((row) => row.problem !== null).length,
    suggestions,
    recorded,
    rejected: sum((row) => row.counts.rejected),
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
  const harms = buildMatrix(proposed, rows, casebook.now.toISOString().slice(0, 10), judged.identity).rows;
  return {
    events: proposed.length,
    harms: proposed.filter(({ kind }) => familyOf(kind) === 'harm').length,
    harmsWithoutProceeding: harms.filter((row) => !hasProceeding(row)).length,
  };
}
