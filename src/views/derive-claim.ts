// All that the views keep of what was decided about a claim, made of the decision alone: so it can be made in a thread beside the one that writes.
import { STATUS_AFTER, type Decided, type Status } from '../model/answers.ts';
import type { ClaimContent } from '../model/claim.ts';
import { momentOf, type Moment } from './fold-moments.ts';
import { namesIn, type Mention } from './fold-names.ts';
import { foundBy, type Words } from './fold-words.ts';
import type { Tables } from './tables.ts';

/** What was decided about a suggestion or a person's own claim, by its id. */
export type DecidedClaim = { readonly document: string; readonly id: string; readonly decision: Decided };

export type Derived = DecidedClaim &
  Pick<Tables['standing'], 'start' | 'end' | 'kind'> &
  Moment &
  Words & {
    readonly status: Status;
    /** Of a claim that is recorded; others name nobody. */
    readonly mentions: readonly Mention[];
  };

export function deriveClaim({ document, id, decision }: DecidedClaim, content: ClaimContent): Derived {
  const { start, end } = content.quote;
  const status = STATUS_AFTER[decision];
  const mentions = status === 'recorded' ? namesIn(document, content) : [];
  return { document, id, decision, start, end, kind: content.kind, status, mentions, ...momentOf(content), ...foundBy(id, content) };
}
