// What is graphic: a person says so of a picture, film or scan, and nothing of it is shown until somebody asks. No machine guesses at it.
import { Fault } from '../base/fault.ts';
import { UNCOVERED } from '../views/fold.ts';
import { isMarked, shownWith } from '../views/read-cover.ts';
import { readCustody } from '../views/read-documents.ts';
import { readTerms } from '../views/read-terms.ts';
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

/**
 * Somebody asked to see what is graphic, or is shown with what is: the log then has who, once a person and day (UTC). Of what is not, and in a casebook
 * that is damaged, it has nothing. What there is not asks for nothing.
 */
export async function noteUncovering(casebook: Casebook, id: string): Promise<void> {
  const { reads } = casebook.store;
  const found = await readCustody(reads, id);
  if (!found || casebook.damage !== null) return;
  const { original, lines } = found;
  if (!(await isMarked(reads, (await shownWith(reads, original, (await readTerms(reads)).kin(original))).all))) return;
  const day = casebook.now.toISOString().slice(0, 10);
  if (lines.some(({ what, at, by }) => what === UNCOVERED && at.startsWith(day) && by === casebook.by)) return;
  await casebook.record([{ kind: 'original.uncovered', payload: { original } }]);
}
