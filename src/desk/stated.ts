// What the person who adds documents says of them: when and by whom they were published, how they came here.
import { parseEdtf } from '../base/edtf.ts';
import { STATED, type Collection, type Found, type Metadata, type MetadataField, type Sensitivity } from '../model/document.ts';

/** What the person says of all that is added with one call. It wins over what a file says of itself. */
export type Stated = {
  readonly published?: string;
  readonly publisher?: string;
  readonly url?: string;
  readonly method?: string;
  readonly collectedAt?: string;
  readonly collector?: string;
  readonly priorCustodian?: string;
  readonly note?: string;
  readonly consent?: string;
  readonly consentUntil?: string;
  readonly sensitivity?: Sensitivity;
};

/** Checks what a person states before anything is written. Throws a Fault 'bad-date' where a date is not EDTF. */
export function checkStated(stated: Stated): void {
  for (const date of [stated.published, stated.consentUntil]) if (date !== undefined) parseEdtf(date);
  if (stated.collectedAt !== undefined) checkMoment(stated.collectedAt);
}

/** A day, or a moment with its time zone: "2026-04-02T14:30Z". Throws a Fault 'bad-date' for anything else. */
function checkMoment(words: string): void {
  const moment = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,3})?)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/.exec(words);
  parseEdtf(moment?.[1] ?? words);
}

/** What a person may say of how it was collected. */
const SAID = ['url', 'method', 'collectedAt', 'collector', 'priorCustodian', 'note', 'consent', 'consentUntil'] as const;

/** @param unsaid - how sensitive it is where the person does not say */
export function collectionOf(name: string, container: string | null, stated: Stated, unsaid: Sensitivity): Collection {
  const said = Object.fromEntries(SAID.map((field) => [field, stated[field] ?? null])) as Record<(typeof SAID)[number], string | null>;
  return { ...said, name, container, sensitivity: stated.sensitivity ?? unsaid };
}

/** A person's word first; what the file says stays visible after it. */
export function withStated(metadata: Metadata, stated: Stated): Metadata {
  const out: Partial<Record<MetadataField, readonly Found[]>> = { ...metadata };
  for (const field of ['published', 'publisher', 'url'] as const) {
    const value = stated[field];
    if (value !== undefined) out[field] = [{ value, from: STATED }, ...(metadata[field] ?? [])];
  }
  return out;
}
