// Facets: of what a search found, how many have which value; each value is also a field that narrows the search.

/** `origin` is whom a claim rests on: the deepest source that it names, else its publisher. `year` is of when it happened, `stage` the step of the law. */
export const FACETS = ['kind', 'family', 'speaker', 'publisher', 'origin', 'language', 'year', 'stage', 'reviewed'] as const;
export type FacetName = (typeof FACETS)[number];

/** Values with how many claims and suggestions have each, the most first. `more` is how many further values there are. */
export type Facet = { readonly name: FacetName; readonly values: readonly { readonly value: string; readonly count: number }[]; readonly more: number };
