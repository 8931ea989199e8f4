// After something was decided here, what rests on it is asked anew.
import type { QueryClient } from '@tanstack/react-query';

/** All but the check of the whole log, which is made again only when a person wants it. */
export const askAnew = (client: QueryClient): Promise<void> => client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'verify' });

/** What is made of claims and names, by the first word of its question: what is drawn of a document's own pages is not among it. */
const OF_CLAIMS: ReadonlySet<unknown> = new Set([
  'pairs', 'entities', 'entity', 'rivals', 'claim-names', 'summary', 'documents', 'news', 'timeline', 'matrix', 'queue', 'events', 'event', 'joins', 'proceedings',
  'proceeding', 'contradictions', 'gaps', 'dossier', 'network', 'search', 'find', 'hits', 'listed', 'document-names',
  'clocks', 'sources', 'source', 'source alone', 'history', 'elements', 'happenings', 'origins of', 'map',
]); // prettier-ignore

/** What is made of claims and names: while documents come or are reviewed, and names judged, nothing else of what is shown changes. */
export const askClaimsAnew = (client: QueryClient): Promise<void> => client.invalidateQueries({ predicate: ({ queryKey }) => OF_CLAIMS.has(queryKey[0]) });
