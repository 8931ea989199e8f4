// Claims that a person decided about, as they stand now. What they say is in the log: each is read from its entry once, and parsed once.
import { sql, type Kysely, type RawBuilder } from 'kysely';
import { OWN_DECISIONS, type Decided, type Status } from '../model/answers.ts';
import { contentOf, evidenceAt, parseClaimContent, parseQuote, parseSuggestion, type ClaimContent, type Evidence, type Suggestion } from '../model/claim.ts';
import { among } from './among.ts';
import { BY_A_PERSON, saidOn, sourceOf, type Ordered, type Scope } from './claim-rows.ts';
import type { Tables } from './tables.ts';

/** `said` is the payload of the entry that has the words, `own` that of the entry that decided last, where that is another. */
type Found = {
  readonly id: string;
  readonly document: string;
  readonly status: string;
  readonly orphan: number;
  readonly moved: string | null;
  readonly title: string | null;
  readonly published: string | null;
  readonly name: string;
  readonly added: number;
  readonly day: string | null;
  readonly entry: string;
  readonly decision: string;
  readonly at: string;
  readonly actor: string;
  readonly person: string | null;
  readonly said: string;
  readonly own: string | null;
};

/** In no order. O(those that are asked for). */
export async function readStanding(db: Kysely<Tables>, scope: Omit<Scope, 'knownAt'>): Promise<readonly Ordered[]> {
  const { rows } = await sql<Found>`select standing.id, standing.document, standing.status, standing.orphan, standing.moved,
      document.title, document.published, original.name, original.ordinal as added, ${saidOn('standing.document', sql`iif(standing.orphan, -1, standing.start)`)} as day,
      entry.id as entry, decision.decision, decision.at, decision.actor, person.name as person, said.payload as said,
      iif(decision.words_at = decision.position, null, entry.payload) as own
    from standing join decision on decision.position = standing.position
      join log_entries entry on entry.position = standing.position join log_entries said on said.position = decision.words_at
      join document on document.id = standing.document join original on original.id = document.original
      left join person on person.id = decision.actor
    where ${asked(scope)}`.execute(db);
  return rows.map(standingRow);
}

function asked({ statuses, document, ids, kinds }: Scope): RawBuilder<unknown> {
  const all = [sql`standing.status in ${among(statuses)}`];
  if (document !== undefined) all.push(sql`standing.document = ${document}`);
  // By their places in the log, which SQLite puts in order: what lies together is read together.
  if (ids !== undefined) all.push(sql`standing.position in (select position from standing where id in ${among(ids)})`);
  if (kinds !== undefined) all.push(sql`standing.kind in ${among(kinds)}`);
  return sql.join(all, sql` and `);
}

/** What an entry says that decides about a claim, as far as it says it. */
type Said = { readonly suggestion?: unknown; readonly content?: unknown; readonly reason?: string | null };

function standingRow(found: Found): Ordered {
  const said = JSON.parse(found.said) as Said;
  const { reason = null } = found.own === null ? said : (JSON.parse(found.own) as Said);
  const decision = found.decision as Decided;
  const { proposed, decided } = wordsIn(said);
  const content = placed(decided, found.moved);
  const suggestion = OWN_DECISIONS.some((own) => own === decision) ? null : proposed;
  const { rule, confidence } = suggestion ?? BY_A_PERSON;
  const orphan = found.orphan === 1;
  const evidence = suggestion && !orphan ? evidenceNow(suggestion, decided, content) : [];
  const review = { entry: found.entry, decision, by: found.person ?? found.actor, at: found.at, reason };
  return { added: found.added, row: { ...content, ...sourceOf(found), status: found.status as Status, rule, confidence, evidence, review, orphan } };
}

/** What a claim says by the payload of the entry that has its words; `moved`: they stand elsewhere now. */
export const contentSaid = (payload: string, moved: string | null): ClaimContent => placed(wordsIn(JSON.parse(payload) as Said).decided, moved);

function wordsIn({ suggestion, content }: Said): { readonly proposed: Suggestion | null; readonly decided: ClaimContent } {
  const proposed = suggestion === undefined ? null : parseSuggestion(suggestion);
  return { proposed, decided: (content ?? null) === null && proposed ? contentOf(proposed) : parseClaimContent(content) };
}

const placed = (content: ClaimContent, moved: string | null): ClaimContent => (moved === null ? content : { ...content, quote: parseQuote(JSON.parse(moved)) });

/** Where a suggestion was read from, in the text that stands. */
function evidenceNow({ evidence }: Suggestion, { quote: picked }: ClaimContent, { quote: now }: ClaimContent): readonly Evidence[] {
  return now.start === picked.start && now.exact === picked.exact ? evidence : evidenceAt(evidence, picked, now);
}
