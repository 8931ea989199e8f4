// Which claims and suggestions tell of somebody, or of a place: recorded ones by the names that people joined, suggestions by names that are alike.
import type { ClaimRow } from '../model/answers.ts';
import { mayBeOne } from '../names/name-key.ts';
import { selectClaims } from '../record/select-claims.ts';
import { findWorded, matchNames } from '../views/find-words.ts';
import { namesIn } from '../views/fold-names.ts';
import { readClaims } from '../views/read-claims.ts';
import { readEntities } from '../views/read-entities.ts';
import { readNaming } from '../views/read-moments.ts';
import { bearersAt } from './bearers.ts';
import type { Casebook } from './casebook.ts';
import { narrowedIds } from './narrowed-ids.ts';
import type { ClaimFilter } from './parse-filter.ts';

/** `name` and `place`: ids of names, `n_…`; null: not narrowed by that. */
export type NamesAsked = { readonly name: string | null; readonly place: string | null };

/** The ids of those that do as they stand, and whether a row does, as it stands or stood. */
export type Narrowed = { readonly ids: readonly string[]; readonly keeps: (row: ClaimRow) => boolean };

/** One for each name that is asked for. O(claims and suggestions that give it, or one alike). */
export async function narrowByNames(casebook: Casebook, { name, place }: NamesAsked, filter: ClaimFilter): Promise<readonly Narrowed[]> {
  return [
    ...(name === null ? [] : [await naming(casebook, name, null, filter)]),
    ...(place === null ? [] : [await naming(casebook, place, 'place', filter)]),
    ...(filter.entity === undefined ? [] : [await namedSo(casebook, filter)]),
  ];
}

async function naming(casebook: Casebook, id: string, part: 'place' | null, filter: ClaimFilter): Promise<Narrowed> {
  const { reads } = casebook.store;
  const names = new Set((await bearersAt(casebook, filter)).namesOf(id));
  const [entity] = await readEntities(reads, [...names]);
  const labels = entity?.labels ?? [];
  const isNamed = (row: ClaimRow): boolean => namesIn(row.document, row).some((each) => names.has(each.id) && (part === null || each.part === part));
  const wordsOf = ({ roles, saidBy }: ClaimRow): readonly string[] =>
    part === null ? [...(roles.actor ?? []), ...(roles.target ?? []), ...(roles.place ?? []), ...(roles.organization ?? []), ...saidBy] : (roles[part] ?? []);
  const mayBeNamed = (row: ClaimRow): boolean => wordsOf(row).some((words) => labels.some((label) => mayBeOne(words, label)));
  const match = matchNames(labels);
  const alike = match === null ? [] : await findWorded(reads, match, { statuses: ['suggested'] }, Number.MAX_SAFE_INTEGER);
  const suggested = (await readClaims(reads, { ids: alike, statuses: ['suggested'] })).filter(mayBeNamed);
  return {
    ids: [...(await readNaming(reads, [...names], part)), ...suggested.map((row) => row.id)],
    keeps: (row) => (row.status === 'suggested' ? mayBeNamed(row) : isNamed(row)),
  };
}

/** By the words of a name, as lists are narrowed, and as whoever asks is shown it. */
async function namedSo(casebook: Casebook, { entity, shown }: ClaimFilter): Promise<Narrowed> {
  const filter = { ...(entity === undefined ? {} : { entity }), ...(shown ? { shown } : {}) };
  const keeps = (row: ClaimRow): boolean => selectClaims([row], filter).length > 0;
  const ids = await narrowedIds(casebook, filter);
  const rows = await readClaims(casebook.store.reads, { ...(ids === null ? {} : { ids }), statuses: ['suggested', 'recorded'] });
  return { ids: rows.filter(keeps).map(({ id }) => id), keeps };
}
