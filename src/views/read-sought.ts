// Claims and suggestions as a search looks at them: what they say, and where, but not how it came to be. Of hundreds that are looked at some are
// shown, and those alone are read whole.
import { sql, type Kysely } from 'kysely';
import type { ClaimRow, Status } from '../model/answers.ts';
import { contentOf, parseSuggestion, type ClaimContent } from '../model/claim.ts';
import { among } from './among.ts';
import { saidOn } from './claim-rows.ts';
import type { Worded } from './find-words.ts';
import { contentSaid } from './read-standing.ts';
import type { Tables } from './tables.ts';

export type Sought = ClaimContent & Pick<ClaimRow, 'id' | 'document' | 'status' | 'saidOn' | 'possibly'>;

/** What of the documents of claims a search asks for. `added`: its number in the order in which they were added. */
type OfDocument = {
  readonly id: string;
  readonly publisher: string | null;
  readonly language: string | null;
  readonly published: string | null;
  readonly added: number;
};

export type Documents = ReadonlyMap<string, OfDocument>;

/** In the order in which `readClaims` gives them, with their documents by id. O(those that are asked for). */
export async function readSought(db: Kysely<Tables>, found: readonly Worded[]): Promise<{ readonly rows: readonly Sought[]; readonly documents: Documents }> {
  const read = [...(await stood(db, found)), ...(await waits(db, found))];
  const documents = await readDocumentsOf(db, read);
  const added = ({ document }: Read): number => documents.get(document)?.added ?? 0;
  const inOrder = (a: Read, b: Read): number => {
    const [x, y] = [a.content.quote, b.content.quote];
    return added(a) - added(b) || x.start - y.start || x.end - y.end || (a.id < b.id ? -1 : 1);
  };
  const rows = read.toSorted(inOrder).map(({ id, document, status, day, content }) => ({
    ...content, id, document, status, saidOn: day ?? documents.get(document)?.published ?? null,
  })); // prettier-ignore
  return { rows, documents };
}

type Read = { readonly id: string; readonly document: string; readonly status: Status; readonly day: string | null; readonly content: ClaimContent };

/** A number is that of the entry that a claim rests on; below zero are those of suggestions. */
async function stood(db: Kysely<Tables>, found: readonly Worded[]): Promise<readonly Read[]> {
  const numbers = found.flatMap(({ number }) => (number < 0 ? [] : number));
  if (numbers.length === 0) return [];
  const { rows } = await sql<Omit<Read, 'content'> & { readonly moved: string | null; readonly said: string }>`select standing.id, standing.document,
      standing.status, standing.moved, said.payload as said, ${saidOn('standing.document', sql`iif(standing.orphan, -1, standing.start)`)} as day
    from standing join decision on decision.position = standing.position join log_entries said on said.position = decision.words_at
    where standing.position in ${among(numbers)}`.execute(db);
  return rows.map(({ moved, said, ...row }) => ({ ...row, content: contentSaid(said, moved) }));
}

async function waits(db: Kysely<Tables>, found: readonly Worded[]): Promise<readonly Read[]> {
  const ids = found.flatMap(({ id, number }) => (number < 0 ? id : []));
  if (ids.length === 0) return [];
  const { rows } = await sql<{ readonly id: string; readonly document: string; readonly body: string; readonly day: string | null }>`select id, document, body,
      ${saidOn('suggestion.document', sql.ref('suggestion.start'))} as day
    from suggestion where id in ${among(ids)}`.execute(db);
  return rows.map(({ body, ...row }) => ({ ...row, status: 'suggested', content: contentOf(parseSuggestion(JSON.parse(body))) }));
}

/** The documents of claims, by id. */
export async function readDocumentsOf(db: Kysely<Tables>, claims: readonly { readonly document: string }[]): Promise<Documents> {
  const ids = among([...new Set(claims.map(({ document }) => document))]);
  const { rows } = await sql<OfDocument>`select document.id, document.publisher, document.language, document.published, original.ordinal as added
    from document join original on original.id = document.original where document.id in ${ids}`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}
