import { setParameters, useParameter } from '../data/route.ts';
import { useTongue } from '../data/tongue.tsx';
import { Button } from 'react-aria-components';

type Props = {
  readonly before: number;
  readonly shown: number;
  readonly after: number;
  /** What is counted: the rows of the list, those of them that have a date, the claims that they are made of, or the steps of a proceeding. */
  readonly of?: 'rows' | 'dated' | 'claims' | 'steps';
};

/** What of a long list stands before and after the stretch that is shown, and the way there. Nothing where all is shown. */
export function Beyond({ before, shown, after, of = 'rows' }: Props) {
  const { say } = useTongue();
  const [year] = useParameter('year');
  const [from] = useParameter('from');
  const [skip] = useParameter('skip');
  if (before + after === 0) return null;
  const onwards = (): void => setParameters({ skip: String(Number(skip ?? 0) + shown) }, true);
  return (
    <div className="beyond small">
      <span className="caution number">{say(`stretch.${of}`, { from: before + 1, to: before + shown, all: before + shown + after })}</span>
      {(year !== null || from !== null || skip !== null) && (
        <Button className="button button-quiet" onPress={() => setParameters({ year: null, from: null, skip: null }, true)}>
          {say('stretch.first')}
        </Button>
      )}
      {after > 0 && (
        <Button className="button" onPress={onwards}>
          {say('stretch.next', { n: after })}
        </Button>
      )}
    </div>
  );
}
