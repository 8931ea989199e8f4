// What the drawing shows: all of it where that is few enough, else the days around the view, as far as they have come.
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { isoDay } from '../../../src/base/edtf.ts';
import type { Days, TimelineWindow } from '../../../src/model/timeline.ts';
import { read } from '../data/api.ts';

const windowQuestion = (search: string) =>
  queryOptions({
    queryKey: ['timeline', 'window', search],
    queryFn: ({ signal }) => read<TimelineWindow>(`/timeline/window?${search}`, signal),
    placeholderData: keepPreviousData,
  });

/** `whole` is of all days, as far as the server could give it; `near` of those asked for, where that is more exact and has come. */
export function useWindow(
  narrowing: Readonly<Record<string, string>>,
  days: Days | null,
): { readonly whole: TimelineWindow | undefined; readonly near: TimelineWindow | undefined; readonly problem: Error | null } {
  const { data: whole, error } = useQuery(windowQuestion(new URLSearchParams(narrowing).toString()));
  const isAll = whole === undefined || whole.marks !== null || days === null;
  const span = days === null ? {} : { from: isoDay(days.first), to: isoDay(days.last) };
  const near = useQuery({ ...windowQuestion(new URLSearchParams({ ...narrowing, ...span }).toString()), enabled: !isAll });
  return { whole, near: isAll ? undefined : near.data, problem: error ?? near.error };
}
