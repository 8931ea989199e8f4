// What the desk asks, and how long an answer is good for: until somebody decides something here, or looks again.
import { QueryClient, queryOptions } from '@tanstack/react-query';
import type { DocumentRow, DocumentView, Matrix, Summary, Timeline, Verification } from '../../../src/model/answers.ts';
import { read, Refusal } from './api.ts';

export const summaryQuestion = queryOptions({ queryKey: ['summary'], queryFn: ({ signal }) => read<Summary>('/summary', signal) });

export const documentsQuestion = queryOptions({ queryKey: ['documents'], queryFn: ({ signal }) => read<readonly DocumentRow[]>('/documents', signal) });

export const timelineQuestion = queryOptions({ queryKey: ['timeline'], queryFn: ({ signal }) => read<Timeline>('/timeline', signal) });

export const matrixQuestion = queryOptions({ queryKey: ['matrix'], queryFn: ({ signal }) => read<Matrix>('/matrix', signal) });

/** Checks the whole log each time, so its answer is kept for as long as nothing is decided here. */
export const verifyQuestion = queryOptions({ queryKey: ['verify'], queryFn: ({ signal }) => read<Verification>('/verify', signal), staleTime: Infinity });

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
