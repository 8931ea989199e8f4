// Files on their way into the casebook, one after another. They go on while a person looks at other pages of the desk.
import type { QueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import type { Unreadable } from '../../../src/model/document.ts';
import { Refusal, sendFile } from '../data/api.ts';
import { askClaimsAnew } from '../data/ask-anew.ts';

/** What the server answers of one file. */
type Added = { readonly id: string; readonly outcome: 'added' | 'held' | 'unreadable'; readonly suggestions: number; readonly problem: Unreadable | null };

export type Adding = {
  readonly file: File;
  readonly outcome: 'waiting' | 'sending' | 'stopped' | 'failed' | Added['outcome'];
  /** What is there of it now; null until it is. */
  readonly added: Added | null;
  /** Why it failed; null where it did not. */
  readonly problem: string | null;
};

let present: readonly Adding[] = [];
let underWay: AbortController | null = null;
const listeners = new Set<() => void>();

function set(next: readonly Adding[]): void {
  present = next;
  for (const each of listeners) each();
}

const change = (n: number, to: Partial<Adding>): void => set(present.map((each, at) => (at === n ? { ...each, ...to } : each)));

function listen(onChange: () => void): () => void {
  listeners.add(onChange);
  return () => listeners.delete(onChange);
}

export const useAdding = (): readonly Adding[] => useSyncExternalStore(listen, () => present);

/** Puts files behind those that wait already, and begins where nothing is under way. */
export function addFiles(files: readonly File[], client: QueryClient): void {
  set([...present, ...files.map((file) => ({ file, outcome: 'waiting', added: null, problem: null }) as const)]);
  void sendAll(client);
}

/** The file under way and all behind it are left; what went in stays. */
export function stopAdding(): void {
  underWay?.abort();
  set(present.map((each) => (each.outcome === 'waiting' || each.outcome === 'sending' ? { ...each, outcome: 'stopped' } : each)));
}

/** Begins again with what was stopped or failed. What had gone in all the same is found to be held. */
export function goOnAdding(client: QueryClient): void {
  set(present.map((each) => (each.outcome === 'stopped' || each.outcome === 'failed' ? { ...each, outcome: 'waiting', problem: null } : each)));
  void sendAll(client);
}

async function sendAll(client: QueryClient): Promise<void> {
  if (underWay) return;
  const stop = new AbortController();
  underWay = stop;
  for (let n = nextWaiting(); n >= 0 && !stop.signal.aborted; n = nextWaiting()) {
    await sendOne(n, stop.signal);
    void askClaimsAnew(client);
  }
  underWay = null;
  // Whoever went on while the last file was being stopped finds it waiting here.
  if (nextWaiting() >= 0) await sendAll(client);
}

const nextWaiting = (): number => present.findIndex((each) => each.outcome === 'waiting');

async function sendOne(n: number, stopped: AbortSignal): Promise<void> {
  const file = present[n]?.file;
  if (!file) return;
  change(n, { outcome: 'sending' });
  try {
    const added = await sendFile<Added>(`/documents?${new URLSearchParams({ name: file.name }).toString()}`, file, stopped);
    change(n, { outcome: added.outcome, added });
  } catch (thrown) {
    if (stopped.aborted) return;
    change(n, { outcome: 'failed', problem: thrown instanceof Refusal ? `${thrown.message}. ${thrown.hint}` : String(thrown) });
  }
}
