// Who and what the record names, and which of them may be one.
import { Fault } from '../base/fault.ts';
import type { ClaimRow } from '../model/answers.ts';
import type { ClaimNames, EntityRow, EntityView, NameRow, PairsAsked } from '../model/entity.ts';
import { mayBeOne } from '../names/name-key.ts';
import { groups } from '../record/join-pairs.ts';
import { judgementsAround } from '../views/fold-judgements.ts';
import { readClaims } from '../views/read-claims.ts';
import { claimsNamingFrom, namesIn, namesOf, readEntities, readNameCare, readNames } from '../views/read-entities.ts';
import { readJudgements } from '../views/read-judgements.ts';
import { claimsNamed } from './claims-named.ts';
import type { Casebook } from './casebook.ts';
import { bearersLike } from './kept-in-memory.ts';
import { knownNames } from './known-names.ts';
import type { ClaimFilter } from './parse-filter.ts';
import { askPairs, PATIENCE, rivalsOf, UNWATCHED } from './rivals.ts';

/** Entities that a search gives at most. */
const MOST_LIKE = 60;

/**
 * Everybody and everything that recorded claims name, most named first; with `like`, those that a name may mean, in whatever script and
 * spelling, likeliest first.
 */
export async function entities(casebook: Casebook, like: string | null = null): Promise<readonly EntityRow[]> {
  const known = await knownNames(casebook);
  if (like === null) return known.rows;
  const byName = bearersLike(known, like, MOST_LIKE);
  // What describes and does not name stands in no index: it is found by its very words.
  const byWords = known.rows.filter(({ sort, labels }) => sort === 'described' && labels.some((label) => mayBeOne(label, like)));
  return [...new Set([...byName, ...byWords])].slice(0, MOST_LIKE);
}

/** Claims and names of one that are given at once. */
const MOST_MENTIONS = 200;

/** One by the id of any of its names, with the first of its claims, `skip` of them passed over; where a filter is given, with all that it keeps. */
export async function entity(casebook: Casebook, id: string, filter: ClaimFilter = {}, skip = 0): Promise<EntityView> {
  const { reads } = casebook.store;
  const names = await namesOf(reads, id);
  const [row] = await readEntities(reads, names);
  if (!row)
    throw new Fault(
      'not-found',
      `no recorded claim names ${id}`,
      'List them with `onrecord entities`; ids begin with n_. Names come with claims that are accepted.',
    );
  const around = await judgementsAround(reads, 'name', names);
  const [group] = groups(around).filter(({ members }) => members.includes(row.id));
  const judgements = await readJudgements(reads, 'name', names);
  const apart = judgements
    .filter(({ judgement, undone }) => judgement === 'different' && !undone)
    .flatMap(({ left, right }) => [left.id, right.id])
    .filter((each) => !names.includes(each));
  return {
    ...row,
    care: await readNameCare(reads, names),
    names: await readNames(reads, names.slice(0, MOST_MENTIONS)),
    mentions: await mentionsOf(casebook, names, filter, skip),
    judgements,
    weak: group?.weak.map(({ entry }) => entry) ?? [],
    rivals: await rivalsOf(casebook, row),
    apart: await rowsOf(casebook, apart),
  };
}

async function mentionsOf(casebook: Casebook, names: readonly string[], filter: ClaimFilter, skip: number): Promise<readonly ClaimRow[]> {
  if (Object.keys(filter).length > 0) return (await claimsNamed(casebook, names, filter)).map(({ claim }) => claim);
  const { reads } = casebook.store;
  return readClaims(reads, { ids: await claimsNamingFrom(reads, names, { skip, most: MOST_MENTIONS }), statuses: ['recorded'] });
}

async function rowsOf(casebook: Casebook, ids: readonly string[]): Promise<readonly EntityRow[]> {
  const { reads } = casebook.store;
  const rows = new Map<string, EntityRow>();
  for (const id of ids) for (const row of await readEntities(reads, await namesOf(reads, id))) rows.set(row.id, row);
  return [...rows.values()];
}

/** Whom a claim names, by the part of it that does: each as the entity that it is, with others that it may be. */
export async function claimNames(casebook: Casebook, claim: string): Promise<readonly ClaimNames[]> {
  const { reads } = casebook.store;
  const out: ClaimNames[] = [];
  for (const { part, words, name } of await namesIn(reads, claim)) {
    const [row] = await readEntities(reads, await namesOf(reads, name));
    if (row) out.push({ part, words, name, entity: row, rivals: await rivalsOf(casebook, row) });
  }
  return out;
}

/** The names that recorded claims of a document give, by its id or its original's. */
export async function documentNames({ store: { reads } }: Casebook, id: string): Promise<readonly NameRow[]> {
  const rows = await reads
    .selectFrom('name')
    .innerJoin('document', 'document.id', 'name.document')
    .select('name.id')
    .where(({ or, eb }) => or([eb('document.id', '=', id), eb('document.original', '=', id)]))
    .execute();
  return readNames(
    reads,
    rows.map((row) => row.id),
  );
}

/** Pairs that are given at once, if not told otherwise. */
const MOST_PAIRS = 100;

/**
 * Pairs of names that wait for a person, likeliest first: those that nobody judged, and those judged `unsure`. As few as suffice to
 * ask: where a may be b, and b may be c, a and c are left until then. What is judged same or different is not proposed again, and
 * what claims rule out (a death before a post) is not proposed at all.
 *
 * `milliseconds` is how long to look through names that nobody looked through yet; null: to the end, a millisecond or two a name.
 */
export const pairs = async (casebook: Casebook, most = MOST_PAIRS, milliseconds: number | null = PATIENCE, watch = UNWATCHED): Promise<PairsAsked> =>
  askPairs(casebook, most, milliseconds, watch);
