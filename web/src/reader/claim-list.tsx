import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { CodePoints, type Span } from '../../../src/base/span.ts';
import type { ClaimRow, DocumentView } from '../../../src/model/answers.ts';
import { documentsQuestion } from '../data/questions.ts';
import { documentPath } from '../data/route.ts';
import { useTongue } from '../data/tongue.tsx';
import { Link } from '../parts/link.tsx';
import { AmendForm } from './amend-form.tsx';
import { ClaimCard, type CardWish } from './claim-card.tsx';
import type { Review, ReviewAct } from './use-review.ts';

type Props = {
  readonly document: DocumentView;
  /** In reading order. */
  readonly claims: readonly ClaimRow[];
  readonly selected: string | null;
  readonly amending: string | null;
  readonly review: Review;
  readonly onSelect: (id: string) => void;
  readonly onWish: (id: string, wish: CardWish) => void;
  readonly onAct: (id: string, act: ReviewAct) => void;
  readonly onStopAmending: () => void;
};

/** The list beside the text: how far the review has come, every suggestion and claim, and what was done last. */
export function ClaimList({ document, claims, selected, amending, review, onSelect, onWish, onAct, onStopAmending }: Props) {
  const { say } = useTongue();
  const [wordsAt] = useState(() => {
    const points = new CodePoints(document.text);
    return (span: Span): string => points.slice(span);
  });
  const form = (claim: ClaimRow) =>
    claim.id === amending ? (
      <AmendForm
        claim={claim}
        text={document.text}
        onCancel={onStopAmending}
        onSave={(content, reason) => onAct(claim.id, { verb: 'amend', content, reason })}
      />
    ) : null;
  return (
    <aside className="panel" aria-label={say('panel.title')}>
      <Progress claims={claims} documentId={document.id} />
      {claims.length === 0 && <p className="panel-note soft">{say('panel.empty')}</p>}
      <ol className="claims">
        {claims.map((claim, n) => (
          <ClaimCard
            key={claim.id}
            claim={claim}
            number={n + 1}
            isSelected={claim.id === selected}
            isPending={review.pending.has(claim.id)}
            onSelect={onSelect}
            onWish={onWish}
            wordsAt={wordsAt}
            form={form(claim)}
          />
        ))}
      </ol>
      <output className="panel-said" data-failed={review.failed || undefined}>
        {review.said}
      </output>
    </aside>
  );
}

function Progress({ claims, documentId }: { readonly claims: readonly ClaimRow[]; readonly documentId: string }) {
  const { say } = useTongue();
  const recorded = claims.filter((claim) => claim.status === 'recorded').length;
  const rejected = claims.filter((claim) => claim.status === 'rejected').length;
  const decided = recorded + rejected;
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
