// What the desk asks, and how long an answer is good for: until somebody decides something here, or looks again.
import { keepPreviousData, QueryClient, queryOptions } from '@tanstack/react-query';
import type {
  Custody,
  DocumentsPage,
  DocumentView,
  Orphan,
  PageShown,
  Rectangles,
  SpeakersShown,
  Summary,
  UtterancesShown,
  Verification,
} from '../../../src/model/answers.ts';
import type { WaysToCapture } from '../../../src/model/capture.ts';
import type { ClaimNames, EntityAlone, EntityView, NameRow, PairsAsked } from '../../../src/model/entity.ts';
import type { TranslatedClaim, TranslationAligned } from '../../../src/model/attachment.ts';
import type { HeardPassage } from '../../../src/model/media.ts';
import type { EntitiesPage } from '../../../src/model/told.ts';
import type { FindingsAndLists } from '../../../src/model/list-answers.ts';
import type { MatrixStretch } from '../../../src/model/matrix.ts';
import type { News } from '../../../src/model/news.ts';
import type { Queue } from '../../../src/model/queue.ts';
import type { TimelineStretch } from '../../../src/model/timeline.ts';
import type { CopyAligned, CopyGroups, CopyRow } from '../../../src/model/copies.ts';
import type { Revision } from '../../../src/model/revisions.ts';
import { pagePicturePath, read, readCheckpoint, Refusal } from './api.ts';

export const summaryQuestion = queryOptions({ queryKey: ['summary'], queryFn: ({ signal }) => read<Summary>('/summary', signal) });

/** What became of the casebook since an instant (ISO, UTC). */
export const newsQuestion = (since: string) =>
  queryOptions({ queryKey: ['news', since], queryFn: ({ signal }) => read<News>(`/news?${new URLSearchParams({ since }).toString()}`, signal) });

/** How pages of the web would be captured, and how far those are that are under way. */
export const capturesQuestion = queryOptions({ queryKey: ['captures'], queryFn: ({ signal }) => read<WaysToCapture>('/capture', signal) });

/** A page of the documents: `shelf`, `words`, `after`, `skip` and `most` as the address of the API has them. */
export const documentsQuestion = (asked: Readonly<Record<string, string>>) =>
  queryOptions({
    queryKey: ['documents', asked],
    queryFn: ({ signal }) => read<DocumentsPage>(`/documents/page?${new URLSearchParams(asked).toString()}`, signal),
    placeholderData: keepPreviousData,
  });

/** `search` is what is shown of it, and from where on. What was shown stays while another stretch is on its way. */
export const timelineQuestion = (search: string) =>
  queryOptions({
    queryKey: ['timeline', search],
    queryFn: ({ signal }) => read<TimelineStretch>(`/timeline/stretch?${search}`, signal),
    placeholderData: keepPreviousData,
  });

export const matrixQuestion = (search: string) =>
  queryOptions({
    queryKey: ['matrix', search],
    queryFn: ({ signal }) => read<MatrixStretch>(`/matrix/stretch?${search}`, signal),
    placeholderData: keepPreviousData,
  });

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

/** Between two times that names are looked through further, in milliseconds. */
const FURTHER = 4000;

/** Asked again while the page is looked at, until every name was looked through. */
export const pairsQuestion = queryOptions({
  queryKey: ['pairs'],
  queryFn: ({ signal }) => read<PairsAsked>('/pairs', signal),
  refetchInterval: ({ state: { data } }) => (data && (data.isReading || data.looked < data.names) ? FURTHER : false),
});

/** Everybody whom claims name, or those whom `like` may mean. The list stays while another is on its way. */
export const entitiesQuestion = (like: string, skip = '') =>
  queryOptions({
    queryKey: ['entities', like, skip],
    queryFn: ({ signal }) => {
      const words = new URLSearchParams({ ...(like.trim() ? { like } : {}), ...(skip ? { skip } : {}) }).toString();
      return read<EntitiesPage>(words ? `/entities?${words}` : '/entities', signal);
    },
    placeholderData: keepPreviousData,
  });

export const entityQuestion = (id: string) =>
  queryOptions({ queryKey: ['entity', id], queryFn: ({ signal }) => read<EntityAlone>(`/entities/${encodeURIComponent(id)}?without=rivals`, signal) });

/** Who one may be besides: looked for among all names, so that what is known of one need not wait for it. */
export const rivalsQuestion = (id: string) =>
  queryOptions({
    queryKey: ['rivals', id],
    queryFn: async ({ signal }) => (await read<Pick<EntityView, 'rivals'>>(`/entities/${encodeURIComponent(id)}/rivals`, signal)).rivals,
  });

export const claimNamesQuestion = (id: string) =>
  queryOptions({ queryKey: ['claim-names', id], queryFn: ({ signal }) => read<readonly ClaimNames[]>(`/claims/${encodeURIComponent(id)}/names`, signal) });

/** Not asked before there are two signs to look for. */
export const findQuestion = (words: string) =>
  queryOptions({
    queryKey: ['find', words],
    queryFn: ({ signal }) => read<FindingsAndLists>(`/find?${new URLSearchParams({ words }).toString()}`, signal),
    enabled: words.length > 1,
    placeholderData: keepPreviousData,
  });

/** Also of an original that could not be read: by its id, or its document's. */
export const custodyQuestion = (id: string) =>
  queryOptions({ queryKey: ['custody', id], queryFn: ({ signal }) => read<Custody>(`/originals/${encodeURIComponent(id)}/custody`, signal) });

