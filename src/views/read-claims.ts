// Claims and suggestions, each with its source: the rows that every list, timeline and matrix is made of.
import { sql, type Kysely, type SelectQueryBuilder } from 'kysely';
import { OWN_DECISIONS, STATUS_AFTER, type ClaimRow, type Decided } from '../model/answers.ts';
import { contentOf, parseClaimContent, parseSuggestion } from '../model/claim.ts';
import { KINDS, type Kind } from '../model/vocabulary.ts';
import { oneOf } from '../base/shape.ts';
import { among } from './among.ts';
import { BY_A_PERSON, saidOn, sourceOf, type Ordered, type Scope, type Sourced } from './claim-rows.ts';
import { readStanding } from './read-standing.ts';
import type { Tables } from './tables.ts';

/**
 * Rows in the order of documents as they were added, and of their words in each.
 *
 * O(rows). A suggestion that a person decided is given as decided, never twice.
 */
export const readClaims = async (db: Kysely<Tables>, scope: Scope): Promise<readonly ClaimRow[]> => inOrder(await readOrdered(db, scope));

/** The same in no order, for whoever reads them some at a time. */
export async function readOrdered(db: Kysely<Tables>, scope: Scope): Promise<readonly Ordered[]> {
  const [claimed, proposed] = scope.knownAt === undefined ? [readStanding, waiting] : [decidedAt(scope.knownAt), waitingAt(scope.knownAt)];
  return [...(await claimed(db, scope)), ...(scope.statuses.includes('suggested') ? await proposed(db, scope) : [])];
}

/** In the order of the record. */
export const inOrder = (rows: readonly Ordered[]): readonly ClaimRow[] =>
  rows
    .toSorted((a, b) => a.added - b.added || a.row.quote.start - b.row.quote.start || a.row.quote.end - b.row.quote.end || compare(a.row.id, b.row.id))
    .map(({ row }) => row);

/** The kinds of these claims and suggestions, as they now stand. */
export async function readKinds(db: Kysely<Tables>, ids: readonly string[]): Promise<readonly Kind[]> {
  const { rows } = await sql<{ kind: string }>`select distinct kind from moment where id in ${among(ids)}`.execute(db);
  return rows.map(({ kind }) => oneOf(KINDS)(kind, 'kind'));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What people had decided by an instant, and had not taken back by then, in the words of the text that it was decided in. */
const decidedAt =
  (instant: string) =>
  async (db: Kysely<Tables>, scope: Scope): Promise<readonly Ordered[]> => {
    const rows = await standingAt(db, instant, scope)
      .innerJoin('document', 'document.id', 'review.document')
      .innerJoin('original', 'original.id', 'document.original')
      .leftJoin('person', 'person.id', 'review.actor')
      .select(['review.suggestion as id', 'review.document', 'document.title', 'document.published', 'original.ordinal as added', 'original.name'])
      .select(['review.entry', 'review.decision', 'review.at', 'review.reason', 'review.body', 'review.content', 'review.actor', 'person.name as person'])
      .select(['review.text_sha256 as picked', 'document.text_sha256 as now'])
      .select(
        saidOn('review.document', sql`iif(review.text_sha256 = document.text_sha256, coalesce(review.content, review.body) ->> '$.quote.start', -1)`).as('day'),
      )
      .execute();
    return rows.flatMap((found): readonly Ordered[] => {
      const decision = found.decision as Decided;
      const status = STATUS_AFTER[decision];
      if (!scope.statuses.includes(status)) return [];
      const suggestion = OWN_DECISIONS.some((own) => own === decision) ? null : parseSuggestion(JSON.parse(found.body));
      const { rule, confidence } = suggestion ?? BY_A_PERSON;
      const content = found.content === null && suggestion ? contentOf(suggestion) : parseClaimContent(JSON.parse(found.content ?? found.body));
      if (scope.kinds?.includes(content.kind) === false) return [];
      const review = { entry: found.entry, decision, by: found.person ?? found.actor, at: found.at, reason: found.reason };
      const evidence = suggestion && found.content === null ? suggestion.evidence : [];
      return [{ added: found.added, row: { ...content, ...sourceOf(found), status, rule, confidence, evidence, review, orphan: found.picked !== found.now } }];
    });
  };

/** The last decision about each suggestion and claim at an instant. */
function standingAt(db: Kysely<Tables>, instant: string, scope: Scope) {
  const stood = (table: 'review' | 'later') =>
    sql<boolean>`${sql.ref(`${table}.at`)} <= ${instant} and (${sql.ref(`${table}.undone_at`)} is null or ${sql.ref(`${table}.undone_at`)} > ${instant})`;
  let query = db
    .selectFrom('review')
    .where(stood('review'))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('review as later')
            .select('later.entry')
            .whereRef('later.suggestion', '=', 'review.suggestion')
            .whereRef('later.entry_index', '>', 'review.entry_index')
            .where(stood('later')),
        ),
      ),
    );
  if (scope.document !== undefined) query = query.where('review.document', '=', scope.document);
  if (scope.ids !== undefined) query = query.where('review.suggestion', 'in', among(scope.ids));
  return query;
}

/** What was proposed for the documents that were here at an instant, and not decided by then. */
const waitingAt =
  (instant: string) =>
  async (db: Kysely<Tables>, scope: Scope): Promise<readonly Ordered[]> => {
    const decidedThen = new Set((await standingAt(db, instant, scope).select('review.suggestion as id').execute()).map(({ id }) => id));
    const rows = await proposals(db.selectFrom('suggestion'), scope).where('document.at', '<=', instant).execute();
    return rows.filter(({ id }) => !decidedThen.has(id)).map(asSuggested);
  };

async function waiting(db: Kysely<Tables>, scope: Scope): Promise<readonly Ordered[]> {
  const rows = await proposals(waitingOf(db, scope), scope).execute();
  return rows.map(asSuggested);
}

/** Of some kinds by the index of what waits, which has few; `suggestion` holds all that was ever proposed. */
function waitingOf(db: Kysely<Tables>, { kinds }: Scope) {
  const from = db.selectFrom('waiting').innerJoin('suggestion', 'suggestion.id', 'waiting.id');
  return kinds === undefined ? from : from.where('waiting.kind', 'in', among(kinds));
}

type Proposals = SelectQueryBuilder<Tables, 'suggestion', object>;

function proposals(from: Proposals, scope: Scope) {
  let query = from
    .innerJoin('document', 'document.id', 'suggestion.document')
    .innerJoin('original', 'original.id', 'document.original')
    .select(['suggestion.id', 'suggestion.document', 'suggestion.body', 'document.title', 'document.published', 'original.ordinal as added', 'original.name'])
    .select(saidOn('suggestion.document', sql.ref('suggestion.start')).as('day'));
  if (scope.document !== undefined) query = query.where('suggestion.document', '=', scope.document);
  if (scope.ids !== undefined) query = query.where('suggestion.id', 'in', among(scope.ids));
  if (scope.kinds !== undefined) query = query.where('suggestion.kind', 'in', among(scope.kinds));
  return query;
}

const asSuggested = (found: Sourced & { readonly body: string; readonly added: number }): Ordered => ({
  added: found.added,
  row: { ...parseSuggestion(JSON.parse(found.body)), ...sourceOf(found), status: 'suggested' as const, review: null, orphan: false },
});
