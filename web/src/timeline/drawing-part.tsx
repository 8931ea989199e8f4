import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Button } from 'react-aria-components';
import { isoDay, readEdtf } from '../../../src/base/edtf.ts';
import type { ClaimRow } from '../../../src/model/answers.ts';
import { setParameters, useParameter } from '../data/route.ts';
import { useTongue } from '../data/tongue.tsx';
import { ClaimExcerpt } from '../parts/claim-excerpt.tsx';
import { Drawing } from './drawing.tsx';
import { claimQuestion } from './mark-tip.tsx';
import { askedFor, whole as wholeView } from './scale.ts';
import { spanOfView, viewOfSpan } from './span-in-address.ts';
import { useNarrowing } from './use-narrowing.ts';
import { useWindow } from './use-window.ts';

type Props = { readonly onWanted: (claim: string) => void };

/** The drawing of what the timeline is narrowed to, and the mark that was chosen in it. The address says which days it shows. */
export function DrawingPart({ onWanted }: Props) {
  const [span] = useParameter('span');
  const [said] = useParameter('said');
  const asked = viewOfSpan(span);
  const { whole, near, problem } = useWindow({ ...useNarrowing(), ...(said === null ? {} : { said: 'yes' }) }, asked && askedFor(asked));
  const windows = useMemo(() => [...(near ? [near] : []), ...(whole ? [whole] : [])], [near, whole]);
  if (problem) return <p className="notice">{problem.message}</p>;
  if (!whole) return <div className="drawing-frame" aria-hidden="true" />;
  // Nothing is dated: the list says so.
  if (!whole.extent) return null;
  const { extent } = whole;
  return (
    <>
      <Drawing
        key={`${extent.first} ${extent.last}`}
        windows={windows}
        extent={extent}
        said={said !== null}
        view={asked ?? wholeView(extent)}
        onView={(view) => setParameters({ span: spanOfView(view, extent) }, false)}
      />
      <Chosen onWanted={onWanted} />
    </>
  );
}

function Chosen({ onWanted }: Props) {
  const { say } = useTongue();
  const [id, setId] = useParameter('mark');
  const { data: claim, error } = useQuery({ ...claimQuestion(id ?? ''), enabled: id !== null });
  if (id === null) return null;
  const close = (
    <Button className="button button-quiet" onPress={() => setId(null)}>
      {say('timeline.chosen.close')}
    </Button>
  );
  return (
    <aside className="drawing-chosen" aria-label={say('timeline.chosen')}>
      {error && <p className="notice">{say('timeline.chosen.gone')}</p>}
      {claim && (
        <ClaimExcerpt claim={claim}>
          <div className="actions">
            <Button
              className="button"
              onPress={() => {
                setParameters({ from: beginOf(claim), year: null, skip: null }, false);
                onWanted(claim.id);
              }}
            >
              {say('timeline.chosen.list')}
            </Button>
            {close}
          </div>
        </ClaimExcerpt>
      )}
      {error && close}
    </aside>
  );
}

/** The day on which a stretch of the list begins that has it: the first that it may have been, or the last of what has no beginning. */
function beginOf({ time }: ClaimRow): string | null {
  const date = time?.edtf ? readEdtf(time.edtf) : null;
  return date && isoDay(Number.isFinite(date.first) ? date.first : date.last);
}
