import { useQuery } from '@tanstack/react-query';
import { Fragment, useState } from 'react';
import { Button } from 'react-aria-components';
import { CodePoints, type Span } from '../../../src/base/span.ts';
import type { ClaimRow, DocumentView } from '../../../src/model/answers.ts';
import type { Quote } from '../../../src/model/claim.ts';
import { documentsQuestion } from '../data/questions.ts';
import { documentPath } from '../data/route.ts';
import { useTongue } from '../data/tongue.tsx';
import { Link } from '../parts/link.tsx';
import { ClaimCard } from './claim-card.tsx';
import { shortened } from './claim-fields.tsx';
import { ClaimForm } from './claim-form.tsx';
import { draftFrom, draftOf } from './draft-claim.ts';
import { useKept } from './kept-drafts.ts';
import { OrphanPlaces } from './orphan-places.tsx';
import type { Reviewing } from './use-reviewing.ts';
import { focusCard } from './use-selection.ts';

type Props = {
  readonly document: DocumentView;
  /** In reading order. */
  readonly claims: readonly ClaimRow[];
  /** The words selected in the text, and how to let go of them. */
  readonly picked: Quote | null;
  readonly letGo: () => void;
  readonly reviewing: Reviewing;
};

/** The list beside the text: how far the review has come, every suggestion and claim, and what was done last. */
export function ClaimList({ document, claims, picked, letGo, reviewing }: Props) {
  const { say } = useTongue();
  const { selected, asking, review, onSelect, onWish, act, ask, stopAsking } = reviewing;
  const [wordsAt] = useState(() => {
    const points = new CodePoints(document.text);
    return (span: Span): string => points.slice(span);
  });
  const begun = useKept(document.id);
  const leave = (): void => {
    stopAsking();
    if (selected !== null) focusCard(selected);
  };
  const form = { documentId: document.id, text: document.text, picked, onCancel: leave };
  return (
    <aside className="panel" aria-label={say('panel.title')}>
      <Progress claims={claims} documentId={document.id} onSeveral={() => ask({ wish: 'several' })} />
      {begun && asking === null && <Begun begun={begun.draft.quote} onGoOn={() => ask({ wish: 'own', quote: begun.draft.quote })} />}
      {picked && !begun && asking === null && <Picked picked={picked} onMake={() => ask({ wish: 'own', quote: picked })} />}
      {claims.length === 0 && asking === null && <p className="panel-note soft">{say('panel.empty')}</p>}
      <ol className="claims">
        {asking?.wish === 'own' && (
          <li className="card" data-selected>
            <ClaimForm
              {...form}
              key={asking.quote.start}
              keptAs={document.id}
              does="own"
              begin={draftFrom(asking.quote)}
              onSave={(content) => {
                act([], { verb: 'record', document: document.id, content });
                letGo();
              }}
            />
          </li>
        )}
        {claims.map((claim, n) => (
          <Fragment key={claim.id}>
            {claim.orphan && !claims[n - 1]?.orphan && <OrphansBegin />}
            <ClaimCard
              claim={claim}
              number={n + 1}
              isSelected={claim.id === selected && asking?.wish !== 'own'}
              isPending={review.pending.has(claim.id)}
              onSelect={onSelect}
              onWish={onWish}
              wordsAt={wordsAt}
              form={
                asking?.wish === 'amend' && asking.id === claim.id ? (
                  <ClaimForm
                    {...form}
                    keptAs={claim.id}
                    does="amend"
                    begin={draftOf(claim)}
                    onSave={(content, reason) => act([claim.id], { verb: 'amend', content, reason })}
                  />
                ) : null
              }
              places={
                claim.orphan && claim.id === selected ? (
                  <OrphanPlaces
                    claim={claim}
                    document={document}
                    picked={picked}
                    onPlace={({ start, end }) => {
                      act([claim.id], { verb: 'place', start, end });
                      letGo();
                    }}
                  />
                ) : null
              }
            />
          </Fragment>
        ))}
      </ol>
      <output className="panel-said" data-failed={review.failed || undefined}>
        {review.said}
      </output>
    </aside>
  );
}

/** From here on, claims whose words the text that stands does not have, or has more than once. */
function OrphansBegin() {
  const { say } = useTongue();
  return (
    <li className="claims-heading">
      <h3>{say('orphan.title')}</h3>
      <p className="small soft">{say('orphan.about')}</p>
    </li>
  );
}

/** What can be made of the words that are selected in the text. */
function Picked({ picked, onMake }: { readonly picked: Quote; readonly onMake: () => void }) {
  const { say } = useTongue();
  return (
    <div className="panel-picked">
      <q dir="auto" className="quote">
        {shortened(picked.exact)}
      </q>
      <Button className="button" aria-keyshortcuts="c" onPress={onMake}>
        {say('own.make')} <kbd aria-hidden="true">c</kbd>
      </Button>
    </div>
  );
}

/** A claim of one's own that was begun and not recorded. */
function Begun({ begun, onGoOn }: { readonly begun: Quote; readonly onGoOn: () => void }) {
  const { say } = useTongue();
  return (
    <div className="panel-picked">
      <span className="caution">{say('own.begun')}</span>
      <q dir="auto" className="quote">
        {shortened(begun.exact)}
      </q>
      <Button className="button" aria-keyshortcuts="c" onPress={onGoOn}>
        {say('own.goOn')} <kbd aria-hidden="true">c</kbd>
      </Button>
    </div>
  );
}

type ProgressProps = { readonly claims: readonly ClaimRow[]; readonly documentId: string; readonly onSeveral: () => void };

function Progress({ claims, documentId, onSeveral }: ProgressProps) {
  const { say } = useTongue();
  const recorded = claims.filter((claim) => claim.status === 'recorded').length;
  const rejected = claims.filter((claim) => claim.status === 'rejected').length;
  const decided = claims.filter((claim) => claim.status !== 'suggested').length;
  return (
    <div className="panel-head">
      <div>
        <h2>{say('panel.title')}</h2>
        {claims.length > 0 && <span className="small soft number">{say('panel.decided', { done: decided, all: claims.length })}</span>}
      </div>
      <div className="progress" aria-hidden="true" hidden={claims.length === 0}>
        <span data-status="recorded" style={{ inlineSize: `${(100 * recorded) / Math.max(1, claims.length)}%` }} />
        <span data-status="rejected" style={{ inlineSize: `${(100 * rejected) / Math.max(1, claims.length)}%` }} />
      </div>
      {claims.length - decided > 1 && (
        <Button className="button button-quiet" aria-keyshortcuts="s" onPress={onSeveral}>
          {say('several.open')} <kbd aria-hidden="true">s</kbd>
        </Button>
      )}
      {decided === claims.length && claims.length > 0 && <Onwards documentId={documentId} />}
    </div>
  );
}

/** Where to go when a document is done: the next one that has something waiting. */
function Onwards({ documentId }: { readonly documentId: string }) {
  const { say } = useTongue();
  const documents = useQuery(documentsQuestion).data ?? [];
  const here = documents.findIndex((each) => each.id === documentId);
  const next = [...documents.slice(here + 1), ...documents.slice(0, Math.max(0, here))].find((each) => each.counts.suggested > 0);
  return (
    <div className="onwards">
      <span>{say('panel.finished')}</span>
      <Link className="button" href={next ? documentPath(next.id) : '/'}>
        {next ? say('panel.nextDocument') : say('panel.toList')}
      </Link>
    </div>
  );
}
