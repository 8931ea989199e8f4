// The names of an open casebook, in memory: what search and candidates are taken from. Each is held once, however many bear it; who does is looked
// up. What is new since it was last asked for is taken up; after an erasure all of it is made anew, so that nothing stays that was destroyed.
import { setImmediate } from 'node:timers/promises';
import type { EntityRow } from '../model/entity.ts';
import { AlikeNames, keyOfPlain, type PlainName } from '../names/alike-names.ts';
import { entitySort } from '../record/entity-sort.ts';
import { kindOfNames } from '../record/propose-pairs.ts';
import { claimsTouched } from '../views/read-entries.ts';
import { readLabels, readLabelsOf, readOrganizations } from '../views/read-names.ts';
import type { Casebook } from './casebook.ts';
import { keptInMemory, type Near } from './kept-in-memory.ts';
import { knownGroups } from './who-bears.ts';

export type KnownNames = {
  /** Entries of the log that it is of. */
  readonly size: number;
  /** By `keyOfPlain`. What describes and does not name is not among them; one that nobody bears any longer may be. */
  readonly names: ReadonlyMap<string, PlainName>;
  readonly alike: AlikeNames;
  /** What was looked up of each, by `keyOfPlain`. */
  readonly near: Map<string, readonly Near[]>;
};

/** O(names) at first, some seconds for hundreds of thousands, in which others have their turns; then of what was recorded since. */
export const knownNames = keptInMemory(asOf);

async function asOf(casebook: Casebook, before: KnownNames | null): Promise<KnownNames> {
  const { size, joined } = await knownGroups(casebook);
  if (before && before.size === size) return before;
  const touched = before && (await claimsTouched(casebook.store.reads, before.size));
  const names = before && touched ? new Map(before.names) : await allNames(casebook);
  for (const each of touched ? await readLabelsOf(casebook.store.reads, touched) : []) hold(names, plainOf(each.label, each.organization));
  for (const row of joined.values()) for (const name of labelsOf(row)) hold(names, name);
  const alike = before?.alike ?? new AlikeNames();
  if (names.size !== before?.names.size || touched === null) await alike.hold(names, () => setImmediate());
  return { size, names, alike, near: before ? stillNear(before, names, alike) : new Map() };
}

async function allNames({ store: { reads } }: Casebook): Promise<Map<string, PlainName>> {
  const names = new Map<string, PlainName>();
  const organizations = await readOrganizations(reads);
  for await (const labels of readLabels(reads)) {
    for (const label of labels) {
      const stands = organizations.get(label);
      if (stands) hold(names, plainOf(label, true));
      if (!stands?.alone) hold(names, plainOf(label, false));
    }
    await setImmediate();
  }
  return names;
}

const hold = (names: Map<string, PlainName>, plain: PlainName | null): void => {
  if (plain) names.set(keyOfPlain(plain), plain);
};

/** As it is compared with others; null where it only describes. */
function plainOf(name: string, organization: boolean): PlainName | null {
  const sort = entitySort(name, organization ? ['organization'] : []);
  return sort === 'described' ? null : { name, kind: kindOfNames({ sort }) };
}

/** Every form of somebody's name, as it is compared with others; none of who is only described. */
export const labelsOf = (row: EntityRow): readonly PlainName[] =>
  row.sort === 'described' ? [] : row.labels.map((name) => ({ name, kind: kindOfNames(row) }));

/** What was looked up stays as long as the name's own neighbours may not have changed. A name that is new is near to what it is near to: those are looked up again, and so is whatever was near to a name that is gone. */
function stillNear(before: KnownNames, names: ReadonlyMap<string, PlainName>, alike: AlikeNames): KnownNames['near'] {
  if (before.names.size === names.size && [...names.keys()].every((key) => before.names.has(key))) return before.near;
  const stale = new Set<string>();
  for (const [key, plain] of names) if (!before.names.has(key)) for (const other of alike.alikeTo(plain)) stale.add(keyOfPlain(other));
  return new Map([...before.near].filter(([key, others]) => names.has(key) && !stale.has(key) && others.every((other) => names.has(keyOfPlain(other)))));
}
