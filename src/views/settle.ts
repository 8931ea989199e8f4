// What stands of suggestions and of people's own claims: their last decision that was not undone, at its place in the text that stands. That
// hangs on the views alone, never on the order in which they came to be: many are settled at once, and a rebuild settles each as late as it likes.
import type { Kysely } from 'kysely';
import type { Decided } from '../model/answers.ts';
import { contentOf, parseClaimContent, parseSuggestion, type Quote } from '../model/claim.ts';
import { among } from './among.ts';
import { deriveClaim, type Derived } from './derive-claim.ts';
import { dropNames, keepNames } from './fold-names.ts';
import { placeOf } from './fold-texts.ts';
import { dropWords, keepWords, wordAsSuggested } from './fold-words.ts';
import type { FindNames } from './held-names.ts';
import { run } from './run-sql.ts';
import type { Tables } from './tables.ts';

/** A decision that stands: by its entry's index, with the words as they stand in the text that the document has now. */
export type Stood = Derived & {
  readonly position: number;
  /** Where its words stand now, where that is not where they were decided about. */
  readonly moved: Quote | null;
  readonly orphan: boolean;
};

/** The last decision about a suggestion or a claim that was not undone. */
export async function lastDecision(db: Kysely<Tables>, suggestion: string) {
  return (
    await run<Tables['review']>(db, 'select * from review where suggestion = ? and undone_by is null order by entry_index desc limit 1', [suggestion])
  )[0];
}

/** Puts what stands of each id into the views, in the place of what stood; null where it is to be looked up. */
export async function settle(db: Kysely<Tables>, changed: ReadonlyMap<string, Stood | null>): Promise<void> {
  const ids = [...changed.keys()];
  for (const { position } of await db.selectFrom('standing').select('position').where('id', 'in', among(ids)).execute()) await dropNames(db, position);
  await dropWords(db, ids);
  const now: Stood[] = [];
  for (const [id, known] of changed) {
    const stood = known ?? (await lookUp(db, id));
    if (stood) now.push(stood);
    else await wordAsSuggested(db, id);
  }
  await keepStanding(db, now);
}

async function lookUp(db: Kysely<Tables>, id: string): Promise<Stood | null> {
  const last = await lastDecision(db, id);
  if (!last) return null;
  const decided = last.content === null ? contentOf(parseSuggestion(JSON.parse(last.body))) : parseClaimContent(JSON.parse(last.content));
  const place = await placeOf(db, last, decided.quote);
  const moved = place && place !== decided.quote ? place : null;
  const content = moved ? { ...decided, quote: moved } : decided;
  const derived = deriveClaim({ document: last.document, id, decision: last.decision as Decided }, content);
  return { ...derived, position: last.entry_index, moved, orphan: place === null };
}

/** Puts what stands into views that hold nothing of it yet. */
export async function keepStanding(db: Kysely<Tables>, all: readonly Stood[], names?: FindNames): Promise<void> {
  await keepWords(
    db,
    all.map((stood) => ({ ...stood, number: stood.position, moved: stood.moved && JSON.stringify(stood.moved), orphan: stood.orphan ? 1 : 0 })),
  );
  await keepNames(db, all, names);
}
