import type { MatrixStretch } from '../../../src/model/matrix.ts';
import { useTongue } from '../data/tongue.tsx';
import { Beyond } from '../parts/beyond.tsx';
import { YearsStrip } from '../parts/years-strip.tsx';

/** Of a casebook that is too large to look through at once: what is shown, and what is left out. */
export function StretchShown({ matrix: { years, before, after, undated } }: { readonly matrix: MatrixStretch }) {
  const { say } = useTongue();
  const all = years.reduce((sum, { recorded, suggested }) => sum + recorded + suggested, 0);
  return (
    <div className="notice">
      <p>{say('matrix.large')}</p>
      {undated > 0 && <p className="caution">{say('matrix.undated', { n: undated })}</p>}
      <YearsStrip years={years} />
      <Beyond before={before} shown={all - before - after} after={after} of="dated" />
    </div>
  );
}
