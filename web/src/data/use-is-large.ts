// Whether a casebook has so many claims that what reads all of them is only asked for when a person wants it.
import { useQuery } from '@tanstack/react-query';
import { summaryQuestion } from './questions.ts';

/** Recorded claims that are looked through while a person waits. */
const LARGE = 5_000;

/** Null while it is not known yet. */
export function useIsLarge(): boolean | null {
  const recorded = useQuery(summaryQuestion).data?.recorded;
  return recorded === undefined ? null : recorded > LARGE;
}
