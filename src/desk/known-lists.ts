// The names of the lists that are searched, in memory, as of the last that was brought or left.
import { setImmediate } from 'node:timers/promises';
import { Fault } from '../base/fault.ts';
import type { Listed } from '../model/list-answers.ts';
import { parseListEntry, type ListEntry } from '../model/name-list.ts';
import { AlikeNames } from '../names/alike-names.ts';
import { entitySort } from '../record/entity-sort.ts';
import type { Casebook } from './casebook.ts';
import { bearersOf, keptInMemory, type NamesInMemory } from './kept-in-memory.ts';

export type KnownLists = NamesInMemory<Listed> & {
  /** By their ids: the entries of each, in order. */
  readonly lists: ReadonlyMap<string, readonly Listed[]>;
};

/** Lines that are parsed in one go. */
const AT_ONCE = 2000;

/** O(names of a list) when it was newly brought, and next to nothing otherwise. */
export const knownLists = keptInMemory(asOf);

async function asOf(casebook: Casebook, before: KnownLists | null): Promise<KnownLists> {
  const rows = await casebook.store.reads.selectFrom('list').select(['id', 'title', 'text_sha256']).where('searched', '=', 1).orderBy('ordinal').execute();
  if (before && before.lists.size === rows.length && rows.every(({ id }) => before.lists.has(id))) return before;
  const lists = new Map<string, readonly Listed[]>();
  for (const { id, title, text_sha256: text } of rows) lists.set(id, before?.lists.get(id) ?? (await entriesOf(casebook, { id, title, text })));
  const { names, bearers } = bearersOf([...lists.values()].flat(), (entry) => entry.names.map((name) => ({ name, kind: entry.kind })));
  const alike = before?.alike ?? new AlikeNames();
  await alike.hold(names, () => setImmediate());
  return { lists, alike, bearers, near: new Map() };
}

async function entriesOf(casebook: Casebook, list: { readonly id: string; readonly title: string; readonly text: string }): Promise<readonly Listed[]> {
  const entries: Listed[] = [];
  for (const line of (await casebook.store.vault.text(list.text)).split('\n')) {
    entries.push(listed(parseListEntry(JSON.parse(line)), list));
    if (entries.length % AT_ONCE === 0) await setImmediate();
  }
  return entries;
}

/** Its id sorts behind those of names, so that a group of both is known by a name of the record. */
function listed({ id: ownId, kind, ...entry }: ListEntry, { id, title }: { readonly id: string; readonly title: string }): Listed {
  const [first = ''] = entry.names;
  // In capitals, as a list may have its names in small letters: they are names all the same.
  const told = kind ?? (entitySort(first.toUpperCase(), []) === 'organization' ? 'organization' : 'person');
  return { ...entry, id: `x_${id.slice(2)}_${entry.row}`, ownId, kind: told, list: id, title };
}

/** An entry by its id. Throws a Fault 'not-found' where no list that is searched has it. */
export async function listedEntry(casebook: Casebook, id: string): Promise<Listed> {
  const { lists } = await knownLists(casebook);
  const list = /^x_(?<list>[a-z0-9]+)_\d+$/.exec(id)?.groups?.['list'] ?? '';
  const entry = lists.get(`l_${list}`)?.find((each) => each.id === id);
  if (!entry) throw new Fault('not-found', `no list that is searched has the entry ${id}`, 'See `onrecord names list`, and `onrecord names hits`.');
  return entry;
}
