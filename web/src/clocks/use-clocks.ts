// The three clocks of a page: when it happened, when it was said, when it was known here. The address says where each is fixed.
import { useParameter } from '../data/route.ts';

export const CLOCKS = ['at', 'said-by', 'known-by'] as const;
export type Clock = (typeof CLOCKS)[number];

/** Those that are fixed, as the server takes them. */
export function useClocks(): Readonly<Partial<Record<Clock, string>>> {
  const [at] = useParameter('at');
  const [saidBy] = useParameter('said-by');
  const [knownBy] = useParameter('known-by');
  return { ...(at === null ? {} : { at }), ...(saidBy === null ? {} : { 'said-by': saidBy }), ...(knownBy === null ? {} : { 'known-by': knownBy }) };
}
