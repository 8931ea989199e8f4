// What the desk asks, and how long an answer is good for: until somebody decides something here, or looks again.
import { keepPreviousData, QueryClient, queryOptions } from '@tanstack/react-query';
import type { Custody, DocumentRow, DocumentView, Findings, Matrix, Queue, Summary, Timeline, Verification } from '../../../src/model/answers.ts';
import { read, readCheckpoint, Refusal } from './api.ts';

export const summaryQuestion = queryOptions({ queryKey: ['summary'], queryFn: ({ signal }) => read<Summary>('/summary', signal) });

export const documentsQuestion = queryOptions({ queryKey: ['documents'], queryFn: ({ signal }) => read<readonly DocumentRow[]>('/documents', signal) });

export const timelineQuestion = queryOptions({ queryKey: ['timeline'], queryFn: ({ signal }) => read<Timeline>('/timeline', signal) });

export const matrixQuestion = queryOptions({ queryKey: ['matrix'], queryFn: ({ signal }) => read<Matrix>('/matrix', signal) });

/** How long the check of the log lets a page's own questions go first, in milliseconds. */
const LATER = 300;

let hasVerified = 0;

/** Reads the whole log and every file, so it is asked once for as long as the desk is open, and when a person wants it again. */
export const verifyQuestion = queryOptions({
  queryKey: ['verify'],
  queryFn: async ({ signal }) => {
    await new Promise((resolve) => setTimeout(resolve, LATER));
    // Whoever asks a second time wants it looked at anew.
    return read<Verification>(hasVerified++ > 0 ? '/verify?again=yes' : '/verify', signal);
  },
  staleTime: Infinity,
  gcTime: Infinity,
});

export const checkpointQuestion = queryOptions({ queryKey: ['checkpoint'], queryFn: ({ signal }) => readCheckpoint(signal) });

/** `search` is what narrows and orders it, as the address has it. The list stays while another is on its way. */
export const queueQuestion = (search: string) =>
  queryOptions({ queryKey: ['queue', search], queryFn: ({ signal }) => read<Queue>(`/queue?${search}`, signal), placeholderData: keepPreviousData });

/** Not asked before there are two signs to look for. */
export const findQuestion = (words: string) =>
  queryOptions({
    queryKey: ['find', words],
    queryFn: ({ signal }) => read<Findings>(`/find?${new URLSearchParams({ words }).toString()}`, signal),
    enabled: words.length > 1,
    placeholderData: keepPreviousData,
  });

/** Also of an original that could not be read: by its id, or its document's. */
export const custodyQuestion = (id: string) =>
  queryOptions({ queryKey: ['custody', id], queryFn: ({ signal }) => read<Custody>(`/originals/${encodeURIComponent(id)}/custody`, signal) });

export const documentQuestion = (id: string) =>
  queryOptions({ queryKey: ['document', id], queryFn: ({ signal }) => read<DocumentView>(`/documents/${encodeURIComponent(id)}`, signal) });

/** A refusal is an answer, so it is not asked again; silence is asked once more. */
export const newClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        networkMode: 'always',
        retry: (failures, error) => failures < 1 && error instanceof Refusal && error.code === 'unreachable',
      },
      mutations: { networkMode: 'always' },
    },
  });
