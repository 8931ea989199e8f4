// How something may be used: sensitivity, consent, purpose, retention. Said by a person, with a reason; honoured by exports.
import { parseEdtf } from '../base/edtf.ts';
import { Fault } from '../base/fault.ts';
import { STATUSES } from '../model/answers.ts';
import type { Sensitivity } from '../model/document.ts';
import { readClaims } from '../views/read-claims.ts';
import { readCustody } from '../views/read-documents.ts';
import { readTerms } from '../views/read-terms.ts';
import type { Casebook } from './casebook.ts';

/** What is left out stays as it was. Until when the consent holds, and until when it may be kept (`retention`), are EDTF. */
export type Care = {
  readonly sensitivity?: Sensitivity;
  readonly consent?: string;
  readonly consentUntil?: string;
  readonly purpose?: string;
  readonly retention?: string;
};

/** What care for one original reaches beside it: the files inside of it, and what has its bytes. */
export type Reached = { readonly inside: readonly string[]; readonly containers: readonly string[] };

/** Records it for a document, an original or a claim, and gives what else it reaches. Throws a Fault 'not-found', 'bad-date', or 'bad-usage' where nothing is said. */
export async function stateCare(casebook: Casebook, id: string, care: Care, reason: string | null): Promise<Reached> {
  const { sensitivity = null, consent = null, consentUntil = null, purpose = null, retention = null } = care;
  if ([sensitivity, consent, consentUntil, purpose, retention].every((each) => each === null)) {
    throw new Fault('bad-usage', 'nothing is said of how it may be used', 'Give --sensitivity, --consent, --consent-until, --purpose or --retain-until.');
  }
  if (!reason?.trim()) throw new Fault('bad-usage', 'this wants a reason', 'Say why, with --reason TEXT.');
  for (const date of [retention, consentUntil]) if (date !== null) parseEdtf(date);
  const { reads } = casebook.store;
  const original = (await readCustody(reads, id))?.original ?? null;
  const known = original !== null || (await readClaims(reads, { ids: [id], statuses: STATUSES })).length > 0;
  if (!known) throw new Fault('not-found', `there is no document, original or claim ${id}`, 'List them with `onrecord documents` and `onrecord claims`.');
  await casebook.record([{ kind: 'care.stated', payload: { about: id, sensitivity, consent, consentUntil, purpose, retention, reason } }]);
  if (original === null) return { inside: [], containers: [] };
  const { above, below } = (await readTerms(reads)).kin(original);
  return { inside: [...below], containers: [...above] };
}
