import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { Button, Form, Input, Label, TextField, Toolbar } from 'react-aria-components';
import { useTongue } from '../data/tongue.tsx';
import { Window } from '../parts/window.tsx';

type Props = { readonly isOpen: boolean; readonly onClose: () => void; readonly onReject: (reason: string) => void };

/** Asks why a suggestion is set aside: one press for a common reason, or a person's own words. */
export function RejectDialog({ isOpen, onClose, onReject }: Props) {
  const { say } = useTongue();
  return (
    <Window title={say('reject.title')} place="middle" isOpen={isOpen} onOpenChange={(open) => !open && onClose()}>
      <CommonReasons onReject={onReject} />
      <OwnReason onReject={onReject} />
    </Window>
  );
}

/** A press, an arrow key and Enter, or its number chooses a reason. */
function CommonReasons({ onReject }: Pick<Props, 'onReject'>) {
  const { say, list, number } = useTongue();
  const reasonsRef = useRef<HTMLDivElement>(null);
  // A dialog is opened to choose in it, so the first reason has the focus.
  useEffect(() => reasonsRef.current?.querySelector('button')?.focus(), []);
  const reasons = list('reject.reasons');
  const byDigit = (event: KeyboardEvent): void => {
    const reason = reasons[Number(event.key) - 1];
    if (reason !== undefined) onReject(reason);
  };
  return (
    <div role="presentation" onKeyDown={byDigit}>
      <Toolbar className="options" orientation="vertical" aria-label={say('reject.common')} ref={reasonsRef}>
        {reasons.map((reason, n) => (
          <Button key={reason} className="option option-button" onPress={() => onReject(reason)}>
            <kbd aria-hidden="true">{number(n + 1)}</kbd> {reason}
          </Button>
        ))}
      </Toolbar>
    </div>
  );
}

function OwnReason({ onReject }: Pick<Props, 'onReject'>) {
  const { say } = useTongue();
  const [words, setWords] = useState('');
  const reason = words.trim();
  return (
    <Form
      className="own-reason"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason) onReject(reason);
      }}
    >
      <TextField className="field" value={words} onChange={setWords}>
        <Label>{say('reject.own')}</Label>
        <Input dir="auto" />
      </TextField>
      <Button className="button" type="submit" isDisabled={!reason}>
        {say('reject.do')}
      </Button>
    </Form>
  );
}
