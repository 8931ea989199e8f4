// What of claims tells whether they may bear on a harm, and nothing else of them: all of a record are looked through in a fraction of the time in
// which they would be read.
import { setImmediate } from 'node:timers/promises';
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Status } from '../model/answers.ts';
import type { Roles } from '../model/claim.ts';
import { KINDS, type Kind } from '../model/vocabulary.ts';
import { oneOf } from '../base/shape.ts';
import { among } from './among.ts';
import type { Tables } from './tables.ts';

/** `about` and `targets` are lists of texts as JSON, null where there are none. */
export type AnswerGlance = {
  readonly id: string;
  readonly document: string;
  readonly kind: Kind;
  readonly start: number;
  readonly end: number;
  readonly about: string | null;
  readonly targets: string | null;
};

/** Among which is looked: of these kinds and statuses, and with `ids` only these. */
export type Glanced = { readonly kinds: readonly Kind[]; readonly statuses: readonly Status[]; readonly ids?: readonly string[] };

const parseKind = oneOf(KINDS);

/** So many entries are looked through at once; between them others have their turns. */
const AT_ONCE = 20_000;

/** Claims as they stand and suggestions that wait, in no order. O(those of the kinds; with `ids`, those). */
export async function* scanAnswers(db: Kysely<Tables>, asked: Glanced): AsyncGenerator<readonly AnswerGlance[]> {
  const { ids, statuses } = asked;
  if (statuses.includes('suggested')) yield await waiting(db, asked);
  if (ids !== undefined) {
    yield await standing(db, asked, sql`standing.id in ${among(ids)}`);
    return;
  }
  const { last } = await db
    .selectFrom('standing')
    .select(({ fn }) => fn.max('position').as('last'))
    .executeTakeFirstOrThrow();
  for (let from = 0; last !== null && from <= last; from += AT_ONCE) {
    yield await standing(db, asked, sql`standing.position >= ${from} and standing.position < ${from + AT_ONCE}`);
    await setImmediate();
  }
}

const typed = (rows: readonly (Omit<AnswerGlance, 'kind'> & { readonly kind: string })[]): readonly AnswerGlance[] =>
  rows.map((row) => ({ ...row, kind: parseKind(row.kind, 'kind') }));

async function standing(db: Kysely<Tables>, { kinds, statuses }: Glanced, which: RawBuilder<unknown>): Promise<readonly AnswerGlance[]> {
  // A unary plus: not by the index of kinds, which would go through all of them for each stretch.
  const { rows } = await sql<Omit<AnswerGlance, 'kind'> & { kind: string }>`select standing.id, standing.document, standing.kind, standing.start, standing.end,
      ${roleOf('about')} as about, ${roleOf('target')} as targets
    from standing join decision on decision.position = standing.position join log_entries said on said.position = decision.words_at
    where ${which} and +standing.status in ${among(statuses)} and +standing.kind in ${among(kinds)}`.execute(db);
  return typed(rows);
}

/** Of the words that were decided: of an amendment its own, else those of the suggestion. */
const roleOf = (role: 'about' | 'target') =>
  sql`iif(coalesce(said.payload ->> '$.content', '') = '', said.payload -> ${sql.lit(`$.suggestion.roles.${role}`)}, said.payload -> ${sql.lit(`$.content.roles.${role}`)})`;

/** The names of parties and places that a claim or suggestion gives. */
export type PartiesGlance = {
  readonly id: string;
  readonly document: string;
  readonly kind: Kind;
  readonly parties: readonly string[];
  readonly places: readonly string[];
};

/** Of these, as they stand or wait, in no order. O(those). */
export async function* scanParties(db: Kysely<Tables>, ids: readonly string[]): AsyncGenerator<readonly PartiesGlance[]> {
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const some = among(ids.slice(from, from + AT_ONCE));
    const { rows } = await sql<{ id: string; document: string; kind: string; roles: string }>`select standing.id, standing.document, standing.kind,
        coalesce(said.payload -> '$.content.roles', said.payload -> '$.suggestion.roles') as roles
      from standing join decision on decision.position = standing.position join log_entries said on said.position = decision.words_at where standing.id in ${some}
      union all select suggestion.id, suggestion.document, suggestion.kind, suggestion.body -> '$.roles' from waiting join suggestion on suggestion.id = waiting.id
        where waiting.id in ${some}`.execute(db);
    yield rows.map(({ id, document, kind, roles }) => {
      const { actor = [], target = [], place = [] } = JSON.parse(roles) as Roles;
      return { id, document, kind: parseKind(kind, 'kind'), parties: [...actor, ...target], places: place };
    });
    await setImmediate();
  }
}

async function waiting(db: Kysely<Tables>, { kinds, ids }: Glanced): Promise<readonly AnswerGlance[]> {
  const { rows } = await sql<
    Omit<AnswerGlance, 'kind'> & { kind: string }
  >`select suggestion.id, suggestion.document, suggestion.kind, suggestion.start, suggestion.end,
      suggestion.body -> '$.roles.about' as about, suggestion.body -> '$.roles.target' as targets
    from waiting join suggestion on suggestion.id = waiting.id
    where waiting.kind in ${among(kinds)} and ${ids === undefined ? sql`true` : sql`waiting.id in ${among(ids)}`}`.execute(db);
  return typed(rows);
}
