import { useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import { CodePoints, type Span } from '../../../src/base/span.ts';
import type { ClaimRow, DocumentView } from '../../../src/model/answers.ts';
import type { Quote } from '../../../src/model/claim.ts';
import { useIsThen } from '../clocks/use-is-then.ts';
import { beginOf, inParts } from '../data/in-parts.ts';
import { useTongue } from '../data/tongue.tsx';
import { shortened } from './claim-fields.tsx';
import { ClaimForm } from './claim-form.tsx';
import { ClaimsPart } from './claims-part.tsx';
import { draftFrom, draftOf } from './draft-claim.ts';
import { useKept } from './kept-drafts.ts';
import { OrphanPlaces } from './orphan-places.tsx';
import { ReviewProgress } from './review-progress.tsx';
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
  const isThen = useIsThen();
  const begun = useKept(document.id);
  const leave = (): void => {
    stopAsking();
    if (selected !== null) focusCard(selected);
  };
  const parts = useMemo(() => inParts(claims), [claims]);
  const open = asking?.wish === 'own' ? undefined : claims.find(({ id }) => id === selected);
  const form = { documentId: document.id, text: document.text, picked, onCancel: leave };
  const amending =
    open && asking?.wish === 'amend' && asking.id === open.id ? (
      <ClaimForm
        {...form}
        keptAs={open.id}
        does="amend"
        begin={draftOf(open)}
        onSave={(content, reason) => act([open.id], { verb: 'amend', content, reason })}
      />
    ) : null;
  const places =
    open?.orphan && !isThen ? (
      <OrphanPlaces
        claim={open}
        document={document}
        picked={picked}
        onPlace={({ start, end }) => {
          act([open.id], { verb: 'place', start, end });
          letGo();
        }}
      />
    ) : null;
  return (
    <aside className="panel" aria-label={say('panel.title')}>
      <ReviewProgress claims={claims} documentId={document.id} onSeveral={() => ask({ wish: 'several' })} />
      {isThen && <p className="panel-note soft">{say('clocks.then')}</p>}
      {!isThen && begun && asking === null && <Begun begun={begun.draft.quote} onGoOn={() => ask({ wish: 'own', quote: begun.draft.quote })} />}
      {!isThen && picked && !begun && asking === null && <Picked picked={picked} onMake={() => ask({ wish: 'own', quote: picked })} />}
      {claims.length === 0 && asking === null && document.textSha !== null && (
        <p className="panel-note soft">{say(document.text === '' ? 'panel.wordless' : 'panel.empty')}</p>
      )}
      <div className="claims">
        {asking?.wish === 'own' && (
          <ol>
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
          </ol>
        )}
        {parts.map((part, n) => {
          const isHere = open !== undefined && part.includes(open);
          return (
            <ClaimsPart
              key={part[0]?.id}
              claims={part}
              begin={beginOf(n)}
              selected={isHere ? open.id : null}
              pending={part.flatMap(({ id }) => (review.pending.has(id) ? [id] : []))}
              onSelect={onSelect}
              onWish={onWish}
              wordsAt={wordsAt}
              form={isHere ? amending : null}
              places={isHere ? places : null}
              isAmongOrphans={parts[n - 1]?.at(-1)?.orphan === true}
            />
          );
        })}
      </div>
      <output className="panel-said" data-failed={review.failed || undefined}>
        {review.said}
      </output>
    </aside>
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
