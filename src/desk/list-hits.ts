// Names of the record that are like names on lists. A hit says that two names are alike and why; that a person is the one on the list is
// for people to say, and until somebody did, nothing anywhere says so.
import { setImmediate } from 'node:timers/promises';
import type { EntityRow, NamesCompared } from '../model/entity.ts';
import type { Judgement } from '../model/judgement.ts';
import type { Listed, ListedView, ListFound, ListHit, ListHits } from '../model/list-answers.ts';
import { keyOfPlain } from '../names/alike-names.ts';
import { contextOfEntry } from '../record/list-context.ts';
import { comparedOf, kindOfNames, type Comparable } from '../record/propose-pairs.ts';
import { namesOf, readEntities } from '../views/read-entities.ts';
import { readJudgements } from '../views/read-judgements.ts';
import type { Casebook } from './casebook.ts';
import { namesLike, nearTo } from './kept-in-memory.ts';
import { knownLists, listedEntry, type KnownLists } from './known-lists.ts';
import { labelsOf } from './known-names.ts';
import { countRanked, rankedNames } from './ranked-names.ts';
import { knownOf, PATIENCE, UNWATCHED } from './rivals.ts';

/** Entries that are shown for one name, or found by a search. */
const MOST = 12;

/** An entry of a list as names are compared. */
export const comparable = (entry: Listed): Comparable => ({
  row: { labels: entry.names, sort: entry.kind },
  context: contextOfEntry(entry),
});

/** Entries of lists that have a name like the words, likeliest first; none where no list is searched. */
export async function findOnLists(casebook: Casebook, words: string): Promise<readonly ListFound[]> {
  const known = await knownLists(casebook);
  if (known.lists.size === 0) return [];
  const entries = [...new Set(namesLike(known, words, MOST).flatMap((plain) => known.bearers.get(keyOfPlain(plain)) ?? []))].slice(0, MOST);
  return entries.flatMap((entry) => {
    const compared = comparedOf({ row: { labels: [words], sort: entry.kind }, context: {} }, { ...comparable(entry), context: {} });
    return compared ? [{ entry, compared }] : [];
  });
}

/** An entry whole, by its id, with every judgement about it. Throws a Fault 'not-found'. */
export async function listedView(casebook: Casebook, id: string): Promise<ListedView> {
  return { entry: await listedEntry(casebook, id), judgements: await readJudgements(casebook.store.reads, 'name', [id]) };
}

/** The entries of lists with names like those of somebody whom claims name (by the id of any name), likeliest first; those judged different are left out. */
export async function hitsOn(casebook: Casebook, id: string): Promise<readonly ListHit[]> {
  const known = await knownLists(casebook);
  const [row] = await readEntities(casebook.store.reads, await namesOf(casebook.store.reads, id));
  return row && known.lists.size > 0 ? explained(casebook, row, entriesLike(known, row).slice(0, MOST)) : [];
}

/** Entities that are read at once. */
const AT_ONCE = 200;

/** The same for everybody whom claims name, as far as `milliseconds` suffice to look their names up; null: to the end. Asked again, it goes on. */
export async function listHits(casebook: Casebook, most = 100, milliseconds: number | null = PATIENCE, { tell, stopped } = UNWATCHED): Promise<ListHits> {
  const known = await knownLists(casebook);
  if (known.lists.size === 0) return { hits: [], looked: 0, names: 0, lists: 0, more: false };
  const all = await countRanked(casebook);
  const until = milliseconds === null ? Infinity : performance.now() + milliseconds;
  const isOver = (): boolean => performance.now() > until || stopped.aborted;
  const isNew = (row: EntityRow): boolean => !labelsOf(row).every((name) => known.near.has(keyOfPlain(name)));
  const like: { readonly row: EntityRow; readonly entries: readonly Like[] }[] = [];
  let looked = 0;
  let isWhole = true;
  for await (const rows of rankedNames(casebook, 0, AT_ONCE)) {
    for (const row of rows.filter(isNamed)) {
      if (isNew(row)) {
        if (isOver()) {
          isWhole = false;
          continue;
        }
        await setImmediate();
        tell(looked, all);
      }
      looked++;
      const entries = entriesLike(known, row);
      if (entries.length > 0) like.push({ row, entries });
    }
    if (!isWhole) break;
  }
  like.sort((a, b) => (b.entries[0]?.score ?? 0) - (a.entries[0]?.score ?? 0));
  const hits: ListHit[] = [];
  for (const { row, entries } of like) {
    if (hits.length > most) break;
    hits.push(...(await explained(casebook, row, entries.slice(0, MOST))));
  }
  const likeliest = hits.slice(0, most).toSorted((a, b) => scoreOf(b.compared) - scoreOf(a.compared));
  return { hits: likeliest, looked, names: isWhole ? looked : all, lists: known.lists.size, more: hits.length > most };
}

/** What describes and does not name is on no list, and places are not looked for. */
const isNamed = ({ sort }: EntityRow): boolean => sort === 'person' || sort === 'organization';

type Like = { readonly entry: Listed; readonly score: number };

function entriesLike(known: KnownLists, row: EntityRow): readonly Like[] {
  if (!isNamed(row)) return [];
  const best = new Map<string, Like>();
  const kind = kindOfNames(row);
  for (const name of row.labels) {
    const own = { name, kind, score: 1 };
    for (const other of [own, ...nearTo(known, { name, kind })])
      for (const entry of known.bearers.get(keyOfPlain(other)) ?? [])
        if ((best.get(entry.id)?.score ?? 0) < other.score) best.set(entry.id, { entry, score: other.score });
  }
  return [...best.values()].toSorted((a, b) => b.score - a.score || (a.entry.id < b.entry.id ? -1 : 1));
}

async function explained(casebook: Casebook, row: EntityRow, entries: readonly Like[]): Promise<readonly ListHit[]> {
  if (entries.length === 0) return [];
  const judged = await judgedOf(casebook, row);
  const known = await knownOf(casebook, row);
  return entries
    .map(({ entry }) => ({ row, entry, compared: comparedOf(known, comparable(entry)), judged: judged(entry.id) }))
    .filter((hit) => hit.judged !== 'different')
    .toSorted((a, b) => scoreOf(b.compared) - scoreOf(a.compared));
}

const scoreOf = (compared: NamesCompared | null): number => compared?.score ?? 0;

/** What people said of somebody and an entry: the same also through chains; else the last that was said of one of the names and the entry. */
async function judgedOf({ store: { reads } }: Casebook, row: EntityRow): Promise<(entry: string) => Judgement | null> {
  const names = await namesOf(reads, row.id);
  const said = new Map<string, Judgement>();
  for (const { left, right, judgement, undone } of await readJudgements(reads, 'name', names))
    if (!undone) for (const { id } of [left, right]) if (!names.includes(id)) said.set(id, judgement);
  return (entry) => (names.includes(entry) ? 'same' : (said.get(entry) ?? null));
}
