// Claims and suggestions by the words that are kept of them, from an index: as they now stand, the newest first.
import { sql, type Kysely, type RawBuilder } from 'kysely';
import { foldedWords } from '../base/fold.ts';
import type { Status } from '../model/answers.ts';
import { kindEntry, type Kind } from '../model/vocabulary.ts';
import { selections, tellingWordsOf, tokenOf } from '../record/near-names.ts';
import { among } from './among.ts';
import type { Tables } from './tables.ts';

/** What is looked for narrows further where it is given: kinds, the year in which it began, days in which it can have happened, what became of it. */
export type Narrowed = {
  readonly kinds?: readonly Kind[] | null;
  readonly year?: number | null;
  readonly days?: Days | null;
  readonly statuses?: readonly Status[];
  readonly ids?: readonly string[] | null;
  readonly documents?: readonly string[] | null;
};

/** Julian day numbers, both included. */
export type Days = { readonly first: number; readonly last: number };

/** No longer date is ever given: what is open lasts so long, in days. */
const FOR_EVER = 10_000_000;
const STANDING: readonly Status[] = ['suggested', 'recorded'];

/** Conditions on `moment`. A time that is not known can be any; an approximate one was kept as written, so a margin of its own length is allowed for. */
export function narrowed({ kinds = null, year = null, days = null, statuses = STANDING, ids = null, documents = null }: Narrowed): RawBuilder<boolean> {
  const all = [sql`moment.status in ${among(statuses)}`];
  if (kinds !== null) all.push(sql`moment.kind in ${among(kinds)}`);
  if (ids !== null) all.push(sql`moment.id in ${among(ids)}`);
  if (year !== null) all.push(sql`moment.year = ${year}`);
  if (days !== null) {
    const [from, to] = [Math.max(days.first, -FOR_EVER), Math.min(days.last, FOR_EVER)];
    all.push(sql`(moment.day is null or (moment.day - moment.length <= ${to} and moment.day + 2 * moment.length >= ${from}))`);
  }
  if (documents !== null) all.push(sql`coalesce(moment.document, (select document from suggestion where suggestion.id = moment.id)) in ${among(documents)}`);
  return sql<boolean>`${sql.join(all, sql` and `)}`;
}

/** The ids of the newest `most` that answer a query of FTS5, which is made by the functions below, never by hand; null: of all. */
export async function findWorded(db: Kysely<Tables>, match: string | null, asked: Narrowed, most: number): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select moment.id ${worded(match, asked)} order by ${newestFirst(match)} limit ${most}`.execute(db);
  return rows.map(({ id }) => id);
}

/** What has the words: its id, and its number in the index. */
export type Worded = { readonly id: string; readonly number: number };

/** The same, and how many do, counted up to `counted`: the words are looked for once. */
export async function findAndCount(
  db: Kysely<Tables>,
  match: string | null,
  asked: Narrowed,
  { most, counted }: { readonly most: number; readonly counted: number },
): Promise<{ readonly found: readonly Worded[]; readonly having: number }> {
  const newest = sql`select moment.id, moment.number ${worded(match, asked)} order by ${newestFirst(match)} limit ${counted}`;
  const { rows } = await sql<Worded & { readonly many: number }>`with found as materialized (${newest})
    select id, number, (select count(*) from found) as many from found order by number desc limit ${most}`.execute(db);
  return { found: rows.map(({ id, number }) => ({ id, number })), having: rows[0]?.many ?? 0 };
}

/** How many do, counted up to `most`. */
export async function countWorded(db: Kysely<Tables>, match: string | null, asked: Narrowed, most: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from (select 1 ${worded(match, asked)} limit ${most})`.execute(db);
  return rows[0]?.n ?? 0;
}

/** As numbers are those of rows, the index of words gives them in this order by itself. */
const newestFirst = (match: string | null): RawBuilder<unknown> => (match === null ? sql`moment.number desc` : sql`worded.rowid desc`);

function worded(match: string | null, asked: Narrowed): RawBuilder<unknown> {
  // Ids that are given are few: they lead, else the words do.
  if (match === null) return sql`from moment where ${narrowed(asked)}`;
  // In this order, so that SQLite stops at the limit instead of putting all in order first.
  return sql`from worded cross join moment on moment.number = worded.rowid where worded match ${match} and ${narrowed(asked)}`;
}

/** What has all of these folded words, each at least as the beginning of one; also as its id or the name of its kind. */
export const matchBeginnings = (words: readonly string[]): string => words.map((word) => `"${word}" *`).join(' AND ');

/** What has any of these words, as they stand in the index. Null where none is given. */
export const matchWords = (words: readonly string[]): string | null =>
  words.length === 0 ? null : `{words} : (${words.map((word) => `"${word.replaceAll('"', '""')}"`).join(' OR ')})`;

/** What says what a query of words asks for. `match` is one that `compileQuery` made. */
export const matchSaid = (match: string): string => `{words} : (${match})`;

/** The same of these kinds, by the names that the index has of them: of those that have a common name, few need then be looked up. */
export function matchOfKinds(match: string, kinds: readonly Kind[]): string {
  if (kinds.length === 0 || kinds.length > MOST_KINDS) return match;
  const labels = kinds.map((kind) => `(${matchAll(foldedWords(kindEntry(kind).label))})`);
  return `(${match}) AND {label} : (${labels.join(' OR ')})`;
}

const matchAll = (words: readonly string[]): string => words.map((word) => `"${word}"`).join(' AND ');

/** Of more kinds are most claims. */
const MOST_KINDS = 6;

/** A name of more telling words could be shortened in hundreds of ways: of such a one, all that shares a word with it is found. */
const MOST_WORDS = 6;

/** What has a name that may be of one with any of these, by its words; and others, for whoever asks to tell. Null where none of them tells anything. */
export function matchNames(names: readonly string[]): string | null {
  const all = names.map(tellingWordsOf).filter((words) => words.length > 0);
  if (all.length === 0) return null;
  const any = all.filter((words) => words.length > MOST_WORDS).flatMap((words) => words.map((word) => `"${word}"`));
  const few = all.filter((words) => words.length <= MOST_WORDS);
  const shorter = few.flatMap((words) => selections(words).map((some) => `"${tokenOf(some)}"`));
  const longer = few.map((words) => `(${matchAll(words)})`);
  return [
    ...(shorter.length === 0 ? [] : [`{names} : (${[...new Set(shorter)].join(' OR ')})`]),
    ...(longer.length + any.length === 0 ? [] : [`{words} : (${[...new Set([...longer, ...any])].join(' OR ')})`]),
  ].join(' OR ');
}
