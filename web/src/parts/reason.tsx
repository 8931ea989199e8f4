import { Button } from 'react-aria-components';
import { Refusal } from '../data/api.ts';
import { useTongue } from '../data/tongue.tsx';

type Props = {
  readonly title: string;
  /** Null while it is not yet known. */
  readonly error: Error | null;
  readonly again: () => void;
};

/** Why a part of a page is not there, in the server's words, and a way to try again. */
export function Reason({ title, error, again }: Props) {
  const { say } = useTongue();
  return (
    <div className="notice reason" data-tone="careful" role="alert">
      <strong>{title}</strong>
      {error && (
        <span lang="en" dir="auto">
          {error.message}
        </span>
      )}
      {error instanceof Refusal && error.hint !== '' && (
        <span lang="en" dir="auto" className="soft">
          {error.hint}
        </span>
      )}
      <div className="actions">
        <Button className="button" onPress={again}>
          {say('again')}
        </Button>
      </div>
    </div>
  );
}
