// Links: how a person says that two happenings hang together: the one is a part of the other, or led to it. Nothing is linked by machine.
import { object, oneOf, string, type Of } from '../base/shape.ts';
import { parseSide } from './judgement.ts';
import type { Kind } from './vocabulary.ts';

/** `part of`: a killing within a massacre. `led to`: the plot, the arrest, the trial; in order, not as a finding of cause. */
export const LINKS = ['part of', 'led to'] as const;
export type LinkSort = (typeof LINKS)[number];

/** The sides are claims that tell of the two happenings; `left` is the part, or what came before. */
export const parseHappeningsLinked = object({ link: oneOf(LINKS), left: parseSide, right: parseSide, reason: string });
export type HappeningsLinked = Of<typeof parseHappeningsLinked>;

/** A link as it stands, or stood until it was taken back. */
export type LinkRow = HappeningsLinked & {
  readonly entry: string;
  readonly by: string;
  readonly at: string;
  readonly undone: boolean;
  readonly undoneAt: string | null;
};

/** A link as one of its events sees it. `kind` is null where no claim tells of the other any more. */
export type EventLink = {
  readonly how: 'part of' | 'has part' | 'led to' | 'came of';
  readonly other: { readonly id: string; readonly kind: Kind | null; readonly label: string };
  readonly link: LinkRow;
};
