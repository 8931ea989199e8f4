// What people say of how originals and claims may be used, and which originals are inside of which.
import type { Kysely } from 'kysely';
import { oneOf, orNull } from '../base/shape.ts';
import { SENSITIVITIES } from '../model/document.ts';
import { kinBy, type Kin, type Terms } from '../record/care-reach.ts';
import type { Tables } from './tables.ts';

/** By the id of an original or a claim; one of which nothing was said is missing. */
export type SaidTerms = { readonly kin: (original: string) => Kin; readonly terms: ReadonlyMap<string, Terms> };

const sensitivity = orNull(oneOf(SENSITIVITIES));

/** What was said last counts, else what was said when it was added. O(originals that something was said of + links). */
export async function readTerms(db: Kysely<Tables>): Promise<SaidTerms> {
  const terms = new Map<string, Terms>();
  const added = await db
    .selectFrom('original')
    .select(['id', 'sensitivity', 'consent_until'])
    .where(({ or, eb }) => or([eb('sensitivity', '!=', 'public'), eb('consent_until', 'is not', null)]))
    .execute();
  for (const row of added) terms.set(row.id, { sensitivity: sensitivity(row.sensitivity), consentUntil: row.consent_until, purpose: null, retention: null });
  for (const row of await db.selectFrom('care').selectAll().execute()) {
    const before = terms.get(row.about);
    terms.set(row.about, {
      sensitivity: sensitivity(row.sensitivity) ?? before?.sensitivity ?? null,
      consentUntil: row.consent_until ?? before?.consentUntil ?? null,
      purpose: row.purpose,
      retention: row.retention,
    });
  }
  const links = await db.selectFrom('part').selectAll().execute();
  const made = await db.selectFrom('attached').select(['original', 'target as of']).where('undone_by', 'is', null).execute();
  const inside = links.map(({ original, container }) => ({ part: original, container }));
  return { kin: kinBy(inside, made), terms };
}