/** `clocks` as the server takes them. What was shown of the document stays while another time is on its way. */
export const documentQuestion = (id: string, clocks = '') =>
  queryOptions({
    queryKey: ['document', id, clocks],
    queryFn: ({ signal }) => read<DocumentView>(`/documents/${encodeURIComponent(id)}${clocks ? `?${clocks}` : ''}`, signal),
    placeholderData: (shown) => (shown?.id === id ? shown : undefined),
  });

/** The names that recorded claims of a document give. */
export const documentNamesQuestion = (id: string) =>
  queryOptions({ queryKey: ['document-names', id], queryFn: ({ signal }) => read<readonly NameRow[]>(documentPart(id, 'names'), signal) });

/** The pairs that a document is in. */
export const copiesQuestion = (id: string) =>
  queryOptions({
    queryKey: ['copies', id],
    queryFn: async ({ signal }) => (await read<{ readonly copies: readonly CopyRow[] }>(`/copies?document=${encodeURIComponent(id)}`, signal)).copies,
  });

/** Where the address of a document had another text later. */
export const revisionsQuestion = (id: string) =>
  queryOptions({
    queryKey: ['revisions', id],
    queryFn: async ({ signal }) => (await read<{ readonly revisions: readonly Revision[] }>(`/revisions?document=${encodeURIComponent(id)}`, signal)).revisions,
  });

/** Where any address had another text later. */
export const allRevisionsQuestion = queryOptions({
  queryKey: ['revisions', 'all'],
  queryFn: async ({ signal }) => (await read<{ readonly revisions: readonly Revision[] }>('/revisions', signal)).revisions,
});

/** Documents that say the same words, by groups. */
export const copyGroupsQuestion = (kind: CopyGroups['kind'], from: number) =>
  queryOptions({ queryKey: ['copies', 'groups', kind, from], queryFn: ({ signal }) => read<CopyGroups>(`/copies/groups?kind=${kind}&from=${from}`, signal) });

export const besideQuestion = (left: string, right: string) =>
  queryOptions({
    queryKey: ['beside', left, right],
    queryFn: ({ signal }) => read<CopyAligned>(`/copies/${encodeURIComponent(left)}/${encodeURIComponent(right)}`, signal),
  });

/** Some messages of a conversation, from a number on. They are of the text that stands, which does not change while it is looked at. */
export const utterancesQuestion = (id: string, from: number, most: number) =>
  queryOptions({
    queryKey: ['utterances', id, from, most],
    queryFn: ({ signal }) => read<UtterancesShown>(`${documentPart(id, 'utterances')}?from=${from}&most=${most}`, signal),
    gcTime: 60_000,
  });

/** The number of the message in which a place of the text stands. */
export const placeInConversationQuestion = (id: string, at: number) =>
  queryOptions({
    queryKey: ['utterance at', id, at],
    queryFn: async ({ signal }) => (await read<UtterancesShown>(`${documentPart(id, 'utterances')}?at=${at}&most=1`, signal)).utterances[0]?.ordinal ?? 0,
  });

export const speakersQuestion = (id: string) =>
  queryOptions({ queryKey: ['speakers', id], queryFn: ({ signal }) => read<SpeakersShown>(documentPart(id, 'speakers'), signal) });

const documentPart = (id: string, part: string): string => `/documents/${encodeURIComponent(id)}/${part}`;

/** Of a transcript: when its passages are heard. */
export const heardQuestion = (id: string) =>
  queryOptions({
    queryKey: ['heard', id],
    queryFn: async ({ signal }) => (await read<{ readonly passages: readonly HeardPassage[] }>(documentPart(id, 'heard'), signal)).passages,
    staleTime: Infinity,
  });

/** A translation beside its original; null where it is none any more. */
export const translationQuestion = (id: string) =>
  queryOptions({
    queryKey: ['translation', id],
    queryFn: async ({ signal }) => (await read<{ readonly aligned: TranslationAligned | null }>(documentPart(id, 'translation'), signal)).aligned,
  });

/** What the translations of its document have where a claim's words stand. */
export const translatedQuestion = (claim: string) =>
  queryOptions({
    queryKey: ['translated', claim],
    queryFn: async ({ signal }) =>
      (await read<{ readonly translations: readonly TranslatedClaim[] }>(`/claims/${encodeURIComponent(claim)}/translations`, signal)).translations,
  });

export const pagesQuestion = (id: string) =>
  queryOptions({
    queryKey: ['pages', id],
    queryFn: async ({ signal }) => (await read<{ readonly pages: readonly PageShown[] }>(documentPart(id, 'pages'), signal)).pages,
    staleTime: Infinity,
  });

/** `text` is the digest of the text that stands, `drawn` what tells a set of claims and their places from another. */
export const rectanglesQuestion = (id: string, text: string | null, drawn: string) =>
  queryOptions({
    queryKey: ['rectangles', id, text, drawn],
    queryFn: async ({ signal }) => (await read<{ readonly rectangles: readonly Rectangles[] }>(documentPart(id, 'rectangles'), signal)).rectangles,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });

/** Why a page's picture did not come: asked only then, and its answer is the refusal. */
export const pageProblemQuestion = (id: string, number: number, width: number) =>
  queryOptions({
    queryKey: ['page problem', id, number],
    queryFn: ({ signal }) => read<never>(pagePicturePath(id, number, width), signal),
    retry: false,
    gcTime: 0,
  });

export const orphansQuestion = (document: string, text: string | null) =>
  queryOptions({
    queryKey: ['orphans', document, text],
    queryFn: async ({ signal }) => (await read<{ readonly orphans: readonly Orphan[] }>(`/orphans?document=${encodeURIComponent(document)}`, signal)).orphans,
  });

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
