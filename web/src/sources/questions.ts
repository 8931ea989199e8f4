// What the desk asks of sources.
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { SourceAlone, SourcesPage, SourceView } from '../../../src/model/source.ts';
import { read } from '../data/api.ts';

const part = (id: string): string => encodeURIComponent(id);

/** `search` narrows the list and says from where on; the list stays while another is on its way. */
export const sourcesQuestion = (search: string) =>
  queryOptions({ queryKey: ['sources', search], queryFn: ({ signal }) => read<SourcesPage>(`/sources?${search}`, signal), placeholderData: keepPreviousData });

/** By id, or by the name of a publisher; `search` are the clocks that are fixed. */
export const sourceQuestion = (id: string, search: string) =>
  queryOptions({ queryKey: ['source', id, search], queryFn: ({ signal }) => read<SourceView>(`/sources/${part(id)}?${search}`, signal) });

export const sourceAloneQuestion = (id: string, search: string) =>
  queryOptions({ queryKey: ['source alone', id, search], queryFn: ({ signal }) => read<SourceAlone>(`/sources/${part(id)}/alone?${search}`, signal) });
