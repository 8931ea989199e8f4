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
  const { title, words, told, hint } = useProblemWords(error);
  return (
    <div className="page">
      <div className="notice" data-tone="careful" role="alert">
        <h1>{title}</h1>
        {words && <p>{words}</p>}
        {told && (
          <p className="soft" lang="en" dir="auto">
            {told}
          </p>
        )}
        {hint && (
          <p className="soft" lang="en" dir="auto">
            {hint}
          </p>
        )}
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

/** `told` and `hint` are the server's words, which are English. */
type ProblemWords = { readonly title: string; readonly words: string; readonly told: string; readonly hint: string };

function useProblemWords(error: Error): ProblemWords {
  const { say } = useTongue();
  const code = error instanceof Refusal ? error.code : 'bug';
  if (code === 'not-allowed') return { title: say('error.notAllowed.title'), words: say('error.notAllowed'), told: '', hint: '' };
  if (code === 'unreachable') return { title: say('error.unreachable.title'), words: say('error.unreachable'), told: '', hint: '' };
  if (code === 'not-found') return { title: say('error.unknown.title'), words: say('error.unknown'), told: error.message, hint: '' };
  return { title: say('error.title'), words: '', told: error.message, hint: error instanceof Refusal ? error.hint : '' };
}
