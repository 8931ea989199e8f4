// The documents of a casebook, or those that clocks keep: that tell of something of a time, were published by then, were here by then.
import { by, parseEdtf, readEdtf, type Sureness } from '../base/edtf.ts';
import { Fault } from '../base/fault.ts';
import { STATUSES, type ClaimRow, type DocumentRow, type DocumentView, type ReviewCounts } from '../model/answers.ts';
import { selectClaims } from '../record/select-claims.ts';
import { readAttached } from '../views/read-attached.ts';
import { readClaims } from '../views/read-claims.ts';
import { readDocuments } from '../views/read-documents.ts';
import type { Casebook } from './casebook.ts';
import { instantOf, type ClaimFilter } from './parse-filter.ts';

type Clocks = Pick<ClaimFilter, 'at' | 'saidBy' | 'knownBy'>;

/**
 * All of them, in the order in which they were added; under a clock those that it keeps, with the review as far as it had come by then. One without
 * a date was said nobody knows when, and one that tells of nothing of a time is none of it. O(documents), with `at` or `knownBy` O(claims).
 */
export async function documentsAt(casebook: Casebook, clocks: Clocks): Promise<readonly DocumentRow[]> {
  const { reads } = casebook.store;
  const rows = await readDocuments(reads);
  const instant = instantOf(clocks);
  const { at, saidBy } = clocks;
  if (at === undefined && saidBy === undefined && instant === undefined) return rows;
  const kept = rows.flatMap((row) => (instant !== undefined && row.addedAt > instant ? [] : publishedBy(row, saidBy)));
  if (at === undefined && instant === undefined) return kept;
  const claims = await readClaims(reads, { statuses: STATUSES, ...(instant === undefined ? {} : { knownAt: instant }) });
  const telling = new Set(at === undefined ? [] : selectClaims(claims, { at }).filter(isShown).map(({ document }) => document)); // prettier-ignore
  const then = kept.filter(({ id }) => at === undefined || telling.has(id));
  return instant === undefined ? then : asOf(then, claims, new Set((await readAttached(reads, { knownAt: instant })).map(({ what }) => what.id)));
}

/** The ids of the documents that clocks keep; null where none is fixed. */
export async function keptDocuments(casebook: Casebook, { at, saidBy, knownBy }: ClaimFilter): Promise<ReadonlySet<string> | null> {
  if (at === undefined && saidBy === undefined && knownBy === undefined) return null;
  const clocks = { ...(at === undefined ? {} : { at }), ...(saidBy === undefined ? {} : { saidBy }), ...(knownBy === undefined ? {} : { knownBy }) };
  return new Set((await documentsAt(casebook, clocks)).map(({ id }) => id));
}

const isShown = ({ status }: ClaimRow): boolean => status === 'suggested' || status === 'recorded';

/** Whether something with a date (EDTF) was said by then; what has none was not, as far as anybody knows. */
export const saidBefore = (published: string | null, saidBy: string): Sureness => {
  const date = published === null ? null : readEdtf(published);
  return date ? by(date, parseEdtf(saidBy)) : 'not';
};

function publishedBy<T extends DocumentRow>(row: T, saidBy: string | undefined): readonly T[] {
  if (saidBy === undefined) return [row];
  const sure = saidBefore(row.published, saidBy);
  return sure === 'not' ? [] : sure === 'certainly' ? [row] : [{ ...row, possibly: ['said-by'] }];
}

/**
 * A document whole as clocks have it: its claims, and with `knownBy` what was known and done by then. Its text is the one that stands. Throws a Fault
 * 'not-found' where it was not published, or not here, by then.
 */
export async function viewAt({ store: { reads } }: Casebook, view: DocumentView, clocks: ClaimFilter): Promise<DocumentView> {
  const { at, saidBy } = clocks;
  const instant = instantOf(clocks);
  if (at === undefined && saidBy === undefined && instant === undefined) return view;
  const [dated] = publishedBy(view, saidBy);
  if (!dated || (instant !== undefined && view.addedAt > instant))
    throw new Fault('not-found', `${view.id} is not of what the clocks keep`, 'It was published, or came here, later: `onrecord documents` says when.');
  const known = instant === undefined ? {} : { knownAt: instant };
  const claims = selectClaims(await readClaims(reads, { document: view.id, statuses: STATUSES, ...known }), clocks);
  if (instant === undefined) return { ...view, ...dated, claims };
  const attached = await readAttached(reads, { originals: [view.original], ...known });
  const readings = view.readings.filter((each) => each.at <= instant).map((each, n, all) => ({ ...each, current: n === all.length - 1 }));
  return {
    ...view,
    ...dated,
    claims,
    counts: countsOf(claims),
    attached,
    attachedTo: attached.some(({ what }) => what.id === view.id) ? view.attachedTo : null,
    readings,
    history: view.history.filter((each) => each.at <= instant),
  };
}

/** How far review had come then, and what was attached by then. */
function asOf(rows: readonly DocumentRow[], claims: readonly ClaimRow[], attached: ReadonlySet<string>): readonly DocumentRow[] {
  const of = Map.groupBy(claims, ({ document }) => document);
  return rows.map((row) => ({ ...row, counts: countsOf(of.get(row.id) ?? []), attachedTo: attached.has(row.id) ? row.attachedTo : null }));
}

function countsOf(claims: readonly ClaimRow[]): ReviewCounts {
  const counts = { suggested: 0, recorded: 0, rejected: 0, withdrawn: 0 };
  for (const { status } of claims) counts[status]++;
  return counts;
}
