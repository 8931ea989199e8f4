// The words by which claims and suggestions are found: what they quote, whom they name, who says it, of what kind they are.
import type { Kysely } from 'kysely';
import { foldedWords } from '../base/fold.ts';
import { parseSuggestion, type ClaimContent, type Suggestion } from '../model/claim.ts';
import { kindEntry, ROLES } from '../model/vocabulary.ts';
import { keepMoment } from './fold-moments.ts';
import { run } from './run-sql.ts';
import type { Tables } from './tables.ts';

/** Folded, each word after a space, so that the beginning of a word is found as " begin". */
export const inWords = (...texts: readonly (string | null)[]): string => foldedWords(texts.filter((each) => each !== null).join(' ')).map((word) => ` ${word}`).join(''); // prettier-ignore

/** Keeps the words of a claim or suggestion as it now stands, and when it is. */
export async function keepWords(db: Kysely<Tables>, id: string, content: ClaimContent): Promise<void> {
  const { quote, kind, roles, saidBy } = content;
  const words = inWords(id, quote.exact, kindEntry(kind).label, ...ROLES.flatMap((role) => roles[role] ?? []), ...saidBy);
  await run(db, 'insert into wording (id, words) values (?, ?) on conflict (id) do update set words = excluded.words', [id, words]);
  await keepMoment(db, id, content);
}

/** A claim stands no more: what is found is the suggestion that it was, if it was one. */
export async function unwordClaim(db: Kysely<Tables>, id: string): Promise<void> {
  const suggestion = await db.selectFrom('suggestion').select('body').where('id', '=', id).executeTakeFirst();
  if (suggestion) await keepWords(db, id, parseSuggestion(JSON.parse(suggestion.body)));
  else for (const table of ['wording', 'moment'] as const) await db.deleteFrom(table).where('id', '=', id).execute();
}

/** Keeps the words of a suggestion, unless a person decided about it: then those of what they made of it are kept. */
export async function wordSuggestion(db: Kysely<Tables>, suggestion: Suggestion): Promise<void> {
  const isDecided = await db.selectFrom('claim').select('id').where('id', '=', suggestion.id).executeTakeFirst();
  if (!isDecided) await keepWords(db, suggestion.id, suggestion);
}

/** Keeps the words of all suggestions, where no claim stands yet. O(suggestions). */
export async function wordSuggestions(db: Kysely<Tables>): Promise<void> {
  for (const { id, body } of await db.selectFrom('suggestion').select(['id', 'body']).execute()) await keepWords(db, id, parseSuggestion(JSON.parse(body)));
}
