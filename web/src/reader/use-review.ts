// A person's decisions about one document's suggestions: sent, shown as they now stand, and taken back in turn.
import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { ClaimRow, DocumentView } from '../../../src/model/answers.ts';
import type { ClaimContent } from '../../../src/model/claim.ts';
import { Refusal, send } from '../data/api.ts';
import { documentQuestion } from '../data/questions.ts';
import { useTongue, type Phrase } from '../data/tongue.tsx';

/** What a person decides about one claim. */
export type ReviewAct =
  | { readonly verb: 'accept' }
  | { readonly verb: 'reject'; readonly reason: string }
  | { readonly verb: 'amend'; readonly content: ClaimContent; readonly reason: string }
  | { readonly verb: 'undo' };

type Sent = { readonly id: string; readonly act: ReviewAct };
type Answer = { readonly claims: readonly ClaimRow[] };

const SAID = { accept: 'said.accepted', reject: 'said.rejected', amend: 'said.amended', undo: 'said.undone' } as const satisfies Record<
  ReviewAct['verb'],
  Phrase
>;

const post = ({ id, act }: Sent): Promise<Answer> => {
  if (act.verb === 'amend') return send('/review/amend', { id, content: act.content, reason: act.reason });
  if (act.verb === 'undo') return send('/review/undo', { id });
  return send(`/review/${act.verb}`, { ids: [id], ...(act.verb === 'reject' ? { reason: act.reason } : {}) });
};

export type Review = {
  /** Send a decision. A claim that one is under way for is left alone. */
  readonly decide: (id: string, act: ReviewAct) => void;
  readonly pending: ReadonlySet<string>;
  /** The claim of the last decision made here that still stands; null where there is none. */
  readonly last: () => string | null;
  /** What was done last, in words, for the status line. */
  readonly said: string;
  readonly failed: boolean;
};

/** `documentId` is the document that the claims are of. Decisions are sent one after another, in the order made. */
export function useReview(documentId: string): Review {
  const client = useQueryClient();
  const tongue = useTongue();
  const decided = useRef<readonly string[]>([]);
  const [pending, setPending] = useState<ReadonlySet<string>>(new Set());
  const [said, setSaid] = useState({ words: '', failed: false });
  const sending = useMutation({
    mutationFn: post,
    scope: { id: 'review' },
    onSuccess: ({ claims }, { id, act }) => {
      keep(client, documentId, claims);
      decided.current = act.verb === 'undo' ? decided.current.filter((each) => each !== id) : [...decided.current, id];
      const kind = claims.find((claim) => claim.id === id)?.kind;
      setSaid({ words: tongue.say(SAID[act.verb], { kind: kind ? tongue.kind(kind) : '' }), failed: false });
    },
    onError: (error) => {
      setSaid({ words: tongue.say('said.failed', { message: error instanceof Refusal ? `${error.message}. ${error.hint}` : error.message }), failed: true });
      return client.invalidateQueries(documentQuestion(documentId));
    },
    onSettled: (_answer, _error, { id }) => setPending((before) => new Set([...before].filter((each) => each !== id))),
  });
  const decide = (id: string, act: ReviewAct): void => {
    if (pending.has(id)) return;
    setPending((before) => new Set([...before, id]));
    sending.mutate({ id, act });
  };
  return { decide, pending, last: () => decided.current.at(-1) ?? null, said: said.words, failed: said.failed };
}

/** Put claims as they now stand into the document that is shown; whatever is counted from them is asked for anew. */
function keep(client: QueryClient, documentId: string, claims: readonly ClaimRow[]): void {
  const now = new Map(claims.map((claim) => [claim.id, claim]));
  client.setQueryData<DocumentView>(documentQuestion(documentId).queryKey, (shown) =>
    shown ? { ...shown, claims: shown.claims.map((claim) => now.get(claim.id) ?? claim) } : shown,
  );
  for (const key of ['summary', 'documents', 'timeline', 'matrix', 'verify']) void client.invalidateQueries({ queryKey: [key] });
}
