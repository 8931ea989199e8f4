import { Button } from 'react-aria-components';
import { useTongue } from '../data/tongue.tsx';
import { useKeys } from '../data/use-keys.ts';

/** What can be said of the two in hand, each by a letter. */
export type JudgeActs = readonly { readonly letter: string; readonly name: string; readonly act: () => void }[];

/** The same by keys, also while none is in hand: `z` takes back, `j` and `k` go on and back. */
export function useJudgeKeys(acts: JudgeActs, onUndo: () => void, onMove: (by: 1 | -1) => void): void {
  useKeys({ ...Object.fromEntries(acts.map(({ letter, act }) => [letter, act])), z: onUndo, j: () => onMove(1), k: () => onMove(-1) });
}

export function JudgeActions({ acts, onUndo }: { readonly acts: JudgeActs; readonly onUndo: () => void }) {
  const { say } = useTongue();
  return (
    <div className="actions">
      {acts.map(({ letter, name, act }) => (
        <Button key={letter} className="button" aria-keyshortcuts={letter} onPress={act}>
          {name} <kbd aria-hidden="true">{letter}</kbd>
        </Button>
      ))}
      <Button className="button button-quiet" aria-keyshortcuts="z" onPress={onUndo}>
        {say('names.undo')} <kbd aria-hidden="true">z</kbd>
      </Button>
    </div>
  );
}
