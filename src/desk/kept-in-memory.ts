// What is kept in memory of an open casebook, so that not every question reads it anew.
import { keyOfPlain, type AlikeNames, type PlainName } from '../names/alike-names.ts';
import { readVersion } from '../views/read-version.ts';
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

/** What `make` gives of the views, until somebody commits to them: an entry of the log, or what stands beside it, by whatever process. */
export function keptUntilWritten<T>(make: (casebook: Casebook) => Promise<T>): (casebook: Casebook) => Promise<T> {
  const kept = keptInMemory<{ readonly version: number; readonly value: T }>(async (casebook, before) => {
    // Looked at before it is made: what is committed meanwhile is another version the next time.
    const version = await readVersion(casebook.store.reads);
    return before?.version === version ? before : { version, value: await make(casebook) };
  });
  return async (casebook) => (await kept(casebook)).value;
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

/** A name with how like it is to another. */
export type Near = PlainName & { readonly score: number };

/** Names in memory: what any is like, and who bears each, by `keyOfPlain`; `near` has what was looked up. */
export type NamesInMemory<T> = {
  readonly alike: AlikeNames;
  readonly bearers: ReadonlyMap<string, readonly T[]>;
  readonly near: Map<string, readonly Near[]>;
};

/** The names that are like this one, looked up once. */
export function nearTo({ near, alike }: Pick<NamesInMemory<unknown>, 'near' | 'alike'>, plain: PlainName): readonly Near[] {
  const key = keyOfPlain(plain);
  const found = near.get(key) ?? alike.alikeTo(plain);
  near.set(key, found);
  return found;
}

/** Below it, a name shares less than a word with what was asked for. */
const LEAST_LIKE = 0.3;

/** The `most` names that words may mean, as they are typed, likeliest first. */
export const namesLike = ({ alike }: Pick<NamesInMemory<unknown>, 'alike'>, words: string, most: number): readonly PlainName[] =>
  alike.find(words, { most, typing: true }).filter(({ score }) => score >= LEAST_LIKE);
