// Drafts of claims that were begun and not recorded. They stay while the desk is open, whatever page is looked at in between, and
// in memory only; before the page itself goes away, the browser asks.
import { useSyncExternalStore } from 'react';
import type { Draft } from './draft-claim.ts';

/** What was typed: the claim as it is to be, and the reason. */
export type Kept = { readonly draft: Draft; readonly reason: string };

let present: ReadonlyMap<string, Kept> = new Map();
const listeners = new Set<() => void>();

const beforeLeaving = (event: BeforeUnloadEvent): void => event.preventDefault();

function set(next: ReadonlyMap<string, Kept>): void {
  present = next;
  // A page that listens for leaving is not kept for "back", so it listens only while there is something to lose.
  if (present.size > 0) window.addEventListener('beforeunload', beforeLeaving);
  else window.removeEventListener('beforeunload', beforeLeaving);
  for (const each of listeners) each();
}

function listen(onChange: () => void): () => void {
  listeners.add(onChange);
  return () => listeners.delete(onChange);
}

/** The draft kept under a key, the id of a claim or of the document that a claim of one's own is made of; null where there is none. */
export const useKept = (key: string): Kept | null => useSyncExternalStore(listen, () => present.get(key) ?? null);

export const keptDraft = (key: string): Kept | null => present.get(key) ?? null;

export const keepDraft = (key: string, kept: Kept): void => set(new Map(present).set(key, kept));

/** It was recorded, or thrown away by whoever wrote it. */
export function dropDraft(key: string): void {
  if (present.has(key)) set(new Map([...present].filter(([each]) => each !== key)));
}
