// The words by which claims and suggestions are found: what they quote, whom they name, who says it, of what kind they are.
import type { Kysely } from 'kysely';
import { foldedWords } from '../base/fold.ts';
import { parseSuggestion, type ClaimContent, type Suggestion } from '../model/claim.ts';
import { kindEntry, ROLES } from '../model/vocabulary.ts';
import { nameToken } from '../record/near-names.ts';
import { keepMoment } from './fold-moments.ts';
import { run } from './run-sql.ts';
import type { Tables } from './tables.ts';

/** Folded, each word after a space, so that the beginning of a word is found as " begin". */
export const inWords = (...texts: readonly (string | null)[]): string => foldedWords(texts.filter((each) => each !== null).join(' ')).map((word) => ` ${word}`).join(''); // prettier-ignore

/** The folded words in which a claim is looked for. */
export const wordsOf = ({ quote, roles, saidBy }: ClaimContent): string => inWords(quote.exact, ...namesOf({ roles, saidBy }));

const namesOf = ({ roles, saidBy }: Pick<ClaimContent, 'roles' | 'saidBy'>): readonly string[] => [...ROLES.flatMap((role) => roles[role] ?? []), ...saidBy];

/** Keeps the words of a claim or suggestion as it now stands, and when it is. */
export async function keepWords(db: Kysely<Tables>, id: string, content: ClaimContent): Promise<void> {
  const names = [...new Set(namesOf(content).map(nameToken))].join(' ');
  await run(db, 'delete from worded where rowid = (select number from wording where id = ?)', [id]);
  await run(db, 'insert into wording (id) values (?) on conflict (id) do nothing', [id]);
  await run(db, 'insert into worded (rowid, words, label, names) select number, ?, ?, ? from wording where id = ?', [
    wordsOf(content),
    inWords(id, kindEntry(content.kind).label),
    names,
    id,
  ]);
  await keepMoment(db, id, content);
}

/** Lets go of the words of what is found no more. */
export async function dropWords(db: Kysely<Tables>, id: string): Promise<void> {
  await run(db, 'delete from worded where rowid = (select number from wording where id = ?)', [id]);
  for (const table of ['wording', 'moment'] as const) await run(db, `delete from ${table} where id = ?`, [id]);
}

/** A claim stands no more: what is found is the suggestion that it was, if it was one. */
export async function unwordClaim(db: Kysely<Tables>, id: string): Promise<void> {
  const suggestion = await db.selectFrom('suggestion').select('body').where('id', '=', id).executeTakeFirst();
  if (suggestion) await keepWords(db, id, parseSuggestion(JSON.parse(suggestion.body)));
  else await dropWords(db, id);
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
