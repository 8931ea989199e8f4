import { useQuery } from '@tanstack/react-query';
import type { SourceView } from '../../../src/model/source.ts';
import { AskedAtClocks } from '../clocks/asked-at-clocks.tsx';
import { ClockBar } from '../clocks/clock-bar.tsx';
import { useClockSearch } from '../clocks/use-clock-search.ts';
import { documentPath, namePath, sourcePath } from '../data/route.ts';
import { useTongue } from '../data/tongue.tsx';
import { DateWords, Foreign, ForeignList } from '../parts/claim-words.tsx';
import { Link } from '../parts/link.tsx';
import { HistoryOf } from '../record/history-of.tsx';
import { RecordTabs } from '../record/record-head.tsx';
import { RemarksOn } from '../remarks/remarks-on.tsx';
import { Owners } from './owners.tsx';
import { sourceQuestion } from './questions.ts';
import { SourceCopies } from './source-copies.tsx';
import { ToldAlone } from './told-alone.tsx';

/** A publisher, or somebody on whose word claims rest: what comes from it, what it alone tells of, who repeats it, and what people say of it. */
export function SourcePage({ id }: { readonly id: string }) {
  return <AskedAtClocks asked={useQuery(sourceQuestion(id, useClockSearch()))}>{(source) => <SourceOf key={source.id} source={source} />}</AskedAtClocks>;
}

function SourceOf({ source }: { readonly source: SourceView }) {
  const { say } = useTongue();
  const { id, sort, label, labels, claims, documents } = source;
  return (
    <div className="page record names source">
      <title>{`${label} · onrecord`}</title>
      <header className="page-head">
        <RecordTabs page="sources" />
        <h1 dir="auto">{label}</h1>
        <p className="lead">{[say(`sources.sort.${sort}`), say('names.claims', { n: claims }), say('names.documents', { n: documents })].join(say('comma'))}</p>
        {labels.length > 1 && (
          <p className="small soft">
            {say('source.labels')} <ForeignList words={labels.filter((each) => each !== label)} />
          </p>
        )}
        {sort === 'speaker' && (
          <p>
            <Link href={namePath(id)}>{say('source.asName')}</Link>
          </p>
        )}
      </header>
      <ClockBar />
      <RemarksOn id={id} isFirst="reliability" />
      {sort === 'publisher' && <Owners source={source} />}
      <ToldAlone id={id} />
      {sort === 'speaker' && <Relayed source={source} />}
      <Brought source={source} />
      <SourceCopies source={source} />
      <HistoryOf id={id} />
    </div>
  );
}

function Brought({ source: { sort, brought, documents } }: { readonly source: SourceView }) {
  const { say } = useTongue();
  return (
    <section>
      <h2>{say(`source.brought.${sort}`)}</h2>
      <ul className="record-rows brought">
        {brought.map(({ id, title, published, publisher, claims }) => (
          <li key={id}>
            <Link href={documentPath(id)} dir="auto">
              {title}
            </Link>
            <span className="small soft">
              {sort === 'speaker' && publisher !== null && (
                <>
                  <Foreign>{publisher}</Foreign>
                  {say('comma')}
                </>
              )}
              <span className="when">{published === null ? say('document.undated') : <DateWords edtf={published} />}</span>
              {say('comma')}
              {say('names.claims', { n: claims })}
            </span>
          </li>
        ))}
      </ul>
      {documents > brought.length && <p className="small soft">{say('source.brought.more', { n: documents - brought.length })}</p>}
    </section>
  );
}

/** Whose documents have a speaker's word: many may relay one and the same. */
function Relayed({ source: { relayed } }: { readonly source: SourceView }) {
  const { say } = useTongue();
  return (
    <section>
      <h2>{say('source.relayed')}</h2>
      <ul className="entities">
        {relayed.map(({ id, label, documents, claims }) => (
          <li key={id ?? ''}>
            {id === null || label === null ? (
              <span className="soft">{say('source.relayed.nobody')}</span>
            ) : (
              <Link href={sourcePath(id)} dir="auto">
                {label}
              </Link>
            )}
            <span className="small soft">{[say('names.documents', { n: documents }), say('names.claims', { n: claims })].join(say('comma'))}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
