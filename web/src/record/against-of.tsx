import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useClockSearch } from '../clocks/use-clock-search.ts';
import { useTongue } from '../data/tongue.tsx';
import { useIsLarge } from '../data/use-is-large.ts';
import { LinesAgainst } from '../names/lines-against.tsx';
import { dossierQuestion } from './questions.ts';

/** The claims of an event against which somebody speaks, a denial or an acquittal, each with that beside it; nothing where nobody does. */
export function AgainstOf({ id }: { readonly id: string }) {
  const { say } = useTongue();
  const isLarge = useIsLarge();
  const [isWanted, setWanted] = useState(false);
  const asked = useQuery({ ...dossierQuestion(id, useClockSearch()), enabled: isWanted || isLarge === false });
  const lines = [...(asked.data?.dated ?? []), ...(asked.data?.undated ?? [])].filter(({ against }) => against.length > 0);
  if (isLarge && !isWanted)
    return (
      <section>
        <h2>{say('dossier.against')}</h2>
        <div className="actions">
          <Button className="button" onPress={() => setWanted(true)}>
            {say('large.gather')}
          </Button>
        </div>
      </section>
    );
  if (lines.length === 0) return null;
  return (
    <section>
      <h2>{say('dossier.against')}</h2>
      <LinesAgainst lines={lines} />
    </section>
  );
}
