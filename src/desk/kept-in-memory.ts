// What is kept in memory of an open casebook, so that not every question reads it anew.
import { keyOfPlain, type PlainName } from '../names/alike-names.ts';
import type { Casebook } from './casebook.ts';

/** Brought up to date by `asOf` whenever it is asked for, one asker after another. What failed is not kept: whoever asks next begins anew. */
export function keptInMemory<T>(asOf: (casebook: Casebook, before: T | null) => Promise<T>): (casebook: Casebook) => Promise<T> {
  const held = new WeakMap<Casebook, Promise<T>>();
  return (casebook) => {
    const before = held.get(casebook);
    const next = before ? before.then((known) => asOf(casebook, known)) : asOf(casebook, null);
    held.set(casebook, next);
    next.catch(() => held.delete(casebook));
    return next;
  };
}

/** The names that some bear, and who bears each; both by `keyOfPlain`. */
export function bearersOf<T>(
  all: readonly T[],
  namesOf: (each: T) => readonly PlainName[],
): { readonly names: ReadonlyMap<string, PlainName>; readonly bearers: ReadonlyMap<string, readonly T[]> } {
  const names = new Map<string, PlainName>();
  const bearers = new Map<string, T[]>();
  for (const each of all) {
    for (const plain of namesOf(each)) {
      const key = keyOfPlain(plain);
      names.set(key, plain);
      const known = bearers.get(key);
      if (known) known.push(each);
      else bearers.set(key, [each]);
    }
  }
  return { names, bearers };
}
