import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { ClaimRow, Queue } from '../../../src/model/answers.ts';
import { documentPath, navigate, useParameter } from '../data/route.ts';
import { useTongue } from '../data/tongue.tsx';
import { useKeys } from '../data/use-keys.ts';
import { useReview, type ReviewAct } from '../data/use-review.ts';
import { ClaimExcerpt } from '../parts/claim-excerpt.tsx';
import { Link } from '../parts/link.tsx';
import { ReasonDialog } from '../parts/reason-dialog.tsx';

type Hand = {
  readonly claim: ClaimRow | undefined;
  readonly accept: () => void;
  readonly askWhy: () => void;
  readonly skip: () => void;
  readonly open: () => void;
};

/** The suggestions themselves, one of them in hand. What is skipped comes back after the others. */
export function Waiting({ queue }: { readonly queue: Queue }) {
  const { say } = useTongue();
  const [skipped, setSkipped] = useState<readonly string[]>([]);
  const [isAskingWhy, setAskingWhy] = useState(false);
  const [addressed, setAddressed] = useParameter('claim');
  const review = useReview(setAddressed);
  const left = queue.claims.filter((claim) => !review.pending.has(claim.id));
  const ordered = [...left.filter((claim) => !skipped.includes(claim.id)), ...skipped.flatMap((id) => left.find((claim) => claim.id === id) ?? [])];
  const here = Math.max(0, ordered.findIndex((claim) => claim.id === addressed)); // prettier-ignore
  const claim = ordered[here];
  const take = (next: ClaimRow | undefined): void => {
    setAddressed(next?.id ?? null);
    if (next) requestAnimationFrame(() => document.getElementById(`waits-${next.id}`)?.focus());
  };
  const act = (what: ReviewAct): void => {
    setAskingWhy(false);
    if (claim) review.decide([claim.id], what);
    take(ordered[here + 1] ?? ordered[here - 1]);
  };
  const hand: Hand = {
    claim,
    accept: () => act({ verb: 'accept' }),
    askWhy: () => setAskingWhy(claim !== undefined),
    skip: () => {
      if (!claim) return;
      setSkipped((before) => [...before.filter((id) => id !== claim.id), claim.id]);
      take(ordered[here + 1] ?? ordered[0]);
    },
    open: () => claim && navigate(documentPath(claim.document, claim.id)),
  };
  useKeys({
    j: () => take(ordered[here + 1]),
    k: () => take(ordered[here - 1]),
    a: hand.accept,
    r: hand.askWhy,
    s: hand.skip,
    e: hand.open,
    u: () => review.last().length > 0 && review.decide(review.last(), { verb: 'undo' }),
  });
  return (
    <>
      {queue.total === 0 && (
        <Link className="button" href="/">
          {say('panel.toList')}
        </Link>
      )}
      <ol className="queue-list">
        {ordered.map((each) => (
          <li key={each.id} id={`waits-${each.id}`} tabIndex={-1} aria-current={each === claim ? 'true' : undefined}>
            <div role="presentation" onClick={() => setAddressed(each.id)} onFocus={() => setAddressed(each.id)}>
              <ClaimExcerpt claim={each} />
            </div>
            {each === claim && <Actions hand={hand} />}
          </li>
        ))}
      </ol>
      <output className="queue-said" data-failed={review.failed || undefined}>
        {review.said}
      </output>
      <ReasonDialog of="reject" isOpen={isAskingWhy} onClose={() => setAskingWhy(false)} onReason={(reason) => act({ verb: 'reject', reason })} />
    </>
  );
}

function Actions({ hand }: { readonly hand: Hand }) {
  const { say } = useTongue();
  const actions = [
    { letter: 'a', name: say('card.accept'), act: hand.accept },
    { letter: 'r', name: say('card.reject'), act: hand.askWhy },
    { letter: 's', name: say('queue.skip'), act: hand.skip },
    { letter: 'e', name: say('queue.open'), act: hand.open },
  ];
  return (
    <div className="actions">
      {actions.map(({ letter, name, act }, n) => (
        <Button key={letter} className={n === 0 ? 'button button-main' : 'button'} aria-keyshortcuts={letter} onPress={act}>
          {name} <kbd aria-hidden="true">{letter}</kbd>
        </Button>
      ))}
    </div>
  );
}
