import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Refusal } from '../data/api.ts';
import { useTongue } from '../data/tongue.tsx';
import { Asked } from '../parts/asked.tsx';
import { ClockBar } from './clock-bar.tsx';
import { useClocks } from './use-clocks.ts';

type Props<Answer> = { readonly asked: UseQueryResult<Answer>; readonly children: (answer: Answer) => ReactNode };

/** A page of one thing under clocks: where nothing of it stood then, it says so, and the clocks can be let go. */
export function AskedAtClocks<Answer>({ asked, children }: Props<Answer>) {
  const { say } = useTongue();
  const isFixed = Object.keys(useClocks()).length > 0;
  const isGone = isFixed && asked.error instanceof Refusal && asked.error.code === 'not-found';
  if (!isGone) return <Asked asked={asked}>{children}</Asked>;
  return (
    <div className="page record">
      <ClockBar />
      <p className="notice">{say('clocks.nothing')}</p>
    </div>
  );
}
