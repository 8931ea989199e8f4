// The words by which claims and suggestions are found: what they quote, whom they name, who says it, of what kind they are.
import { sql, type Kysely } from 'kysely';
import { foldedWords, idWord } from '../base/fold.ts';
import { parseSuggestion, type ClaimContent } from '../model/claim.ts';
import { kindEntry, ROLES, type Kind } from '../model/vocabulary.ts';
import { among } from './among.ts';
import { keepMoments, momentOf, OF_NO_CLAIM, type Timed } from './fold-moments.ts';
import { insertRows } from './insert-rows.ts';
import { run } from './run-sql.ts';
import type { Tables } from './tables.ts';
import { wordsOfName } from './words-of-name.ts';

/** Folded, each word after a space, so that the beginning of a word is found as " begin". */
export const inWords = (...texts: readonly (string | null)[]): string => spaced(foldedWords(texts.filter((each) => each !== null).join(' '))); // prettier-ignore

const spaced = (words: readonly string[]): string => (words.length === 0 ? '' : ` ${words.join(' ')}`);

/** The folded words in which a claim is looked for: those quoted, and the names that do not stand there as they are given. */
export function wordsOf({ quote, roles, saidBy }: ClaimContent): string {
  const quoted = inWords(quote.exact);
  const others = namesOf({ roles, saidBy }).map((name) => spaced(wordsOfName(name).said));
  return quoted + others.filter((words) => !`${quoted} `.includes(`${words} `)).join('');
}

const namesOf = ({ roles, saidBy }: Pick<ClaimContent, 'roles' | 'saidBy'>): readonly string[] => [...ROLES.flatMap((role) => roles[role] ?? []), ...saidBy];

/** A claim's id and the name of its kind, folded, each word after a space. */
export const labelOf = (id: string, kind: Kind): string => ` ${idWord(id)}${inWords(kindEntry(kind).label)}`;

/** What is kept of the words of a claim or suggestion: by which it is found, folded. */
export type Words = { readonly words: string; readonly label: string; readonly names: string };

export const foundBy = (id: string, content: ClaimContent): Words => ({
  words: wordsOf(content),
  label: labelOf(id, content.kind),
  names: [...new Set(namesOf(content).map((name) => wordsOfName(name).token))].join(' '),
});

type Worded = Timed & Words;

/** Keeps claims and suggestions as they now stand, and their words; none of these is kept yet. */
export async function keepWords(db: Kysely<Tables>, all: readonly Worded[]): Promise<void> {
  await insertRows(
    db,
    'worded',
    all.map(({ number: rowid, words, label, names }) => ({ rowid, words, label, names })),
  );
  await keepMoments(db, all);
}

/** Lets go of claims and suggestions, and of what is kept of their words. */
export async function dropWords(db: Kysely<Tables>, ids: readonly string[]): Promise<void> {
  await sql`delete from worded where rowid in (select number from moment where id in ${among(ids)})`.execute(db);
  await db.deleteFrom('moment').where('id', 'in', among(ids)).execute();
}

/** A claim stands no more: what is found is the suggestion that it was, if it was one. */
export async function wordAsSuggested(db: Kysely<Tables>, id: string): Promise<void> {
  const [there] = await run<Kept>(db, `${KEPT} where suggestion.id = ?`, [id]);
  if (there) await keepWords(db, [asSuggested(there)]);
}

/** Keeps the words of a suggestion, unless a person decided about it: then those of what they made of it are kept. */
export async function wordSuggestion(db: Kysely<Tables>, id: string): Promise<void> {
  const [there] = await run<Kept>(db, `${KEPT} where suggestion.id = ? and not ${DECIDED}`, [id]);
  if (there) await keepWords(db, [asSuggested(there)]);
}

/** Keeps the words of all suggestions where no claim stands. O(suggestions). */
export async function wordSuggestions(db: Kysely<Tables>): Promise<void> {
  for (let after = 0; ;) {
    const rows = await run<Kept>(db, `${KEPT} where suggestion.ordinal > ? and not ${DECIDED} order by suggestion.ordinal limit ${AT_ONCE}`, [after]);
    await keepWords(db, rows.map(asSuggested));
    if (rows.length < AT_ONCE) return;
    after = rows.at(-1)?.ordinal ?? after;
  }
}

const AT_ONCE = 1_000;

type Kept = { readonly ordinal: number; readonly body: string; readonly waits: string | null };

const KEPT = 'select suggestion.ordinal, body, waiting.id as waits from suggestion left join waiting on waiting.id = suggestion.id';
const DECIDED = 'exists (select 1 from standing where standing.id = suggestion.id)';

/** Numbers of claims are those of entries; suggestions come before all of them, in their own order. */
const FIRST_SUGGESTION = -(2 ** 31);

function asSuggested({ ordinal, body, waits }: Kept): Worded {
  const content = parseSuggestion(JSON.parse(body));
  const { id, kind } = content;
  const status = waits === null ? 'settled' : 'suggested';
  return { ...OF_NO_CLAIM, number: FIRST_SUGGESTION + ordinal, id, kind, status, ...momentOf(content), ...foundBy(id, content) };
}
