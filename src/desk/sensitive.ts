// What a picture of the whole record leaves out unless somebody asks for it: it is printed, and shown over a shoulder.
import { allowedOf, endedOn, type Terms } from '../record/care-reach.ts';
import { readCaredNames } from '../views/read-cared-names.ts';
import type { LeftOut } from '../views/read-places.ts';
import { readTerms } from '../views/read-terms.ts';
import type { Casebook } from './casebook.ts';

export const NOTHING_LEFT_OUT: LeftOut = { documents: [], claims: [], names: [], namedIn: [] };

/**
 * Documents, claims and names that are restricted or hidden, or whose consent or time is over, as far as that reaches (care-reach.ts).
 * O(originals) where anything was said of any, and O(reviews) where it was of a name.
 */
export async function sensitiveNow({ store: { reads }, now }: Casebook): Promise<LeftOut> {
  const { kin, terms } = await readTerms(reads);
  if (terms.size === 0) return NOTHING_LEFT_OUT;
  const today = now.toISOString().slice(0, 10);
  const isShut = (said: Terms): boolean => (said.sensitivity ?? 'public') !== 'public' || endedOn(said, today) !== null;
  const shut = (original: string): boolean => {
    const { sensitivity, ended } = allowedOf(original, kin(original), (id) => [terms.get(id) ?? []].flat(), today);
    return sensitivity !== 'public' || ended !== null;
  };
  const documents = await reads.selectFrom('document').select(['id', 'original']).execute();
  const names = (await readCaredNames(reads)).filter((name) => name.terms.some(isShut));
  return {
    documents: documents.filter(({ original }) => shut(original)).map(({ id }) => id),
    claims: [...terms].filter(([id, said]) => /^[cs]_/.test(id) && isShut(said)).map(([id]) => id),
    names: names.flatMap(({ ids }) => ids),
    namedIn: [...new Set(names.flatMap(({ documents: of }) => of))],
  };
}
