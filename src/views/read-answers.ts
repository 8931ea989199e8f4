// Which claims may answer harms, found by index: those told in the same words, and recorded ones that name the same.
import { sql, type Kysely } from 'kysely';
import type { ClaimRow } from '../model/answers.ts';
import type { Kind } from '../model/vocabulary.ts';
import { among } from './among.ts';
import type { Tables } from './tables.ts';

/** More are not looked at; whoever is named in more claims than this is looked up by name instead. */
const MOST = 500;

/** Ids of claims and suggestions that may answer `harms`, or deny them. At most 1,000. */
export async function readAnswers(db: Kysely<Tables>, harms: readonly ClaimRow[]): Promise<readonly string[]> {
  return [...new Set([...(await inTheSameWords(db, harms)), ...(await namingTheSame(db, harms))])];
}

async function inTheSameWords(db: Kysely<Tables>, harms: readonly ClaimRow[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { document, quote, orphan } of harms) {
    if (orphan) continue;
    // Over what waits, not over all that was suggested: what was decided is a claim.
    const { rows } = await sql<{ id: string }>`select id from standing where document = ${document} and start < ${quote.end} and end > ${quote.start}
      union all select suggestion.id from waiting join suggestion on suggestion.id = waiting.id
        where waiting.document = ${document} and waiting.start < ${quote.end} and suggestion.end > ${quote.start}`.execute(db);
    found.push(...rows.map(({ id }) => id));
  }
  return found.slice(0, MOST);
}

async function namingTheSame(db: Kysely<Tables>, harms: readonly ClaimRow[]): Promise<readonly string[]> {
  const ids = harms.map(({ id }) => id);
  const { rows } = await sql<{ id: string }>`select distinct answer.id from standing
      join given theirs on theirs.position = standing.position join named on named.number = theirs.name join form on form.number = named.form
      join form alike on alike.key = form.key join named other on other.form = alike.number join given also on also.name = other.number
      join standing answer on answer.position = also.position
    where standing.id in ${among(ids)} and theirs.part <> 'place' limit ${MOST}`.execute(db);
  return rows.map(({ id }) => id);
}

/** Ids of the claims and suggestions of these kinds in these documents. */
export async function readAnsweringIn(db: Kysely<Tables>, documents: readonly string[], kinds: readonly Kind[]): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select id from standing where document in ${among(documents)} and +kind in ${among(kinds)}`.execute(db);
  return [...rows.map(({ id }) => id), ...(await readWaitingIn(db, documents, kinds))];
}

/** Ids of the suggestions of these kinds that wait in these documents. */
export async function readWaitingIn(db: Kysely<Tables>, documents: readonly string[], kinds: readonly Kind[]): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select id from waiting where document in ${among(documents)} and +kind in ${among(kinds)}`.execute(db);
  return rows.map(({ id }) => id);
}
