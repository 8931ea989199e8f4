// Orphans: claims whose document got another text in which their words have no one place. A person says where they stand;
// until then they keep the words that they were picked in.
import { Fault } from '../base/fault.ts';
import { CodePoints, type Span } from '../base/span.ts';
import type { ClaimRow, Orphan } from '../model/answers.ts';
import { STATUSES } from '../model/answers.ts';
import type { Quote } from '../model/claim.ts';
import { readClaims } from '../views/read-claims.ts';
import type { Casebook } from './casebook.ts';
import { standingReviews, type Standing } from './find-places.ts';
import { placesOf, similarPlaces } from './places.ts';
import { claim } from './questions.ts';
import { textOf } from './quoted.ts';

/** Code points of the old text that are shown around the words. */
const AROUND = 120;
/** Passages that are offered for one. */
const MOST = 10;

/** The claims that lost their place, of one document or of all. O(orphans × length of their texts). */
export async function orphans(casebook: Casebook, document?: string): Promise<readonly Orphan[]> {
  const rows = await readClaims(casebook.store.reads, { statuses: STATUSES, ...(document === undefined ? {} : { document }) });
  const lost = rows.filter((row) => row.orphan);
  return Promise.all(lost.map((row) => describe(casebook, row)));
}

async function describe(casebook: Casebook, row: ClaimRow): Promise<Orphan> {
  const decision = await lastDecision(casebook, row);
  const old = new CodePoints(await casebook.store.vault.text(decision.text));
  const now = await textOf(casebook, row.document);
  const { exact, start, end } = row.quote;
  const same = placesOf(now, exact);
  return {
    claim: row,
    before: old.slice({ start: Math.max(0, start - AROUND), end: start }),
    after: old.slice({ start: end, end: Math.min(old.length, end + AROUND) }),
    candidates: (same.length > 0 ? same : similarPlaces(now, exact)).slice(0, MOST),
  };
}

/** The decision that stands, whose words they are. */
async function lastDecision(casebook: Casebook, { id, document }: ClaimRow): Promise<Standing> {
  const decision = (await standingReviews(casebook.store.reads, document)).findLast((each) => each.claim === id);
  if (!decision) throw new Fault('not-found', `nothing was decided about ${id}`, 'Only what a person decided about can lose its place.');
  return decision;
}

/** Says where the words of an orphan, or of a claim that was moved, stand in the text that its document has now. */
export async function placeOrphan(casebook: Casebook, id: string, span: Span, reason: string | null): Promise<ClaimRow> {
  const row = await claim(casebook, id);
  const points = new CodePoints(await textOf(casebook, row.document));
  if (span.start >= span.end || span.end > points.length) {
    throw new Fault('bad-shape', `the text of ${row.document} has no passage ${span.start} to ${span.end}`, `It has ${points.length} code points, from 0.`);
  }
  return move(casebook, row, { start: span.start, end: span.end, exact: points.slice(span) }, reason);
}

/** Takes back where a moved claim was placed, by a person or by the machine: it is an orphan again. */
export async function liftClaim(casebook: Casebook, id: string, reason: string | null): Promise<ClaimRow> {
  const row = await claim(casebook, id);
  if (row.orphan) throw new Fault('conflict', `${id} has no place that could be taken back`, 'Place it with `onrecord orphans place`.');
  return move(casebook, row, null, reason);
}

async function move(casebook: Casebook, row: ClaimRow, quote: Quote | null, reason: string | null): Promise<ClaimRow> {
  const { id, document } = row;
  const { entry: review, text: picked } = await lastDecision(casebook, row);
  const { text_sha256: text } = await casebook.store.reads.selectFrom('document').select('text_sha256').where('id', '=', document).executeTakeFirstOrThrow();
  if (picked === text) {
    throw new Fault('conflict', `${id} stands where it was picked, in the text that its document has now`, 'Amend it with `onrecord review amend`.');
  }
  await casebook.record([{ kind: 'anchor.moved', payload: { document, claim: id, review, text, quote, rule: null, reason } }]);
  return claim(casebook, id);
}
