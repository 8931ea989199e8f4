import { useQuery } from '@tanstack/react-query';
import { Button } from 'react-aria-components';
import { send } from '../data/api.ts';
import { isolated } from '../data/isolated.ts';
import { useTongue } from '../data/tongue.tsx';
import { pseudonymsQuestion } from './questions.ts';

/** At the top of every page: which names behind pseudonyms are shown here now, and the way to cover them again. Nothing where none is. */
export function ShownNames() {
  const { say } = useTongue();
  const shown = useQuery(pseudonymsQuestion).data?.names.filter(({ isOpen }) => isOpen) ?? [];
  if (shown.length === 0) return null;
  return (
    <section className="notice shown-names" aria-label={say('veil.shown')}>
      <strong>{say('veil.shown')}</strong>
      {shown.map(({ id, pseudonym }) => (
        <Button key={id} className="button" onPress={() => void cover(id)}>
          {say('veil.cover', { name: isolated(pseudonym) })}
        </Button>
      ))}
    </section>
  );
}

/** The page is loaded anew, so that nothing of the name stays in it: no answer, no form, no history of what was typed. */
async function cover(id: string): Promise<void> {
  await send('/pseudonyms/cover', { id });
  window.location.reload();
}
