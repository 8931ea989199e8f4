// Other texts under the address of a document, and the claims whose words are not in the later one: told, for a person to look at.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { ClaimRow } from '../../../src/model/answers.ts';
import type { RevisedClaim, Revision, VersionShown } from '../../../src/model/revisions.ts';
import { dayOf, inBothCalendars, inOrder } from '../data/dates.ts';
import { isolated } from '../data/isolated.ts';
import { revisionsQuestion } from '../data/questions.ts';
import { besidePath, documentPath } from '../data/route.ts';
import { useTongue, type Tongue } from '../data/tongue.tsx';
import { useDeed } from '../data/use-deed.ts';
import { Foreign } from '../parts/claim-words.tsx';
import { Link } from '../parts/link.tsx';
import { Said } from '../parts/said.tsx';
import { WhyWindow } from '../parts/why-window.tsx';

/** Nothing where the address had one text alone. */
export function RevisionsOf({ id }: { readonly id: string }) {
  const { say } = useTongue();
  const { data: rows = [] } = useQuery(revisionsQuestion(id));
  if (rows.length === 0) return null;
  return (
    <section className="notice copies" aria-label={say('revisions.title')}>
      <strong>{say('revisions.title')}</strong>
      <ul>
        {rows.map((row) => (
          <li key={row.later.id}>
            <Versions row={row} />
            <span className="small">
              {openIn(row) > 0 && say('revisions.claims', { n: openIn(row) })} <Other row={row} id={id} />
            </span>
          </li>
        ))}
      </ul>
      <span className="small soft">{say('revisions.about')}</span>
    </section>
  );
}

/** When each of the two texts stood there, and the way to both side by side. */
export function Versions({ row: { address, earlier, later } }: { readonly row: Revision }) {
  const tongue = useTongue();
  return (
    <span>
      <Foreign>{address}</Foreign>{' '}
      <span className="small">
        {versionWords(earlier, tongue)} <span className="arrow" aria-hidden="true" /> <span className="unseen">{tongue.say('to')}</span>{' '}
        {versionWords(later, tongue)} <Link href={besidePath(earlier.id, later.id)}>{tongue.say('copies.beside')}</Link>
      </span>
    </span>
  );
}

/** Claims that nobody has looked at yet. */
export const openIn = ({ claims }: Revision): number => claims.filter(({ settled }) => settled === null).length;

function Other({ row: { earlier, later }, id }: { readonly row: Revision; readonly id: string }) {
  const { say } = useTongue();
  return (
    <>
      {earlier.id !== id && <Link href={documentPath(earlier.id)}>{say('revisions.earlier')}</Link>}{' '}
      {later.id !== id && <Link href={documentPath(later.id)}>{say('revisions.later')}</Link>}
    </>
  );
}

/** When a text stood at its address, so far as it is known. */
function versionWords({ at, by }: VersionShown, tongue: Tongue): string {
  const both = inBothCalendars(at.slice(0, 10), tongue);
  return tongue.say(`revisions.by.${by}`, { at: isolated(both ? inOrder(both, tongue)[0] : at) });
}

/** What the later text under its document's address has of a recorded claim; null where its words still stand there. */
function useRevised({ id, document }: ClaimRow): RevisedClaim | null {
  const { data: rows = [] } = useQuery(revisionsQuestion(document));
  return rows.flatMap(({ claims }) => claims).find((each) => each.claim.id === id) ?? null;
}

/** That somebody is to look at a claim, in a few words. */
export function RevisedMark({ claim }: { readonly claim: ClaimRow }) {
  const { say } = useTongue();
  const revised = useRevised(claim);
  return revised && !revised.settled && <span className="caution">{say(revised.words === null ? 'revisions.gone' : 'revisions.changed')}</span>;
}

/** The same at length, with the words that stand in the place of the claim's now. */
export function RevisedWords({ claim }: { readonly claim: ClaimRow }) {
  const { say } = useTongue();
  const revised = useRevised(claim);
  if (!revised) return null;
  return (
    <div className="small revised">
      <p>{say(revised.words === null ? 'revisions.gone.long' : 'revisions.changed.long')}</p>
      {revised.words !== null && <blockquote dir="auto">{revised.words}</blockquote>}
      <Settling revised={revised} />
    </div>
  );
}

/** Says what became of it, which ends the mark; and takes that back. */
function Settling({ revised: { claim, settled } }: { readonly revised: RevisedClaim }) {
  const tongue = useTongue();
  const { say } = tongue;
  const [isAsked, setAsked] = useState(false);
  const deed = useDeed();
  const settle = (reason: string): void => {
    setAsked(false);
    deed.send({ path: '/revisions/settle', body: { ids: [claim.id], reason }, said: 'revisions.said' });
  };
  const day = settled && dayOf(settled.at, tongue);
  return (
    <div className="settling">
      {settled ? (
        <>
          <span>
            {say('revisions.settled', { by: isolated(settled.by), at: day ? inOrder(day, tongue)[0] : settled.at })} <Foreign>{settled.text ?? ''}</Foreign>
          </span>
          <Button
            className="button button-quiet"
            isDisabled={deed.isBusy}
            onPress={() => deed.send({ path: '/remarks/end', body: { entry: settled.entry, how: 'taken back' }, said: 'names.said.undone' })}
          >
            {say('remarks.takeBack')}
          </Button>
        </>
      ) : (
        <Button className="button" isDisabled={deed.isBusy} onPress={() => setAsked(true)}>
          {say('revisions.settle')}
        </Button>
      )}
      <Said words={deed.words} failed={deed.failed} />
      <WhyWindow title={say('revisions.settle.title')} isOpen={isAsked} onClose={() => setAsked(false)} onReason={settle} />
    </div>
  );
}
