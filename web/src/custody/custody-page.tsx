import { useQuery } from '@tanstack/react-query';
import { Button } from 'react-aria-components';
import type { Custody, CustodyStep, HistoryLine } from '../../../src/model/answers.ts';
import { METADATA_FIELDS } from '../../../src/model/document.ts';
import { custodyQuestion } from '../data/questions.ts';
import { aboutPath, custodyPath, documentPath } from '../data/route.ts';
import { useTongue } from '../data/tongue.tsx';
import { Asked } from '../parts/asked.tsx';
import { DateWords, Foreign } from '../parts/claim-words.tsx';
import { Link } from '../parts/link.tsx';
import { MakeRedacted } from '../care/redact-window.tsx';
import { Line, Part } from './part.tsx';
import { Use } from './use.tsx';

/** Where an original comes from, what is known of it, how it may be used, and what was done with it: a page to print and hand over. */
export function CustodyPage({ id }: { readonly id: string }) {
  return <Asked asked={useQuery(custodyQuestion(id))}>{(custody) => <Whole custody={custody} />}</Asked>;
}

function Whole({ custody }: { readonly custody: Custody }) {
  const { say } = useTongue();
  const title = custody.title ?? custody.collection.name;
  return (
    <div className="page custody">
      <title>{`${say('custody.title')}: ${title} · onrecord`}</title>
      <header className="page-head">
        <p className="small soft">{say('custody.title')}</p>
        <h1 dir="auto" lang={custody.language ?? undefined}>
          {title}
        </h1>
        <p className="lead">{say('custody.lead')}</p>
        <div className="actions">
          <Link className="button" href={documentPath(custody.document ?? custody.original)}>
            {say('custody.read')}
          </Link>
          {custody.document !== null && (
            <Link className="button" href={aboutPath(custody.document)}>
              {say('about.open')}
            </Link>
          )}
          {custody.document !== null && <MakeRedacted document={custody.document} metadata={custody.metadata} />}
          <Button className="button button-quiet" onPress={() => window.print()}>
            {say('custody.print')}
          </Button>
        </div>
      </header>
      <TheOriginal custody={custody} />
      <Steps lines={custody.lines} />
      <Collection custody={custody} />
      <Use custody={custody} />
      <Known custody={custody} />
      <Acts lines={custody.lines} />
    </div>
  );
}

function TheOriginal({ custody }: { readonly custody: Custody }) {
  const { say } = useTongue();
  const { problem, reader, containers, parts } = custody;
  return (
    <Part title={say('document.original')}>
      <Line name={say('custody.name')}>
        <Foreign>{custody.collection.name}</Foreign>
      </Line>
      <Line name={say('document.sha256')}>
        <code dir="ltr">{custody.sha256}</code>
      </Line>
      <Line name={say('custody.bytes')}>
        {say('document.bytes', { n: custody.size })}, <bdi>{custody.mediaType}</bdi>
      </Line>
      <Line name={say('custody.added')}>
        <Moment at={custody.addedAt} />
      </Line>
      {containers.length > 0 && <Kin name={say('custody.container')} ids={containers} />}
      {custody.archives.map(({ original, found }) => (
        <Line key={original} name={say('custody.archive')}>
          <span lang="en" dir="auto">
            {found}
          </span>
        </Line>
      ))}
      {parts.length > 0 && <Kin name={say('custody.parts')} ids={parts} />}
      <Line name={say('custody.checked')}>{custody.checkedAt === null ? say('custody.checked.never') : <Moment at={custody.checkedAt} />}</Line>
      <Line name={say('document.reader')}>
        {reader !== null && <code dir="ltr">{reader}</code>}
        {problem && (
          <span lang="en" dir="auto" className="caution">
            {problem.reason}
          </span>
        )}
      </Line>
    </Part>
  );
}

/** Originals that this one is inside of, or that are inside of it. */
function Kin({ name, ids }: { readonly name: string; readonly ids: readonly string[] }) {
  return (
    <Line name={name}>
      {ids.map((id) => (
        <Link key={id} href={custodyPath(id)}>
          <code dir="ltr">{id}</code>
        </Link>
      ))}
    </Line>
  );
}

/** What the law asks of a chain of custody, each with the last entry that says it was done; hashing is part of receiving. */
const STEPS = ['received', 'hashed', 'derived', 'opened', 'copied', 'redacted', 'exported', 'verified'] as const satisfies readonly (CustodyStep | 'hashed')[];

function Steps({ lines }: { readonly lines: readonly HistoryLine[] }) {
  const { say } = useTongue();
  return (
    <Part title={say('custody.steps')}>
      {STEPS.map((step) => {
        const done = lines.filter((line) => line.step === (step === 'hashed' ? 'received' : step));
        const last = done.at(-1);
        return (
          <Line key={step} name={say(`custody.step.${step}`)}>
            {last ? (
              <>
                <Moment at={last.at} /> · <Foreign>{last.by}</Foreign>
                {done.length > 1 && <span className="soft"> · {say('custody.times', { n: done.length })}</span>} <code dir="ltr">{last.entry}</code>
              </>
            ) : (
              <span className="soft">{say(`custody.step.${step}.none`)}</span>
            )}
          </Line>
        );
      })}
    </Part>
  );
}

/** How it was collected before it came here, as far as anybody said. */
const COLLECTED = ['url', 'collectedAt', 'collector', 'method', 'priorCustodian', 'note', 'tool'] as const satisfies readonly (keyof Custody['collection'])[];

function Collection({ custody: { collection } }: { readonly custody: Custody }) {
  const { say } = useTongue();
  return (
    <Part title={say('custody.collection')}>
      {COLLECTED.map((field) => (
        <Line key={field} name={say(`custody.collection.${field}`)}>
          {collection[field] === null ? <span className="soft">{say('custody.notSaid')}</span> : <Foreign>{collection[field]}</Foreign>}
        </Line>
      ))}
    </Part>
  );
}

/** What the document says of itself, or a person said of it, each with where it was found; what was found first is taken. */
function Known({ custody: { metadata } }: { readonly custody: Custody }) {
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
