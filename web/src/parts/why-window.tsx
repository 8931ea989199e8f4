import { useTongue } from '../data/tongue.tsx';
import { OwnReason } from './own-reason.tsx';
import { Window } from './window.tsx';

type Props = {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onReason: (reason: string) => void;
};

/** Asks for a reason in a person's own words; nothing is done without one. */
export function WhyWindow({ title, isOpen, onClose, onReason }: Props) {
  const { say } = useTongue();
  return (
    <Window title={title} place="middle" isOpen={isOpen} onOpenChange={(stays) => !stays && onClose()}>
      <OwnReason label={say('judge.own')} act={say('judge.do')} isFirst onReason={onReason} />
    </Window>
  );
}
