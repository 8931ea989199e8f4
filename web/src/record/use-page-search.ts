import { useDeferredValue } from 'react';
import { useClocks } from '../clocks/use-clocks.ts';
import { useParameter } from '../data/route.ts';

/** The part of the address by which a page of a list is asked for: its words, where it begins, and the clocks. */
export function usePageSearch(): Readonly<Record<string, string>> {
  const clocks = useClocks();
  const [words] = useParameter('words');
  const [year] = useParameter('year');
  const [skip] = useParameter('skip');
  const typed = useDeferredValue(words ?? '').trim();
  return { ...clocks, ...(typed === '' ? {} : { words: typed }), ...(year === null ? {} : { year }), ...(skip === null ? {} : { skip }) };
}
