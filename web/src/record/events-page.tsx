import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Input, Label, TextField, ToggleButton } from 'react-aria-components';
import type { EventRow } from '../../../src/model/event.ts';
import { FAMILIES, familyOf, KINDS, type Kind } from '../../../src/model/vocabulary.ts';
import { eventPath, setParameters, useParameter } from '../data/route.ts';
import { useTongue } from '../data/tongue.tsx';
import { ClockBar } from '../clocks/clock-bar.tsx';
import { Asked } from '../parts/asked.tsx';
import { Choice } from '../parts/choice.tsx';
import { When } from '../parts/claim-words.tsx';
import { FamilyMark } from '../parts/family-mark.tsx';
import { Link } from '../parts/link.tsx';
import { Paged } from './paged.tsx';
import { usePageSearch } from './use-page-search.ts';
import { eventsQuestion } from './questions.ts';
import { RecordHead } from './record-head.tsx';

/** What one or more claims say happened, narrowed by kind and by words. */
export function EventsPage() {
  const { say } = useTongue();
  const [kind] = useParameter('kind');
  const [recorded] = useParameter('recorded');
  const page = usePageSearch();
  const search = new URLSearchParams({ ...page, ...(kind === null ? {} : { kind }), ...(recorded === null ? {} : { status: 'recorded' }) }).toString();
  return (
    <div className="page record">
      <RecordHead page="events" title="events.title" lead={say('events.lead')} />
      <ClockBar />
      <Narrowing />
      <Asked asked={useQuery(eventsQuestion(search))}>
        {(found) => (
          <Paged page={found} empty="events.empty">
            <ul className="record-rows">
              {found.rows.map((event) => (
                <EventLine key={event.id} event={event} />
              ))}
            </ul>
          </Paged>
        )}
      </Asked>
    </div>
  );
}

/** Stands for "do not narrow" among the kinds. */
const ALL = 'all';

function Narrowing() {
  const tongue = useTongue();
  const { say } = tongue;
  const [kind] = useParameter('kind');
  const [words] = useParameter('words');
  const [recorded] = useParameter('recorded');
  const choose = (values: Readonly<Record<string, string | null>>): void => setParameters({ ...values, year: null, skip: null }, false);
  const groups = FAMILIES.map((family) => ({
    title: say(`family.${family}`),
    options: KINDS.filter((each) => familyOf(each) === family).map((each) => ({ value: each as Kind | typeof ALL, label: tongue.kind(each) })),
  }));
  return (
    <div className="queue-narrowing">
      <TextField className="field" value={words ?? ''} onChange={(next) => choose({ words: next === '' ? null : next })}>
        <Label>{say('events.narrow')}</Label>
        <Input dir="auto" />
      </TextField>
      <Choice
        label={say('queue.kind')}
        value={KINDS.find((each) => each === kind) ?? ALL}
        groups={[{ title: '', options: [{ value: ALL, label: say('queue.all') }] }, ...groups]}
        onChange={(chosen) => choose({ kind: chosen === ALL ? null : chosen })}
      />
      <ToggleButton className="choice" isSelected={recorded !== null} onChange={(isOn) => choose({ recorded: isOn ? '1' : null })}>
        {say('events.recordedOnly')}
      </ToggleButton>
    </div>
  );
}

/** An event in a list, with how many claims tell of it: what is recorded is never summed with what is suggested. */
export function EventLine({ event: { id, kind, label, claims }, children }: { readonly event: EventRow; readonly children?: ReactNode }) {
  const tongue = useTongue();
  const { say } = tongue;
  const recorded = claims.filter(({ status }) => status === 'recorded').length;
  const suggested = claims.filter(({ status }) => status === 'suggested').length;
  const documents = new Set(claims.map(({ document }) => document)).size;
  return (
    <li data-family={familyOf(kind)}>
      <span className="card-line">
        <FamilyMark family={familyOf(kind)} status={recorded > 0 ? 'recorded' : 'suggested'} />
        <span className="kind">{tongue.kind(kind)}</span>
        <When time={claims.find(({ time }) => time?.edtf)?.time ?? null} />
      </span>
      <Link className="excerpt-quote" href={eventPath(id)} dir="auto">
        {label}
      </Link>
      <span className="small soft">
        {[
          ...(recorded > 0 ? [say('event.claims', { n: recorded })] : []),
          ...(suggested > 0 ? [say('event.suggestions', { n: suggested })] : []),
          say('names.documents', { n: documents }),
        ].join(say('comma'))}
      </span>
      {children}
    </li>
  );
}
