// What the matrix rests on beside claims: what people judged, joined and linked; and which claims that, and all else that is done, may have changed.
import type { Status } from '../model/answers.ts';
import type { LinkRow } from '../model/link.ts';
import { keyOfName } from '../record/identity.ts';
import { readTouched } from '../views/read-entries.ts';
import { readJudged, readJudgedStamp, stoodAt } from '../views/read-judged.ts';
import { readLinks } from '../views/read-links.ts';
import { readNaming } from '../views/read-moments.ts';
import { readJoinedKeys, type JoinedName } from '../views/read-names.ts';
import type { Casebook } from './casebook.ts';

export type Grounds = {
  /** Entries of the log that it is of. */
  readonly size: number;
  /** Another where anything was judged, or a judgement taken back. */
  readonly stamp: string;
  readonly judged: Awaited<ReturnType<typeof readJudged>>;
  readonly links: readonly LinkRow[];
  /** Ids of the claims that people joined, or linked. */
  readonly together: ReadonlySet<string>;
  /** Of names that people joined, by id, the telling words of all that they are joined with. */
  readonly keys: ReadonlyMap<string, string>;
  /** With names that a document gives, the telling words of others that people joined with them. */
  readonly withJoined: (document: string, names: readonly string[]) => readonly string[];
};

/** As they stand, or stood at an instant (ISO, UTC). O(judgements) where something was recorded since. */
export async function groundsOf({ store }: Casebook, before: Grounds | null, instant?: string): Promise<Grounds> {
  const { reads } = store;
  const size = await store.log.size();
  if (before?.size === size) return before;
  const joined = await readJoinedKeys(reads);
  const keys = new Map(joined.map(({ id, keys: own }) => [id, own.join(' ')]));
  const stamp = instant ?? (await readJudgedStamp(reads));
  // Nobody judged anything since, and nobody's name came or went: what was read of it before is still so.
  const isSame = before?.stamp === stamp && before.keys.size === keys.size && [...keys].every(([id, own]) => before.keys.get(id) === own);
  const judged = isSame ? before.judged : await readJudged(reads, instant);
  const links = (await readLinks(reads, null)).filter(stoodAt(instant));
  const pairs = [...judged.happenings, ...links.map(({ left, right }) => ({ left: left.id, right: right.id }))];
  return {
    size,
    stamp,
    judged,
    links,
    together: new Set(pairs.flatMap(({ left, right }) => [left, right])),
    keys,
    withJoined: withJoinedBy(joined),
  };
}

function withJoinedBy(joined: readonly JoinedName[]): Grounds['withJoined'] {
  const byPlace = new Map(joined.map(({ document, key, keys }) => [`${document} ${key}`, keys]));
  if (byPlace.size === 0) return (_, names) => names;
  return (document, names) => [...new Set([...names, ...names.flatMap((name) => byPlace.get(`${document} ${keyOfName(name)}`) ?? [])])];
}

/**
 * Ids of the claims that may be other than they were, or bear on others otherwise; null where everything has to be looked through again: after an
 * erasure, after very much, and where suggestions are asked for that no entry of the log tells of.
 */
export async function changesSince(
  { store: { reads } }: Casebook,
  before: Grounds,
  grounds: Grounds,
  statuses: readonly Status[] | null,
): Promise<readonly string[] | null> {
  if (statuses === null) return null;
  if (statuses.includes('suggested')) {
    const waits = await reads.selectFrom('waiting').select('id').limit(1).executeTakeFirst();
    if (waits) return null;
  }
  const touched = await readTouched(reads, before.size);
  if (touched === null) return null;
  const renamed = [...before.keys.keys(), ...grounds.keys.keys()].filter((id) => before.keys.get(id) !== grounds.keys.get(id));
  const parted = [...before.together].filter((id) => !grounds.together.has(id));
  return [...new Set([...touched, ...parted, ...(await readNaming(reads, [...new Set(renamed)], null))])];
}
