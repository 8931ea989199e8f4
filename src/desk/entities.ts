// Who and what the record names, and which of them may be one.
import { Fault } from '../base/fault.ts';
import type { ClaimRow } from '../model/answers.ts';
import type { EntityAlone, EntityRow, EntityView, JudgementRow, NameRow, PairProposed, PairsAsked } from '../model/entity.ts';
import { mayBeOne } from '../names/name-key.ts';
import { entityRows } from '../record/entity-rows.ts';
import { NO_VEIL, type Veil } from '../record/veil.ts';
import { inWords } from '../views/fold-words.ts';
import { groups } from '../record/join-pairs.ts';
import { judgementsAround } from '../views/fold-judgements.ts';
import { readClaims } from '../views/read-claims.ts';
import { claimsNamingFrom, namesAlike, namesOf, readEntities, readNameCare, readNames } from '../views/read-entities.ts';
import { knownThen } from '../views/read-judged.ts';
import { readJudgements } from '../views/read-judgements.ts';
import { bearersAt } from './bearers.ts';
import { claimsNamed, type Named } from './claims-named.ts';
import type { Casebook } from './casebook.ts';
import { namesLike } from './kept-in-memory.ts';
import { knownNames } from './known-names.ts';
import { instantOf, type ClaimFilter } from './parse-filter.ts';
import { askPairs, PATIENCE, rivalsOf, UNWATCHED } from './rivals.ts';
import { knownGroups, whoBears } from './who-bears.ts';

/** Entities that a search gives at most. */
const MOST_LIKE = 60;

/**
 * Everybody and everything that recorded claims name, most named first; with `like`, those that a name may mean, in whatever script and
 * spelling, likeliest first. Under a clock only as the claims that it keeps name them.
 */
export async function entities(casebook: Casebook, like: string | null = null, clocks: ClaimFilter = {}, veil: Veil = NO_VEIL): Promise<readonly EntityRow[]> {
  if (like !== null && veil.names.length > 0) return likeVeiled(casebook, like, clocks, veil);
  if (Object.keys(clocks).length > 0) return entitiesAt(casebook, like, clocks);
  if (like === null) return readEntities(casebook.store.reads, null);
  const byName = await bearersLike(casebook, like);
  const found = byName.length < MOST_LIKE ? [...byName, ...(await describedAs(casebook, like))] : byName;
  return found.slice(0, MOST_LIKE);
}

/** Names that are looked up at once. */
const AT_ONCE = 10;

/** Who bears a name that the words may mean, the likeliest name first, until there are enough. */
async function bearersLike(casebook: Casebook, like: string): Promise<readonly EntityRow[]> {
  const names = namesLike(await knownNames(casebook), like, MOST_LIKE);
  const found = new Map<string, EntityRow>();
  for (let from = 0; from < names.length && found.size < MOST_LIKE; from += AT_ONCE) {
    const some = names.slice(from, from + AT_ONCE);
    const bearersOf = await whoBears(casebook, some);
    for (const row of some.flatMap(bearersOf)) found.set(row.id, found.get(row.id) ?? row);
  }
  return [...found.values()];
}

/** Whoever has a veiled name is found by what is shown of it alone: its pseudonym, or the beginning of that. */
async function likeVeiled(casebook: Casebook, like: string, clocks: ClaimFilter, veil: Veil): Promise<readonly EntityRow[]> {
  const asked = inWords(like);
  const meant = veil.names.filter(({ pseudonym }) => asked !== '' && inWords(pseudonym).includes(asked)).flatMap(({ ids }) => ids);
  const isToday = Object.keys(clocks).length === 0;
  const known = meant.length === 0 ? [] : isToday ? await readEntities(casebook.store.reads, meant) : await entitiesAt(casebook, null, clocks);
  const others = (await entities(casebook, like, clocks)).filter(
    ({ id, labels }) => !veil.covering(id) && labels.some((label) => veil.standing(label).size === 0 || inWords(veil.named(label)).includes(asked)),
  );
  return [...known.filter(({ id }) => meant.includes(id)), ...others];
}

