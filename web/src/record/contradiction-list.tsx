import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { ContradictionRow, ContradictionSide } from '../../../src/model/contradiction.ts';
import type { OriginCount } from '../../../src/model/event.ts';
import { RULINGS, type Ruling } from '../../../src/model/judgement.ts';
import { dayOf, inOrder } from '../data/dates.ts';
import { isolated } from '../data/isolated.ts';
import { documentPath, eventPath, proceedingPath } from '../data/route.ts';
import { useTongue } from '../data/tongue.tsx';
import { useDeed, type Deed } from '../data/use-deed.ts';
import { ClaimExcerpt } from '../parts/claim-excerpt.tsx';
import { Foreign } from '../parts/claim-words.tsx';
import { Link } from '../parts/link.tsx';
import { Said } from '../parts/said.tsx';
import { WhyWindow } from '../parts/why-window.tsx';

/** Contradictions, each with both sides in their words, the origins behind them, and what people ruled. */
export function ContradictionList({ rows }: { readonly rows: readonly ContradictionRow[] }) {
  const { say } = useTongue();
  const [asked, setAsked] = useState<{ readonly id: string; readonly ruling: Ruling } | null>(null);
  const deed = useDeed();
  const rule = (reason: string): void => {
    setAsked(null);
    if (asked) deed.send({ path: '/rule', body: { ...asked, reason }, said: 'ruling.said' });
  };
  return (
    <>
      <ul className="contradictions">
        {rows.map((row) => (
          <Contradicted key={row.id} row={row} deed={deed} onRule={(ruling) => setAsked({ id: row.id, ruling })} />
        ))}
      </ul>
      <Said words={deed.words} failed={deed.failed} />
      <WhyWindow title={asked ? say(`ruling.${asked.ruling}`) : ''} isOpen={asked !== null} onClose={() => setAsked(null)} onReason={rule} />
    </>
  );
}

type OneProps = { readonly row: ContradictionRow; readonly deed: Deed; readonly onRule: (ruling: Ruling) => void };

function Contradicted({ row: { on, about, left, right, origins, rulings, open }, deed, onRule }: OneProps) {
  const tongue = useTongue();
  const { say } = tongue;
  return (
    <li className="pair" data-open={open || undefined}>
      <p className="card-line">
        <strong>{say(`contradictions.on.${on}`)}</strong>
        <Link className="small" href={aboutPath(about, left.claims[0]?.document ?? '')}>
          {say('contradictions.about')}
        </Link>
      </p>
      <div className="sides">
        <SideOf side={left} origins={origins.left} />
        <SideOf side={right} origins={origins.right} />
      </div>
      {open && (
        <fieldset className="actions" aria-label={say('contradictions.rule')}>
          {RULINGS.map((ruling) => (
            <Button key={ruling} className="button" isDisabled={deed.isBusy} onPress={() => onRule(ruling)}>
              {say(`ruling.${ruling}`)}
            </Button>
          ))}
        </fieldset>
      )}
      {rulings.length > 0 && (
        <ol className="judgements small">
          {rulings.map(({ entry, ruling, by, at, reason, undone }) => {
            const day = dayOf(at, tongue);
            return (
              <li key={entry} data-undone={undone || undefined}>
                <span>
                  {say('contradictions.ruled')} <strong>{say(`ruling.${ruling}`)}</strong>
                  {say('comma')}
                  {say('names.judged.by', { by: isolated(by), at: day ? inOrder(day, tongue)[0] : at })}
                  {say('comma')}
                  {say('card.reason', { reason: isolated(reason) })}
                </span>
                {undone ? (
                  <span className="soft">{say('names.judged.undone')}</span>
                ) : (
                  <Button
                    className="button button-quiet"
                    isDisabled={deed.isBusy}
                    onPress={() => deed.send({ path: '/rule/undo', body: { entry }, said: 'names.said.undone' })}
                  >
                    {say('names.undo')}
                  </Button>
                )}
              </li>
            );
          })}
        </ol>
      )}
    </li>
  );
}

/** Of a post or state, the claim that tells of it. */
const aboutPath = (about: string, document: string): string =>
  about.startsWith('pr_') ? proceedingPath(about) : about.startsWith('ev_') ? eventPath(about) : documentPath(document, about);

function SideOf({ side: { value, claims }, origins }: { readonly side: ContradictionSide; readonly origins: OriginCount }) {
  const { say } = useTongue();
  return (
    <section className="side">
      <h3>
        <Foreign>{value}</Foreign>
      </h3>
      <p className="small soft">
        {say('origins.count', { n: origins.documents })}
        {say('comma')}
        {say('origins.origins', { n: origins.origins.length })}
      </p>
      {claims.map((claim) => (
        <ClaimExcerpt key={claim.id} claim={claim} />
      ))}
    </section>
  );
}
