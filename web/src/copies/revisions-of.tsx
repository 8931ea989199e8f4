// Other texts under the address of a document, and the claims whose words are not in the later one: told, for a person to look at.
import { useQuery } from '@tanstack/react-query';
import type { ClaimRow } from '../../../src/model/answers.ts';
import type { RevisedClaim, Revision, VersionShown } from '../../../src/model/revisions.ts';
import { inBothCalendars, inOrder } from '../data/dates.ts';
import { isolated } from '../data/isolated.ts';
import { revisionsQuestion } from '../data/questions.ts';
import { besidePath, documentPath } from '../data/route.ts';
import { useTongue, type Tongue } from '../data/tongue.tsx';
import { Link } from '../parts/link.tsx';

/** Nothing where the address had one text alone. */
export function RevisionsOf({ id }: { readonly id: string }) {
  const tongue = useTongue();
  const { say } = tongue;
  const { data: rows = [] } = useQuery(revisionsQuestion(id));
  if (rows.length === 0) return null;
  return (
    <section className="notice copies" aria-label={say('revisions.title')}>
      <strong>{say('revisions.title')}</strong>
      <ul>
        {rows.map((row) => (
          <li key={row.later.id}>
            <span>
              {versionWords(row.earlier, tongue)} <span className="arrow" aria-hidden="true" /> <span className="unseen">{say('to')}</span>{' '}
              {versionWords(row.later, tongue)}
            </span>
            <span className="small">
              {row.claims.length > 0 && say('revisions.claims', { n: row.claims.length })}{' '}
              <Link href={besidePath(row.earlier.id, row.later.id)}>{say('copies.beside')}</Link> <Other row={row} id={id} />
            </span>
          </li>
        ))}
      </ul>
      <span className="small soft">{say('revisions.about')}</span>
    </section>
  );
}

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
  return revised && <span className="caution">{say(revised.words === null ? 'revisions.gone' : 'revisions.changed')}</span>;
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
    </div>
  );
}
