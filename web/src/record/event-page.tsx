import { useQuery } from '@tanstack/react-query';
import type { EventView } from '../../../src/model/event.ts';
import { familyOf } from '../../../src/model/vocabulary.ts';
import { ClockBar } from '../clocks/clock-bar.tsx';
import { useTongue } from '../data/tongue.tsx';
import { AskedAtClocks } from '../clocks/asked-at-clocks.tsx';
import { useClockSearch } from '../clocks/use-clock-search.ts';
import { ClaimExcerpt } from '../parts/claim-excerpt.tsx';
import { When } from '../parts/claim-words.tsx';
import { FamilyMark } from '../parts/family-mark.tsx';
import { RemarksOn } from '../remarks/remarks-on.tsx';
import { ContradictionsOf } from './contradictions-of.tsx';
import { ElementsOf } from './elements-of.tsx';
import { EventLinks } from './event-links.tsx';
import { FiguresTold } from './figures-told.tsx';
import { HistoryOf } from './history-of.tsx';
import { Joining } from './joining.tsx';
import { OriginsOf } from './origins-of.tsx';
import { eventQuestion } from './questions.ts';
import { RecordTabs } from './record-head.tsx';
import { SideBySide } from './side-by-side.tsx';

/** One happening as its claims tell of it: side by side, with where they come from, what speaks against it, and what people said of it. */
export function EventPage({ id }: { readonly id: string }) {
  return <AskedAtClocks asked={useQuery(eventQuestion(id, useClockSearch()))}>{(event) => <EventOf key={id} event={event} />}</AskedAtClocks>;
}

function EventOf({ event }: { readonly event: EventView }) {
  const { say } = useTongue();
  return (
    <div className="page record">
      <EventHead event={event} />
      <ClockBar />
      <section>
        <h2>{say('event.gives')}</h2>
        <SideBySide event={event} />
      </section>
      <OriginsOf id={event.id} />
      <FiguresTold figures={event.figures} claims={event.claims} />
      <SpeaksAgainst against={event.against} />
      <ContradictionsOf id={event.id} />
      <Joining event={event} />
      <EventLinks event={event} />
      <ElementsOf id={event.id} claims={event.claims} />
      <RemarksOn id={event.id} />
      <HistoryOf id={event.id} />
    </div>
  );
}

/** A denial is shown where the allegation is, and an acquittal too. */
function SpeaksAgainst({ against }: Pick<EventView, 'against'>) {
  const { say } = useTongue();
  if (against.length === 0) return null;
  return (
    <section>
      <h2>{say('event.against')}</h2>
      <p className="small soft">{say('event.against.lead')}</p>
      {against.map(({ claim, why }) => (
        <ClaimExcerpt key={claim.id} claim={claim}>
          <span className="small soft" lang="en" dir="auto">
            {why}
          </span>
        </ClaimExcerpt>
      ))}
    </section>
  );
}

function EventHead({ event: { kind, label, claims, joined, why } }: { readonly event: EventView }) {
  const tongue = useTongue();
  const { say } = tongue;
  const family = familyOf(kind);
  const status = claims.some((claim) => claim.status === 'recorded') ? 'recorded' : 'suggested';
  const isProposed = claims.length > 1 && joined.length < claims.length;
  return (
    <header className="page-head" data-family={family}>
      <title>{`${label} · onrecord`}</title>
      <RecordTabs page="events" />
      <span className="card-line">
        <FamilyMark family={family} status={status} />
        <span className="kind">{tongue.kind(kind)}</span>
        <When time={claims.find(({ time }) => time?.edtf)?.time ?? null} />
      </span>
      <h1 dir="auto">{label}</h1>
      <p className="lead">{say(isProposed ? 'event.proposed' : claims.length > 1 ? 'event.joined' : 'event.single')}</p>
      {isProposed && why.length > 0 && (
        <div className="why">
          <span>{say('event.why')}</span>
          <ul lang="en" dir="auto">
            {why.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </div>
      )}
    </header>
  );
}