/** Claims that are looked at for descriptions; of more, which of them is meant nobody says by so few words. */
const MOST_DESCRIBED = 200;

/** What describes and does not name stands in no index of names that are alike: it is found by its very words. */
async function describedAs(casebook: Casebook, like: string): Promise<readonly EntityRow[]> {
  const { reads } = casebook.store;
  const { joined } = await knownGroups(casebook);
  // Who has one name alone has no other words than those; whoever is joined of several may have.
  const near = (await namesAlike(reads, like, MOST_DESCRIBED)).filter(({ label, leader }) => leader !== null || mayBeOne(label, like));
  const rows = await readEntities(reads, near.map(({ id }) => id)); // prettier-ignore
  return rows.map((row) => joined.get(row.id) ?? row).filter(({ sort, labels }) => sort === 'described' && labels.some((label) => mayBeOne(label, like)));
}

/** O(claims that the clocks keep). Of those that are like a name today, those that these claims name. */
async function entitiesAt(casebook: Casebook, like: string | null, clocks: ClaimFilter): Promise<readonly EntityRow[]> {
  const { idOf } = await bearersAt(casebook, clocks);
  const rows = entityRows(
    (await claimsNamed(casebook, null, clocks)).map(({ claim, names }) => ({ document: claim.document, names })),
    idOf,
  );
  if (like === null) return rows;
  const { reads } = casebook.store;
  const rank = new Map<string, number>();
  for (const [n, { id }] of (await entities(casebook, like)).entries())
    for (const name of await namesOf(reads, id)) rank.set(idOf(name), rank.get(idOf(name)) ?? n);
  return rows.filter(({ id }) => rank.has(id)).toSorted((a, b) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0));
}

/** Claims and names of one that are given at once. */
const MOST_MENTIONS = 200;

/** One by the id of any of its names, with the first of its claims, `skip` of them passed over; under a filter as the claims that it keeps have it. */
export async function entity(casebook: Casebook, id: string, filter: ClaimFilter = {}, skip = 0): Promise<EntityView> {
  const view = await entityAlone(casebook, id, filter, skip);
  // Who it may be is proposed by what is known today: of the record as it stood, nothing is.
  return { ...view, rivals: instantOf(filter) === undefined ? await rivalsOf(casebook, rowOf(view)) : [] };
}

/** Who one may be besides; nobody where no claim names it. */
export async function rivals(casebook: Casebook, id: string): Promise<readonly PairProposed[]> {
  const row = await groupOf(casebook, await namesOf(casebook.store.reads, id));
  return row ? rivalsOf(casebook, row) : [];
}

const rowOf = ({ id, label, sort, labels, claims, documents }: EntityRow): EntityRow => ({ id, label, sort, labels, claims, documents });

/** The same as `entity` without who it may be besides: that wants all names of the record, this those of one. */
export async function entityAlone(casebook: Casebook, id: string, filter: ClaimFilter = {}, skip = 0): Promise<EntityAlone> {
  const { reads } = casebook.store;
  const instant = instantOf(filter);
  const names = instant === undefined ? await namesOf(reads, id) : (await bearersAt(casebook, filter)).namesOf(id);
  const found = await mentionsOf(casebook, names, filter, skip);
  if (!found)
    throw new Fault(
      'not-found',
      `no recorded claim names ${id}`,
      'List them with `onrecord entities`; ids begin with n_. Names come with claims that are accepted.',
    );
  const { row, mentions, named } = found;
  const judgements = await toldBy(casebook, knownThen(await readJudgements(reads, 'name', names), instant), filter);
  const around = instant === undefined ? await judgementsAround(reads, 'name', names) : judgements.filter(({ undone }) => !undone).map(judgedOf);
  const [group] = groups(around).filter(({ members }) => members.includes(row.id));
  const apart = judgements
    .filter(({ judgement, undone }) => judgement === 'different' && !undone)
    .flatMap(({ left, right }) => [left.id, right.id])
    .filter((each) => !names.includes(each));
  return {
    ...row,
    care: await readNameCare(reads, names),
    names: named,
    mentions,
    judgements,
    weak: group?.weak.map(({ entry }) => entry) ?? [],
    apart: await rowsOf(casebook, apart),
  };
}

