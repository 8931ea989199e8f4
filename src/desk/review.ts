// What a person decides about suggestions. Each decision is an entry of the log that carries the whole suggestion; each
// can be taken back, and the taking back is recorded too.
import { Fault } from '../base/fault.ts';
import type { Act, Decision } from '../model/act.ts';
import { OWN_DECISIONS, STATUSES, type ClaimRow } from '../model/answers.ts';
import { evidenceAt, parseSuggestion, type ClaimContent, type Suggestion } from '../model/claim.ts';
import { readClaims } from '../views/read-claims.ts';
import type { Casebook } from './casebook.ts';
import { amendClaim, isOwn } from './claim-new.ts';
import { placesOf } from './places.ts';
import { checkQuote } from './quoted.ts';

/** Accepts or rejects suggestions, all or none. A rejection wants a reason. Gives them as they now stand. */
export async function decide(
  casebook: Casebook,
  decision: Exclude<Decision, 'amend'>,
  ids: readonly string[],
  reason: string | null,
): Promise<readonly ClaimRow[]> {
  if (ids.length === 0) throw new Fault('bad-usage', 'no suggestion is named', 'Name one or more ids, as `onrecord claims` lists them.');
  if (decision === 'reject') wantReason(reason, 'A rejection');
  const acts: Act[] = [];
  for (const id of new Set(ids)) {
    const { document, suggestion } = await find(casebook, id);
    acts.push({ kind: 'suggestion.reviewed', payload: { document, suggestion, decision, content: null, reason } });
  }
  await casebook.record(acts);
  return standing(casebook, ids);
}

/** Records a suggestion, or a claim that was recorded before, with another content; its quote must be the document's own words. Wants a reason. */
export async function amend(casebook: Casebook, id: string, content: ClaimContent, reason: string | null): Promise<readonly ClaimRow[]> {
  wantReason(reason, 'An amendment');
  if (isOwn(id)) return [await amendClaim(casebook, id, content, reason)];
  const { document, suggestion } = await find(casebook, id);
  await checkQuote(casebook, document, content.quote);
  await casebook.record([{ kind: 'suggestion.reviewed', payload: { document, suggestion, decision: 'amend', content, reason } }]);
  return standing(casebook, [id]);
}

/**
 * Takes back, of each id, the last decision that still stands: all or none. An id is a suggestion's, that of a person's own claim, or
 * that of the entry that holds the decision. Gives them as they now stand; of a claim whose recording was taken back nothing stands.
 */
export async function undo(casebook: Casebook, ids: readonly string[], reason: string | null): Promise<readonly ClaimRow[]> {
  const reviews = await Promise.all([...new Set(ids)].map((id) => standingReview(casebook, id)));
  await casebook.record(
    reviews.map(({ document, entry, suggestion }): Act => ({ kind: 'review.undone', payload: { document, review: entry, suggestion, reason } })),
  );
  return standing(
    casebook,
    reviews.map(({ suggestion }) => suggestion),
  );
}

async function standingReview(casebook: Casebook, id: string) {
  const by = (column: 'suggestion' | 'entry') =>
    casebook.store.reads
      .selectFrom('review')
      .select(['entry', 'suggestion', 'document'])
      .where(column, '=', id)
      .where('undone_by', 'is', null)
      .orderBy('entry_index', 'desc')
      .executeTakeFirst();
  const review = (await by('suggestion')) ?? (await by('entry'));
  if (!review)
    throw new Fault('not-found', `no standing review of ${id}`, 'List reviewed claims with `onrecord claims --status recorded` or `--status rejected`.');
  return review;
}

function wantReason(reason: string | null, what: string): asserts reason is string {
  if (!reason?.trim()) throw new Fault('bad-usage', `${what} wants a reason`, 'Say why, with --reason TEXT: it stays in the record beside the decision.');
}

/** The whole suggestion: as it is proposed now, or as it was when it was last reviewed, in the text that stands. */
async function find(casebook: Casebook, id: string): Promise<{ readonly document: string; readonly suggestion: Suggestion }> {
  const { reads } = casebook.store;
  const waits = await reads.selectFrom('suggestion').select(['document', 'body']).where('id', '=', id).executeTakeFirst();
  if (waits) return { document: waits.document, suggestion: parseSuggestion(JSON.parse(waits.body)) };
  const row = await reads
    .selectFrom('review')
    .innerJoin('document', 'document.id', 'review.document')
    .select(['document', 'body', 'review.text_sha256 as picked', 'document.text_sha256 as now'])
    .where('suggestion', '=', id)
    .where('decision', 'not in', OWN_DECISIONS)
    .orderBy('entry_index', 'desc')
    .executeTakeFirst();
  if (!row) throw new Fault('not-found', `there is no suggestion ${id}`, 'List them with `onrecord claims`; ids begin with s_.');
  const suggestion = parseSuggestion(JSON.parse(row.body));
  if (row.picked === row.now) return { document: row.document, suggestion };
  const [place, ...others] = placesOf(await casebook.store.vault.text(row.now), suggestion.quote.exact);
  if (!place || others.length > 0) {
    const hint = 'Take the decision about it back, or say where they stand with `onrecord orphans place`.';
    throw new Fault('conflict', `the words of ${id} have no one place in the text that its document has now`, hint);
  }
  return { document: row.document, suggestion: { ...suggestion, quote: place, evidence: evidenceAt(suggestion.evidence, suggestion.quote, place) } };
}

async function standing(casebook: Casebook, ids: readonly string[]): Promise<readonly ClaimRow[]> {
  const rows = await readClaims(casebook.store.reads, { ids, statuses: STATUSES });
  return rows.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}
