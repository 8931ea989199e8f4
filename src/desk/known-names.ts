// The names of an open casebook, in memory, as of its last entry: what search and candidates are taken from. A rebuild or an
// erasure is an entry too, so nothing stays here that the record no longer holds.
import { setImmediate } from 'node:timers/promises';
import type { EntityRow } from '../model/entity.ts';
import { AlikeNames, keyOfPlain, type PlainName } from '../names/alike-names.ts';
import { kindOfNames } from '../record/propose-pairs.ts';
import { readEntities } from '../views/read-entities.ts';
import type { Casebook } from './casebook.ts';
import { bearersOf, keptInMemory, type NamesInMemory } from './kept-in-memory.ts';

export type KnownNames = NamesInMemory<EntityRow> & {
  /** Entries of the log that it is of. */
  readonly size: number;
  readonly rows: readonly EntityRow[];
  readonly byId: ReadonlyMap<string, EntityRow>;
};

/** O(entities) where something was recorded since it was last asked for, and nothing to speak of where not. */
export const knownNames = keptInMemory(asOf);

async function asOf(casebook: Casebook, before: KnownNames | null): Promise<KnownNames> {
  const size = await casebook.store.log.size();
  if (before && before.size === size) return before;
  const rows = await readEntities(casebook.store.reads, null);
  const { names, bearers } = bearersOf(
    rows.filter(({ sort }) => sort !== 'described'),
    (row) => row.labels.map((name) => ({ name, kind: kindOfNames(row) })),
  );
  const alike = before?.alike ?? new AlikeNames();
  await alike.hold(names, () => setImmediate());
  const near = before ? stillNear(before, names, alike) : new Map();
  return { size, rows, byId: new Map(rows.map((row) => [row.id, row])), alike, bearers, near };
}

/** What was looked up stays as long as the name's own neighbours may not have changed. A name that is new is near to what it is near to: those are looked up again, and so is whatever was near to a name that is gone. */
function stillNear({ near, bearers }: KnownNames, names: ReadonlyMap<string, PlainName>, alike: AlikeNames): KnownNames['near'] {
  const stale = new Set<string>();
  for (const [key, plain] of names) if (!bearers.has(key)) for (const other of alike.alikeTo(plain)) stale.add(keyOfPlain(other));
  return new Map([...near].filter(([key, others]) => names.has(key) && !stale.has(key) && others.every((other) => names.has(keyOfPlain(other)))));
}
