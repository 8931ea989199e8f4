// The pages of the original as pictures, with a rectangle for each line that a suggestion or claim rests on.
import { useQuery } from '@tanstack/react-query';
import { memo, useEffect, useMemo, useState } from 'react';
import type { ClaimRow, DocumentView, PageShown } from '../../../src/model/answers.ts';
import { familyOf } from '../../../src/model/vocabulary.ts';
import { pagePictureAddress } from '../data/api.ts';
import { pageProblemQuestion, pagesQuestion, rectanglesQuestion } from '../data/questions.ts';
import { useTongue } from '../data/tongue.tsx';
import { Coverable } from '../media/media-cover.tsx';
import { useCovered } from '../media/uncovered.ts';
import { FamilyMark } from '../parts/family-mark.tsx';
import { Reason } from '../parts/reason.tsx';
import { looksOnPage, onPages, pageOf, type OnPage } from './on-pages.ts';
import { bringIntoView } from './use-selection.ts';
import { PageZoom, useZoom } from './page-zoom.tsx';

type Props = {
  readonly document: DocumentView;
  /** In the order of the list. */
  readonly claims: readonly ClaimRow[];
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
};

/** Scans are read, and so they are covered only where somebody marked them, or where they bear a name that is not shown. */
export function PageView(props: Props) {
  const { id, cover } = props.document;
  const covered = useCovered(id, cover, false);
  return (
    <Coverable id={id} {...covered} isMarked={cover === 'marked'} show="page.show">
      <Pages {...props} />
    </Coverable>
  );
}

function Pages({ document, claims, selected, onSelect }: Props) {
  const { say } = useTongue();
  const pages = useQuery(pagesQuestion(document.id));
  const placed = useMemo(() => claims.filter(({ orphan }) => !orphan), [claims]);
  const drawn = useMemo(() => placed.map(({ id, quote }) => `${id} ${quote.start} ${quote.end}`).join(), [placed]);
  const rectangles = useQuery(rectanglesQuestion(document.id, document.textSha, drawn));
  const onPage = useMemo(() => onPages(claims, rectangles.data ?? []), [claims, rectangles.data]);
  const zoom = useZoom();
  const [paper, setPaper] = useState<HTMLElement | null>(null);
  const width = useShownWidth(paper);
  const isThere = pages.data !== undefined && rectangles.data !== undefined;
  const isPlaced = isThere && rectangles.data.some(({ id, places }) => id === selected && places.length > 0);
  const chosen = placed.find(({ id }) => id === selected);
  const unplacedOn = chosen && isThere && !isPlaced ? pageOf(document.pages, chosen.quote.start) : null;
  useEffect(() => {
    if (isPlaced && selected !== null) bringIntoView(selected);
    else if (unplacedOn !== null) globalThis.document.getElementById(`page-${unplacedOn}`)?.scrollIntoView({ block: 'nearest' });
  }, [selected, isPlaced, unplacedOn]);
  if (pages.error) return <Reason error={pages.error} title={say('page.none')} again={() => void pages.refetch()} />;
  return (
    <section className="pages" aria-label={say('page.title')}>
      <PageZoom zoom={zoom} />
      {rectangles.error && <Reason error={rectangles.error} title={say('page.noPlaces')} again={() => void rectangles.refetch()} />}
      {unplacedOn !== null && <p className="notice small">{say('page.unplaced')}</p>}
      {pages.isPending && <output className="soft">{say('loading')}</output>}
      <div className="pages-frame" data-zoom={zoom.value}>
        {pages.data?.map((page, n) => {
          const marks = onPage.get(page.number) ?? NONE;
          return (
            <PageSheet
              key={page.number}
              measured={n === 0 ? setPaper : null}
              id={document.id}
              page={page}
              width={width}
              marks={marks}
              looks={looksOnPage(marks, selected)}
              selected={selected}
              onSelect={onSelect}
            />
          );
        })}
      </div>
    </section>
  );
}

const NONE: readonly OnPage[] = [];

