import { useQuery } from '@tanstack/react-query';
import type { Verification } from '../../../src/model/answers.ts';
import { checkpointQuestion, verifyQuestion } from '../data/questions.ts';
import { useTongue } from '../data/tongue.tsx';
import { Asked } from '../parts/asked.tsx';
import { Checks } from './checks.tsx';

/** Whether the record is as it was written, who besides its maker vouches, and how to let somebody else vouch for it. */
export function IntegrityPage() {
  const { say } = useTongue();
  return (
    <div className="page integrity-page">
      <title>{`${say('integrity.title')} · onrecord`}</title>
      <header className="page-head">
        <h1>{say('integrity.title')}</h1>
        <p className="lead">{say('integrity.lead')}</p>
      </header>
      <Asked asked={useQuery(verifyQuestion)}>{(verification) => <Found verification={verification} />}</Asked>
      <section className="notice">
        <h2>{say('integrity.checkpoint')}</h2>
        <p>{say('integrity.checkpoint.about')}</p>
        <Asked asked={useQuery(checkpointQuestion)}>
          {(checkpoint) => (
            <pre className="command" dir="ltr" lang="en">
              {checkpoint}
            </pre>
          )}
        </Asked>
        <a className="button" href="/log/checkpoint" download="checkpoint.txt">
          {say('integrity.download')}
        </a>
        <p>{say('integrity.later')}</p>
        <pre className="command" dir="ltr" lang="en">
          onrecord verify CASEBOOK --checkpoint checkpoint.txt
        </pre>
      </section>
    </div>
  );
}

function Found({ verification }: { readonly verification: Verification }) {
  const { say } = useTongue();
  return (
    <section className="notice" data-tone={verification.ok ? undefined : 'careful'}>
      <h2 className="integrity-result" data-ok={verification.ok}>
        {say(verification.ok ? 'home.integrity.ok' : 'home.integrity.bad')}
      </h2>
      <p lang="en" dir="auto">
        {verification.vouched}
      </p>
      <Checks checks={verification.checks} />
    </section>
  );
}
