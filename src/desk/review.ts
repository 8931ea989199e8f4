// What a person decides about suggestions. Each decision is an entry of the log that carries the whole suggestion; each
// can be taken back, and the taking back is recorded too.
import { Fault } from '../base/fault.ts';
import { CodePoints } from '../base/span.ts';
import type { Act, Decision } from '../model/act.ts';
import type { ClaimRow } from '../model/answers.ts';
import { parseSuggestion, type ClaimContent, type Suggestion } from '../model/claim.ts';
import { readClaims } from '../views/read-claims.ts';
import type { Casebook } from './casebook.ts';

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

/** Records a suggestion with another content; its quote must be the document's own words. Wants a reason. */
export async function amend(casebook: Casebook, id: string, content: ClaimContent, reason: string | null): Promise<readonly ClaimRow[]> {
  wantReason(reason, 'An amendment');
  const { document, suggestion } = await find(casebook, id);
  const { text_sha256 } = await casebook.store.reads.selectFrom('document').select('text_sha256').where('id', '=', document).executeTakeFirstOrThrow();
  const words = new CodePoints(await casebook.store.vault.text(text_sha256)).slice(content.quote);
  if (words !== content.quote.exact) {
    throw new Fault(
      'bad-shape',
      `the quote is not what the document says at ${content.quote.start} to ${content.quote.end}`,
      'Quote the document’s own words, with their offsets in code points.',
    );
  }
  await casebook.record([{ kind: 'suggestion.reviewed', payload: { document, suggestion, decision: 'amend', content, reason } }]);
  return standing(casebook, [id]);
}

/** Takes back the last review of a suggestion that still stands. `id` is the suggestion's, or that of the review's entry. */
export async function undo(casebook: Casebook, id: string, reason: string | null): Promise<readonly ClaimRow[]> {
  const review = await casebook.store.reads
    .selectFrom('review')
    .select(['entry', 'suggestion', 'document'])
    .where(({ or, eb }) => or([eb('suggestion', '=', id), eb('entry', '=', id)]))
    .where('undone_by', 'is', null)
    .orderBy('entry_index', 'desc')
    .executeTakeFirst();
  if (!review)
    throw new Fault('not-found', `no standing review of ${id}`, 'List reviewed claims with `onrecord claims --status recorded` or `--status rejected`.');
  await casebook.record([{ kind: 'review.undone', payload: { document: review.document, review: review.entry, suggestion: review.suggestion, reason } }]);
  return standing(casebook, [review.suggestion]);
}

function wantReason(reason: string | null, what: string): void {
  if (!reason?.trim()) throw new Fault('bad-usage', `${what} wants a reason`, 'Say why, with --reason TEXT: it stays in the record beside the decision.');
}

/** The whole suggestion: as it is proposed now, or as it was when it was last reviewed. */
async function find(casebook: Casebook, id: string): Promise<{ readonly document: string; readonly suggestion: Suggestion }> {
  const { reads } = casebook.store;
  const row =
    (await reads.selectFrom('suggestion').select(['document', 'body']).where('id', '=', id).executeTakeFirst()) ??
    (await reads.selectFrom('review').select(['document', 'body']).where('suggestion', '=', id).orderBy('entry_index', 'desc').executeTakeFirst());
  if (!row) throw new Fault('not-found', `there is no suggestion ${id}`, 'List them with `onrecord claims`; ids begin with s_.');
  return { document: row.document, suggestion: parseSuggestion(JSON.parse(row.body)) };
}

async function standing(casebook: Casebook, ids: readonly string[]): Promise<readonly ClaimRow[]> {
  const rows = await Promise.all(ids.map((id) => readClaims(casebook.store.reads, { id, statuses: ['suggested', 'recorded', 'rejected'] })));
  return rows.flat();
}
