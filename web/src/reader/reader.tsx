import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { DocumentView } from '../../../src/model/answers.ts';
import { documentQuestion } from '../data/questions.ts';
import { Asked } from '../parts/asked.tsx';
import { ClaimList } from './claim-list.tsx';
import { DocumentHead } from './document-head.tsx';
import { DocumentText } from './document-text.tsx';
import { inReadingOrder } from './lay-out.ts';
import { RejectDialog } from './reject-dialog.tsx';
import { useReviewing } from './use-reviewing.ts';
import { focusCard } from './use-selection.ts';

/** A document, its words marked with what is claimed in them, and the list beside it in which a person decides. */
export function ReaderPage({ id }: { readonly id: string }) {
  return <Asked asked={useQuery(documentQuestion(id))}>{(document) => <Reader key={document.id} document={document} />}</Asked>;
}

function Reader({ document }: { readonly document: DocumentView }) {
  const claims = useMemo(() => document.claims.toSorted(inReadingOrder), [document.claims]);
  const reviewing = useReviewing(document.id, claims);
  const { selected, asking, act, stopAsking, onSelect } = reviewing;
  return (
    <div className="reader">
      <title>{`${document.title ?? document.name} · onrecord`}</title>
      <article className="document">
        <DocumentHead document={document} />
        <DocumentText text={document.text} language={document.language} claims={claims} selected={selected} onSelect={onSelect} />
      </article>
      <ClaimList
        document={document}
        claims={claims}
        selected={selected}
        amending={asking?.wish === 'amend' ? asking.id : null}
        review={reviewing.review}
        onSelect={onSelect}
        onWish={reviewing.onWish}
        onAct={act}
        onStopAmending={() => {
          stopAsking();
          if (selected !== null) focusCard(selected);
        }}
      />
      <RejectDialog isOpen={asking?.wish === 'reject'} onClose={stopAsking} onReject={(reason) => asking && act(asking.id, { verb: 'reject', reason })} />
    </div>
  );
}
