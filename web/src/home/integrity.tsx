import { useQuery } from '@tanstack/react-query';
import { Button } from 'react-aria-components';
import type { Verification } from '../../../src/model/answers.ts';
import { verifyQuestion } from '../data/questions.ts';
import { useTongue } from '../data/tongue.tsx';
import { Checks } from '../integrity/checks.tsx';
import { Link } from '../parts/link.tsx';

/** Whether the record is as it was written, and who besides its maker vouches for that. */
export function Integrity({ entries, witness }: { readonly entries: number; readonly witness: string }) {
  const { say, code } = useTongue();
  const time = new Intl.DateTimeFormat(code, { timeStyle: 'short' });
  const { data, error, dataUpdatedAt, isFetching, refetch } = useQuery(verifyQuestion);
  return (
    <aside className="integrity" aria-labelledby="integrity-title">
      <h2 id="integrity-title">{say('home.integrity')}</h2>
      <p className="small soft number">{say('home.integrity.entries', { n: entries })}</p>
      <p lang="en" dir="auto">
        {data?.vouched ?? witness}
      </p>
      {data && <Found verification={data} />}
      {isFetching && <output>{say('home.integrity.checking')}</output>}
      {error && <p className="caution">{error.message}</p>}
      {data && !isFetching && (
        <p className="small soft">
          {say('home.integrity.when', { time: time.format(dataUpdatedAt) })}{' '}
          <Button className="button button-quiet" onPress={() => void refetch()}>
            {say('home.integrity.again')}
          </Button>
        </p>
      )}
      <Link className="small" href="/integrity">
        {say('integrity.more')}
      </Link>
    </aside>
  );
}

function Found({ verification }: { readonly verification: Verification }) {
  const { say } = useTongue();
  return (
    <>
      <p className="integrity-result" data-ok={verification.ok}>
        <span aria-hidden="true">{verification.ok ? '✓' : '✗'}</span> {say(verification.ok ? 'home.integrity.ok' : 'home.integrity.bad')}
      </p>
      <details open={!verification.ok}>
        <summary>{say('home.integrity.checks')}</summary>
        <Checks checks={verification.checks} />
      </details>
    </>
  );
}
