// Pictures and films that somebody at this window asked to see, by the id of their document or their own. In memory only: they are covered again
// when the window is closed or loaded anew.
import { useSyncExternalStore } from 'react';
import type { Cover } from '../../../src/model/media.ts';
import { usePreferences } from '../data/preferences.ts';

let present: ReadonlySet<string> = new Set();
const listeners = new Set<() => void>();

function listen(onChange: () => void): () => void {
  listeners.add(onChange);
  return () => listeners.delete(onChange);
}

export function setUncovered(id: string, isUncovered: boolean): void {
  const next = new Set(present);
  if (isUncovered) next.add(id);
  else next.delete(id);
  present = next;
  for (const each of listeners) each();
}

/** What is covered unless it was asked for, and whether it was. `isUsual`: of the sort that is covered where the person left that so. */
export function useCovered(id: string, cover: Cover, isUsual: boolean): { readonly isCoverable: boolean; readonly isCovered: boolean } {
  const { coverMedia } = usePreferences();
  const uncovered = useSyncExternalStore(listen, () => present);
  const isCoverable = cover === 'marked' || (cover === 'usual' && isUsual && coverMedia);
  return { isCoverable, isCovered: isCoverable && !uncovered.has(id) };
}
