// What a page shows of a question: its answer, that it is under way, or why there is none and what to do next.
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { Refusal } from '../data/api.ts';
import { useTongue } from '../data/tongue.tsx';
import { Link } from './link.tsx';

type Props<Answer> = { readonly asked: UseQueryResult<Answer>; readonly children: (answer: Answer) => ReactNode };

export function Asked<Answer>({ asked, children }: Props<Answer>) {
  const { say } = useTongue();
  if (asked.data !== undefined) return children(asked.data);
  if (asked.error) return <Problem error={asked.error} again={() => void asked.refetch()} />;
  return <output className="page soft">{say('loading')}</output>;
}

function Problem({ error, again }: { readonly error: Error; readonly again: () => void }) {
  const { say } = useTongue();
  const { title, words, hint } = useProblemWords(error);
  return (
    <div className="page">
      <div className="notice" data-tone="careful" role="alert">
        <h1>{title}</h1>
        <p>{words}</p>
        {hint && <p className="soft">{hint}</p>}
        <div className="actions">
          <Button className="button" onPress={again}>
            {say('again')}
          </Button>
          <Link className="button button-quiet" href="/">
            {say('error.home')}
          </Link>
        </div>
      </div>
    </div>
  );
}

type ProblemWords = { readonly title: string; readonly words: string; readonly hint: string };

function useProblemWords(error: Error): ProblemWords {
  const { say } = useTongue();
  const code = error instanceof Refusal ? error.code : 'bug';
  if (code === 'not-allowed') return { title: say('error.notAllowed.title'), words: say('error.notAllowed'), hint: '' };
  if (code === 'unreachable') return { title: say('error.unreachable.title'), words: say('error.unreachable'), hint: '' };
  return { title: say('error.title'), words: error.message, hint: error instanceof Refusal ? error.hint : '' };
}
