// Claims whose document got another text: where their words stand in it. Words that stand there exactly once are moved by
// the machine; any others wait for a person (orphans.ts).
import type { Kysely } from 'kysely';
import type { Act } from '../model/act.ts';
import { parseClaimContent, parseSuggestion, type Quote } from '../model/claim.ts';
import type { Tables } from '../views/tables.ts';
import type { Casebook } from './casebook.ts';
import { placesOf } from './places.ts';

/** Name and version of what moves claims to another text: the words stand there letter by letter, and once. */
const RULE = 'exact-unique@1';

/** A decision about words of a document. `text` is the digest of what `quote` points into; `proposed` of what was proposed, if it was. */
export type Standing = {
  readonly entry: string;
  readonly claim: string;
  readonly text: string;
  readonly quote: Quote;
  readonly proposed: { readonly quote: Quote; readonly kind: string } | null;
};

/** The decisions about a document that stand, oldest first: of one claim there may be several, of which the last counts. */
export async function standingReviews(db: Kysely<Tables>, document: string): Promise<readonly Standing[]> {
  const rows = await db.selectFrom('review').selectAll().where('document', '=', document).where('undone_by', 'is', null).orderBy('entry_index').execute();
  return rows.map(({ entry, suggestion: claim, text_sha256: text, decision, body, content }) => {
    const isOwn = decision === 'record' || decision === 'withdraw';
    const proposed = isOwn ? null : parseSuggestion(JSON.parse(body));
    const quote = content === null ? parseSuggestion(JSON.parse(body)).quote : parseClaimContent(JSON.parse(content)).quote;
    return { entry, claim, text, quote, proposed };
  });
}

/** What is to be recorded beside a text that a document gets, and what comes of its claims. */
export type Moves = { readonly acts: readonly Act[]; readonly moved: number; readonly orphans: number };

/** @param text - the digest of the text that the document gets, and `words` the text itself */
export async function moveTo(casebook: Casebook, document: string, text: string, words: string): Promise<Moves> {
  const placed = await placedIn(casebook, document, text);
  const acts: Act[] = [];
  /** By claim, what came of its last decision. */
  const came = new Map<string, 'stays' | 'moved' | 'orphan'>();
  for (const { entry, claim, text: picked, quote } of await standingReviews(casebook.store.reads, document)) {
    if (picked === text || placed.has(entry)) {
      came.set(claim, 'stays');
      continue;
    }
    const [place, ...others] = placesOf(words, quote.exact);
    const isUnique = place !== undefined && others.length === 0;
    came.set(claim, isUnique ? 'moved' : 'orphan');
    if (isUnique) acts.push({ kind: 'anchor.moved', payload: { document, claim, review: entry, text, quote: place, rule: RULE, reason: null } });
  }
  const count = (what: string): number => [...came.values()].filter((each) => each === what).length;
  return { acts, moved: count('moved'), orphans: count('orphan') };
}

/** The decisions that have a place in that text already: it stood before, or a person placed them. */
async function placedIn({ store: { reads } }: Casebook, document: string, text: string): Promise<ReadonlySet<string>> {
  const rows = await reads
    .selectFrom('anchor')
    .select('review')
    .where('document', '=', document)
    .where('text_sha256', '=', text)
    .where('quote', 'is not', null)
    .execute();
  return new Set(rows.map(({ review }) => review));
}
