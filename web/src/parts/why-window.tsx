import { useTongue } from '../data/tongue.tsx';
import { OwnReason } from './own-reason.tsx';
import { Window } from './window.tsx';

type Props = {
  readonly title: string;
  /** What is to be known before. */
  readonly note?: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onReason: (reason: string) => void;
};

/** Asks for a reason in a person's own words; nothing is done without one. */
export function WhyWindow({ title, note, isOpen, onClose, onReason }: Props) {
  const { say } = useTongue();
  return (
    <Window title={title} place="middle" isOpen={isOpen} onOpenChange={(stays) => !stays && onClose()}>
      {note !== undefined && <p className="small soft">{note}</p>}
      <OwnReason label={say('judge.own')} act={say('judge.do')} isFirst onReason={onReason} />
    </Window>
  );
}
