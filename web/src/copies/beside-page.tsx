// Two documents side by side: what both say, what one of them says otherwise, and what stands in one alone.
import { useQuery } from '@tanstack/react-query';
import type { CopyAligned, CopyDocument, CopyStretch } from '../../../src/model/copies.ts';
import { besideQuestion } from '../data/questions.ts';
import { documentPath } from '../data/route.ts';
import { useTongue } from '../data/tongue.tsx';
import { Asked } from '../parts/asked.tsx';
import { Foreign } from '../parts/claim-words.tsx';
import { Link } from '../parts/link.tsx';
import { Source } from './copies-of.tsx';

export function BesidePage({ left, right }: { readonly left: string; readonly right: string }) {
  return <Asked asked={useQuery(besideQuestion(left, right))}>{(aligned) => <Beside aligned={aligned} />}</Asked>;
}

function Beside({ aligned: { row, left, right, stretches } }: { readonly aligned: CopyAligned }) {
  const { say } = useTongue();
  return (
    <div className="page beside">
      <title>{`${say('beside.title')}: ${left.title} · onrecord`}</title>
      <header className="page-head">
        <h1>{say('beside.title')}</h1>
        <p className="lead">{row === null ? say('beside.none') : say(`beside.${row.kind}`, { n: Math.floor(row.share * 100) })}</p>
        <ul className="legend small">
          {(['changed', 'left', 'right', 'moved'] as const).map((sort) => (
            <li key={sort}>
              <span className="stretch" data-sort={sort}>
                {say(`beside.sort.${sort}`)}
              </span>
            </li>
          ))}
        </ul>
      </header>
      <div className="sides">
        <Side of={left} side="left" stretches={stretches} />
        <Side of={right} side="right" stretches={stretches} />
      </div>
    </div>
  );
}

type SideProps = { readonly of: CopyDocument; readonly side: 'left' | 'right'; readonly stretches: readonly CopyStretch[] };

function Side({ of, side, stretches }: SideProps) {
  const { say } = useTongue();
  return (
    <section className="side" aria-label={say(`beside.side.${side}`)}>
      <h2>
        <Link href={documentPath(of.id)}>
          <Foreign>{of.title}</Foreign>
        </Link>
      </h2>
      <Source of={of} />
      <div className="side-text" dir="auto">
        {stretches.map((stretch, n) => (
          <Words key={n} sort={stretch.sort} words={stretch[side]} />
        ))}
      </div>
    </section>
  );
}

/** What both have is plain; any other stretch says to a screen reader too what it is. */
function Words({ sort, words }: { readonly sort: CopyStretch['sort']; readonly words: string }) {
  const { say } = useTongue();
  if (words === '') return null;
  if (sort === 'same') return <span>{words}</span>;
  return (
    <mark className="stretch" data-sort={sort}>
      {/* A bdi, so that the words themselves say in which direction they run. */}
      <bdi className="unseen">{say(`beside.sort.${sort}`)}: </bdi>
      {words}
    </mark>
  );
}
