// What the timeline is narrowed to, in the address: the list and the drawing ask for the same.
import { useClocks } from '../clocks/use-clocks.ts';
import { useParameter } from '../data/route.ts';

/** As the server takes it; without what is not narrowed by. */
export function useNarrowing(): Readonly<Record<string, string>> {
  const clocks = useClocks();
  const [families] = useParameter('families');
  const [kind] = useParameter('kind');
  const [name] = useParameter('name');
  const [place] = useParameter('place');
  const [proceeding] = useParameter('proceeding');
  const [recordedOnly] = useParameter('recorded');
  return given({ ...clocks, families, kind, name, place, proceeding, 'recorded-only': recordedOnly === null ? null : 'yes' });
}

export const given = (values: Readonly<Record<string, string | null>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
