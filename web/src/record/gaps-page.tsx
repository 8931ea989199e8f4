import { useQuery } from '@tanstack/react-query';
import type { MatrixRow } from '../../../src/model/matrix.ts';
import { dayOf, inOrder } from '../data/dates.ts';
import { useTongue } from '../data/tongue.tsx';
import { ClockBar } from '../clocks/clock-bar.tsx';
import { StretchShown } from '../matrix/stretch-shown.tsx';
import { Asked } from '../parts/asked.tsx';
import { EventLine } from './events-page.tsx';
import { gapsQuestion } from './questions.ts';
import { RecordHead } from './record-head.tsx';
import { usePageSearch } from './use-page-search.ts';

/** Harms to which nothing in this record tells of an answer, oldest first. A blank is a blank of the record, not of the world. */
export function GapsPage() {
  const tongue = useTongue();
  const { say } = tongue;
  const asked = useQuery(gapsQuestion(new URLSearchParams(usePageSearch()).toString()));
  const day = asked.data ? dayOf(asked.data.asOf, tongue) : null;
  return (
    <div className="page record">
      <RecordHead page="gaps" title="gaps.title" lead={asked.data ? say('gaps.lead', { date: day ? inOrder(day, tongue)[0] : asked.data.asOf }) : ''} />
      <ClockBar />
      <Asked asked={asked}>
        {(found) => (
          <>
            {!found.whole && <StretchShown matrix={found} />}
            {found.rows.length === 0 ? (
              <p className="notice">{say('gaps.none')}</p>
            ) : (
              <ul className="record-rows">
                {found.rows.map((row) => (
                  <Gap key={row.harm.id} row={row} />
                ))}
              </ul>
            )}
          </>
        )}
      </Asked>
    </div>
  );
}

function Gap({ row: { harm, days, origins, inaction, denials } }: { readonly row: MatrixRow }) {
  const { say } = useTongue();
  const told = [
    ...(days === null ? [] : [say('gaps.days', { n: days })]),
    ...(origins === 1 ? [say('gaps.oneOrigin')] : []),
    ...(inaction.length > 0 ? [say('gaps.inaction', { n: inaction.length })] : []),
    ...(denials.length > 0 ? [say('gaps.denials', { n: denials.length })] : []),
  ];
  return <EventLine event={harm}>{told.length > 0 && <span className="small">{told.join(say('comma'))}</span>}</EventLine>;
}
