import { useQuery } from '@tanstack/react-query';
import { Button } from 'react-aria-components';
import type { ClaimRow, DocumentView } from '../../../src/model/answers.ts';
import { familyOf, KINDS } from '../../../src/model/vocabulary.ts';
import { CopiesOf } from '../copies/copies-of.tsx';
import { RevisionsOf } from '../copies/revisions-of.tsx';
import { AskedAtClocks } from '../clocks/asked-at-clocks.tsx';
import { ClockBar } from '../clocks/clock-bar.tsx';
import { useClockSearch } from '../clocks/use-clock-search.ts';
import { documentQuestion } from '../data/questions.ts';
import { custodyPath, documentPath, sourcePath } from '../data/route.ts';
import { useTongue } from '../data/tongue.tsx';
import { ClaimExcerpt } from '../parts/claim-excerpt.tsx';
import { DateWords, Foreign } from '../parts/claim-words.tsx';
import { FamilyMark } from '../parts/family-mark.tsx';
import { Link } from '../parts/link.tsx';
import { SensitivityWord } from '../parts/sensitivity-word.tsx';
import { ContradictionsOf } from '../record/contradictions-of.tsx';
import { ElementsOf } from '../record/elements-of.tsx';
import { HappeningsOf } from '../record/happenings-of.tsx';
import { HistoryOf } from '../record/history-of.tsx';
import { OriginsOf } from '../record/origins-of.tsx';
import { RemarksOn } from '../remarks/remarks-on.tsx';
import { Line, Part } from './part.tsx';

/** All about one document, beside its text: where it came from, who has its words, what is claimed in it, what that belongs to, and what people did. */
export function AboutPage({ id }: { readonly id: string }) {
  const asked = useQuery(documentQuestion(id, useClockSearch()));
  return <AskedAtClocks asked={asked}>{(document) => <Whole key={document.id} document={document} />}</AskedAtClocks>;
}

function Whole({ document }: { readonly document: DocumentView }) {
  const { say } = useTongue();
  const { id } = document;
  const title = document.title ?? document.name;
  const isRead = document.textSha !== null;
  return (
    <div className="page custody record names about">
      <title>{`${say('about.title')}: ${title} · onrecord`}</title>
      <header className="page-head">
        <p className="small soft">{say('about.title')}</p>
        <h1 dir="auto" lang={document.language ?? undefined}>
          {title}
        </h1>
        <div className="actions">
          <Link className="button" href={documentPath(id)}>
            {say('custody.read')}
          </Link>
          <Link className="button" href={custodyPath(id)}>
            {say('document.custody')}
          </Link>
          <Button className="button button-quiet" onPress={() => window.print()}>
            {say('custody.print')}
          </Button>
        </div>
      </header>
      {isRead && <ClockBar />}
      <CameFrom document={document} />
      {isRead && <RevisionsOf id={id} />}
      {isRead && <CopiesOf id={id} />}
      {isRead && <ByKind claims={document.claims} />}
      {isRead && <HappeningsOf id={id} />}
      {isRead && <OriginsOf id={id} />}
      {isRead && <ContradictionsOf id={id} />}
      {isRead && <ElementsOf id={id} claims={document.claims} />}
      <RemarksOn id={id} />
      <HistoryOf id={id} />
    </div>
  );
}

const COLLECTED = ['url', 'collectedAt', 'collector', 'method', 'priorCustodian', 'note'] as const satisfies readonly (keyof DocumentView['collection'])[];

/** What is known of where it came from; what is not known is not made up. */
function CameFrom({ document }: { readonly document: DocumentView }) {
  const { say } = useTongue();
  const { publisher, author, published, collection, sensitivity } = document;
  return (
    <Part title={say('about.from')}>
      <Line name={say('about.publisher')}>
        {publisher === null ? (
          <span className="soft">{say('about.noPublisher')}</span>
        ) : (
          <Link href={sourcePath(publisher)} dir="auto">
            {publisher}
          </Link>
        )}
      </Line>
      {author !== null && (
        <Line name={say('about.author')}>
          <Foreign>{author}</Foreign>
        </Line>
      )}
      <Line name={say('about.published')}>
        <span className="when">{published === null ? say('document.undated') : <DateWords edtf={published} />}</span>
      </Line>
      {COLLECTED.filter((field) => collection[field] !== null).map((field) => (
        <Line key={field} name={say(`custody.collection.${field}`)}>
          <Foreign>{collection[field] ?? ''}</Foreign>
        </Line>
      ))}
      {sensitivity !== 'public' && (
        <Line name={say('custody.sensitivity')}>
          <SensitivityWord sensitivity={sensitivity} />
        </Line>
      )}
    </Part>
  );
}

/** What is claimed in it: what is recorded is never summed with what is suggested. What was set aside is not shown. */
function ByKind({ claims }: { readonly claims: readonly ClaimRow[] }) {
  const { say } = useTongue();
  const standing = claims.filter(({ status }) => status === 'recorded' || status === 'suggested');
  const by = Map.groupBy(standing, ({ kind }) => kind);
  return (
    <section>
      <h2>{say('about.kinds')}</h2>
      {standing.length === 0 && <p className="soft">{say('about.kinds.none')}</p>}
      {KINDS.map((kind) => (
        <OfKind key={kind} claims={by.get(kind) ?? []} />
      ))}
    </section>
  );
}

function OfKind({ claims }: { readonly claims: readonly ClaimRow[] }) {
  const tongue = useTongue();
  const [first] = claims;
  if (!first) return null;
  const recorded = claims.filter(({ status }) => status === 'recorded').length;
  const family = familyOf(first.kind);
  return (
    <details className="told-rest">
      <summary>
        <FamilyMark family={family} status={recorded > 0 ? 'recorded' : 'suggested'} /> <span className="kind">{tongue.kind(first.kind)}</span>{' '}
        <span className="small soft">{tongue.say('about.counts', { recorded, suggested: claims.length - recorded })}</span>
      </summary>
      {claims.map((claim) => (
        <ClaimExcerpt key={claim.id} claim={claim} />
      ))}
    </details>
  );
}
