import type { ReactNode } from 'react';
import type { RecordPage } from '../../../src/model/record-page.ts';
import { useTongue } from '../data/tongue.tsx';
import { Beyond } from '../parts/beyond.tsx';
import { YearsStrip } from '../parts/years-strip.tsx';

type Props = { readonly page: RecordPage<unknown>; readonly empty: 'events.empty' | 'proceedings.empty' | 'contradictions.none'; readonly children: ReactNode };

/** Rows of a list between the ways to those before and after them; of a large casebook, with what they are cut from. */
export function Paged({ page: { rows, whole, years, before, shown, after, undated }, empty, children }: Props) {
  const { say } = useTongue();
  return (
    <>
      {years.length > 0 && <YearsStrip years={years} />}
      {!whole && <p className="small soft">{say('page.large')}</p>}
      {!whole && undated > 0 && <p className="small soft">{say('page.undated', { n: undated })}</p>}
      {rows.length === 0 ? <p className="notice">{say(empty)}</p> : children}
      <Beyond before={before} shown={shown} after={after} of={whole ? 'rows' : 'claims'} />
    </>
  );
}
