// Which claim of a document is selected, and where the reader's eyes and focus are for it.
import { useEffect, useRef, useState } from 'react';
import type { ClaimRow } from '../../../src/model/answers.ts';
import { useParameter } from '../data/route.ts';

/** Which claim is selected: the address says; at first, the first suggestion that waits. Selecting brings it into view, in text and list, and focuses it. */
export function useSelection(claims: readonly ClaimRow[]): readonly [string | null, (id: string) => void] {
  const [addressed, setAddressed] = useParameter('claim');
  const [first] = useState(() => claims.find((claim) => claim.status === 'suggested')?.id ?? null);
  const selected = addressed ?? first;
  const isChosen = useRef(false);
  useEffect(() => {
    if (selected === null) return;
    bringIntoView(selected);
    if (isChosen.current) focusCard(selected);
    // Until its fonts have come, a text is not yet as long as it will be.
    else void document.fonts.ready.then(() => bringIntoView(selected));
  }, [selected]);
  const select = (id: string): void => {
    isChosen.current = true;
    setAddressed(id);
  };
  return [selected, select];
}

/** The words or the rectangle of a claim, and its card. */
export function bringIntoView(id: string): void {
  document.getElementById(`mark-${id}`)?.scrollIntoView({ block: 'nearest' });
  document.getElementById(`card-${id}`)?.closest('.card')?.scrollIntoView({ block: 'nearest' });
}

export const focusCard = (id: string): void => document.getElementById(`card-${id}`)?.focus({ preventScroll: true });
