import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useClockSearch } from '../clocks/use-clock-search.ts';
import { useIsLarge } from '../data/use-is-large.ts';
import { useTongue } from '../data/tongue.tsx';
import { EventLine } from './events-page.tsx';
import { FiguresGiven } from './figures-told.tsx';
import { happeningsQuestion } from './questions.ts';

/** What is said to have happened by the claims of one thing, in order of time: each event with its figures, and how many origins tell it. */
export function HappeningsOf({ id }: { readonly id: string }) {
  const { say } = useTongue();
  const isLarge = useIsLarge();
  const [isWanted, setWanted] = useState(false);
  const found = useQuery({ ...happeningsQuestion(id, useClockSearch()), enabled: isWanted || isLarge === false }).data;
  return (
    <section className="happenings">
      <h2>{say('happenings.title')}</h2>
      {isLarge && !isWanted && (
        <Button className="button" onPress={() => setWanted(true)}>
          {say('large.gather')}
        </Button>
      )}
      {found?.events.length === 0 && <p className="soft">{say('happenings.none')}</p>}
      <ul className="record-rows">
        {found?.events.map((event) => (
          <EventLine key={event.id} event={event}>
            <span className="small soft">{say('origins.origins', { n: event.origins.origins.length })}</span>
            <FiguresGiven figures={event.figures} claims={event.claims} />
          </EventLine>
        ))}
      </ul>
      {found && found.looked < found.claims && <p className="small soft">{say('happenings.looked', { looked: found.looked, claims: found.claims })}</p>}
    </section>
  );
}
