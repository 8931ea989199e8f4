// What the desk asks about lists of names.
import { queryOptions } from '@tanstack/react-query';
import type { ListedView, ListHit, ListHits, NameListRow } from '../../../src/model/list-answers.ts';
import { read } from '../data/api.ts';

export const listsQuestion = queryOptions({ queryKey: ['lists'], queryFn: ({ signal }) => read<readonly NameListRow[]>('/names/lists', signal) });

/** Between two times that names are looked up further, in milliseconds. */
const FURTHER = 4000;

/** Asked again while the page is looked at, until every name was looked up. */
export const hitsQuestion = queryOptions({
  queryKey: ['hits'],
  queryFn: ({ signal }) => read<ListHits>('/names/hits', signal),
  refetchInterval: ({ state: { data } }) => (data && data.looked < data.names && data.lists > 0 ? FURTHER : false),
});

/** Those of one whom claims name. */
export const hitsOnQuestion = (id: string) =>
  queryOptions({ queryKey: ['hits', id], queryFn: ({ signal }) => read<readonly ListHit[]>(`/entities/${encodeURIComponent(id)}/hits`, signal) });

export const listedQuestion = (id: string) =>
  queryOptions({ queryKey: ['listed', id], queryFn: ({ signal }) => read<ListedView>(`/names/listed/${encodeURIComponent(id)}`, signal) });
