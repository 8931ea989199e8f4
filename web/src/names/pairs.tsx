import { useState } from 'react';
import type { EntityRow, PairProposed } from '../../../src/model/entity.ts';
import type { Listed } from '../../../src/model/list-answers.ts';
import { useTongue } from '../data/tongue.tsx';
import { ListedSide } from '../lists/listed-side.tsx';
import { ReasonDialog } from '../parts/reason-dialog.tsx';
import { JudgeActions, useJudgeKeys } from './judge-actions.tsx';
import { Explanation } from './explanation.tsx';
import { JudgementList } from './judgement-list.tsx';
import { Side } from './side.tsx';
import { pairKey, type Judging } from './use-judging.ts';

/** Two of the record, or one of it and an entry of a list. */
export type Paired = Pick<PairProposed, 'left' | 'compared' | 'judged'> & { readonly right: EntityRow | Listed };

type Props = {
  readonly pairs: readonly Paired[];
  readonly judging: Judging;
  /** What is said where none waits, if not the usual words. */
  readonly none?: string;
};

/** Pairs to judge, one in hand. What is judged goes and the next comes; `z` brings the last one back, and the one before it. */
export function Pairs({ pairs, judging, none }: Props) {
  const { say } = useTongue();
  const [at, setAt] = useState(0);
  const ordered = useFirstSeen(pairs);
  const [isAskingWhy, setAskingWhy] = useState(false);
  const waiting = ordered.filter(({ left, right }) => !judging.done.has(pairKey(left.id, right.id)));
  const here = Math.min(at, Math.max(0, waiting.length - 1));
  const pair = waiting[here];
  // A key is meant for the pair that is on the page.
  const judge = (judgement: 'same' | 'different' | 'unsure', reason: string | null = null): void => {
    setAskingWhy(false);
    if (pair && !judging.isBusy) judging.judge({ ids: [pair.left.id, pair.right.id], judgement, reason });
  };
  const acts = [
    { letter: 'y', name: say('names.same'), act: () => judge('same') },
    { letter: 'n', name: say('names.different'), act: () => setAskingWhy(pair !== undefined) },
    { letter: 'h', name: say('names.unsure'), act: () => judge('unsure') },
  ];
  const move = (by: 1 | -1): void => setAt(Math.min(Math.max(here + by, 0), Math.max(0, waiting.length - 1)));
  useJudgeKeys(acts, judging.undoLast, move);
  return (
    <div className="pairs">
      {pair ? (
        <article className="pair" aria-label={say('names.pair', { n: here + 1, of: waiting.length })}>
          <p className="small soft">
            {say('names.pair', { n: here + 1, of: waiting.length })}
            {pair.judged === 'unsure' && <span className="caution"> {say('names.wasUnsure')}</span>}
          </p>
          <div className="sides">
            <Side row={pair.left} />
            {'list' in pair.right ? <ListedSide entry={pair.right} /> : <Side row={pair.right} />}
          </div>
          {pair.compared && <Explanation compared={pair.compared} />}
          <JudgeActions acts={acts} onUndo={judging.undoLast} />
        </article>
      ) : (
        <p className="pairs-none">{none ?? say('names.noPairs')}</p>
      )}
      <output className="queue-said" data-failed={judging.failed || undefined}>
        {judging.words}
      </output>
      {judging.inTheWay.length > 0 && (
        <div className="notice in-the-way" data-tone="careful" role="alert">
          <p>{say('names.conflict.about')}</p>
          <JudgementList judgements={judging.inTheWay} onUndo={judging.undo} />
        </div>
      )}
      <ReasonDialog of="different" isOpen={isAskingWhy} onClose={() => setAskingWhy(false)} onReason={(reason) => judge('different', reason)} />
    </div>
  );
}

const keyOf = ({ left, right }: Paired): string => pairKey(left.id, right.id);

/** In the order in which they first came: a likelier pair that is found later never takes the place of the one that somebody is looking at. */
function useFirstSeen(pairs: readonly Paired[]): readonly Paired[] {
  const [order, setOrder] = useState<readonly string[]>([]);
  const fresh = pairs.map(keyOf).filter((key) => !order.includes(key));
  if (fresh.length > 0) setOrder([...order, ...fresh]);
  const byKey = new Map(pairs.map((pair) => [keyOf(pair), pair]));
  return [...order, ...fresh].flatMap((key) => byKey.get(key) ?? []);
}
