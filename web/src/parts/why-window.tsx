import { useEffect, useRef, useState } from 'react';
import { Button, Form, Label, TextArea, TextField } from 'react-aria-components';
import { useTongue } from '../data/tongue.tsx';
import { Window } from './window.tsx';

type Props = {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onReason: (reason: string) => void;
};

/** Asks for a reason in a person's own words; nothing is done without one. */
export function WhyWindow({ title, isOpen, onClose, onReason }: Props) {
  return (
    <Window title={title} place="middle" isOpen={isOpen} onOpenChange={(stays) => !stays && onClose()}>
      <Why onReason={onReason} />
    </Window>
  );
}

function Why({ onReason }: Pick<Props, 'onReason'>) {
  const { say } = useTongue();
  const [words, setWords] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  // The window is opened to type in it.
  useEffect(() => field.current?.focus(), []);
  const reason = words.trim();
  return (
    <Form
      className="own-reason"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason) onReason(reason);
      }}
    >
      <TextField className="field" value={words} onChange={setWords}>
        <Label>{say('judge.own')}</Label>
        <TextArea dir="auto" rows={2} ref={field} />
      </TextField>
      <Button className="button button-main" type="submit" isDisabled={!reason}>
        {say('judge.do')}
      </Button>
    </Form>
  );
}
