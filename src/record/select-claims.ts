// Which claims a question is about: by kind, by who or what they name, by when it happened, by when it was said.
import { by, parseEdtf, readEdtf, within, type Edtf } from '../base/edtf.ts';
import { mayBeOne } from '../names/name-key.ts';
import type { ClaimRow, FittedClock, Status } from '../model/answers.ts';
import type { Kind } from '../model/vocabulary.ts';

/** Every member narrows; one that is absent does not. Dates are EDTF. */
export type ClaimFilter = {
  readonly document?: string;
  readonly kind?: Kind;
  readonly status?: Status;
  /** A name; it stands in some role, or among the speakers. */
  readonly entity?: string;
  /** How whoever asks is shown a name: it is matched as they see it. */
  readonly shown?: (name: string) => string;
  /** It can have happened then. A claim without a resolved time is left out. */
  readonly at?: string;
  /** It was said then or before, or can have been: by the date of its document. A document without a date is left out. */
  readonly saidBy?: string;
  /** What people labelled so; for whoever reads the claims, as the one below. */
  readonly label?: string;
  /** As the record stood then: for whoever reads the claims, as it cannot be told from them. */
  readonly knownBy?: string;
};

/** What of a claim a filter looks at. */
type Selected = Pick<ClaimRow, 'document' | 'kind' | 'status' | 'roles' | 'saidBy' | 'time' | 'saidOn' | 'possibly'>;

/** The claims that a filter keeps, in the order given; what fits a clock only possibly says so. Throws a Fault 'bad-date' where a date of the filter is not EDTF. */
export function selectClaims<Row extends Selected>(claims: readonly Row[], filter: ClaimFilter): readonly Row[] {
  const at = filter.at === undefined ? null : parseEdtf(filter.at);
  const saidBy = filter.saidBy === undefined ? null : parseEdtf(filter.saidBy);
  return claims.flatMap((claim) => {
    if (filter.document !== undefined && claim.document !== filter.document) return [];
    if (filter.kind !== undefined && claim.kind !== filter.kind) return [];
    if (filter.status !== undefined && claim.status !== filter.status) return [];
    if (filter.entity !== undefined && !names(claim, filter.entity, filter.shown)) return [];
    return fitted(claim, at, saidBy) ?? [];
  });
}

/** Claims of what happened by the end of a date, or may have: what has no date may be of any. */
export function happenedBy(claims: readonly ClaimRow[], at: string): readonly ClaimRow[] {
  const until = parseEdtf(at);
  return claims.flatMap((claim) => {
    const happened = claim.time?.edtf ? readEdtf(claim.time.edtf) : null;
    const sure = happened ? by(happened, until) : 'possibly';
    return sure === 'not' ? [] : sure === 'certainly' ? [claim] : [{ ...claim, possibly: [...(claim.possibly ?? []), 'at' as const] }];
  });
}

/** What goes on from the beginning of its time to the end. */
const LASTING: readonly Kind[] = ['position', 'membership', 'command', 'detention'];

/** The claim, and which of the clocks it fits only possibly; null where it does not fit. */
function fitted<Row extends Selected>(claim: Row, at: Edtf | null, saidBy: Edtf | null): Row | null {
  if (!at && !saidBy) return claim;
  const happened = claim.time?.edtf ? readEdtf(claim.time.edtf) : null;
  const said = claim.saidOn ? readEdtf(claim.saidOn) : null;
  const fits = { at: at && happened && within(happened, at, LASTING.includes(claim.kind)), 'said-by': saidBy && said && by(said, saidBy) };
  if ((at && (fits.at ?? 'not') === 'not') || (saidBy && (fits['said-by'] ?? 'not') === 'not')) return null;
  const possibly = (['at', 'said-by'] as const satisfies readonly FittedClock[]).filter((clock) => fits[clock] === 'possibly');
  return possibly.length === 0 ? claim : { ...claim, possibly };
}

function names(claim: Selected, entity: string, shown: (name: string) => string = (name) => name): boolean {
  const named = [...Object.values(claim.roles).flat(), ...claim.saidBy];
  return named.some((name) => mayBeOne(shown(name), entity));
}
