import { useQuery } from '@tanstack/react-query';
import { useTongue } from '../data/tongue.tsx';
import { JudgementList } from '../names/judgement-list.tsx';
import { useJudging } from '../names/use-judging.ts';
import { Asked } from '../parts/asked.tsx';
import { Foreign } from '../parts/claim-words.tsx';
import { Link } from '../parts/link.tsx';
import { Facts, OnList } from './listed-side.tsx';
import { listedQuestion } from './questions.ts';

/** One entry of a list whole: what it says is the list's word, and nothing here says it of anybody in the record. */
export function ListedPage({ id }: { readonly id: string }) {
  const { say } = useTongue();
  const judging = useJudging();
  return (
    <Asked asked={useQuery(listedQuestion(id))}>
      {({ entry, judgements }) => (
        <div className="page names">
          <title>{`${entry.names[0] ?? ''} · onrecord`}</title>
          <header className="page-head">
            <h1 dir="auto">{entry.names[0]}</h1>
            <OnList entry={entry} />
            <p className="small soft">
              {say('lists.line', { n: entry.row })}
              {entry.ownId !== null && (
                <>
                  {say('comma')}
                  {say('lists.ownId')} <Foreign>{entry.ownId}</Foreign>
                </>
              )}
            </p>
          </header>
          <section>
            <ul className="entities">
              {entry.names.map((name) => (
                <li key={name}>
                  <Foreign>{name}</Foreign>
                </li>
              ))}
            </ul>
            <Facts entry={entry} />
          </section>
          <section>
            <h2>{say('names.judgements')}</h2>
            {judgements.length === 0 ? <p className="soft">{say('lists.notJudged')}</p> : <JudgementList judgements={judgements} onUndo={judging.undo} />}
            <output className="queue-said" data-failed={judging.failed || undefined}>
              {judging.words}
            </output>
            <Link href="/lists">{say('lists.all')}</Link>
          </section>
        </div>
      )}
    </Asked>
  );
}
