import { useQuery } from '@tanstack/react-query';
import { useClocks } from '../clocks/use-clocks.ts';
import { useIsLarge } from '../data/use-is-large.ts';
import { useTongue } from '../data/tongue.tsx';
import { Link } from '../parts/link.tsx';
import { ContradictionList } from './contradiction-list.tsx';
import { contradictionsQuestion } from './questions.ts';

/** What recorded claims say against each other about an event or a proceeding; nothing where nothing was found. */
export function ContradictionsOf({ id }: { readonly id: string }) {
  const { say } = useTongue();
  const isLarge = useIsLarge();
  const clocks = new URLSearchParams(useClocks()).toString();
  const rows = useQuery({ ...contradictionsQuestion(clocks), enabled: isLarge === false }).data?.filter(({ about }) => about === id) ?? [];
  if (rows.length === 0 && !isLarge) return null;
  return (
    <section>
      <h2>{say('contradictions.name')}</h2>
      {isLarge ? <Link href="/contradictions">{say('large.contradictions')}</Link> : <ContradictionList rows={rows} />}
    </section>
  );
}
