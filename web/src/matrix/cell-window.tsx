import type { MatrixMark } from '../../../src/model/matrix.ts';
import { useTongue } from '../data/tongue.tsx';
import { ClaimExcerpt } from '../parts/claim-excerpt.tsx';
import { Window } from '../parts/window.tsx';

/** A cell of the matrix with all that stands in it. `words` are those of its row. `why` is why the claims of a harm are taken for one happening. */
export type OpenCell = { readonly words: string; readonly marks: readonly MatrixMark[]; readonly why: readonly string[] };

type Props = { readonly cell: OpenCell | null; readonly title: string; readonly isOpen: boolean; readonly onClose: () => void };

/** The claims behind a cell, each with why it is held to belong there, and its words, which lead to their passage. */
export function CellWindow({ cell, title, isOpen, onClose }: Props) {
  const { say } = useTongue();
  return (
    <Window title={title} place="side" isOpen={isOpen} onOpenChange={(stays) => !stays && onClose()}>
      {cell && (
        <>
          <p className="harm-words" dir="auto">
            {cell.words}
          </p>
          {cell.why.length > 0 && <Why title={say('matrix.whyTogether')} reasons={cell.why} />}
          <div>
            {cell.marks.map(({ claim, why }) => (
              <ClaimExcerpt key={claim.id} claim={claim}>
                {why !== '' && <Why title={say('matrix.why')} reasons={[why]} />}
              </ClaimExcerpt>
            ))}
          </div>
        </>
      )}
    </Window>
  );
}

function Why({ title, reasons }: { readonly title: string; readonly reasons: readonly string[] }) {
  return (
    <div className="why">
      <span>{title}</span>
      <ul lang="en" dir="auto">
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </div>
  );
}
