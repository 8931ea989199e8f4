import type { ReactNode } from 'react';
import type { DocumentView } from '../../../src/model/answers.ts';
import { dayOf, inOrder } from '../data/dates.ts';
import { useTongue } from '../data/tongue.tsx';
import { Foreign } from '../parts/claim-words.tsx';

/** Where a document comes from and what was done with it, as the log has it. Closed until asked for. */
export function Custody({ document }: { readonly document: DocumentView }) {
  const tongue = useTongue();
  const { say } = tongue;
  const day = (moment: string): string => {
    const both = dayOf(moment, tongue);
    return both ? inOrder(both, tongue)[0] : moment;
  };
  return (
    <details className="custody">
      <summary>{say('document.custody')}</summary>
      <dl className="particulars">
        <Line name={say('document.original')}>
          <Foreign>{document.name}</Foreign> · <bdi>{document.mediaType}</bdi> · {say('document.bytes', { n: document.size })}
        </Line>
        <Line name={say('document.sha256')}>
          <code dir="ltr">{document.sha256}</code>
        </Line>
        {document.reader !== null && (
          <Line name={say('document.reader')}>
            <code dir="ltr">{document.reader}</code>
          </Line>
        )}
        {document.url !== null && (
          <Line name={say('document.url')}>
            <Foreign>{document.url}</Foreign>
          </Line>
        )}
      </dl>
      <h2>{say('document.history')}</h2>
      <ol className="history">
        {document.history.map((line) => (
          <li key={line.entry}>
            <span className="number soft">#{tongue.number(line.index)}</span> <bdi>{day(line.at)}</bdi> · <Foreign>{line.by}</Foreign> ·{' '}
            <bdi lang="en">{line.what}</bdi>
          </li>
        ))}
      </ol>
    </details>
  );
}

function Line({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
