// What a person's keys and presses do to the claims of a document that is open.
import { useState } from 'react';
import type { ClaimRow } from '../../../src/model/answers.ts';
import type { Quote } from '../../../src/model/claim.ts';
import { useKeys } from '../data/use-keys.ts';
import { useLatest } from '../data/use-latest.ts';
import { useReview, type Review, type ReviewAct } from '../data/use-review.ts';
import type { CardWish } from './claim-card.tsx';
import { useSelection } from './use-selection.ts';

/** What is being asked about before it is done: of a claim, of new words, or of a sort of suggestions. */
export type Asking =
  | { readonly wish: 'reject' | 'withdraw'; readonly id: string }
  | { readonly wish: 'amend'; readonly id: string }
  | { readonly wish: 'own'; readonly quote: Quote }
  | { readonly wish: 'several' };

export type Reviewing = {
  readonly selected: string | null;
  readonly asking: Asking | null;
  readonly review: Review;
  /** These two stay the same functions: the cards are many, and drawn again only where they change. */
  readonly onSelect: (id: string) => void;
  readonly onWish: (id: string, wish: CardWish) => void;
  /** Sends a decision, and goes on to the next suggestion that waits. */
  readonly act: (ids: readonly string[], what: ReviewAct) => void;
  readonly ask: (asking: Asking) => void;
  readonly stopAsking: () => void;
};

/**
 * `claims` are all those of the document, in reading order; `picked` the words selected in its text; `isThen`: they are shown as they stood, and nothing
 * can be decided. Listens for the keys of the review.
 */
export function useReviewing(claims: readonly ClaimRow[], picked: Quote | null, isThen: boolean): Reviewing {
  const [selected, select] = useSelection(claims);
  const review = useReview(select);
  const [asking, setAsking] = useState<Asking | null>(null);
  const stopAsking = (): void => setAsking(null);
  const act = (ids: readonly string[], what: ReviewAct): void => {
    review.decide(ids, what);
    stopAsking();
    const [first] = ids;
    if (first === undefined) return;
    const wasWaiting = claims.some((claim) => claim.id === first && claim.status === 'suggested');
    select(wasWaiting ? (nextWaiting(claims, ids, review.pending) ?? first) : first);
  };
  const wish = (id: string, what: CardWish): void => {
    if (isThen || !wishesOf(claims.find((claim) => claim.id === id)).includes(what) || review.pending.has(id)) return;
    if (what === 'accept' || what === 'undo') act([id], { verb: what });
    else setAsking({ wish: what, id });
  };
  const onWish = useLatest(wish);
  const onSelect = useLatest((id: string) => {
    if (id !== selected) stopAsking();
    select(id);
  });
  useReviewKeys({ claims, selected, picked, isThen, review, onSelect, onWish, act, ask: setAsking });
  return { selected, asking, review, onSelect, onWish, act, ask: setAsking, stopAsking };
}

/** What can be wished for of a claim as it stands. */
export function wishesOf(claim: ClaimRow | undefined): readonly CardWish[] {
  if (!claim) return [];
  if (claim.status === 'suggested') return ['accept', 'reject', 'amend'];
  if (claim.status !== 'recorded' || claim.orphan) return ['undo'];
  return claim.confidence === null ? ['amend', 'withdraw', 'undo'] : ['amend', 'undo'];
}

/** The next suggestion after the first of `ids` that waits, from the top again after the last; null where none does. */
function nextWaiting(claims: readonly ClaimRow[], ids: readonly string[], pending: ReadonlySet<string>): string | null {
  const here = claims.findIndex((claim) => claim.id === ids[0]);
  const ahead = [...claims.slice(here + 1), ...claims.slice(0, Math.max(0, here))];
  return ahead.find((claim) => claim.status === 'suggested' && !pending.has(claim.id) && !ids.includes(claim.id))?.id ?? null;
}

type Hand = Pick<Reviewing, 'selected' | 'review' | 'onSelect' | 'onWish' | 'act' | 'ask'> & {
  readonly claims: readonly ClaimRow[];
  readonly picked: Quote | null;
  readonly isThen: boolean;
};

function useReviewKeys({ claims, selected, picked, isThen, review, onSelect, onWish, act, ask }: Hand): void {
  const step = (by: 1 | -1): void => {
    const here = claims.findIndex((claim) => claim.id === selected);
    const next = claims[here < 0 ? 0 : here + by];
    if (next) onSelect(next.id);
  };
  const wishHere = (what: CardWish): void => {
    if (selected !== null) onWish(selected, what);
  };
  // The selected claim's own decision, unless it was made with others just now: then they all go back together.
  const undo = (): void => {
    const last = review.last();
    const isDecided = claims.some((claim) => claim.id === selected && claim.status !== 'suggested');
    if (selected !== null && isDecided && !last?.ids.includes(selected)) onWish(selected, 'undo');
    else if (last) act(last.ids, { verb: last.back });
  };
  const own = (): void => {
    const quote = picked ?? claims.find((claim) => claim.id === selected)?.quote;
    if (quote) ask({ wish: 'own', quote });
  };
  const steps = { j: () => step(1), k: () => step(-1) };
  const decisions = {
    a: () => wishHere('accept'),
    r: () => wishHere('reject'),
    e: () => wishHere('amend'),
    w: () => wishHere('withdraw'),
    u: undo,
    c: own,
    s: () => ask({ wish: 'several' }),
  };
  useKeys(isThen ? steps : { ...steps, ...decisions });
}
