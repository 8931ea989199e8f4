import type { DossierLine } from '../../../src/model/dossier.ts';
import { useTongue } from '../data/tongue.tsx';
import { ClaimExcerpt } from '../parts/claim-excerpt.tsx';

/** Claims in order, each with what speaks against it beside it: a denial, an acquittal, another version. */
export function LinesAgainst({ lines }: { readonly lines: readonly DossierLine[] }) {
  return lines.map((line) => (
    <ClaimExcerpt key={line.claim.id} claim={line.claim}>
      <Against line={line} />
    </ClaimExcerpt>
  ));
}

/** Nothing where nothing was found to speak against it. */
export function Against({ line: { against, more } }: { readonly line: DossierLine }) {
  const { say } = useTongue();
  if (against.length === 0) return null;
  return (
    <aside className="against" aria-label={say('dossier.against')}>
      <strong className="small">{say('dossier.against')}</strong>
      {against.map(({ claim, why }) => (
        <ClaimExcerpt key={claim.id} claim={claim}>
          <span className="small soft" lang="en" dir="auto">
            {why}
          </span>
        </ClaimExcerpt>
      ))}
      {more > 0 && <span className="small soft">{say('dossier.against.more', { n: more })}</span>}
    </aside>
  );
}
