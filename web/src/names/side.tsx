import { useQuery } from '@tanstack/react-query';
import type { EntityRow } from '../../../src/model/entity.ts';
import { entityQuestion } from '../data/questions.ts';
import { documentPath, namePath } from '../data/route.ts';
import { useTongue } from '../data/tongue.tsx';
import { ClaimExcerpt } from '../parts/claim-excerpt.tsx';
import { Foreign } from '../parts/claim-words.tsx';
import { Link } from '../parts/link.tsx';

/** Claims of each that are shown beside the other's. */
const MOST = 3;

/** One of the two: its names as each document uses them, and the claims that name it. */
export function Side({ row }: { readonly row: EntityRow }) {
  const { say } = useTongue();
  const view = useQuery(entityQuestion(row.id)).data;
  return (
    <section className="side" aria-label={row.label}>
      <h3>
        <Link href={namePath(row.id)} dir="auto">
          {row.label}
        </Link>
      </h3>
      <p className="small soft">
        {say(`names.sort.${row.sort}`)}
        {say('comma')}
        {say('names.claims', { n: row.claims })}
        {say('comma')}
        {say('names.documents', { n: row.documents })}
      </p>
      {view && (
        <>
          <ul className="side-names small">
            {view.names.map(({ id, label, document, documentTitle }) => (
              <li key={id}>
                <Foreign>{label}</Foreign> <span className="soft">{say('excerpt.saidIn')}</span>{' '}
                <Link href={documentPath(document)} dir="auto">
                  {documentTitle}
                </Link>
              </li>
            ))}
          </ul>
          {view.mentions.slice(0, MOST).map((claim) => (
            <ClaimExcerpt key={claim.id} claim={claim} />
          ))}
          {view.mentions.length > MOST && (
            <Link className="small" href={namePath(row.id)}>
              {say('names.allClaims', { n: view.mentions.length })}
            </Link>
          )}
        </>
      )}
    </section>
  );
}