/** Without those of a name that no claim gives which the clocks keep. */
async function toldBy(casebook: Casebook, rows: readonly JudgementRow[], filter: ClaimFilter): Promise<readonly JudgementRow[]> {
  if (filter.at === undefined && filter.saidBy === undefined) return rows;
  const told = await claimsNamed(casebook, [...new Set(rows.flatMap(({ left, right }) => [left.id, right.id]))], filter);
  const given = new Set(told.flatMap(({ names }) => names.map(({ id }) => id)));
  return rows.filter(({ left, right }) => given.has(left.id) && given.has(right.id));
}

const judgedOf = ({ entry, left, right, judgement }: JudgementRow) => ({ entry, left: left.id, right: right.id, judgement });

type Mentioned = { readonly row: EntityRow; readonly mentions: readonly ClaimRow[]; readonly named: readonly NameRow[] };

/** Null where no claim names it that the filter keeps. */
async function mentionsOf(casebook: Casebook, names: readonly string[], filter: ClaimFilter, skip: number): Promise<Mentioned | null> {
  const { reads } = casebook.store;
  if (Object.keys(filter).length === 0) {
    const row = await groupOf(casebook, names);
    const ids = row ? await claimsNamingFrom(reads, names, { skip, most: MOST_MENTIONS }) : [];
    return row
      ? { row, mentions: await readClaims(reads, { ids, statuses: ['recorded'] }), named: await readNames(reads, names.slice(0, MOST_MENTIONS)) }
      : null;
  }
  const kept = await claimsNamed(casebook, names, filter);
  const own = new Set(names);
  const [least = ''] = names.toSorted();
  const [row] = entityRows(kept.map(({ claim, names: given }) => ({ document: claim.document, names: given.filter((each) => own.has(each.id)) })), () => least); // prettier-ignore
  return row ? { row, mentions: kept.slice(skip, skip + MOST_MENTIONS).map(({ claim }) => claim), named: nameRows(kept, own) } : null;
}

/** Those that people joined of several names are in memory. */
async function groupOf(casebook: Casebook, names: readonly string[]): Promise<EntityRow | undefined> {
  const { joined } = await knownGroups(casebook);
  const id = names.find((name) => joined.has(name));
  return id === undefined ? (await readEntities(casebook.store.reads, names))[0] : joined.get(id);
}

/** The names of documents as these claims give them. */
export function nameRows(kept: readonly Named[], own: ReadonlySet<string>): readonly NameRow[] {
  const rows = new Map<string, NameRow>();
  for (const { claim, names } of kept)
    for (const { id, words } of new Map(names.map((each) => [each.id, each])).values()) {
      if (!own.has(id)) continue;
      const before = rows.get(id);
      const label = before && before.label.length >= words.length ? before.label : words;
      rows.set(id, { id, label, document: claim.document, documentTitle: claim.documentTitle, claims: (before?.claims ?? 0) + 1 });
    }
  return [...rows.values()].slice(0, MOST_MENTIONS);
}

async function rowsOf(casebook: Casebook, ids: readonly string[]): Promise<readonly EntityRow[]> {
  const { reads } = casebook.store;
  const rows = new Map<string, EntityRow>();
  for (const id of ids) for (const row of await readEntities(reads, await namesOf(reads, id))) rows.set(row.id, row);
  return [...rows.values()];
}

/** The names that recorded claims of a document give, by its id or its original's. */
export async function documentNames({ store: { reads } }: Casebook, id: string): Promise<readonly NameRow[]> {
  const rows = await reads
    .selectFrom('standing')
    .innerJoin('given', 'given.position', 'standing.position')
    .innerJoin('named', 'named.number', 'given.name')
    .select('named.id')
    .distinct()
    .where('standing.document', 'in', ({ selectFrom }) =>
      selectFrom('document')
        .select('document.id')
        .where(({ or, eb }) => or([eb('document.id', '=', id), eb('document.original', '=', id)])),
    )
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
