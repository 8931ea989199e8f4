// What this window of the desk has in its hands: while it does, no other window gets it.
import { useEffect, useState } from 'react';
import { Refusal, send, sendLast } from '../data/api.ts';
import { useLatest } from '../data/use-latest.ts';

/** Tells this window from every other; for as long as it is open. */
const WINDOW = crypto.randomUUID();

/** How often a window says that it still looks at what it holds, in milliseconds: well before the server lets go of it. */
const BEAT = 40_000;

type Answer = { readonly mine: readonly string[]; readonly others: readonly string[] };

export type Leases = { readonly mine: ReadonlySet<string>; readonly others: ReadonlySet<string> };

/** Holds the suggestions of these ids, in place of those before. `onGone` is told when the first of them is not to be had any more. */
export function useLeases(ids: readonly string[], onGone: () => void): Leases {
  const [held, setHeld] = useState<Leases>({ mine: new Set(), others: new Set() });
  const tellGone = useLatest(onGone);
  const wanted = ids.join(' ');
  useEffect(() => {
    let isCurrent = true;
    const asked = wanted.split(' ').filter((id) => id !== '');
    const heard = ({ mine, others }: Answer): void => {
      if (!isCurrent) return;
      setHeld({ mine: new Set(mine), others: new Set(others) });
      if (asked[0] !== undefined && !mine.includes(asked[0])) tellGone();
    };
    const take = (): void =>
      void send<Answer>('/queue/take', { window: WINDOW, ids: asked }).then(heard, (thrown: unknown) => {
        // A decision would be refused too, and says so itself.
        if (!(thrown instanceof Refusal)) throw thrown;
      });
    take();
    const beat = setInterval(take, BEAT);
    return () => {
      isCurrent = false;
      clearInterval(beat);
    };
  }, [wanted, tellGone]);
  useEffect(() => {
    const letGo = (): void => sendLast('/queue/take', { window: WINDOW, ids: [] });
    window.addEventListener('pagehide', letGo);
    return () => {
      window.removeEventListener('pagehide', letGo);
      letGo();
    };
  }, []);
  return held;
}
