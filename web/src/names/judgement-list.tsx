import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { JudgementRow } from '../../../src/model/entity.ts';
import { dayOf, inOrder } from '../data/dates.ts';
import { isolated } from '../data/isolated.ts';
import { documentPath, namePath, sourcePath } from '../data/route.ts';
import { useTongue } from '../data/tongue.tsx';
import { Link } from '../parts/link.tsx';

type Props = {
  readonly judgements: readonly JudgementRow[];
  /** Entries of those without which the names would fall apart. */
  readonly weak?: readonly string[];
  readonly onUndo: (entry: string) => void;
  /** What was judged: names, happenings by claims that tell of them, what documents rest on, or who owns publishers. */
  readonly of?: keyof typeof PATHS;
};

type Side = JudgementRow['left'];

const PATHS = {
  names: ({ id }: Side) => namePath(id),
  joining: ({ id, document }: Side) => documentPath(document, id),
  origins: ({ document }: Side) => documentPath(document),
  owners: ({ id }: Side) => sourcePath(id),
};

/** Lines that are shown before a person asks for all: the newest. */
const FIRST = 24;

/** Who judged what, when and why, each with both names; those that stand can be taken back here. */
export function JudgementList({ judgements, weak = [], onUndo, of = 'names' }: Props) {
  const tongue = useTongue();
  const { say } = tongue;
  const [all, setAll] = useState(false);
  return (
    <>
      {judgements.length > FIRST && !all && (
        <div className="actions">
          <Button className="button button-quiet" onPress={() => setAll(true)}>
            {say('names.judgements.all', { n: judgements.length })}
          </Button>
        </div>
      )}
      <ol className="judgements">
        {judgements.slice(all ? 0 : -FIRST).map(({ entry, left, right, judgement, by, at, reason, undone }) => {
          const day = dayOf(at, tongue);
          return (
            <li key={entry} data-undone={undone || undefined}>
              <span>
                <Link href={PATHS[of](left)} dir="auto">
                  {left.label}
                </Link>{' '}
                <strong>{say(`${of}.judged.${judgement}`)}</strong>{' '}
                <Link href={PATHS[of](right)} dir="auto">
                  {right.label}
                </Link>
              </span>
              <span className="small soft">
                {say('names.judged.by', { by: isolated(by), at: day ? inOrder(day, tongue)[0] : at })}
                {reason !== null && (
                  <>
                    {say('comma')}
                    {say('card.reason', { reason: isolated(reason) })}
                  </>
                )}
                {undone && (
                  <>
                    {say('comma')}
                    {say('names.judged.undone')}
                  </>
                )}
              </span>
              {weak.includes(entry) && <span className="caution small">{say('names.weak')}</span>}
              {!undone && (
                <Button className="button button-quiet" onPress={() => onUndo(entry)}>
                  {say('names.undo')}
                </Button>
              )}
            </li>
          );
        })}
      </ol>
    </>
  );
}
