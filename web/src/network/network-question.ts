import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { ClaimRow } from '../../../src/model/answers.ts';
import type { Network } from '../../../src/model/network.ts';
import { read } from '../data/api.ts';

/** Ties that are asked for at once: as many as a picture can have. */
const MOST = 5_000;

/**
 * `search` says around whom, to whom and under which clocks. The ties of most claims come, without the claims: those are asked for where a person opens
 * one. What was shown stays while another is on its way.
 */
export const networkQuestion = (search: string) =>
  queryOptions({
    queryKey: ['network', search],
    queryFn: ({ signal }) => read<Network>(`/network?most=${MOST}&without=claims&${search}`, signal),
    placeholderData: keepPreviousData,
  });

/** `clocks` as the address of the API has them. */
export const someClaimsQuestion = (ids: readonly string[], clocks: string) =>
  queryOptions({
    queryKey: ['network', 'claims', ids, clocks],
    queryFn: async ({ signal }) =>
      (await read<{ readonly claims: readonly ClaimRow[] }>(`/claims/some?${new URLSearchParams({ ids: ids.join(' ') }).toString()}&${clocks}`, signal)).claims,
  });