type SheetProps = {
  readonly id: string;
  readonly page: PageShown;
  /** In pixels of the picture to ask for; 0 until it is known. */
  readonly width: number;
  /** Takes the element whose width all pages have. */
  readonly measured: ((paper: HTMLElement | null) => void) | null;
  readonly marks: readonly OnPage[];
  /** All that the look of the page depends on. */
  readonly looks: string;
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
};

/** A page. Its place is kept from the beginning; its picture is asked for when it comes near. */
const PageSheet = memo(
  function PageSheet({ id, page, width, measured, marks, selected, onSelect }: SheetProps) {
    const { say } = useTongue();
    const [failedAt, setFailedAt] = useState<number | null>(null);
    const [attempt, setAttempt] = useState(0);
    const isFailed = failedAt === width;
    const again = (): void => {
      setFailedAt(null);
      setAttempt(attempt + 1);
    };
    return (
      <figure className="page-sheet" id={`page-${page.number}`}>
        <figcaption className="page-break">{say('document.page', { label: page.label })}</figcaption>
        <div className="page-paper" ref={measured} style={{ aspectRatio: `${page.width} / ${page.height}` }}>
          {isFailed && <PageProblem id={id} page={page} width={width} again={again} />}
          {!isFailed && width > 0 && (
            <img
              key={attempt}
              loading="lazy"
              alt={say('page.picture', { label: page.label })}
              src={pagePictureAddress(id, page.number, width)}
              onError={() => setFailedAt(width)}
            />
          )}
          {marks.map((mark, n) => (
            <PageMark key={n} mark={mark} isSelected={mark.claim.id === selected} onSelect={onSelect} />
          ))}
        </div>
      </figure>
    );
  },
  (before, after) =>
    before.looks === after.looks && before.width === after.width && before.page === after.page && before.onSelect === after.onSelect && before.id === after.id,
);

function PageProblem({ id, page, width, again }: Pick<SheetProps, 'id' | 'page' | 'width'> & { readonly again: () => void }) {
  const { say } = useTongue();
  const { error } = useQuery(pageProblemQuestion(id, page.number, width));
  return <Reason error={error} title={say('page.failed', { label: page.label })} again={again} />;
}

type MarkProps = { readonly mark: OnPage; readonly isSelected: boolean; readonly onSelect: (id: string) => void };

/** A line that a claim rests on. Where the claim begins, its number as in the list. Out of the tab order, which the list is in. */
function PageMark({ mark: { claim, number, place, isFirst }, isSelected, onSelect }: MarkProps) {
  const tongue = useTongue();
  const family = familyOf(claim.kind);
  const label = tongue.say('list.summary', { status: tongue.say(`status.long.${claim.status}`), number, kind: tongue.kind(claim.kind) });
  const percent = (part: number): string => `${part * 100}%`;
  return (
    <button
      type="button"
      id={isFirst ? `mark-${claim.id}` : undefined}
      className="page-mark"
      data-family={family}
      data-status={claim.status}
      data-selected={isSelected || undefined}
      aria-current={(isFirst && isSelected) || undefined}
      aria-hidden={!isFirst || undefined}
      aria-label={label}
      title={label}
      tabIndex={-1}
      style={{ left: percent(place.left), top: percent(place.top), width: percent(place.width), height: percent(place.height) }}
      onClick={() => onSelect(claim.id)}
    >
      {isFirst && (
        <span className="page-mark-number" lang={tongue.code}>
          <FamilyMark family={family} status={claim.status} />
          <span className="mark-number" data-number={tongue.number(number)} />
        </span>
      )}
    </button>
  );
}

const STEP = 200;
const MOST = 2400;

/** How many pixels wide the pictures are to be for the sheets as they are shown: in steps, so that a window that is drawn larger asks seldom. */
function useShownWidth(paper: HTMLElement | null): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!paper) return undefined;
    const measure = (): void => {
      const shown = paper.clientWidth;
      setWidth(Math.min(MOST, Math.max(STEP, Math.ceil((shown * window.devicePixelRatio) / STEP) * STEP)));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(paper);
    return () => observer.disconnect();
  }, [paper]);
  return width;
}
