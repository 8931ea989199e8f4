// What the desk asks of the record: events, proceedings, contradictions, gaps, dossiers.
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { ContradictionRow } from '../../../src/model/contradiction.ts';
import type { Dossier } from '../../../src/model/dossier.ts';
import type { ElementsTold } from '../../../src/model/element.ts';
import type { EventRow, EventView, OriginsAbout } from '../../../src/model/event.ts';
import type { Happenings } from '../../../src/model/happenings.ts';
import type { ActLine } from '../../../src/model/history.ts';
import type { JoinProposed } from '../../../src/model/joins.ts';
import type { MatrixStretch } from '../../../src/model/matrix.ts';
import type { ProceedingRow, ProceedingStretch } from '../../../src/model/proceeding.ts';
import type { RecordPage } from '../../../src/model/record-page.ts';
import { read } from '../data/api.ts';

const part = (id: string): string => encodeURIComponent(id);

/** `search` narrows it, as the server takes it; the list stays while another is on its way. */
export const eventsQuestion = (search: string) =>
  queryOptions({
    queryKey: ['events', search],
    queryFn: ({ signal }) => read<RecordPage<EventRow>>(`/events/page?${search}`, signal),
    placeholderData: keepPreviousData,
  });

/** `search` are the clocks that are fixed. */
export const eventQuestion = (id: string, search: string) =>
  queryOptions({ queryKey: ['event', id, search], queryFn: ({ signal }) => read<EventView>(`/events/${part(id)}?${search}`, signal) });

/** Claims that may tell of the same happening as this one. */
export const joinsQuestion = (claim: string | null) =>
  queryOptions({
    queryKey: ['joins', claim],
    queryFn: async ({ signal }) => (await read<{ readonly joins: readonly JoinProposed[] }>(`/claims/${part(claim ?? '')}/joins`, signal)).joins,
    enabled: claim !== null,
  });

export const proceedingsQuestion = (search: string) =>
  queryOptions({
    queryKey: ['proceedings', search],
    queryFn: ({ signal }) => read<RecordPage<ProceedingRow>>(`/proceedings/page?${search}`, signal),
    placeholderData: keepPreviousData,
  });

export const proceedingQuestion = (id: string, search: string) =>
  queryOptions({
    queryKey: ['proceeding', id, search],
    queryFn: ({ signal }) => read<ProceedingStretch>(`/proceedings/${part(id)}/stretch?${search}`, signal),
    placeholderData: (before) => (before?.id === id ? before : undefined),
  });

export const contradictionsQuestion = (search: string) =>
  queryOptions({
    queryKey: ['contradictions', search],
    queryFn: ({ signal }) => read<RecordPage<ContradictionRow>>(`/contradictions/page?${search}`, signal),
    placeholderData: keepPreviousData,
  });

/** Those of an event, proceeding, name or document. */
export const contradictionsOfQuestion = (id: string, search: string) =>
  queryOptions({
    queryKey: ['contradictions', id, search],
    queryFn: ({ signal }) => read<readonly ContradictionRow[]>(`/contradictions/${part(id)}?${search}`, signal),
  });

export const gapsQuestion = (search: string) =>
  queryOptions({
    queryKey: ['gaps', search],
    queryFn: ({ signal }) => read<MatrixStretch>(`/gaps/stretch?${search}`, signal),
    placeholderData: keepPreviousData,
  });

/** Claims of one that are put together at once. */
export const DOSSIER_STRETCH = 100;

/** Of its claims in order of time, a stretch; `skip` of them passed over. */
export const dossierQuestion = (id: string, search: string, skip = 0) =>
  queryOptions({
    queryKey: ['dossier', id, search, skip],
    queryFn: ({ signal }) => read<Dossier>(`/dossiers/${part(id)}?most=${DOSSIER_STRETCH}&skip=${skip}&${search}`, signal),
  });

export const happeningsQuestion = (id: string, search: string) =>
  queryOptions({ queryKey: ['happenings', id, search], queryFn: ({ signal }) => read<Happenings>(`/happenings/${part(id)}?${search}`, signal) });

export const originsQuestion = (id: string, search: string) =>
  queryOptions({ queryKey: ['origins of', id, search], queryFn: ({ signal }) => read<OriginsAbout>(`/origins/${part(id)}?${search}`, signal) });

/** With null, of the whole record. */
export const elementsQuestion = (id: string | null, search: string) =>
  queryOptions({
    queryKey: ['elements', id, search],
    queryFn: ({ signal }) => read<ElementsTold>(`/elements${id === null ? '' : `/${part(id)}`}?${search}`, signal),
  });

export const historyQuestion = (id: string) =>
  queryOptions({
    queryKey: ['history', id],
    queryFn: async ({ signal }) => (await read<{ readonly lines: readonly ActLine[] }>(`/history/${part(id)}`, signal)).lines,
  });
