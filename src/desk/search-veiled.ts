// Searching where names are veiled: what is found, and how much of it, is told by the words as they are shown and by nothing else. The indexes have
// the words as they are, so they only say what to look at; who types a veiled name finds what somebody would who types any word that is not there.
import type { Kysely } from 'kysely';
import { foldedWords } from '../base/fold.ts';
import type { ClaimRow } from '../model/answers.ts';
import type { ClaimContent } from '../model/claim.ts';
import { compileQuery, type Asked, type Query } from '../record/search-query.ts';
import { tellingWords } from '../record/find-words.ts';
import { BAR, type Veil } from '../record/veil.ts';
import { veilAnswer } from '../record/veil-answer.ts';
import { findWorded, matchBeginnings, type Narrowed } from '../views/find-words.ts';
import { labelOf, wordsOf } from '../views/fold-words.ts';
import { readClaims } from '../views/read-claims.ts';
import type { Tables } from '../views/tables.ts';

/** Whether anything of what is asked for is of a veiled name, or of a pseudonym: then the index does not know the answer. */
export const isAboutVeiled = ({ query, fields }: Asked, veil: Veil): boolean =>
  veil.names.length > 0 &&
  ((query !== null && touches(query, veil)) || fields.some(([, value]) => foldedWords(value).some((word) => veil.touches(word, true))));

function touches(query: Query, veil: Veil): boolean {
  if (query.is === 'term') return query.term.words.some((word, n) => veil.touches(word, query.term.prefix && n === query.term.words.length - 1));
  return query.is === 'not' ? touches(query.part, veil) : query.parts.some((part) => touches(part, veil));
}

/** What to look at: whatever may answer, and every place of a veiled name. An expression of FTS5. */
export const lookedAt = (query: Query, veil: Veil): string => [compileQuery(relaxed(query, veil)), ...wholeNames(veil)].join(' OR ');

/** Without what is excluded by words of a veiled name: where it stands, those words are not. */
function relaxed(query: Query, veil: Veil): Query {
  if (query.is !== 'and' && query.is !== 'or') return query;
  const parts = query.parts.filter((part) => !(part.is === 'not' && touches(part, veil))).map((part) => relaxed(part, veil));
  return { is: query.is, parts };
}

/** Every veiled name whole, as phrases of FTS5. */
const wholeNames = ({ names }: Veil): readonly string[] => [
  ...new Set(names.flatMap(({ words, also }) => [...words.map(tellingWords), ...also]).flatMap((form) => phrase(form))),
];

function phrase(form: string): readonly string[] {
  const words = foldedWords(form);
  return words.length === 0 ? [] : [`"${words.join(' ')}"`];
}

/** A claim with pseudonyms in the place of names, and bars for what else is of one. */
export function asShown<Row extends Pick<ClaimRow, 'quote' | 'roles' | 'saidBy'>>(row: Row, veil: Veil): Row {
  if (veil.names.length === 0) return row;
  return { ...row, ...veilAnswer({ roles: row.roles, saidBy: row.saidBy }, veil), quote: { ...row.quote, exact: veil.named(row.quote.exact) } };
}

/** The folded words in which a claim is looked for. */
export const wordsAsShown = (row: ClaimContent, veil: Veil): string => wordsOf(asShown(row, veil));

/** The value of a filter that only the very words answer, as a label: what is veiled answers to none. */
export const soughtAs = (value: string, veil: Veil): string => (veil.standing(value).size > 0 ? BAR : value);

/** The speaker, in the record's words, whom somebody means who sees the names so. */
export const speakerMeant = (shown: string, veil: Veil): string => veil.names.find(({ pseudonym }) => pseudonym === shown)?.words[0] ?? soughtAs(shown, veil);

/** So many claims are looked at for those that have words as they are shown. */
const MOST_LOOKED_AT = 500;

/** Claims and suggestions whose words, ids or kinds begin with all of the folded words as they are shown: the newest of those that may. */
export async function wordedAsShown(db: Kysely<Tables>, wanted: readonly string[], veil: Veil, narrow: Narrowed): Promise<readonly ClaimRow[]> {
  const match = [`(${matchBeginnings(wanted)})`, ...wholeNames(veil)].join(' OR ');
  const ids = await findWorded(db, match, narrow, MOST_LOOKED_AT);
  const rows = ids.length === 0 ? [] : await readClaims(db, { ids, statuses: ['suggested', 'recorded'] });
  return rows.filter((row) => beginsWith(`${wordsAsShown(row, veil)}${labelOf(row.id, row.kind)}`, wanted));
}

/** Whether words, folded and each after a space, begin with all of these. */
export const beginsWith = (has: string, wanted: readonly string[]): boolean => wanted.every((word) => has.includes(` ${word}`));
