// Recorded claims that may bear on another, found by index and not by looking through all: those that name one alike, are of kin, and can be of
// its time. What only reads them decides nothing: `record/` says of each whether and why.
import { sql, type Kysely } from 'kysely';
import { readEdtf, widened } from '../base/edtf.ts';
import type { ClaimRow } from '../model/answers.ts';
import type { Kind } from '../model/vocabulary.ts';
import { keyOfName } from '../record/identity.ts';
import { among } from './among.ts';
import type { Tables } from './tables.ts';

/**
 * The telling words of names that may be of one with any of these: of the shorter of two names every word stands in the longer. O(names that share a
 * word with them).
 */
async function keysAlike(db: Kysely<Tables>, names: readonly string[]): Promise<readonly string[]> {
  const keys = new Set<string>();
  for (const name of new Set(names.map(keyOfName))) {
    const words = [...new Set(name.split(' '))];
    const { rows } = await sql<{ key: string }>`select key from name_word where word in ${among(words)}
      group by key having count(*) = min(max(words), ${words.length})`.execute(db);
    for (const { key } of rows) keys.add(key);
  }
  return [...keys];
}

/** No longer date is ever given: what is open lasts so long, in days. */
const FOR_EVER = 10_000_000;

/** Ids of at most `most` recorded claims of these kinds whose parties or places may be among those of `claim`, at a time that can be its own. */
export async function claimsNear(db: Kysely<Tables>, claim: ClaimRow, kinds: readonly Kind[], most: number): Promise<readonly string[]> {
  const { roles, time } = claim;
  const named = [...(roles.actor ?? []), ...(roles.target ?? []), ...(roles.place ?? [])];
  const date = time?.edtf ? readEdtf(time.edtf) : null;
  const { first, last } = date ? widened(date) : { first: -FOR_EVER, last: FOR_EVER };
  const [from, to] = [Math.max(first, -FOR_EVER), Math.min(last, FOR_EVER)];
  // An approximate date was kept as written: a margin of its own length is allowed for, and what cannot meet is left to whoever compares them.
  const { rows } = await sql<{ id: string }>`select distinct mention.claim as id
    from json_each(${JSON.stringify(await keysAlike(db, named))}) wanted
    join name on name.key = wanted.value
    join mention on mention.name = name.id
    join moment on moment.id = mention.claim
    where moment.status = 'recorded' and moment.kind in ${among(kinds)} and mention.claim <> ${claim.id}
      and (moment.day is null or (moment.day - moment.length <= ${to} and moment.day + 2 * moment.length >= ${from}))
    limit ${most}`.execute(db);
  return rows.map(({ id }) => id);
}

/** Ids of recorded claims of one kind and time that name no party: what tells of the same may say no more than that. */
export async function claimsOfTime(db: Kysely<Tables>, claim: ClaimRow, kinds: readonly Kind[], most: number): Promise<readonly string[]> {
  const date = claim.time?.edtf ? readEdtf(claim.time.edtf) : null;
  if (!date || !Number.isFinite(date.first) || !Number.isFinite(date.last)) return [];
  const rows = await db
    .selectFrom('moment')
    .select('id')
    .where('status', '=', 'recorded')
    .where('kind', 'in', kinds)
    .where('day', '>=', date.first)
    .where('day', '<=', date.last)
    .where('year', '>=', yearOf(claim) - 1)
    .where('year', '<=', yearOf(claim) + 1)
    .where('id', '<>', claim.id)
    .limit(most)
    .execute();
  return rows.map(({ id }) => id);
}

const yearOf = (claim: ClaimRow): number => Number(claim.time?.edtf?.slice(0, 4)) || 0;
