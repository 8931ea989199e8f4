import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { DocumentView, HistoryLine } from '../../../src/model/answers.ts';
import { METADATA_FIELDS } from '../../../src/model/document.ts';
import { documentQuestion } from '../data/questions.ts';
import { custodyPath, documentPath } from '../data/route.ts';
import { useTongue } from '../data/tongue.tsx';
import { Asked } from '../parts/asked.tsx';
import { DateWords, Foreign } from '../parts/claim-words.tsx';
import { Link } from '../parts/link.tsx';
import { SensitivityWord } from '../parts/sensitivity-word.tsx';

/** Where an original comes from, what is known of it, how it may be used, and what was done with it: a page to print and hand over. */
export function CustodyPage({ id }: { readonly id: string }) {
  return <Asked asked={useQuery(documentQuestion(id))}>{(document) => <Custody document={document} />}</Asked>;
}

function Custody({ document }: { readonly document: DocumentView }) {
  const { say } = useTongue();
  const title = document.title ?? document.name;
  return (
    <div className="page custody">
      <title>{`${say('custody.title')}: ${title} · onrecord`}</title>
      <header className="page-head">
        <p className="small soft">{say('custody.title')}</p>
        <h1 dir="auto" lang={document.language ?? undefined}>
          {title}
        </h1>
        <p className="lead">{say('custody.lead')}</p>
        <div className="actions">
          <Link className="button" href={documentPath(document.id)}>
            {say('custody.read')}
          </Link>
          <Button className="button button-quiet" onPress={() => window.print()}>
            {say('custody.print')}
          </Button>
        </div>
      </header>
      <TheOriginal document={document} />
      <Use document={document} />
      <Known document={document} />
      <Acts lines={document.history} />
    </div>
  );
}

function TheOriginal({ document }: { readonly document: DocumentView }) {
  const { say } = useTongue();
  const { problem } = document;
  return (
    <Part title={say('document.original')}>
      <Line name={say('custody.name')}>
        <Foreign>{document.name}</Foreign>
      </Line>
      <Line name={say('document.sha256')}>
        <code dir="ltr">{document.sha256}</code>
      </Line>
      <Line name={say('custody.bytes')}>
        {say('document.bytes', { n: document.size })}, <bdi>{document.mediaType}</bdi>
      </Line>
      <Line name={say('custody.added')}>
        <Moment at={document.addedAt} />
      </Line>
      {document.url !== null && (
        <Line name={say('document.url')}>
          <Foreign>{document.url}</Foreign>
        </Line>
      )}
      {document.container !== null && (
        <Line name={say('custody.container')}>
          <Link href={custodyPath(document.container)}>
            <code dir="ltr">{document.container}</code>
          </Link>
        </Line>
      )}
      <Line name={say('custody.checked')}>{document.checkedAt === null ? say('custody.checked.never') : <Moment at={document.checkedAt} />}</Line>
      <Line name={say('document.reader')}>
        {document.reader !== null && <code dir="ltr">{document.reader}</code>}
        {problem && (
          <span lang="en" dir="auto" className="caution">
            {problem.reason}
          </span>
        )}
      </Line>
    </Part>
  );
}

/** What people said of how it may be used; what nobody said is shown as not said, and never as allowed. */
function Use({ document: { sensitivity, care } }: { readonly document: DocumentView }) {
  const { say } = useTongue();
  const said = (words: string | null): ReactNode => (words === null ? <span className="soft">{say('custody.notSaid')}</span> : <Foreign>{words}</Foreign>);
  return (
    <Part title={say('custody.use')}>
      <Line name={say('custody.sensitivity')}>{sensitivity === 'public' ? say('sensitivity.public') : <SensitivityWord sensitivity={sensitivity} />}</Line>
      <Line name={say('custody.consent')}>{said(care.consent)}</Line>
      <Line name={say('custody.purpose')}>{said(care.purpose)}</Line>
      <Line name={say('custody.retention')}>{care.retention === null ? said(null) : <DateWords edtf={care.retention} />}</Line>
    </Part>
  );
}

/** What the document says of itself, or a person said of it, each with where it was found; what was found first is taken. */
function Known({ document: { metadata } }: { readonly document: DocumentView }) {
  const { say } = useTongue();
  const fields = METADATA_FIELDS.filter((field) => metadata[field]?.length);
  if (fields.length === 0) return null;
  return (
    <Part title={say('custody.known')}>
      {fields.map((field) => (
        <Line key={field} name={say(`metadata.${field}`)}>
          {metadata[field]?.map(({ value, from }, n) => (
            <span key={n} className="custody-found">
              <Foreign>{value}</Foreign>{' '}
              <bdi lang="en" className="small soft">
                {from}
              </bdi>
            </span>
          ))}
        </Line>
      ))}
    </Part>
  );
}

function Acts({ lines }: { readonly lines: readonly HistoryLine[] }) {
  const { say, number } = useTongue();
  return (
    <section>
      <h2>{say('document.history')}</h2>
      <p className="small soft">{say('custody.acts.about')}</p>
      <table className="custody-acts">
        <thead>
          <tr>
            <th scope="col">{say('custody.act.number')}</th>
            <th scope="col">{say('custody.act.at')}</th>
            <th scope="col">{say('custody.act.by')}</th>
            <th scope="col">{say('custody.act.what')}</th>
            <th scope="col">{say('custody.act.entry')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.entry}>
              <td className="number">{number(line.index)}</td>
              <td>
                <Moment at={line.at} />
              </td>
              <td>
                <Foreign>{line.by}</Foreign>
              </td>
              <td>
                <bdi lang="en">{line.what}</bdi>
              </td>
              <td>
                <code dir="ltr">{line.entry}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** A moment as the log has it, to the minute in UTC, so that two people far apart read the same. */
function Moment({ at }: { readonly at: string }) {
  return (
    <time dateTime={at} className="when">
      <DateWords edtf={at.slice(0, 10)} /> <bdi dir="ltr">{at.slice(11, 16)} UTC</bdi>
    </time>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <h2>{title}</h2>
      <dl className="particulars">{children}</dl>
    </section>
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
