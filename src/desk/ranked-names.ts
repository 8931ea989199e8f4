// Everybody whom recorded claims name, most named first, a stretch at a time: those whom one claim alone names are many, and come by their ids.
import { setImmediate } from 'node:timers/promises';
import type { EntityRow } from '../model/entity.ts';
import { readEntities } from '../views/read-entities.ts';
import { countNames, readJoined, readNameIds, readOften } from '../views/read-names.ts';
import type { Casebook } from './casebook.ts';
import { keptInMemory } from './kept-in-memory.ts';
import { knownGroups } from './who-bears.ts';

type Ranks = {
  readonly size: number;
  /** Ids of those whom several claims name. */
  readonly often: readonly string[];
  /** What is not to be given among those whom one claim names: they are given already, or under the id of their group. */
  readonly given: ReadonlySet<string>;
  /** Groups whom one claim alone names, by id. */
  readonly once: readonly string[];
  readonly total: number;
};

const ranks = keptInMemory(async (casebook: Casebook, before: Ranks | null): Promise<Ranks> => {
  const { size, joined } = await knownGroups(casebook);
  if (before && before.size === size) return before;
  const { reads } = casebook.store;
  const members = new Set(await readJoined(reads));
  const groups = [...joined.values()];
  const often = [...(await readOften(reads)).filter(({ id }) => !members.has(id)), ...groups.filter(({ claims }) => claims > 1)];
  const ids = often.toSorted((a, b) => b.claims - a.claims || (a.id < b.id ? -1 : 1)).map(({ id }) => id);
  const counted = await countNames(reads);
  const once = groups.filter(({ claims }) => claims <= 1).map(({ id }) => id).toSorted(); // prettier-ignore
  return { size, often: ids, given: new Set([...ids, ...members]), once, total: counted.names - counted.joined + groups.length };
});

/** Names that are read in one go. */
const AT_ONCE = 5_000;

/** Ids after the first `skip`, stretch by stretch. */
async function* idsFrom(casebook: Casebook, { often, given, once }: Ranks, skip: number): AsyncGenerator<readonly string[]> {
  if (skip < often.length) yield often.slice(skip);
  let left = Math.max(0, skip - often.length);
  let groups = once;
  for (let after = ''; ;) {
    const ids = await readNameIds(casebook.store.reads, after, AT_ONCE);
    const last = ids.at(-1);
    // A group may be known by an id behind that of every name.
    const until = last === undefined ? groups.length : groups.findIndex((id) => id > last);
    const before = groups.slice(0, until < 0 ? groups.length : until);
    const some = [...ids.filter((id) => !given.has(id)), ...before].toSorted();
    groups = groups.slice(before.length);
    if (some.length > left) yield some.slice(left);
    left = Math.max(0, left - some.length);
    if (last === undefined) return;
    after = last;
    await setImmediate();
  }
}

/** Everybody from the one after the first `skip` on, `most` at a time. */
export async function* rankedNames(casebook: Casebook, skip: number, most: number): AsyncGenerator<readonly EntityRow[]> {
  const { joined } = await knownGroups(casebook);
  for await (const ids of idsFrom(casebook, await ranks(casebook), skip)) {
    for (let from = 0; from < ids.length; from += most) {
      const some = ids.slice(from, from + most);
      const rows = new Map((await readEntities(casebook.store.reads, some.filter((id) => !joined.has(id)))).map((row) => [row.id, row])); // prettier-ignore
      yield some.flatMap((id) => joined.get(id) ?? rows.get(id) ?? []);
    }
  }
}

/** How many there are. */
export const countRanked = async (casebook: Casebook): Promise<number> => (await ranks(casebook)).total;
