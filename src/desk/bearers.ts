// Who bears a name, at whatever time of the record is asked for.
import { readNameGroups } from '../views/read-judged.ts';
import type { Casebook } from './casebook.ts';
import { instantOf, type ClaimFilter } from './parse-filter.ts';

/** `idOf`: of a name, the least id of its group; `namesOf`: of any name of a group, all of it. */
export type Bearers = { readonly idOf: (name: string) => string; readonly namesOf: (id: string) => readonly string[] };

/** As people judged by then. O(judgements). */
export async function bearersAt({ store: { reads } }: Casebook, filter: ClaimFilter): Promise<Bearers> {
  const groups = await readNameGroups(reads, instantOf(filter));
  const groupOf = new Map(groups.flatMap((members) => members.map((member) => [member, members] as const)));
  return { idOf: (name) => groupOf.get(name)?.[0] ?? name, namesOf: (id) => groupOf.get(id) ?? [id] };
}
