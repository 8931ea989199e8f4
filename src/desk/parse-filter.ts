// The filters that lists share, parsed from the words of a command line or of a URL.
import { isoDay, parseEdtf } from '../base/edtf.ts';
import { Fault } from '../base/fault.ts';
import { STATUSES } from '../model/answers.ts';
import { KINDS } from '../model/vocabulary.ts';
import type { ClaimFilter } from '../record/select-claims.ts';

export type { ClaimFilter };

/** Names of the filters, as options and as query parameters, and what each does. */
export const FILTERS = {
  document: { value: 'ID', about: 'only of this document' },
  kind: { value: 'KIND', about: 'only claims of this kind' },
  status: { value: 'STATUS', about: 'suggested, recorded or rejected; else the first two' },
  entity: { value: 'NAME', about: 'only where this name stands in a role or among the speakers' },
  label: { value: 'LABEL', about: 'only what people gave this label' },
  at: { value: 'EDTF', about: 'only what can have happened then' },
  'said-by': { value: 'EDTF', about: 'only what was said then or before, by the date of the document' },
  'known-by': {
    value: 'EDTF',
    about: 'the record as it stood then, by the time of the log (UTC): what was decided later, or taken back by then, does not count',
  },
} as const;

/** Throws a Fault 'bad-usage' or 'bad-date' where a word is off. `get` gives the words of one filter, if there are any. */
export function parseFilter(get: (name: keyof typeof FILTERS) => string | undefined): ClaimFilter {
  const filter: { -readonly [K in keyof ClaimFilter]: ClaimFilter[K] } = {};
  const [document, kind, status, entity, at, saidBy] = [get('document'), get('kind'), get('status'), get('entity'), get('at'), get('said-by')];
  if (document !== undefined) filter.document = document;
  if (kind !== undefined) filter.kind = pick(KINDS, kind, 'kind of claim');
  if (status !== undefined) filter.status = pick(STATUSES, status, 'status');
  if (entity !== undefined) filter.entity = entity;
  if (at !== undefined) filter.at = parseEdtf(at).edtf;
  if (saidBy !== undefined) filter.saidBy = parseEdtf(saidBy).edtf;
  const [knownBy, label] = [get('known-by'), get('label')];
  if (label !== undefined) filter.label = label;
  if (knownBy !== undefined) filter.knownBy = parseEdtf(knownBy).edtf;
  return filter;
}

/** The last instant of the day up to which the filter asks what was known; none where it does not. */
export const instantOf = ({ knownBy }: ClaimFilter): string | undefined => (knownBy === undefined ? undefined : endOf(knownBy));

/** The last instant of a date, ISO and UTC; of one that has no end, the end of the year 9999. */
export function endOf(date: string): string {
  const { last } = parseEdtf(date);
  return `${Number.isFinite(last) ? isoDay(last) : '9999-12-31'}T23:59:59.999Z`;
}

/** The value that a word names. Throws a Fault 'bad-usage' that lists the values where it names none. */
export function pick<const T extends string>(values: readonly T[], word: string, what: string): T {
  const found = values.find((value) => value === word);
  if (found === undefined) throw new Fault('bad-usage', `there is no ${what} "${word}"`, `There are: ${values.join(', ')}.`);
  return found;
}
