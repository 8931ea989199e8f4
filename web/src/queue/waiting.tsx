import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import type { ClaimRow } from '../../../src/model/answers.ts';
import type { Queue } from '../../../src/model/queue.ts';
import { documentPath, navigate, useParameter } from '../data/route.ts';
import { useTongue } from '../data/tongue.tsx';
import { useKeys } from '../data/use-keys.ts';
import { useReview, type ReviewAct } from '../data/use-review.ts';
import { ClaimExcerpt } from '../parts/claim-excerpt.tsx';
import { Link } from '../parts/link.tsx';
import { ReasonDialog } from '../parts/reason-dialog.tsx';
import { useLeases } from './use-leases.ts';

/** How many are held at once: the one in hand and those that come next. */
const AHEAD = 3;

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
  const client = useQueryClient();
  // The next ones are held too, so that going on does not wait for the server.
  const { mine, others } = useLeases(
    ordered.slice(here, here + AHEAD).map(({ id }) => id),
    () => void client.invalidateQueries({ queryKey: ['queue'] }),
  );
  const isMine = claim !== undefined && mine.has(claim.id);
  const free = (from: number, step: 1 | -1): ClaimRow | undefined => {
    for (let n = from; ordered[n]; n += step) if (!others.has(ordered[n]?.id ?? '')) return ordered[n];
    return undefined;
  };
  // What another window had in its hands before this one is left to it.
  const instead = claim && others.has(claim.id) ? (free(here + 1, 1) ?? free(0, 1)) : undefined;
  useEffect(() => {
    if (instead) setAddressed(instead.id);
  });
  const take = (next: ClaimRow | undefined): void => {
    setAddressed(next?.id ?? null);
    if (next) requestAnimationFrame(() => document.getElementById(`waits-${next.id}`)?.focus());
  };
  const act = (what: ReviewAct): void => {
    setAskingWhy(false);
    if (!isMine) return;
    review.decide([claim.id], what);
    take(free(here + 1, 1) ?? free(here - 1, -1));
  };
  const hand: Hand = {
    claim,
    accept: () => act({ verb: 'accept' }),
    askWhy: () => setAskingWhy(isMine),
    skip: () => {
      if (!claim) return;
      setSkipped((before) => [...before.filter((id) => id !== claim.id), claim.id]);
      take(free(here + 1, 1) ?? free(0, 1));
    },
    open: () => claim && navigate(documentPath(claim.document, claim.id)),
  };
  const undo = (): void => {
    const last = review.last();
    if (last) review.decide(last.ids, { verb: last.back });
  };
  useKeys({
    j: () => take(free(here + 1, 1)),
    k: () => take(free(here - 1, -1)),
    a: hand.accept,
    r: hand.askWhy,
    s: hand.skip,
    e: hand.open,
    u: undo,
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
            {others.has(each.id) && <p className="caution small">{say('queue.held')}</p>}
            {each === claim && isMine && <Actions hand={hand} />}
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
