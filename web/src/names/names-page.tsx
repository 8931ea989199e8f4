import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import { entitiesQuestion, pairsQuestion } from '../data/questions.ts';
import { namePath, setParameters, useParameter } from '../data/route.ts';
import { useTongue } from '../data/tongue.tsx';
import { Asked } from '../parts/asked.tsx';
import { Beyond } from '../parts/beyond.tsx';
import { Foreign, ForeignList } from '../parts/claim-words.tsx';
import { Link } from '../parts/link.tsx';
import { Pairs } from './pairs.tsx';
import { useJudging } from './use-judging.ts';

/** Names that may be one, to be judged, and below them everybody whom recorded claims name. */
export function NamesPage() {
  const { say } = useTongue();
  const asked = useQuery(pairsQuestion);
  const judging = useJudging();
  return (
    <div className="page names">
      <title>{`${say('nav.names')} · onrecord`}</title>
      <header className="page-head">
        <h1>{say('names.title')}</h1>
        <p className="lead">{say('names.lead')}</p>
        <p>
          <Link href="/lists">{say('lists.open')}</Link>
        </p>
      </header>
      <Asked asked={asked}>
        {({ pairs, looked, names, isReading }) =>
          isReading ? (
            <output className="soft">{say('names.reading')}</output>
          ) : (
            <>
              {looked < names && <p className="small soft">{say('names.looked', { looked, names })}</p>}
              <Pairs pairs={pairs} judging={judging} />
            </>
          )
        }
      </Asked>
      <Everybody />
    </div>
  );
}

function Everybody() {
  const { say } = useTongue();
  const [like] = useParameter('like');
  const [skip] = useParameter('skip');
  const page = useQuery(entitiesQuestion(useDeferredValue(like ?? ''), skip ?? '')).data;
  const rows = page?.entities;
  return (
    <section className="everybody">
      <h2>{say('names.all')}</h2>
      <TextField className="field" value={like ?? ''} onChange={(words) => setParameters({ like: words, skip: null }, false)}>
        <Label>{say('names.search')}</Label>
        <Input dir="auto" />
      </TextField>
      {rows?.length === 0 && <p className="soft">{like ? say('names.none') : say('names.empty')}</p>}
      <ul className="entities">
        {rows?.map(({ id, label, labels, sort, claims, documents, told }) => (
          <li key={id}>
            <Link href={namePath(id)} dir="auto">
              {label}
            </Link>
            <span className="small soft">
              {labels.length > 1 && (
                <>
                  <ForeignList words={labels.slice(1)} />
                  {' · '}
                </>
              )}
              {say(`names.sort.${sort}`)}
              {say('comma')}
              {say('names.claims', { n: claims })}
              {say('comma')}
              {say('names.documents', { n: documents })}
              {told.map(({ what, words }) => (
                <span key={`${what} ${words}`} className="told">
                  {' · '}
                  {say(`names.told.${what}`)} <Foreign>{words}</Foreign>
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
      {page && <Beyond before={Number(skip ?? 0)} shown={page.entities.length} after={page.total - Number(skip ?? 0) - page.entities.length} />}
    </section>
  );
}
