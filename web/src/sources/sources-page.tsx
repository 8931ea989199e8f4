import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import type { SourcesPage as Found } from '../../../src/model/source.ts';
import { ClockBar } from '../clocks/clock-bar.tsx';
import { useClocks } from '../clocks/use-clocks.ts';
import { isolated } from '../data/isolated.ts';
import { setParameters, sourcePath, useParameter } from '../data/route.ts';
import { useTongue } from '../data/tongue.tsx';
import { Asked } from '../parts/asked.tsx';
import { Beyond } from '../parts/beyond.tsx';
import { Link } from '../parts/link.tsx';
import { RecordHead } from '../record/record-head.tsx';
import { stepWords } from './step-words.ts';
import { sourcesQuestion } from './questions.ts';

/** Publishers of documents and whom claims name as speaking, those with most claims first. */
export function SourcesPage() {
  const { say } = useTongue();
  const [like] = useParameter('like');
  const [skip] = useParameter('skip');
  const words = useDeferredValue(like ?? '').trim();
  const search = new URLSearchParams({ ...useClocks(), ...(words ? { like: words } : {}), ...(skip === null ? {} : { skip }) }).toString();
  return (
    <div className="page record sources">
      <RecordHead page="sources" title="sources.title" lead={say('sources.lead')} />
      <ClockBar />
      <TextField className="field" value={like ?? ''} onChange={(next) => setParameters({ like: next, skip: null }, false)}>
        <Label>{say('sources.search')}</Label>
        <Input dir="auto" />
      </TextField>
      <Asked asked={useQuery(sourcesQuestion(search))}>
        {(page) =>
          page.total === 0 ? <p className="notice">{say(words ? 'sources.none' : 'sources.empty')}</p> : <Rows page={page} before={Number(skip ?? 0)} />
        }
      </Asked>
    </div>
  );
}

function Rows({ page: { sources, total }, before }: { readonly page: Found; readonly before: number }) {
  const tongue = useTongue();
  const { say, number } = tongue;
  return (
    <>
      <table className="documents">
        <thead>
          <tr>
            <th scope="col">{say('sources.name')}</th>
            <th scope="col">{say('sources.sort')}</th>
            <th scope="col">{say('sources.claims')}</th>
            <th scope="col">{say('sources.documents')}</th>
            <th scope="col">{say('sources.held')}</th>
          </tr>
        </thead>
        <tbody>
          {sources.map(({ id, sort, label, claims, documents, assessments }) => (
            <tr key={id}>
              <th scope="row">
                <Link href={sourcePath(id)} dir="auto">
                  {label}
                </Link>
              </th>
              <td>{say(`sources.sort.${sort}`)}</td>
              <td className="number">{number(claims)}</td>
              <td className="number">{number(documents)}</td>
              <td>
                {assessments.length === 0 && <span className="soft">{say('sources.held.none')}</span>}
                {assessments.map((each) => (
                  <span key={each.entry} className="source-held">
                    {say('sources.held.by', { step: stepWords(each, tongue), by: isolated(each.by) })}
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Beyond before={before} shown={sources.length} after={total - before - sources.length} />
    </>
  );
}
