// Who bears a name: looked up by the name's words, so that nobody need be held in memory but those whom people joined of several names.
import type { EntityRow } from '../model/entity.ts';
import { keyOfPlain, type PlainName } from '../names/alike-names.ts';
import { keyOfName } from '../record/identity.ts';
import { kindOfNames } from '../record/propose-pairs.ts';
import { readEntities } from '../views/read-entities.ts';
import { readBearing, readJoined } from '../views/read-names.ts';
import type { Casebook } from './casebook.ts';
import { keptInMemory } from './kept-in-memory.ts';

type Groups = {
  /** Entries of the log that it is of. */
  readonly size: number;
  /** Those whom people joined of several names, by id. */
  readonly joined: ReadonlyMap<string, EntityRow>;
  /** What was looked up, by `keyOfPlain`. */
  readonly borne: Map<string, readonly EntityRow[]>;
};

/** So many names stay looked up. */
const MOST_BORNE = 5_000;

/** O(names that people joined) where something was recorded since it was last asked for. */
export const knownGroups = keptInMemory(async (casebook: Casebook, before: Groups | null): Promise<Groups> => {
  const size = await casebook.store.log.size();
  if (before && before.size === size) return before;
  const { reads } = casebook.store;
  const rows = await readEntities(reads, await readJoined(reads));
  return { size, joined: new Map(rows.map((row) => [row.id, row])), borne: new Map() };
});

/** Most named first, of as many claims by id. */
export const mostNamed = (a: EntityRow, b: EntityRow): number => b.claims - a.claims || (a.id < b.id ? -1 : 1);

/** Who bears each of these names and is of its kind, most named first; who is only described by it does not. O(those who bear one). */
export async function whoBears(casebook: Casebook, names: readonly PlainName[]): Promise<(name: PlainName) => readonly EntityRow[]> {
  const known = await knownGroups(casebook);
  const { borne } = known;
  const missing = names.filter((name) => !borne.has(keyOfPlain(name)));
  const found = missing.length === 0 ? new Map<string, readonly EntityRow[]>() : await lookUp(casebook, known, missing);
  const asked = new Map(names.map((name) => [keyOfPlain(name), borne.get(keyOfPlain(name)) ?? found.get(keyOfPlain(name)) ?? []]));
  if (borne.size + missing.length > MOST_BORNE) borne.clear();
  for (const name of missing) borne.set(keyOfPlain(name), found.get(keyOfPlain(name)) ?? []);
  return (name) => asked.get(keyOfPlain(name)) ?? [];
}

async function lookUp({ store: { reads } }: Casebook, { joined }: Groups, names: readonly PlainName[]): Promise<ReadonlyMap<string, readonly EntityRow[]>> {
  const bearing = await readBearing(reads, [...new Set(names.map(({ name }) => keyOfName(name)))]);
  const alone = bearing.filter(({ leader }) => leader === null).map(({ id }) => id);
  const rows = new Map((await readEntities(reads, alone)).map((row) => [row.id, row]));
  const found = new Map<string, Set<EntityRow>>();
  for (const { id, label, leader } of bearing) {
    const row = leader === null ? rows.get(id) : joined.get(leader);
    if (!row || row.sort === 'described') continue;
    const key = keyOfPlain({ name: label, kind: kindOfNames(row) });
    const there = found.get(key) ?? new Set();
    found.set(key, there.add(row));
  }
  return new Map([...found].map(([key, all]) => [key, [...all].toSorted(mostNamed)]));
}
