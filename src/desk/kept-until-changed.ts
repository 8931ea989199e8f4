// What is dear to make of an open casebook and is asked for again and again while nothing in it changes: a drawing that is zoomed, the parts of one page.
import { readVersion } from '../views/read-version.ts';
import type { Casebook } from './casebook.ts';
import { RecentlyUsed } from './recently-used.ts';

type Made<T> = { readonly value: T; readonly bytes: number };

/** Keeps up to so many bytes for each casebook. What is asked for, and nothing else, has to be told by the key. */
export function keptUntilChanged(mostBytes: number): <T>(casebook: Casebook, key: readonly unknown[], make: () => Promise<Made<T>>) => Promise<T> {
  const kept = new WeakMap<Casebook, RecentlyUsed>();
  return async (casebook, key, make) => {
    const known = kept.get(casebook) ?? new RecentlyUsed(mostBytes);
    kept.set(casebook, known);
    return known.get(JSON.stringify([await readVersion(casebook.store.reads), ...key]), make);
  };
}
