import { useQuery } from '@tanstack/react-query';
import { summaryQuestion, verifyQuestion } from '../data/questions.ts';
import { useTongue } from '../data/tongue.tsx';
import { Link } from './link.tsx';

/** At the top of every page, and only there: that the casebook is not as it was sealed. Nothing where all is well. */
export function Altered() {
  const { say } = useTongue();
  const { data: summary } = useQuery(summaryQuestion);
  const { data: verification } = useQuery(verifyQuestion);
  const wrong = verification?.checks.find(({ ok }) => !ok);
  if (!summary?.damage && !wrong) return null;
  return (
    <div role="alert" className="notice altered" data-tone="careful">
      <strong>{say(summary?.damage ? 'altered.closed' : 'altered.open')}</strong>{' '}
      <span lang="en" dir="ltr">
        {summary?.damage ?? `${wrong?.name}: ${wrong?.detail}`}
      </span>{' '}
      <Link href="/integrity">{say('altered.more')}</Link>
    </div>
  );
}
