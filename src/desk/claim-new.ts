// A person's own claim: words of a document that nobody proposed, made a claim by whoever read them. It stands beside the
// suggestions that people accepted; what tells it apart is that no rule proposed it, so it has no confidence either.
import { Fault } from '../base/fault.ts';
import type { ClaimRow } from '../model/answers.ts';
import type { ClaimContent } from '../model/claim.ts';
import type { Casebook } from './casebook.ts';
import { claim } from './questions.ts';
import { checkQuote } from './quoted.ts';

/** Records a claim about a document; its quote must be the document's own words. */
export async function recordClaim(casebook: Casebook, document: string, content: ClaimContent): Promise<ClaimRow> {
  await checkQuote(casebook, document, content.quote);
  const id = casebook.newId('c_');
  await casebook.record([{ kind: 'claim.recorded', payload: { document, claim: id, content } }]);
  return claim(casebook, id);
}

/** Takes a person's own claim out of the counts; it stays to be seen as withdrawn, with the reason, which it wants. */
export async function withdrawClaim(casebook: Casebook, id: string, reason: string | null): Promise<ClaimRow> {
  if (!reason?.trim()) throw new Fault('bad-usage', 'a withdrawal wants a reason', 'Say why, with --reason TEXT: it stays in the record.');
  const { status, review, document } = await claim(casebook, id);
  if (review?.decision !== 'record' || status !== 'recorded') {
    throw new Fault('not-found', `${id} is no claim of a person’s own that stands`, 'What was accepted is taken back with `onrecord review undo ID`.');
  }
  await casebook.record([{ kind: 'claim.withdrawn', payload: { document, claim: id, reason } }]);
  return claim(casebook, id);
}
