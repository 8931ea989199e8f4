import { useQuery } from '@tanstack/react-query';
import type { ProceedingStretch, StepRow } from '../../../src/model/proceeding.ts';
import { documentPath, proceedingPath, useParameter } from '../data/route.ts';
import { useTongue } from '../data/tongue.tsx';
import { AskedAtClocks } from '../clocks/asked-at-clocks.tsx';
import { ClockBar } from '../clocks/clock-bar.tsx';
import { useClockSearch } from '../clocks/use-clock-search.ts';
import { ClaimExcerpt } from '../parts/claim-excerpt.tsx';
import { Beyond } from '../parts/beyond.tsx';
import { Foreign } from '../parts/claim-words.tsx';
import { Link } from '../parts/link.tsx';
import { RemarksOn } from '../remarks/remarks-on.tsx';
import { ContradictionsOf } from './contradictions-of.tsx';
import { ElementsOf } from './elements-of.tsx';
import { HistoryOf } from './history-of.tsx';
import { OriginsOf } from './origins-of.tsx';
import { countryWords } from './proceedings-page.tsx';
import { proceedingQuestion } from './questions.ts';
import { RecordTabs } from './record-head.tsx';
import { howFar } from './stage-words.ts';

/** One accused in one jurisdiction: the ladder that claims give, each step with its words. */
export function ProceedingPage({ id }: { readonly id: string }) {
  const [skip] = useParameter('skip');
  const search = new URLSearchParams(useClockSearch());
  if (skip !== null) search.set('skip', skip);
  return (
    <AskedAtClocks asked={useQuery(proceedingQuestion(id, search.toString()))}>
      {(proceeding) => <ProceedingOf key={id} proceeding={proceeding} />}
    </AskedAtClocks>
  );
}

function ProceedingOf({ proceeding }: { readonly proceeding: ProceedingStretch }) {
  const tongue = useTongue();
  const { say } = tongue;
  const { id, accused, jurisdiction, steps, why, before, after } = proceeding;
  return (
    <div className="page record">
      <header className="page-head" data-family="justice">
        <title>{`${accused} · onrecord`}</title>
        <RecordTabs page="proceedings" />
        <h1 dir="auto">{accused}</h1>
        <p className="lead">
          {countryWords(jurisdiction, tongue)}
          {say('semicolon')}
          <strong>{howFar(proceeding, tongue)}</strong>
        </p>
        {proceeding.suggested > 0 && <p className="caution">{say('proceeding.suggested')}</p>}
      </header>
      <ClockBar />
      <Alike proceeding={proceeding} />
      <Particulars proceeding={proceeding} />
      <section>
        <h2>{say('proceeding.ladder')}</h2>
        <ol className="ladder" start={before + 1}>
          {steps.map((step) => (
            <Step key={step.claim.id} step={step} />
          ))}
        </ol>
        <Beyond before={before} shown={steps.length} after={after} of="steps" />
        <Link className="button button-quiet" href={`/timeline?${new URLSearchParams({ proceeding: id }).toString()}`}>
          {say('proceeding.timeline')}
        </Link>
      </section>
      <Alleged claims={proceeding.alleged} more={proceeding.more.alleged} />
      {why.length > 0 && (
        <section className="why">
          <h2>{say('proceeding.why')}</h2>
          <ul lang="en" dir="auto">
            {why.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </section>
      )}
      <OriginsOf id={id} />
      <ContradictionsOf id={id} />
      <ElementsOf id={id} claims={steps.map(({ claim }) => claim)} />
      <RemarksOn id={id} />
      <HistoryOf id={id} />
    </div>
  );
}

/** The court, the file, the basis, the charges and the countries, as claims give them; each leads to the claims that do. */
function Particulars({ proceeding: { jurisdiction, particulars, more } }: { readonly proceeding: ProceedingStretch }) {
  const tongue = useTongue();
  const { say } = tongue;
  if (particulars.length === 0) return null;
  return (
    <section>
      <h2>{say('proceeding.particulars')}</h2>
      <dl className="particulars">
        <div>
          <dt>{say('proceeding.where')}</dt>
          <dd>{countryWords(jurisdiction, tongue)}</dd>
        </div>
        {particulars.map(({ what, value, claims, more: others }) => (
          <div key={`${what} ${value}`}>
            <dt>{say(`proceeding.what.${what}`)}</dt>
            <dd>
              {what === 'committed in' ? countryWords(value, tongue) : <Foreign>{value}</Foreign>}{' '}
              {claims.map((claim) => (
                <Link key={claim.id} className="cited small" href={documentPath(claim.document, claim.id)} dir="auto" title={claim.quote.exact}>
                  {claim.documentTitle}
                </Link>
              ))}{' '}
              <More n={others} />
            </dd>
          </div>
        ))}
      </dl>
      <More n={more.particulars} />
    </section>
  );
}

/** How many of a list are not shown here; nothing where all are. */
function More({ n }: { readonly n: number }) {
  const { say } = useTongue();
  return n > 0 && <span className="small soft">{say('proceeding.more', { n })}</span>;
}

function Alleged({ claims, more }: { readonly claims: ProceedingStretch['alleged']; readonly more: number }) {
  const { say } = useTongue();
  if (claims.length === 0) return null;
  return (
    <section>
      <h2>{say('proceeding.alleged')}</h2>
      {claims.map((claim) => (
        <ClaimExcerpt key={claim.id} claim={claim} />
      ))}
      <More n={more} />
    </section>
  );
}

/** A step that is alleged, denied, demanded or to come was not taken, and says so. */
function Step({ step: { step, claim } }: { readonly step: StepRow }) {
  const { say } = useTongue();
  const isTaken = claim.modality === 'asserted';
  return (
    <li data-taken={isTaken} data-status={claim.status}>
      <h3>
        {say(`step.${step}`)}
        {!isTaken && <span className="caution"> {say('proceeding.notTaken')}</span>}
      </h3>
      <ClaimExcerpt claim={claim} />
    </li>
  );
}

function Alike({ proceeding: { alike, more } }: { readonly proceeding: ProceedingStretch }) {
  const { say } = useTongue();
  if (alike.length === 0) return null;
  return (
    <div className="notice" data-tone="careful">
      <p>{say('proceeding.alike')}</p>
      <ul>
        {alike.map(({ id, accused }) => (
          <li key={id}>
            <Link href={proceedingPath(id)} dir="auto">
              {accused}
            </Link>
          </li>
        ))}
      </ul>
      <More n={more.alike} />
    </div>
  );
}
