// What a person's keys and presses do to the claims of a document that is open.
import { useState } from 'react';
import type { ClaimRow } from '../../../src/model/answers.ts';
import { useKeys } from '../data/use-keys.ts';
import { useLatest } from '../data/use-latest.ts';
import type { CardWish } from './claim-card.tsx';
import { useReview, type Review, type ReviewAct } from './use-review.ts';
import { useSelection } from './use-selection.ts';

/** A rejection or an amendment that is being asked about, and of which claim. */
type Asking = { readonly id: string; readonly wish: 'reject' | 'amend' };

export type Reviewing = {
  readonly selected: string | null;
  readonly asking: Asking | null;
  readonly review: Review;
  /** These two stay the same functions: the cards are many, and drawn again only where they change. */
  readonly onSelect: (id: string) => void;
  readonly onWish: (id: string, wish: CardWish) => void;
  /** Sends a decision, and goes on to the next suggestion that waits. */
  readonly act: (id: string, what: ReviewAct) => void;
  readonly stopAsking: () => void;
};

/** `claims` are all those of the document, in reading order. Listens for the keys of the review. */
export function useReviewing(documentId: string, claims: readonly ClaimRow[]): Reviewing {
  const [selected, select] = useSelection(claims);
  const review = useReview(documentId);
  const [asking, setAsking] = useState<Asking | null>(null);
  const stopAsking = (): void => setAsking(null);
  const act = (id: string, what: ReviewAct): void => {
    review.decide(id, what);
    stopAsking();
    select(what.verb === 'undo' ? id : (nextWaiting(claims, id, review.pending) ?? id));
  };
  const wish = (id: string, what: CardWish): void => {
    if (isWaiting(claims, id) === (what === 'undo') || review.pending.has(id)) return;
    if (what === 'reject' || what === 'amend') setAsking({ id, wish: what });
    else act(id, { verb: what });
  };
  const onWish = useLatest(wish);
  const onSelect = useLatest((id: string) => {
    if (id !== selected) stopAsking();
    select(id);
  });
  useReviewKeys({ claims, selected, last: review.last, onSelect, onWish });
  return { selected, asking, review, onSelect, onWish, act, stopAsking };
}

const isWaiting = (claims: readonly ClaimRow[], id: string): boolean => claims.some((claim) => claim.id === id && claim.status === 'suggested');

/** The next suggestion after `id` that waits, from the top again after the last; null where none does. */
function nextWaiting(claims: readonly ClaimRow[], id: string, pending: ReadonlySet<string>): string | null {
  const here = claims.findIndex((claim) => claim.id === id);
  const ahead = [...claims.slice(here + 1), ...claims.slice(0, Math.max(0, here))];
  return ahead.find((claim) => claim.status === 'suggested' && !pending.has(claim.id))?.id ?? null;
}

type Hand = Pick<Reviewing, 'selected' | 'onSelect' | 'onWish'> & Pick<Review, 'last'> & { readonly claims: readonly ClaimRow[] };

function useReviewKeys({ claims, selected, last, onSelect, onWish }: Hand): void {
  const step = (by: 1 | -1): void => {
    const here = claims.findIndex((claim) => claim.id === selected);
    const next = claims[here < 0 ? 0 : here + by];
    if (next) onSelect(next.id);
  };
  const wishHere = (what: CardWish): void => {
    if (selected !== null) onWish(selected, what);
  };
  const undo = (): void => {
    const id = selected !== null && !isWaiting(claims, selected) ? selected : last();
    if (id !== null) onWish(id, 'undo');
  };
  useKeys({ j: () => step(1), k: () => step(-1), a: () => wishHere('accept'), r: () => wishHere('reject'), e: () => wishHere('amend'), u: undo });
}
