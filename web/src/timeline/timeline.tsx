import { useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { timelineQuestion } from '../data/questions.ts';
import { useParameter } from '../data/route.ts';
import { useTongue } from '../data/tongue.tsx';
import { ClockBar } from '../clocks/clock-bar.tsx';
import { Asked } from '../parts/asked.tsx';
import { DrawingPart } from './drawing-part.tsx';
import { Narrowing } from './narrowing.tsx';
import { TimelineList } from './timeline-list.tsx';
import { given, useNarrowing } from './use-narrowing.ts';

/** Claims and suggestions by when they say it happened, drawn and in words; each leads to its passage. */
export function TimelinePage() {
  const { say } = useTongue();
  const [wanted, setWanted] = useState<string | null>(null);
  const onFound = useCallback(() => setWanted(null), []);
  const asked = useQuery(timelineQuestion(useAsked()));
  return (
    <Asked asked={asked}>
      {(timeline) => (
        <div className="page timeline">
          <title>{`${say('timeline.title')} · onrecord`}</title>
          <header className="page-head">
            <h1>{say('timeline.title')}</h1>
            <p className="lead">{say('timeline.lead')}</p>
          </header>
          <ClockBar />
          <Narrowing shown={new Set([...timeline.dated.map(({ claim }) => claim), ...timeline.undated].map(({ status }) => status))} />
          <DrawingPart onWanted={setWanted} />
          <TimelineList timeline={timeline} wanted={wanted} onFound={onFound} />
        </div>
      )}
    </Asked>
  );
}

/** What the address asks of the list, as the server takes it. */
function useAsked(): string {
  const narrowing = useNarrowing();
  const [year] = useParameter('year');
  const [from] = useParameter('from');
  const [skip] = useParameter('skip');
  return new URLSearchParams({ ...narrowing, ...given({ year, from, skip }) }).toString();
}
