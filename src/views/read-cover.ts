// Whether pictures of an original are covered until somebody asks.
import type { Kysely } from 'kysely';
import type { Cover } from '../model/media.ts';
import type { Kin } from '../record/care-reach.ts';
import { among } from './among.ts';
import type { Tables } from './tables.ts';

/** What is looked at as one with an original: what it is made of, what is made of it, and the page that it shows, or its picture. `isPicture`: it is a picture of a page. */
export async function shownWith(
  db: Kysely<Tables>,
  original: string,
  { sources, made }: Kin,
): Promise<{ readonly all: readonly string[]; readonly isPicture: boolean }> {
  const captures = await db
    .selectFrom('capture')
    .select(['original', 'picture', 'pdf'])
    .where(({ or, eb }) => or([eb('original', '=', original), eb('picture', '=', original), eb('pdf', '=', original)]))
    .execute();
  const pages = captures.flatMap((row) => [row.original, row.picture, row.pdf].filter((each) => each !== null));
  return { all: [...new Set([original, ...sources, ...made, ...pages])], isPicture: captures.some((row) => row.original !== original) };
}

export async function readCover(db: Kysely<Tables>, original: string, kin: Kin): Promise<Cover> {
  const { all, isPicture } = await shownWith(db, original, kin);
  return (await isMarked(db, all)) ? 'marked' : isPicture ? 'never' : 'usual';
}

/** Whether a person said of any of these that it is graphic. */
export const isMarked = async (db: Kysely<Tables>, originals: readonly string[]): Promise<boolean> =>
  (await db.selectFrom('marked').select('original').where('original', 'in', among(originals)).executeTakeFirst()) !== undefined;
