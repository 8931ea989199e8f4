import { useEffect, useRef, useState } from 'react';
import { Button, Form, Input, Label, TextField } from 'react-aria-components';

type Props = {
  readonly label: string;
  /** What the button says. */
  readonly act: string;
  /** Whether one begins to type here as soon as it is there. */
  readonly isFirst?: boolean;
  readonly onReason: (reason: string) => void;
};

/** A person's own words for why; nothing is done without any. */
export function OwnReason({ label, act, isFirst = false, onReason }: Props) {
  const [words, setWords] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isFirst) field.current?.focus();
  }, [isFirst]);
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
        <Label>{label}</Label>
        <Input dir="auto" ref={field} />
      </TextField>
      <Button className="button" type="submit" isDisabled={!reason}>
        {act}
      </Button>
    </Form>
  );
}
