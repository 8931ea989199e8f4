import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { ClaimRow } from '../../../src/model/answers.ts';
import type { Dossier, DossierLine } from '../../../src/model/dossier.ts';
import { proceedingPath } from '../data/route.ts';
import { useTongue } from '../data/tongue.tsx';
import { useIsLarge } from '../data/use-is-large.ts';
import { ClaimExcerpt } from '../parts/claim-excerpt.tsx';
import { Link } from '../parts/link.tsx';
import { Reason } from '../parts/reason.tsx';
import { ContradictionList } from './contradiction-list.tsx';
import { OriginsTold } from './origins-told.tsx';
import { countryWords } from './proceedings-page.tsx';
import { dossierQuestion } from './questions.ts';
import { stageWords } from './stage-words.ts';

type Props = {
  readonly id: string;
  /** The first claims that name it: of a large casebook, these are shown until a person wants the rest. */
  readonly mentions: readonly ClaimRow[];
};

/** All that recorded claims tell of somebody or something, in order, with what speaks against each line beside it. */
export function DossierOf({ id, mentions }: Props) {
  const { say } = useTongue();
  const isLarge = useIsLarge();
  const [isWanted, setWanted] = useState(false);
  const asked = useQuery({ ...dossierQuestion(id), enabled: isWanted || isLarge === false });
  if (isLarge && !isWanted)
    return (
      <section>
        <h2>{say('dossier.told')}</h2>
        <p className="soft">{say('large.dossier')}</p>
        <div className="actions">
          <Button className="button" onPress={() => setWanted(true)}>
            {say('large.gather')}
          </Button>
        </div>
        {mentions.map((claim) => (
          <ClaimExcerpt key={claim.id} claim={claim} />
        ))}
      </section>
    );
  if (asked.error) return <Reason title={say('error.title')} error={asked.error} again={() => void asked.refetch()} />;
  if (!asked.data) return <output className="soft">{say('loading')}</output>;
  return <Told dossier={asked.data} />;
}

function Told({ dossier: { dated, undated, said, proceedings, contradictions, origins } }: { readonly dossier: Dossier }) {
  const tongue = useTongue();
  const { say } = tongue;
  return (
    <>
      {proceedings.length > 0 && (
        <section>
          <h2>{say('dossier.proceedings')}</h2>
          <ul className="record-rows">
            {proceedings.map(({ id, jurisdiction, stage }) => (
              <li key={id}>
                <Link href={proceedingPath(id)}>{stageWords(stage, tongue)}</Link>
                <span className="small soft">{countryWords(jurisdiction, tongue)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>{say('dossier.told')}</h2>
        {dated.length + undated.length === 0 && <p className="soft">{say('dossier.none')}</p>}
        <Lines lines={dated} />
        {undated.length > 0 && <h3>{say('dossier.undated')}</h3>}
        <Lines lines={undated} />
      </section>
      {said.length > 0 && (
        <section>
          <h2>{say('dossier.said')}</h2>
          <Lines lines={said} />
        </section>
      )}
      {contradictions.length > 0 && (
        <section>
          <h2>{say('contradictions.name')}</h2>
          <ContradictionList rows={contradictions} />
        </section>
      )}
      <OriginsTold origins={origins} claims={[...dated, ...undated].map(({ claim }) => claim)} />
    </>
  );
}

function Lines({ lines }: { readonly lines: readonly DossierLine[] }) {
  const { say } = useTongue();
  return lines.map(({ claim, against }) => (
    <ClaimExcerpt key={claim.id} claim={claim}>
      {against.length > 0 && (
        <aside className="against" aria-label={say('dossier.against')}>
          <strong className="small">{say('dossier.against')}</strong>
          {against.map(({ claim: other, why }) => (
            <ClaimExcerpt key={other.id} claim={other}>
              <span className="small soft" lang="en" dir="auto">
                {why}
              </span>
            </ClaimExcerpt>
          ))}
        </aside>
      )}
    </ClaimExcerpt>
  ));
}
