import type { DossierLine } from '../../../src/model/dossier.ts';
import { documentPath } from '../data/route.ts';
import { useTongue } from '../data/tongue.tsx';
import { ForeignList, Stance, When } from '../parts/claim-words.tsx';
import { Link } from '../parts/link.tsx';
import { Against } from './lines-against.tsx';

type Props = { readonly lines: readonly DossierLine[]; readonly of: 'posts' | 'members' };

/** Posts over time, or members and commanders, as claims give them: each with when, the source's stance, and its words. */
export function Offices({ lines, of }: Props) {
  const tongue = useTongue();
  const { say } = tongue;
  if (lines.length === 0) return null;
  return (
    <table className="side-by-side offices">
      <caption className="unseen">{say(`entity.${of}`)}</caption>
      <thead>
        <tr>
          <th scope="col">{say('entity.post.when')}</th>
          {of === 'members' && <th scope="col">{say('role.actor')}</th>}
          <th scope="col">{say('entity.post')}</th>
          {of === 'posts' && <th scope="col">{say('role.organization')}</th>}
          <th scope="col">{say('entity.post.said')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => {
          const { claim } = line;
          const { actor = [], target = [], title = [], organization = [] } = claim.roles;
          return (
            <tr key={claim.id}>
              <td>
                <When time={claim.time} />
              </td>
              {of === 'members' && (
                <td>
                  <ForeignList words={[...actor, ...target]} />
                </td>
              )}
              <td>
                <span className="kind">{tongue.kind(claim.kind)}</span> <Stance kind={claim.kind} modality={claim.modality} /> <ForeignList words={title} />
              </td>
              {of === 'posts' && (
                <td>
                  <ForeignList words={organization} />
                </td>
              )}
              <td className="small">
                <Link className="excerpt-quote" href={documentPath(claim.document, claim.id)} dir="auto" title={claim.quote.exact}>
                  {claim.documentTitle}
                </Link>
                <Against line={line} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
