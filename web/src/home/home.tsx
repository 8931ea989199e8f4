import { usePrefetchQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { Summary } from '../../../src/model/answers.ts';
import { documentsQuestion, summaryQuestion } from '../data/questions.ts';
import { documentPath } from '../data/route.ts';
import { useTongue } from '../data/tongue.tsx';
import { Asked } from '../parts/asked.tsx';
import { Foreign } from '../parts/claim-words.tsx';
import { Link } from '../parts/link.tsx';
import { AddDocuments } from './add-documents.tsx';
import { CapturePage } from './capture-page.tsx';
import { DocumentsPart, useShelfAsked } from './documents-part.tsx';
import { Integrity } from './integrity.tsx';
import { WhatsNew } from './whats-new.tsx';

/** So many of what could not be read are shown at once. */
const AT_ONCE = 20;

/** The first document that somebody can go on with. */
const waitingQuestion = documentsQuestion({ shelf: 'waiting', most: '1' });

/** What the casebook holds, for somebody who opens it for the first time and for somebody who comes back every day. */
export function HomePage() {
  // Asked beside the counts, not after them.
  usePrefetchQuery(waitingQuestion);
  usePrefetchQuery(useShelfAsked());
  return <Asked asked={useQuery(summaryQuestion)}>{(found) => <Home summary={found} />}</Asked>;
}

function Home({ summary }: { readonly summary: Summary }) {
  const isEmpty = summary.documents + summary.unreadable === 0;
  return (
    <div className="page home">
      <title>{`${summary.casebook} · onrecord`}</title>
      <header className="page-head">
        <h1 dir="auto">{summary.casebook}</h1>
        {!isEmpty && <Lead summary={summary} />}
      </header>
      {isEmpty && <Empty />}
      <AddDocuments />
      <CapturePage />
      <div className="home-columns">
        <div>
          {!isEmpty && <WhatsNew summary={summary} />}
          {!isEmpty && <Counts summary={summary} />}
          {summary.documents > 0 && <DocumentsPart />}
          {summary.unreadable > 0 && <Problems />}
        </div>
        <Integrity entries={summary.entries} witness={summary.witness} />
      </div>
    </div>
  );
}

function Lead({ summary }: { readonly summary: Summary }) {
  const { say } = useTongue();
  const [waiting] = useQuery(waitingQuestion).data?.documents ?? [];
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

/** Originals that no reader could make a document of, with the reason, some at a time. */
function Problems() {
  const { say } = useTongue();
  const [skip, setSkip] = useState(0);
  const { documents = [], total = 0 } = useQuery(documentsQuestion({ shelf: 'unreadable', most: String(AT_ONCE), skip: String(skip) })).data ?? {};
  const after = total - skip - documents.length;
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
      {total > AT_ONCE && (
        <div className="beyond small">
          <span className="caution number">{say('stretch.rows', { from: skip + 1, to: skip + documents.length, all: total })}</span>
          {skip > 0 && (
            <Button className="button button-quiet" onPress={() => setSkip(0)}>
              {say('stretch.first')}
            </Button>
          )}
          {after > 0 && (
            <Button className="button" onPress={() => setSkip(skip + AT_ONCE)}>
              {say('stretch.next', { n: after })}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
