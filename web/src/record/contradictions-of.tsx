import { useQuery } from '@tanstack/react-query';
import type { ContradictionRow } from '../../../src/model/contradiction.ts';
import { useClockSearch } from '../clocks/use-clock-search.ts';
import { useIsLarge } from '../data/use-is-large.ts';
import { useTongue } from '../data/tongue.tsx';
import { Link } from '../parts/link.tsx';
import { ContradictionList } from './contradiction-list.tsx';
import { contradictionsQuestion } from './questions.ts';

/** What recorded claims say against each other about an event or a proceeding, or of what a document says; nothing where nothing was found. */
export function ContradictionsOf({ id }: { readonly id: string }) {
  const { say } = useTongue();
  const isLarge = useIsLarge();
  const clocks = useClockSearch();
  const rows = useQuery({ ...contradictionsQuestion(clocks), enabled: isLarge === false }).data?.filter((row) => isOf(row, id)) ?? [];
  if (rows.length === 0 && !isLarge) return null;
  return (
    <section>
      <h2>{say('contradictions.name')}</h2>
      {isLarge ? <Link href="/contradictions">{say('large.contradictions')}</Link> : <ContradictionList rows={rows} />}
    </section>
  );
}

const isOf = ({ about, left, right }: ContradictionRow, id: string): boolean =>
  about === id || [...left.claims, ...right.claims].some(({ document }) => document === id);
