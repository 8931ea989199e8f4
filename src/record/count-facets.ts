// The values that claims have of each facet, and how many have each. Counted from the very rows that a search may show, and from no index: what
// is not shown is in no count.
import { readEdtf, isoDay } from '../base/edtf.ts';
import type { ClaimRow } from '../model/answers.ts';
import type { ClaimContent } from '../model/claim.ts';
import { FACETS, type Facet, type FacetName } from '../model/facets.ts';
import { familyOf } from '../model/vocabulary.ts';
import { standingOf } from './ladder.ts';

/** What of a claim's document the facets need. */
export type OfDocument = { readonly publisher: string | null; readonly language: string | null };

/** What of a claim the facets need. */
type Faceted = ClaimContent & Pick<ClaimRow, 'document' | 'status'>;

const MOST_VALUES = 20;

/** Every facet that some claim has a value of. O(claims). */
export function countFacets(claims: readonly Faceted[], documentOf: (id: string) => OfDocument | undefined): readonly Facet[] {
  return FACETS.flatMap((name): readonly Facet[] => {
    const counts = new Map<string, number>();
    for (const claim of claims) for (const value of new Set(facetOf(name, claim, documentOf(claim.document)))) counts.set(value, (counts.get(value) ?? 0) + 1);
    const values = [...counts].map(([value, count]) => ({ value, count })).toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
    return values.length === 0 ? [] : [{ name, values: values.slice(0, MOST_VALUES), more: Math.max(0, values.length - MOST_VALUES) }];
  });
}

/** The values that a claim has of a facet; none where it says nothing of it. */
export const facetOf = (name: FacetName, claim: Faceted, document: OfDocument | undefined): readonly string[] => VALUES[name](claim, document);

const given = (value: string | null | undefined): readonly string[] => (value ? [value] : []);

const VALUES: Readonly<Record<FacetName, (claim: Faceted, document: OfDocument | undefined) => readonly string[]>> = {
  kind: ({ kind }) => [kind],
  family: ({ kind }) => [familyOf(kind)],
  speaker: ({ saidBy }) => saidBy,
  publisher: (_, document) => given(document?.publisher),
  origin: ({ saidBy }, document) => given(saidBy.at(-1) ?? document?.publisher),
  language: (_, document) => given(document?.language?.split('-')[0]),
  year: yearsOf,
  // What is alleged, denied or demanded is no step taken.
  stage: (claim) => (claim.modality === 'asserted' ? given(standingOf(claim)?.step) : []),
  reviewed: ({ status }) => [status === 'suggested' ? 'no' : 'yes'],
};

/** Of a time that lies in one year, that; of a longer one none, as nobody says which. */
function yearsOf({ time }: Faceted): readonly string[] {
  const date = time?.edtf ? readEdtf(time.edtf) : null;
  if (!date || !Number.isFinite(date.first) || !Number.isFinite(date.last)) return [];
  const [first, last] = [isoDay(date.first).slice(0, 4), isoDay(date.last).slice(0, 4)];
  return first === last ? [first] : [];
}
