// Which claims a question is about: by kind, by who or what they name, by when it happened, by when it was said.
import { canMeet, parseEdtf, readEdtf } from '../base/edtf.ts';
import { mayBeOne } from '../names/name-key.ts';
import type { ClaimRow, Status } from '../model/answers.ts';
import type { Kind } from '../model/vocabulary.ts';

/** Every member narrows; one that is absent does not. Dates are EDTF. */
export type ClaimFilter = {
  readonly document?: string;
  readonly kind?: Kind;
  readonly status?: Status;
  /** A name; it stands in some role, or among the speakers. */
  readonly entity?: string;
  /** It can have happened then. A claim without a resolved time is left out. */
  readonly at?: string;
  /** It was said then or before: by the date of its document. A document without a date is left out. */
  readonly saidBy?: string;
  /** What people labelled so; for whoever reads the claims, as the one below. */
  readonly label?: string;
  /** As the record stood then: for whoever reads the claims, as it cannot be told from them. */
  readonly knownBy?: string;
};

/** The claims that a filter keeps, in the order given. Throws a Fault 'bad-date' where a date of the filter is not EDTF. */
export function selectClaims(claims: readonly ClaimRow[], filter: ClaimFilter): readonly ClaimRow[] {
  const at = filter.at === undefined ? null : parseEdtf(filter.at);
  const saidBy = filter.saidBy === undefined ? null : parseEdtf(filter.saidBy);
  return claims.filter((claim) => {
    if (filter.document !== undefined && claim.document !== filter.document) return false;
    if (filter.kind !== undefined && claim.kind !== filter.kind) return false;
    if (filter.status !== undefined && claim.status !== filter.status) return false;
    if (filter.entity !== undefined && !names(claim, filter.entity)) return false;
    const happened = claim.time?.edtf ? readEdtf(claim.time.edtf) : null;
    if (at && !(happened && canMeet(happened, at))) return false;
    const said = claim.saidOn ? readEdtf(claim.saidOn) : null;
    return !(saidBy && !(said && said.first <= saidBy.last));
  });
}

function names(claim: ClaimRow, entity: string): boolean {
  const named = [...Object.values(claim.roles).flat(), ...claim.saidBy];
  return named.some((name) => mayBeOne(name, entity));
}
