// What the desk asks of names behind pseudonyms.
import { queryOptions } from '@tanstack/react-query';
import type { NamesVeiled, NameVeiled, PseudonymProposed } from '../../../src/model/pseudonym.ts';
import { read } from '../data/api.ts';

export const pseudonymsQuestion = queryOptions({ queryKey: ['pseudonyms'], queryFn: ({ signal }) => read<NamesVeiled>('/pseudonyms', signal) });

export const proposedQuestion = (id: string) =>
  queryOptions({
    queryKey: ['pseudonym-proposed', id],
    queryFn: ({ signal }) => read<PseudonymProposed>(`/entities/${encodeURIComponent(id)}/pseudonym`, signal),
  });

/** Those that a document says and that are not shown. */
export const veiledInQuestion = (id: string) =>
  queryOptions({
    queryKey: ['veiled-in', id],
    queryFn: async ({ signal }) =>
      (await read<{ readonly names: readonly Pick<NameVeiled, 'id' | 'pseudonym'>[] }>(`/documents/${encodeURIComponent(id)}/veiled`, signal)).names,
  });
