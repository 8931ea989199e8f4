import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useKeys } from '../data/use-keys.ts';
import { useTongue, type Phrase } from '../data/tongue.tsx';
import { AskName } from '../veil/ask-name.tsx';
import { veiledInQuestion } from '../veil/questions.ts';
import { setUncovered } from './uncovered.ts';

type Props = {
  readonly id: string;
  readonly isCoverable: boolean;
  readonly isCovered: boolean;
  readonly isMarked: boolean;
  /** What the button says that shows it. */
  readonly show: Phrase;
  readonly children: ReactNode;
};

/**
 * Something to look at or listen to, or what stands in its place: nothing of it is loaded before somebody asks, and none of it where it bears a name
 * that is kept behind a pseudonym. Covered or uncovered by the same key.
 */
export function Coverable({ id, isCoverable, isCovered, isMarked, show, children }: Props) {
  const { say } = useTongue();
  const veiled = useQuery(veiledInQuestion(id));
  useKeys(isCoverable ? { v: () => setUncovered(id, isCovered) } : {});
  if (veiled.isPending) return <output className="soft">{say('loading')}</output>;
  if (veiled.data && veiled.data.length > 0)
    return (
      <div className="media-cover">
        <p>{say('veil.picture')}</p>
        {veiled.data.map((name) => (
          <AskName key={name.id} name={name} />
        ))}
      </div>
    );
  if (isCovered)
    return (
      <div className="media-cover" data-marked={isMarked || undefined}>
        <p>{say(isMarked ? 'media.marked' : 'media.covered')}</p>
        <Button className="button" aria-keyshortcuts="v" onPress={() => setUncovered(id, true)}>
          {say(show)} <kbd aria-hidden="true">v</kbd>
        </Button>
      </div>
    );
  return (
    <>
      {children}
      {isCoverable && (
        <Button className="button button-quiet cover-again" aria-keyshortcuts="v" onPress={() => setUncovered(id, false)}>
          {say('media.cover')} <kbd aria-hidden="true">v</kbd>
        </Button>
      )}
    </>
  );
}
