import { useQuery } from '@tanstack/react-query';
import { ClockBar } from '../clocks/clock-bar.tsx';
import { useTongue } from '../data/tongue.tsx';
import { Asked } from '../parts/asked.tsx';
import { ContradictionList } from './contradiction-list.tsx';
import { contradictionsQuestion } from './questions.ts';
import { Paged } from './paged.tsx';
import { RecordHead } from './record-head.tsx';
import { usePageSearch } from './use-page-search.ts';

/** All that recorded claims say against each other, the open ones first: a list to work through. */
export function ContradictionsPage() {
  const { say } = useTongue();
  const asked = useQuery(contradictionsQuestion(new URLSearchParams(usePageSearch()).toString()));
  return (
    <div className="page record names">
      <RecordHead page="contradictions" title="contradictions.title" lead={say('contradictions.lead')} />
      <ClockBar />
      <Asked asked={asked}>
        {(found) => (
          <Paged page={found} empty="contradictions.none">
            <p>{say('contradictions.open', { n: found.rows.filter(({ open }) => open).length })}</p>
            <ContradictionList rows={found.rows} />
          </Paged>
        )}
      </Asked>
    </div>
  );
}
