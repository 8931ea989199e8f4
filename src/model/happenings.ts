// What happened as the claims of one thing tell it (a name, a document, a source): each event with its origins and with the figures that sources give.
import type { EventRow, OriginCount } from './event.ts';
import type { Figures } from './figures.ts';

/** Origins and figures are of all recorded claims of the event, not only of those that led here. */
export type Happening = EventRow & { readonly origins: OriginCount; readonly figures: readonly Figures[] };

/** Of the first `looked` of `claims` recorded claims. */
export type Happenings = { readonly events: readonly Happening[]; readonly looked: number; readonly claims: number };
