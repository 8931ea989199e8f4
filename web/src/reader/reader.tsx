import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useMemo } from 'react';
import { CodePoints } from '../../../src/base/span.ts';
import type { ClaimRow, DocumentView } from '../../../src/model/answers.ts';
import { BesideFor, BesideHead } from '../attached/beside.tsx';
import { MediaView } from '../media/media-view.tsx';
import { PlayerFor } from '../media/player.tsx';
import { AskedAtClocks } from '../clocks/asked-at-clocks.tsx';
import { useClockSearch } from '../clocks/use-clock-search.ts';
import { useIsThen } from '../clocks/use-is-then.ts';
import { documentQuestion } from '../data/questions.ts';
import { ReasonDialog } from '../parts/reason-dialog.tsx';
import { ClaimList } from './claim-list.tsx';
import { Conversation } from './conversation.tsx';
import { DocumentHead } from './document-head.tsx';
import { DocumentText } from './document-text.tsx';
import { inReadingOrder } from './lay-out.ts';
import { PageView } from './page-view.tsx';
import { usePickedWords } from './picked-words.ts';
import { SeveralDialog } from './several-dialog.tsx';
import { useShownPassage } from './shown-passage.ts';
import { bringIntoView } from './use-selection.ts';
import { useReviewing } from './use-reviewing.ts';
import { useView } from './use-view.ts';

/** A document, its words marked with what is claimed in them, and the list beside it in which a person decides. */
export function ReaderPage({ id }: { readonly id: string }) {
  return (
    <AskedAtClocks asked={useQuery(documentQuestion(id, useClockSearch()))}>
      {(document) => (
        <PlayerFor key={document.id} document={document}>
          <BesideFor document={document}>
            <Reader document={document} />
          </BesideFor>
        </PlayerFor>
      )}
    </AskedAtClocks>
  );
}

function Reader({ document }: { readonly document: DocumentView }) {
  // What lost its place in this text stands after the others, and is marked nowhere.
  const isThen = useIsThen();
  const claims = useMemo(() => {
    const there = isThen ? inText(document) : document.claims;
    return there.toSorted((a, b) => Number(a.orphan) - Number(b.orphan) || inReadingOrder(a, b));
  }, [document, isThen]);
  const [picked, letGo] = usePickedWords(document.text);
  const reviewing = useReviewing(claims, picked, isThen);
  const { selected, asking, act, stopAsking, onSelect } = reviewing;
  const view = useView(document);
  useShownPassage();
  const onText = useEffectEvent(() => {
    if (selected !== null) bringIntoView(selected);
  });
  // Selecting brings into view by itself; here, coming back to the text does.
  useEffect(() => {
    if (!view.isPages) onText();
  }, [view.isPages]);
  const reasonFor = asking?.wish === 'reject' || asking?.wish === 'withdraw' ? asking : null;
  return (
    <div className="reader">
      <title>{`${document.title ?? document.name} · onrecord`}</title>
      <article className="document">
        <DocumentHead document={document} view={view} />
        <MediaView />
        <BesideHead />
        {view.isPages ? (
          <PageView document={document} claims={claims} selected={selected} onSelect={onSelect} />
        ) : document.utterances > 0 ? (
          <Conversation key={document.textSha} document={document} claims={claims} selected={selected} onSelect={onSelect} />
        ) : (
          <DocumentText text={document.text} pages={document.pages} language={document.language} claims={claims} selected={selected} onSelect={onSelect} />
        )}
      </article>
      <ClaimList document={document} claims={claims} picked={picked} letGo={letGo} reviewing={reviewing} />
      <ReasonDialog
        of={reasonFor?.wish ?? 'reject'}
        isOpen={reasonFor !== null}
        onClose={stopAsking}
        onReason={(reason) => reasonFor && act([reasonFor.id], { verb: reasonFor.wish === 'withdraw' ? 'withdraw' : 'reject', reason })}
      />
      <SeveralDialog isOpen={asking?.wish === 'several'} claims={claims} onClose={stopAsking} onAccept={(ids) => act(ids, { verb: 'accept' })} />
    </div>
  );
}

/** As it stood, a claim may have its place in a text that is no longer the one that is shown: then it has none here. */
function inText({ text, claims }: DocumentView): readonly ClaimRow[] {
  const points = new CodePoints(text);
  return claims.map((claim) => (points.slice(claim.quote) === claim.quote.exact ? claim : { ...claim, orphan: true }));
}
