import { useEffect, useRef, type KeyboardEvent } from 'react';
import { Button, Toolbar } from 'react-aria-components';
import { useTongue } from '../data/tongue.tsx';
import { OwnReason } from './own-reason.tsx';
import { Window } from './window.tsx';

type Props = {
  /** What wants the reason: setting a suggestion aside, taking back a claim of one's own, or telling two names apart. */
  readonly of: 'reject' | 'withdraw' | 'different';
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onReason: (reason: string) => void;
};

/** Asks why: one press for a common reason, or a person's own words. */
export function ReasonDialog({ of, isOpen, onClose, onReason }: Props) {
  const { say } = useTongue();
  return (
    <Window title={say(`${of}.title`)} place="middle" isOpen={isOpen} onOpenChange={(open) => !open && onClose()}>
      <CommonReasons of={of} onReason={onReason} />
      <OwnReason label={say('reject.own')} act={say(`${of}.do`)} onReason={onReason} />
    </Window>
  );
}

/** A press, an arrow key and Enter, or its number chooses a reason. */
function CommonReasons({ of, onReason }: Pick<Props, 'of' | 'onReason'>) {
  const { say, list, number } = useTongue();
  const reasonsRef = useRef<HTMLDivElement>(null);
  // A dialog is opened to choose in it, so the first reason has the focus.
  useEffect(() => reasonsRef.current?.querySelector('button')?.focus(), []);
  const reasons = list(`${of}.reasons`);
  const byDigit = (event: KeyboardEvent): void => {
    const reason = reasons[Number(event.key) - 1];
    if (reason !== undefined) onReason(reason);
  };
  return (
    <div role="presentation" onKeyDown={byDigit}>
      <Toolbar className="options" orientation="vertical" aria-label={say('reject.common')} ref={reasonsRef}>
        {reasons.map((reason, n) => (
          <Button key={reason} className="option option-button" onPress={() => onReason(reason)}>
            <kbd aria-hidden="true">{number(n + 1)}</kbd> {reason}
          </Button>
        ))}
      </Toolbar>
    </div>
  );
}
