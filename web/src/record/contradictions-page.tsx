import { useQuery } from '@tanstack/react-query';
import { ClockBar } from '../clocks/clock-bar.tsx';
import { useClocks } from '../clocks/use-clocks.ts';
import { useTongue } from '../data/tongue.tsx';
import { Asked } from '../parts/asked.tsx';
import { ContradictionList } from './contradiction-list.tsx';
import { contradictionsQuestion } from './questions.ts';
import { RecordHead } from './record-head.tsx';

/** All that recorded claims say against each other, the open ones first: a list to work through. */
export function ContradictionsPage() {
  const { say } = useTongue();
  const asked = useQuery(contradictionsQuestion(new URLSearchParams(useClocks()).toString()));
  return (
    <div className="page record names">
      <RecordHead page="contradictions" title="contradictions.title" lead={say('contradictions.lead')} />
      <ClockBar />
      <Asked asked={asked}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="notice">{say('contradictions.none')}</p>
          ) : (
            <>
              <p>{say('contradictions.open', { n: rows.filter(({ open }) => open).length })}</p>
              <ContradictionList rows={rows} />
            </>
          )
        }
      </Asked>
    </div>
  );
}
