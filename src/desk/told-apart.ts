// Two of one name in a list are told apart by what claims say of each: a post, a place, a death, and the document that names them.
import type { EntityRow } from '../model/entity.ts';
import type { EntitiesPage, EntityTold, Told } from '../model/told.ts';
import type { NameContext } from '../names/weigh-context.ts';
import { NO_VEIL, type Veil } from '../record/veil.ts';
import { namesOf, readNames } from '../views/read-entities.ts';
import type { Casebook } from './casebook.ts';
import { entities } from './entities.ts';
import { keptInMemory } from './kept-in-memory.ts';
import { labelsOf } from './known-names.ts';
import type { ClaimFilter } from './parse-filter.ts';
import { countRanked, rankedNames } from './ranked-names.ts';
import { knownOf } from './rivals.ts';
import { whoBears } from './who-bears.ts';

/** Of a longer list only the first are told apart: more than a person looks at. */
const MOST = 200;
/** Posts and places of each. */
const MOST_EACH = 2;

/** Rows of a page, where nothing else is asked for. */
export const PAGE = 200;

/** A page of everybody whom recorded claims name, most named first, else by id; with `like`, of those that it may mean. */
export async function entitiesPage(
  casebook: Casebook,
  like: string | null,
  { skip = 0, most = PAGE } = {},
  clocks: ClaimFilter = {},
  veil: Veil = NO_VEIL,
): Promise<EntitiesPage> {
  const isToday = Object.keys(clocks).length === 0;
  const { rows, total } = like === null && isToday ? await ranked(casebook, skip, most) : from(await entities(casebook, like, clocks, veil), skip, most);
  return { entities: await toldApart(casebook, rows), total, next: skip + rows.length < total ? skip + rows.length : null };
}

const from = (all: readonly EntityRow[], skip: number, most: number) => ({ rows: all.slice(skip, skip + most), total: all.length });

async function ranked(casebook: Casebook, skip: number, most: number) {
  const rows: EntityRow[] = [];
  for await (const some of rankedNames(casebook, skip, most)) {
    rows.push(...some.slice(0, most - rows.length));
    if (rows.length >= most) break;
  }
  return { rows, total: await countRanked(casebook) };
}

type Kept = { readonly size: number; readonly told: Map<string, readonly Told[]> };

const toldOfAll = keptInMemory(async (casebook, before: Kept | null): Promise<Kept> => {
  const size = await casebook.store.log.size();
  return before && before.size === size ? before : { size, told: new Map() };
});

/** The same rows, in order. O(those that share a name), once for each state of the record. */
export async function toldApart(casebook: Casebook, rows: readonly EntityRow[]): Promise<readonly EntityTold[]> {
  const { told: before } = await toldOfAll(casebook);
  const bearersOf = await whoBears(casebook, rows.slice(0, MOST).flatMap(labelsOf)); // prettier-ignore
  const sharesName = (row: EntityRow): boolean => labelsOf(row).some((name) => bearersOf(name).length > 1);
  const told: EntityTold[] = [];
  for (const [n, row] of rows.entries()) {
    if (n >= MOST || !sharesName(row)) told.push({ ...row, told: [] });
    else {
      const own = before.get(row.id) ?? (await toldOf(casebook, row));
      before.set(row.id, own);
      told.push({ ...row, told: own });
    }
  }
  return told;
}

async function toldOf(casebook: Casebook, row: EntityRow): Promise<readonly Told[]> {
  const { context } = await knownOf(casebook, row);
  const { reads } = casebook.store;
  const [first] = await readNames(reads, await namesOf(reads, row.id));
  return [...contextTold(context), ...(first ? [{ what: 'document' as const, words: first.documentTitle }] : [])];
}

function contextTold({ posts = [], places = [], died }: NameContext): readonly Told[] {
  const held = [...new Set(posts.map(({ role, period }) => (period === null ? role : `${role} (${period})`)))];
  return [
    ...held.slice(0, MOST_EACH).map((words) => ({ what: 'post' as const, words })),
    ...places.slice(0, MOST_EACH).map((words) => ({ what: 'place' as const, words })),
    ...(died === undefined ? [] : [{ what: 'died' as const, words: died }]),
  ];
}
