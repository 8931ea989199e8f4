// A person's own claim: words of a document that nobody proposed, made a claim by whoever read them. It stands beside the
// suggestions that people accepted; what tells it apart is that no rule proposed it, so it has no confidence either.
import { Fault } from '../base/fault.ts';
import type { ClaimRow } from '../model/answers.ts';
import type { ClaimContent } from '../model/claim.ts';
import { isTranslation } from '../views/read-attached.ts';
import type { Casebook } from './casebook.ts';
import { claim } from './questions.ts';
import { checkQuote } from './quoted.ts';

/** Records a claim about a document; its quote must be the document's own words. Throws a Fault 'conflict' for a translation: it wants the original's. */
export async function recordClaim(casebook: Casebook, document: string, content: ClaimContent): Promise<ClaimRow> {
  if (await isTranslation(casebook.store.reads, document)) {
    const hint = 'Find the passage in the original, which `onrecord show ID` names, and quote that: the translation is shown beside it.';
    throw new Fault('conflict', 'these are the words of a translation, not of the document that says it', hint);
  }
  await checkQuote(casebook, document, content.quote);
  const id = casebook.newId('c_');
  await casebook.record([{ kind: 'claim.recorded', payload: { document, claim: id, content } }]);
  return claim(casebook, id);
}

/** Whether an id is that of a person's own claim, and not of a suggestion. */
export const isOwn = (id: string): boolean => id.startsWith('c_');

/** Puts a person's own claim right; what it said before stays in the log. Its quote must be the document's own words. */
export async function amendClaim(casebook: Casebook, id: string, content: ClaimContent, reason: string): Promise<ClaimRow> {
  const { document } = await standing(casebook, id);
  await checkQuote(casebook, document, content.quote);
  await casebook.record([{ kind: 'claim.amended', payload: { document, claim: id, content, reason } }]);
  return claim(casebook, id);
}

/** Takes a person's own claim out of the counts; it stays to be seen as withdrawn, with the reason, which it wants. */
export async function withdrawClaim(casebook: Casebook, id: string, reason: string | null): Promise<ClaimRow> {
  if (!reason?.trim()) throw new Fault('bad-usage', 'a withdrawal wants a reason', 'Say why, with --reason TEXT: it stays in the record.');
  const { document } = await standing(casebook, id);
  await casebook.record([{ kind: 'claim.withdrawn', payload: { document, claim: id, reason } }]);
  return claim(casebook, id);
}

/** Throws a Fault 'not-found' where it is no claim of a person's own, or was withdrawn. */
async function standing(casebook: Casebook, id: string): Promise<ClaimRow> {
  const row = await claim(casebook, id);
  if (isOwn(id) && row.status === 'recorded') return row;
  throw new Fault('not-found', `${id} is no claim of a person’s own that stands`, 'What was accepted is taken back with `onrecord review undo ID`.');
}
