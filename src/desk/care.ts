// How something may be used: sensitivity, consent, purpose, retention. Said by a person, with a reason; honoured by exports.
import { parseEdtf } from '../base/edtf.ts';
import { Fault } from '../base/fault.ts';
import { STATUSES, type CareReached } from '../model/answers.ts';
import type { Sensitivity } from '../model/document.ts';
import { readClaims } from '../views/read-claims.ts';
import { readCustody } from '../views/read-documents.ts';
import { namesOf, readNames } from '../views/read-entities.ts';
import { readLists } from '../views/read-lists.ts';
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

/** Records it for a document, an original, a claim or a name (and so for all names that people joined with it), and gives what else it reaches. Throws a Fault 'not-found', 'bad-date', or 'bad-usage' where nothing is said. */
export async function stateCare(casebook: Casebook, id: string, care: Care, reason: string | null): Promise<CareReached> {
  const { sensitivity = null, consent = null, consentUntil = null, purpose = null, retention = null } = care;
  if ([sensitivity, consent, consentUntil, purpose, retention].every((each) => each === null)) {
    throw new Fault('bad-usage', 'nothing is said of how it may be used', 'Give --sensitivity, --consent, --consent-until, --purpose or --retain-until.');
  }
  if (!reason?.trim()) throw new Fault('bad-usage', 'this wants a reason', 'Say why, with --reason TEXT.');
  for (const date of [retention, consentUntil]) if (date !== null) parseEdtf(date);
  const { reads } = casebook.store;
  const original = (await readCustody(reads, id))?.original ?? null;
  if (original === null && !(await isKnown(casebook, id)))
    throw new Fault(
      'not-found',
      `there is no document, original, claim, name or list ${id}`,
      'List them with `onrecord documents`, `onrecord claims`, `onrecord entities` and `onrecord names list`.',
    );
  await casebook.record([{ kind: 'care.stated', payload: { about: id, sensitivity, consent, consentUntil, purpose, retention, reason } }]);
  if (id.startsWith('n_')) return { ...NOTHING, names: (await namesOf(reads, id)).filter((each) => each !== id) };
  if (original === null) return NOTHING;
  const { above, below, made } = (await readTerms(reads)).kin(original);
  return { ...NOTHING, inside: [...below], containers: [...above], made: [...made] };
}

const NOTHING: CareReached = { inside: [], containers: [], made: [], names: [] };

/** A name is known on as long as something is said of it, also where no claim gives it any more. */
async function isKnown({ store: { reads } }: Casebook, id: string): Promise<boolean> {
  const [name, claims] = [await readNames(reads, [id]), await readClaims(reads, { ids: [id], statuses: STATUSES })];
  return (
    name.length > 0 ||
    claims.length > 0 ||
    (await readLists(reads)).some((list) => list.id === id) ||
    (id.startsWith('n_') && (await readTerms(reads)).terms.has(id))
  );
}
