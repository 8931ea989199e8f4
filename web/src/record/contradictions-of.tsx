import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useClockSearch } from '../clocks/use-clock-search.ts';
import { useIsLarge } from '../data/use-is-large.ts';
import { useTongue } from '../data/tongue.tsx';
import { ContradictionList } from './contradiction-list.tsx';
import { contradictionsOfQuestion } from './questions.ts';

/** What recorded claims say against each other about an event or a proceeding, or of what a document says; nothing where nothing was found. */
export function ContradictionsOf({ id }: { readonly id: string }) {
  const { say } = useTongue();
  const isLarge = useIsLarge();
  const [isWanted, setWanted] = useState(false);
  const found = useQuery({ ...contradictionsOfQuestion(id, useClockSearch()), enabled: isWanted || isLarge === false }).data;
  const waits = isLarge === true && !isWanted;
  if (!waits && !isWanted && !found?.length) return null;
  return (
    <section>
      <h2>{say('contradictions.name')}</h2>
      {waits && (
        <Button className="button" onPress={() => setWanted(true)}>
          {say('large.gather')}
        </Button>
      )}
      {found && (found.length === 0 ? <p className="soft">{say('contradictions.none')}</p> : <ContradictionList rows={found} />)}
    </section>
  );
}
