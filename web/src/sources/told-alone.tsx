import { useQuery } from '@tanstack/react-query';
import type { ClaimRow } from '../../../src/model/answers.ts';
import type { SourceAlone } from '../../../src/model/source.ts';
import { useClockSearch } from '../clocks/use-clock-search.ts';
import { useTongue } from '../data/tongue.tsx';
import { ClaimExcerpt } from '../parts/claim-excerpt.tsx';
import { Reason } from '../parts/reason.tsx';
import { sourceAloneQuestion } from './questions.ts';

/** What a source alone tells of, before what others tell of with it. */
export function ToldAlone({ id }: { readonly id: string }) {
  const { say } = useTongue();
  const asked = useQuery(sourceAloneQuestion(id, useClockSearch()));
  return (
    <section>
      <h2>{say('source.alone')}</h2>
      <p className="small soft">{say('source.alone.lead')}</p>
      {asked.error && <Reason title={say('error.title')} error={asked.error} again={() => void asked.refetch()} />}
      {asked.isPending && <output className="soft">{say('loading')}</output>}
      {asked.data && <Told told={asked.data} />}
    </section>
  );
}

const REST = ['repeated', 'shared', 'others'] as const;

function Told({ told }: { readonly told: SourceAlone }) {
  const { say } = useTongue();
  return (
    <>
      {told.alone.length === 0 ? <p className="soft">{say('source.alone.none')}</p> : <Claims of={told.alone} />}
      {REST.map((sort) =>
        told[sort].length === 0 ? null : (
          <details key={sort} className="told-rest">
            <summary>
              {say(`source.told.${sort}`)} <span className="small soft">{say('names.claims', { n: told[sort].length })}</span>
            </summary>
            {sort === 'others' && <p className="small soft">{say('source.told.others.lead')}</p>}
            <Claims of={told[sort]} />
          </details>
        ),
      )}
      {told.looked < told.claims && <p className="small soft">{say('source.told.looked', { looked: told.looked, claims: told.claims })}</p>}
    </>
  );
}

const Claims = ({ of }: { readonly of: readonly ClaimRow[] }) => of.map((claim) => <ClaimExcerpt key={claim.id} claim={claim} />);
