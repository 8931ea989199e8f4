// What of claims tells whether they may answer a harm, and nothing else of them: all of a record are looked through in a fraction of the time in
// which they would be read.
import { setImmediate } from 'node:timers/promises';
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Status } from '../model/answers.ts';
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

async function waiting(db: Kysely<Tables>, { kinds, ids }: Glanced): Promise<readonly AnswerGlance[]> {
  const { rows } = await sql<
    Omit<AnswerGlance, 'kind'> & { kind: string }
  >`select suggestion.id, suggestion.document, suggestion.kind, suggestion.start, suggestion.end,
      suggestion.body -> '$.roles.about' as about, suggestion.body -> '$.roles.target' as targets
    from waiting join suggestion on suggestion.id = waiting.id
    where waiting.kind in ${among(kinds)} and ${ids === undefined ? sql`true` : sql`waiting.id in ${among(ids)}`}`.execute(db);
  return typed(rows);
}
