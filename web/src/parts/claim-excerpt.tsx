import type { ReactNode } from 'react';
import type { ClaimRow } from '../../../src/model/answers.ts';
import { familyOf } from '../../../src/model/vocabulary.ts';
import { documentPath } from '../data/route.ts';
import { useTongue } from '../data/tongue.tsx';
import { DateWords, Foreign, Parties, Possibly, SaidBy, Stance, StatusWord, When } from './claim-words.tsx';
import { FamilyMark } from './family-mark.tsx';
import { Link } from './link.tsx';

/** A claim or suggestion away from its document, with its words, which lead to their passage. */
export function ClaimExcerpt({ claim, children }: { readonly claim: ClaimRow; readonly children?: ReactNode }) {
  const tongue = useTongue();
  return (
    <article className="excerpt" data-family={familyOf(claim.kind)} data-status={claim.status}>
      <div className="card-line">
        <FamilyMark family={familyOf(claim.kind)} status={claim.status} />
        <span className="kind">{tongue.kind(claim.kind)}</span>
        <Stance kind={claim.kind} modality={claim.modality} />
        <When time={claim.time} />
        <Possibly clocks={claim.possibly} />
        <StatusWord status={claim.status} />
      </div>
      <Link className="quote excerpt-quote" href={documentPath(claim.document, claim.id)} dir="auto">
        {claim.quote.exact}
      </Link>
      <Parties roles={claim.roles} />
      <span className="small soft">
        <SaidBy saidBy={claim.saidBy} />
        {tongue.say('comma')}
        {tongue.say('excerpt.saidIn')} <Foreign>{claim.documentTitle}</Foreign>
        {claim.saidOn !== null && (
          <span className="when">
            {tongue.say('comma')}
            <DateWords edtf={claim.saidOn} />
          </span>
        )}
      </span>
      {children}
    </article>
  );
}
