// A person's decisions: sent one after another, shown as they now stand, and taken back in turn.
import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { ClaimRow, DocumentView } from '../../../src/model/answers.ts';
import type { ClaimContent } from '../../../src/model/claim.ts';
import { Refusal, send } from './api.ts';
import { askClaimsAnew } from './ask-anew.ts';
import { useTongue, type Phrase, type Tongue } from './tongue.tsx';

/** What a person decides about one claim or several; `record` makes a new one of their own. */
export type ReviewAct =
  | { readonly verb: 'accept' }
  | { readonly verb: 'reject'; readonly reason: string }
  | { readonly verb: 'amend'; readonly content: ClaimContent; readonly reason: string }
  | { readonly verb: 'undo' }
  /** Where the words of a claim that lost its place stand now; offsets in code points. `lift` takes that back. */
  | { readonly verb: 'place'; readonly start: number; readonly end: number }
  | { readonly verb: 'lift' }
  | { readonly verb: 'withdraw'; readonly reason: string }
  | { readonly verb: 'record'; readonly document: string; readonly content: ClaimContent };

type Sent = { readonly ids: readonly string[]; readonly act: ReviewAct };
type Answer = { readonly claims: readonly ClaimRow[] };

const SAID = {
  accept: 'said.accepted', reject: 'said.rejected', amend: 'said.amended', undo: 'said.undone', withdraw: 'said.withdrawn', record: 'said.accepted', place: 'said.placed', lift: 'said.lifted',
} as const satisfies Record<ReviewAct['verb'], Phrase>; // prettier-ignore

const post = ({ ids, act }: Sent): Promise<Answer> => {
  if (act.verb === 'record') return send('/claims', { document: act.document, content: act.content });
  if (act.verb === 'undo') return send('/review/undo', { ids });
  if (act.verb === 'accept') return send('/review/accept', { ids });
  if (act.verb === 'reject') return send('/review/reject', { ids, reason: act.reason });
  if (act.verb === 'amend') return send('/review/amend', { id: ids[0], content: act.content, reason: act.reason });
  if (act.verb === 'place') return send('/orphans/place', { id: ids[0], start: act.start, end: act.end });
  if (act.verb === 'lift') return send('/orphans/lift', { id: ids[0] });
  return send('/claims/withdraw', { id: ids[0], reason: act.reason });
};

/** The claims that something was decided about together, and what takes it back. */
type Decision = { readonly ids: readonly string[]; readonly back: 'undo' | 'lift' };

export type Review = {
  /** Send a decision, which is one for undo whatever the number of claims. Claims that one is under way for are left alone. */
  readonly decide: (ids: readonly string[], act: ReviewAct) => void;
  readonly pending: ReadonlySet<string>;
  /** The last decision made here that still stands; null where there is none. */
  readonly last: () => Decision | null;
  /** What was done last, in words, for the status line. */
  readonly said: string;
  readonly failed: boolean;
};

/** `onRecorded` is told of a claim of a person's own once it is recorded. */
export function useReview(onRecorded: (id: string) => void): Review {
  const client = useQueryClient();
  const tongue = useTongue();
  const decided = useRef<readonly Decision[]>([]);
  const [pending, setPending] = useState<ReadonlySet<string>>(new Set());
  const [said, setSaid] = useState({ words: '', failed: false });
  const sending = useMutation({
    mutationFn: post,
    scope: { id: 'review' },
    onSuccess: ({ claims }, { ids, act }) => {
      keep(client, ids, claims);
      decided.current = isBack(act) ? without(decided.current, ids, act.verb) : [...decided.current, decision(act, claims)];
      setSaid({ words: inWords(tongue, act.verb, claims, ids), failed: false });
      const [own] = claims;
      if (act.verb === 'record' && own) onRecorded(own.id);
    },
    onError: (error) => {
      setSaid({ words: tongue.say('said.failed', { message: error instanceof Refusal ? `${error.message}. ${error.hint}` : error.message }), failed: true });
      return client.invalidateQueries({ queryKey: ['document'] });
    },
    onSettled: (_answer, _error, { ids }) => setPending((before) => new Set([...before].filter((each) => !ids.includes(each)))),
  });
  const decide = (ids: readonly string[], act: ReviewAct): void => {
    const free = ids.filter((id) => !pending.has(id));
    if (free.length === 0 && act.verb !== 'record') return;
    setPending((before) => new Set([...before, ...free]));
    sending.mutate({ ids: free, act });
  };
  return { decide, pending, last: () => decided.current.at(-1) ?? null, said: said.words, failed: said.failed };
}

type Back = Extract<ReviewAct, { verb: Decision['back'] }>;
const isBack = (act: ReviewAct): act is Back => act.verb === 'undo' || act.verb === 'lift';

const decision = ({ verb }: ReviewAct, claims: readonly ClaimRow[]): Decision => ({
  ids: claims.map(({ id }) => id),
  back: verb === 'place' ? 'lift' : 'undo',
});

/** What still stands once the last of what takes back in this way was taken back of each of `ids`. */
function without(decisions: readonly Decision[], ids: readonly string[], back: Decision['back']): readonly Decision[] {
  const left = new Set(ids);
  return decisions
    .toReversed()
    .map((each) => (each.back === back ? { ...each, ids: each.ids.filter((id) => !left.delete(id)) } : each))
    .filter((each) => each.ids.length > 0)
    .toReversed();
}

function inWords(tongue: Tongue, verb: ReviewAct['verb'], claims: readonly ClaimRow[], ids: readonly string[]): string {
  if (ids.length > 1) return tongue.say(verb === 'undo' ? 'said.undone.many' : 'said.accepted.many', { n: ids.length });
  const [claim] = claims;
  return claim ? tongue.say(SAID[verb], { kind: tongue.kind(claim.kind) }) : tongue.say('said.gone');
}

/**
 * Put claims as they now stand into the documents that are shown; whatever is counted from them is asked for anew. Of `ids` that are
 * not among the answer nothing stands any more.
 */
function keep(client: QueryClient, ids: readonly string[], claims: readonly ClaimRow[]): void {
  const now = new Map(claims.map((claim) => [claim.id, claim]));
  client.setQueriesData<DocumentView>({ queryKey: ['document'] }, (shown) => {
    if (!shown) return shown;
    const there = new Set(shown.claims.map((claim) => claim.id));
    const added = claims.filter((claim) => claim.document === shown.id && !there.has(claim.id));
    const kept = shown.claims.filter((claim) => now.has(claim.id) || !ids.includes(claim.id)).map((claim) => now.get(claim.id) ?? claim);
    return { ...shown, claims: [...kept, ...added] };
  });
  void askClaimsAnew(client);
}
