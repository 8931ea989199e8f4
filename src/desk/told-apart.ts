// Two of one name in a list are told apart by what claims say of each: a post, a place, a death, and the document that names them.
import type { EntityRow } from '../model/entity.ts';
import type { EntitiesPage, EntityTold, Told } from '../model/told.ts';
import { keyOfPlain } from '../names/alike-names.ts';
import type { NameContext } from '../names/weigh-context.ts';
import { kindOfNames } from '../record/propose-pairs.ts';
import { NO_VEIL, type Veil } from '../record/veil.ts';
import { namesOf, readNames } from '../views/read-entities.ts';
import type { Casebook } from './casebook.ts';
import { entities } from './entities.ts';
import type { ClaimFilter } from './parse-filter.ts';
import { knownNames, type KnownNames } from './known-names.ts';
import { knownOf } from './rivals.ts';

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
  const all = await entities(casebook, like, clocks, veil);
  const rows = all.slice(skip, skip + most);
  return { entities: await toldApart(casebook, rows), total: all.length, next: skip + rows.length < all.length ? skip + rows.length : null };
}

const kept = new WeakMap<KnownNames, Map<string, readonly Told[]>>();

/** The same rows, in order. O(those that share a name), once for each state of the record. */
export async function toldApart(casebook: Casebook, rows: readonly EntityRow[]): Promise<readonly EntityTold[]> {
  const known = await knownNames(casebook);
  const before = kept.get(known) ?? new Map<string, readonly Told[]>();
  kept.set(known, before);
  const told: EntityTold[] = [];
  for (const [n, row] of rows.entries()) {
    if (n >= MOST || !sharesName(known, row)) told.push({ ...row, told: [] });
    else {
      const own = before.get(row.id) ?? (await toldOf(casebook, row));
      before.set(row.id, own);
      told.push({ ...row, told: own });
    }
  }
  return told;
}

const sharesName = ({ bearers }: KnownNames, row: EntityRow): boolean =>
  row.labels.some((name) => (bearers.get(keyOfPlain({ name, kind: kindOfNames(row) }))?.length ?? 0) > 1);

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
