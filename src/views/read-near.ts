// Claims that may bear on others, found by index and not by looking through all. What only reads them decides nothing: `record/` says of each
// whether and why.
import { sql, type Kysely } from 'kysely';
import type { Status } from '../model/answers.ts';
import type { Kind } from '../model/vocabulary.ts';
import { among } from './among.ts';
import { findWorded, matchNames, matchOfKinds, narrowed, type Days } from './find-words.ts';
import type { Tables } from './tables.ts';

export type NearAsked = {
  /** As a claim gives them, and as others do that people held to be one with them. */
  readonly names: readonly string[];
  /** Null: of any kind. */
  readonly kinds: readonly Kind[] | null;
  /** Null: of any time. */
  readonly days: Days | null;
  readonly statuses: readonly Status[];
};

/** Ids of those that name any of these, or may, are of these kinds, and can be of that time; the newest first. */
export async function claimsNamingAlike(db: Kysely<Tables>, { names, ...narrow }: NearAsked, most: number): Promise<readonly string[]> {
  const match = matchNames(names);
  return match === null ? [] : findWorded(db, narrow.kinds === null ? match : matchOfKinds(match, narrow.kinds), narrow, most);
}

/** Ids of those of these kinds whose time is known, begins in this year, and can be within these days. */
export async function claimsOfTime(
  db: Kysely<Tables>,
  asked: Omit<NearAsked, 'names'> & { readonly year: number | null },
  most: number,
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select id from moment where day is not null and ${narrowed(asked)} limit ${most}`.execute(db);
  return rows.map(({ id }) => id);
}

/** The ids of what was decided about, or taken back, after an instant: as it stood then, it may have had other words. */
export async function decidedSince(db: Kysely<Tables>, instant: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select suggestion as id from decision where at > ${instant}
    union select suggestion from decision where undone_at > ${instant}`.execute(db);
  return rows.map(({ id }) => id);
}

/** The documents that use any of these names, by their ids. */
export async function documentsOfNames(db: Kysely<Tables>, ids: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ document: string }>`select distinct document from name where id in ${among(ids)}`.execute(db);
  return rows.map(({ document }) => document);
}

/** The telling words of the names that people hold to be one with any of these names of documents, by their ids. */
export async function keysOfNames(db: Kysely<Tables>, ids: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ key: string }>`select distinct key from name where id in ${among(ids)}`.execute(db);
  return rows.map(({ key }) => key);
}
