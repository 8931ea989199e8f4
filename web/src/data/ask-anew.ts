// After something was decided here, whatever is on the page is asked anew.
import type { QueryClient } from '@tanstack/react-query';

/** All but the check of the whole log, which is made again only when a person wants it. */
export const askAnew = (client: QueryClient): Promise<void> => client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'verify' });
