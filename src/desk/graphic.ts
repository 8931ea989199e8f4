// What is graphic: a person says so of a picture, film or scan, and nothing of it is shown until somebody asks. No machine guesses at it.
import { Fault } from '../base/fault.ts';
import { readCustody } from '../views/read-documents.ts';
import type { Casebook } from './casebook.ts';

/** By the id of a document or an original. Throws a Fault 'not-found', or 'bad-usage' without a reason. */
export async function markGraphic(
  casebook: Casebook,
  id: string,
  graphic: boolean,
  reason: string | null,
): Promise<{ readonly original: string; readonly graphic: boolean }> {
  if (!reason?.trim()) throw new Fault('bad-usage', 'this wants a reason', 'Say why. It stays in the log.');
  const found = await readCustody(casebook.store.reads, id);
  if (!found) throw new Fault('not-found', `there is no document or original ${id}`, 'List them with `onrecord documents`.');
  const { original } = found;
  await casebook.record([{ kind: 'original.marked', payload: { original, graphic, reason } }]);
  return { original, graphic };
}
