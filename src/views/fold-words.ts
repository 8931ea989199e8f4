// The words by which claims and suggestions are found: what they quote, whom they name, who says it, of what kind they are.
import { sql, type Kysely } from 'kysely';
import { foldedWords } from '../base/fold.ts';
import { parseSuggestion, type ClaimContent, type Suggestion } from '../model/claim.ts';
import { kindEntry, ROLES } from '../model/vocabulary.ts';
import { nameToken } from '../record/near-names.ts';
import { among } from './among.ts';
import { keepMoments } from './fold-moments.ts';
import { insertRows } from './insert-rows.ts';
import { run } from './run-sql.ts';
import type { Tables } from './tables.ts';

/** Folded, each word after a space, so that the beginning of a word is found as " begin". */
export const inWords = (...texts: readonly (string | null)[]): string => spaced(foldedWords(texts.filter((each) => each !== null).join(' '))); // prettier-ignore

const spaced = (words: readonly string[]): string => (words.length === 0 ? '' : ` ${words.join(' ')}`);

/** The folded words in which a claim is looked for. */
export const wordsOf = ({ quote, roles, saidBy }: ClaimContent): string => inWords(quote.exact, ...namesOf({ roles, saidBy }));

const namesOf = ({ roles, saidBy }: Pick<ClaimContent, 'roles' | 'saidBy'>): readonly string[] => [...ROLES.flatMap((role) => roles[role] ?? []), ...saidBy];

type Worded = { readonly id: string; readonly content: ClaimContent; readonly status: string };

/** Keeps the words of claims and suggestions as they now stand, and when each is; none of these is kept yet. */
export async function keepWords(db: Kysely<Tables>, all: readonly Worded[]): Promise<void> {
  const [last] = await run<{ number: number | null }>(db, 'select max(number) as number from wording', []);
  const numbered = all.map((each, n) => ({ ...each, number: (last?.number ?? 0) + n + 1 }));
  await insertRows(
    db,
    'wording',
    numbered.map(({ number, id }) => ({ number, id })),
  );
  const words = numbered.map(({ number, id, content }) => ({
    rowid: number,
    words: wordsOf(content),
    label: inWords(id, kindEntry(content.kind).label),
    names: [...new Set(namesOf(content).map(nameToken))].join(' '),
  }));
  await insertRows(db, 'worded', words);
  await keepMoments(db, all);
}

/** Lets go of what is kept of the words of claims and suggestions, and of when they are. */
export async function dropWords(db: Kysely<Tables>, ids: readonly string[]): Promise<void> {
  await sql`delete from worded where rowid in (select number from wording where id in ${among(ids)})`.execute(db);
  for (const table of ['wording', 'moment'] as const) await db.deleteFrom(table).where('id', 'in', among(ids)).execute();
}

/** A claim stands no more: what is found is the suggestion that it was, if it was one. */
export async function wordAsSuggested(db: Kysely<Tables>, id: string): Promise<void> {
  const suggestion = await db.selectFrom('suggestion').select('body').where('id', '=', id).executeTakeFirst();
  if (suggestion) await keepWordsOf(db, parseSuggestion(JSON.parse(suggestion.body)));
}

/** Keeps the words of a suggestion, unless a person decided about it: then those of what they made of it are kept. */
export async function wordSuggestion(db: Kysely<Tables>, suggestion: Suggestion): Promise<void> {
  const isDecided = await db.selectFrom('standing').select('id').where('id', '=', suggestion.id).executeTakeFirst();
  if (!isDecided) await keepWordsOf(db, suggestion);
}

async function keepWordsOf(db: Kysely<Tables>, suggestion: Suggestion): Promise<void> {
  const waits = await db.selectFrom('waiting').select('id').where('id', '=', suggestion.id).executeTakeFirst();
  await keepWords(db, [{ id: suggestion.id, content: suggestion, status: waits ? 'suggested' : 'settled' }]);
}

const AT_ONCE = 1_000;

/** Keeps the words of all suggestions where no claim stands. O(suggestions). */
export async function wordSuggestions(db: Kysely<Tables>): Promise<void> {
  for (let after = -1; ;) {
    const rows = await db
      .selectFrom('suggestion')
      .leftJoin('waiting', 'waiting.id', 'suggestion.id')
      .leftJoin('standing', 'standing.id', 'suggestion.id')
      .where('suggestion.ordinal', '>', after)
      .select(['suggestion.ordinal', 'suggestion.id', 'body', 'waiting.id as waits', 'standing.id as stands'])
      .orderBy('suggestion.ordinal')
      .limit(AT_ONCE)
      .execute();
    const without = rows.filter(({ stands }) => stands === null);
    await keepWords(
      db,
      without.map(({ id, body, waits }) => ({ id, content: parseSuggestion(JSON.parse(body)), status: waits === null ? 'settled' : 'suggested' })),
    );
    const last = rows.at(-1);
    if (!last) return;
    after = last.ordinal;
  }
}
