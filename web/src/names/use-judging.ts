// What a person says of names, or of happenings: sent one after another, and taken back in turn. What stands against it is shown, with the way to it.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { JudgementRow } from '../../../src/model/entity.ts';
import type { Judgement } from '../../../src/model/judgement.ts';
import { read, Refusal, send } from '../data/api.ts';
import { askClaimsAnew } from '../data/ask-anew.ts';
import { useTongue } from '../data/tongue.tsx';

export type Said = { readonly ids: readonly string[]; readonly judgement: Judgement; readonly reason: string | null };

export type Judging = {
  readonly judge: (said: Said) => void;
  /** Takes back the last judgement made here that still stands; nothing where there is none. */
  readonly undoLast: () => void;
  readonly undo: (entry: string) => void;
  /** Pairs that were judged here and not taken back, by `pairKey`. */
  readonly done: ReadonlySet<string>;
  readonly isBusy: boolean;
  readonly words: string;
  readonly failed: boolean;
  /** The judgements that stand against the last one that was tried. */
  readonly inTheWay: readonly JudgementRow[];
};

export const pairKey = (a: string, b: string): string => [a, b].toSorted().join(' ');

type Made = { readonly entries: readonly string[]; readonly keys: readonly string[] };
type Task = { readonly say: Said } | { readonly undo: readonly string[] };

async function carryOut(task: Task): Promise<readonly JudgementRow[]> {
  if ('say' in task) return (await send<{ readonly judgements: readonly JudgementRow[] }>('/judge', task.say)).judgements;
  const undone: JudgementRow[] = [];
  for (const entry of task.undo) undone.push(await send<JudgementRow>('/judge/undo', { entry, reason: null }));
  return undone;
}

/** `of` is what is judged, which says how it is told: names, or happenings by claims that tell of them. */
export function useJudging(of: 'names' | 'joining' = 'names'): Judging {
  const client = useQueryClient();
  const { say } = useTongue();
  const made = useRef<readonly Made[]>([]);
  const [done, setDone] = useState<ReadonlySet<string>>(new Set());
  const [told, setTold] = useState<{ readonly words: string; readonly failed: boolean; readonly inTheWay: readonly JudgementRow[] }>({
    words: '',
    failed: false,
    inTheWay: [],
  });
  const sending = useMutation({
    mutationFn: carryOut,
    scope: { id: 'judging' },
    onSuccess: (rows, task) => {
      const entries = rows.map(({ entry }) => entry);
      if ('say' in task) made.current = [...made.current, { entries, keys: keysOf(task.say.ids) }];
      else made.current = made.current.filter((each) => !each.entries.some((entry) => entries.includes(entry)));
      setDone(new Set(made.current.flatMap(({ keys }) => keys)));
      setTold({ words: say('say' in task ? `${of}.said.${task.say.judgement}` : 'names.said.undone'), failed: false, inTheWay: [] });
    },
    onError: async (error, task) => {
      const isConflict = error instanceof Refusal && error.code === 'conflict' && 'say' in task;
      const inTheWay = isConflict ? await whatStandsAgainst(task.say) : [];
      const message = error instanceof Refusal ? `${error.message}. ${error.hint}` : error.message;
      setTold({ words: inTheWay.length > 0 ? say('names.conflict') : say('said.failed', { message }), failed: true, inTheWay });
    },
    onSettled: () => askClaimsAnew(client),
  });
  return {
    judge: (said) => sending.mutate({ say: said }),
    undoLast: () => {
      const last = made.current.at(-1);
      if (last) sending.mutate({ undo: last.entries });
    },
    undo: (entry) => sending.mutate({ undo: [entry] }),
    done,
    isBusy: sending.isPending,
    ...told,
  };
}

const keysOf = ([first = '', ...others]: readonly string[]): readonly string[] => others.map((other) => pairKey(first, other));

const whatStandsAgainst = ({ ids, judgement }: Said): Promise<readonly JudgementRow[]> =>
  read<readonly JudgementRow[]>(`/judge/against?${new URLSearchParams({ ids: ids.join(' '), judgement }).toString()}`);
