import { useQuery } from '@tanstack/react-query';
import type { DocumentRow, Summary } from '../../../src/model/answers.ts';
import { documentsQuestion, summaryQuestion } from '../data/questions.ts';
import { documentPath } from '../data/route.ts';
import { useTongue } from '../data/tongue.tsx';
import { Asked } from '../parts/asked.tsx';
import { Foreign } from '../parts/claim-words.tsx';
import { Link } from '../parts/link.tsx';
import { AddDocuments } from './add-documents.tsx';
import { CapturePage } from './capture-page.tsx';
import { DocumentsTable } from './documents-table.tsx';
import { Integrity } from './integrity.tsx';
import { WhatsNew } from './whats-new.tsx';

/** What the casebook holds, for somebody who opens it for the first time and for somebody who comes back every day. */
export function HomePage() {
  const summary = useQuery(summaryQuestion);
  const documents = useQuery(documentsQuestion);
  return <Asked asked={summary}>{(found) => <Asked asked={documents}>{(rows) => <Home summary={found} documents={rows} />}</Asked>}</Asked>;
}

function Home({ summary, documents }: { readonly summary: Summary; readonly documents: readonly DocumentRow[] }) {
  const readable = documents.filter((each) => each.problem === null);
  const unreadable = documents.filter((each) => each.problem !== null);
  return (
    <div className="page home">
      <title>{`${summary.casebook} · onrecord`}</title>
      <header className="page-head">
        <h1 dir="auto">{summary.casebook}</h1>
        {documents.length > 0 && <Lead summary={summary} documents={readable} />}
      </header>
      {documents.length === 0 && <Empty />}
      <AddDocuments />
      <CapturePage />
      <div className="home-columns">
        <div>
          {documents.length > 0 && <WhatsNew summary={summary} documents={documents} />}
          {documents.length > 0 && <Counts summary={summary} />}
          {readable.length > 0 && <DocumentsTable documents={readable} />}
          {unreadable.length > 0 && <Problems documents={unreadable} />}
        </div>
        <Integrity entries={summary.entries} witness={summary.witness} />
      </div>
    </div>
  );
}

function Lead({ summary, documents }: { readonly summary: Summary; readonly documents: readonly DocumentRow[] }) {
  const { say } = useTongue();
  const waiting = documents.find((each) => each.counts.suggested > 0);
  const words = [
    say('home.documents', { n: summary.documents }),
    summary.suggestions > 0 ? say('home.suggestions', { n: summary.suggestions }) : say('home.suggestions.none'),
    summary.recorded > 0 ? say('home.recorded', { n: summary.recorded }) : say('home.recorded.none'),
  ];
  return (
    <>
      <p className="lead">{words.join(' ')}</p>
      {waiting && (
        <p>
          <Link className="button button-main" href={documentPath(waiting.id)}>
            {say(summary.recorded + summary.rejected > 0 ? 'home.continue' : 'home.start')}
          </Link>
        </p>
      )}
    </>
  );
}

function Counts({ summary }: { readonly summary: Summary }) {
  const { say, number } = useTongue();
  const counts = [
    { name: say('home.count.suggested'), value: summary.suggestions },
    { name: say('home.count.recorded'), value: summary.recorded },
    { name: say('home.count.rejected'), value: summary.rejected },
    { name: say('home.count.events'), value: summary.events },
    { name: say('home.count.harms'), value: summary.harms },
    { name: say('home.count.unanswered'), value: summary.harmsWithoutProceeding },
  ];
  return (
    <>
      <dl className="counts">
        {counts.map(
          ({ name, value }) =>
            value !== null && (
              <div key={name}>
                <dt>{name}</dt>
                <dd className="number">{number(value)}</dd>
              </div>
            ),
        )}
      </dl>
      {summary.events !== null && <p className="small soft counts-note">{say('home.counts.note')}</p>}
    </>
  );
}

function Empty() {
  const { say } = useTongue();
  return (
    <section className="notice">
      <h2>{say('home.empty.title')}</h2>
      <p>{say('home.empty')}</p>
      <p>{say('home.empty.how')}</p>
      <pre className="command" dir="ltr">
        onrecord add PATH-OF-A-FILE-OR-FOLDER
      </pre>
      <p className="soft">{say('home.empty.then')}</p>
    </section>
  );
}

/** Originals that no reader could make a document of, with the reason. */
function Problems({ documents }: { readonly documents: readonly DocumentRow[] }) {
  const { say } = useTongue();
  return (
    <section className="problems">
      <h2>{say('home.problems')}</h2>
      <p className="small soft">{say('home.problems.note')}</p>
      <ul>
        {documents.map((each) => (
          <li key={each.id} className="notice" data-tone="careful">
            <strong>
              <Foreign>{each.name}</Foreign>
            </strong>
            <span lang="en" dir="auto">
              {each.problem?.reason}
            </span>
            <span lang="en" dir="auto" className="soft small">
              {each.problem?.hint}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
