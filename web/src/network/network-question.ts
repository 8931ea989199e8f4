import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Network } from '../../../src/model/network.ts';
import { read } from '../data/api.ts';

/** `search` says around whom, to whom and under which clocks. What was shown stays while another is on its way. */
export const networkQuestion = (search: string) =>
  queryOptions({ queryKey: ['network', search], queryFn: ({ signal }) => read<Network>(`/network?${search}`, signal), placeholderData: keepPreviousData });
