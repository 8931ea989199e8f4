// How something may be used: sensitivity, consent, purpose, retention. Said by a person, with a reason; honoured by exports.
import { parseEdtf } from '../base/edtf.ts';
import { Fault } from '../base/fault.ts';
import type { Sensitivity } from '../model/document.ts';
import { readClaims } from '../views/read-claims.ts';
import { readDocument } from '../views/read-documents.ts';
import type { Casebook } from './casebook.ts';

/** What is left out stays as it was. `retention` is EDTF: until when it may be kept. */
export type Care = { readonly sensitivity?: Sensitivity; readonly consent?: string; readonly purpose?: string; readonly retention?: string };

/** Records it for a document, an original or a claim. Throws a Fault 'not-found', 'bad-date', or 'bad-usage' where nothing is said. */
export async function stateCare(casebook: Casebook, id: string, care: Care, reason: string | null): Promise<void> {
  const { sensitivity = null, consent = null, purpose = null, retention = null } = care;
  if (sensitivity === null && consent === null && purpose === null && retention === null) {
    throw new Fault('bad-usage', 'nothing is said of how it may be used', 'Give --sensitivity, --consent, --purpose or --retain-until.');
  }
  if (!reason?.trim()) throw new Fault('bad-usage', 'this wants a reason', 'Say why, with --reason TEXT.');
  if (retention !== null) parseEdtf(retention);
  const { reads } = casebook.store;
  const known = id.startsWith('s_')
    ? (await readClaims(reads, { ids: [id], statuses: ['suggested', 'recorded', 'rejected'] })).length > 0
    : (await readDocument(reads, id)) !== null;
  if (!known) throw new Fault('not-found', `there is no document, original or claim ${id}`, 'List them with `onrecord documents` and `onrecord claims`.');
  await casebook.record([{ kind: 'care.stated', payload: { about: id, sensitivity, consent, purpose, retention, reason } }]);
}
