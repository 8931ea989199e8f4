// Claims and suggestions, each with its source: the rows that every list, timeline and matrix is made of.
import type { Kysely } from 'kysely';
import { OWN_DECISIONS, type ClaimRow, type Decided, type Status } from '../model/answers.ts';
import { evidenceAt, parseClaimContent, parseSuggestion, type Evidence, type Quote, type Suggestion } from '../model/claim.ts';
import type { Tables } from './schema.ts';

export type Scope = { readonly document?: string; readonly ids?: readonly string[]; readonly statuses: readonly Status[] };

/**
 * Rows in the order of documents as they were added, and of their words in each.
 *
 * O(rows). A suggestion that a person decided is given as decided, never twice.
 */
export async function readClaims(db: Kysely<Tables>, scope: Scope): Promise<readonly ClaimRow[]> {
  const rows = [...(await decided(db, scope)), ...(scope.statuses.includes('suggested') ? await waiting(db, scope) : [])];
  return rows
    .toSorted((a, b) => compare(a.added, b.added) || a.row.quote.start - b.row.quote.start || a.row.quote.end - b.row.quote.end || compare(a.row.id, b.row.id))
    .map(({ row }) => row);
}

type Ordered = { readonly added: string; readonly row: ClaimRow };

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** How a person's own claim came about. */
const BY_A_PERSON = { rule: 'a person', confidence: null } as const;

async function decided(db: Kysely<Tables>, scope: Scope): Promise<readonly Ordered[]> {
  let query = db
    .selectFrom('claim')
    .innerJoin('review', 'review.entry', 'claim.review')
    .innerJoin('document', 'document.id', 'claim.document')
    .innerJoin('original', 'original.id', 'document.original')
    .leftJoin('person', 'person.id', 'review.actor')
    .where('claim.status', 'in', scope.statuses)
    .select([
      'claim.id',
      'claim.document',
      'claim.status',
      'claim.content',
      'claim.orphan',
      'document.title',
      'document.published',
      'document.at as added',
      'original.name',
    ])
    .select([
      'review.entry',
      'review.decision',
      'review.at',
      'review.reason',
      'review.body',
      'review.content as decided',
      'review.actor',
      'person.name as person',
    ]);
  if (scope.document !== undefined) query = query.where('claim.document', '=', scope.document);
  if (scope.ids !== undefined) query = query.where('claim.id', 'in', scope.ids);
  return (await query.execute()).map((found) => {
    const decision = found.decision as Decided;
    const suggestion = OWN_DECISIONS.some((own) => own === decision) ? null : parseSuggestion(JSON.parse(found.body));
    const { rule, confidence } = suggestion ?? BY_A_PERSON;
    const review = { entry: found.entry, decision, by: found.person ?? found.actor, at: found.at, reason: found.reason };
    const content = parseClaimContent(JSON.parse(found.content));
    const orphan = found.orphan === 1;
    const evidence = suggestion && !orphan ? evidenceNow(suggestion, found.decided, content.quote) : [];
    return { added: found.added, row: { ...content, ...source(found), status: found.status as Status, rule, confidence, evidence, review, orphan } };
  });
}

/** Where a suggestion was read from, in the text that stands. */
function evidenceNow({ evidence, quote }: Suggestion, content: string | null, now: Quote): readonly Evidence[] {
  const picked = content === null ? quote : parseClaimContent(JSON.parse(content)).quote;
  return now.start === picked.start && now.exact === picked.exact ? evidence : evidenceAt(evidence, picked, now);
}

async function waiting(db: Kysely<Tables>, scope: Scope): Promise<readonly Ordered[]> {
  let query = db
    .selectFrom('waiting')
    .innerJoin('suggestion', 'suggestion.id', 'waiting.id')
    .innerJoin('document', 'document.id', 'waiting.document')
    .innerJoin('original', 'original.id', 'document.original')
    .select(['suggestion.id', 'suggestion.document', 'suggestion.body', 'document.title', 'document.published', 'document.at as added', 'original.name']);
  if (scope.document !== undefined) query = query.where('waiting.document', '=', scope.document);
  if (scope.ids !== undefined) query = query.where('waiting.id', 'in', scope.ids);
  return (await query.execute()).map((found) => ({
    added: found.added,
    row: { ...parseSuggestion(JSON.parse(found.body)), ...source(found), status: 'suggested' as const, review: null, orphan: false },
  }));
}

type Sourced = { readonly id: string; readonly document: string; readonly title: string | null; readonly name: string; readonly published: string | null };

const source = ({ id, document, title, name, published }: Sourced) => ({ id, document, documentTitle: title ?? name, saidOn: published });
