// The words of a document. They come as text and are only ever text nodes here, whatever they look like.
import { Fragment, memo, useMemo, type ReactNode } from 'react';
import type { ClaimRow } from '../../../src/model/answers.ts';
import type { Page } from '../../../src/model/document.ts';
import { familyOf } from '../../../src/model/vocabulary.ts';
import { BesideParagraph, useBeside } from '../attached/beside.tsx';
import { ParagraphTime } from '../media/play-from.tsx';
import { haveSame, inParts } from '../data/in-parts.ts';
import { useTongue } from '../data/tongue.tsx';
import { FamilyMark } from '../parts/family-mark.tsx';
import { layOut, pagesBegun, type Paragraph, type Placed, type Stretch } from './lay-out.ts';

type Props = {
  readonly text: string;
  /** In order; empty where the original has no pages. */
  readonly pages: readonly Page[];
  readonly language: string | null;
  /** In reading order. */
  readonly claims: readonly ClaimRow[];
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
};

export function DocumentText({ text, pages, language, claims, selected, onSelect }: Props) {
  const { say } = useTongue();
  const placed = useMemo(() => claims.filter(({ orphan }) => !orphan), [claims]);
  const paragraphs = useMemo(() => layOut(text, placed), [text, placed]);
  const begun = useMemo(() => pagesBegun(pages, paragraphs), [pages, paragraphs]);
  const byId = useMemo(() => new Map(claims.map((claim) => [claim.id, claim])), [claims]);
  return (
    <section className="document-text" aria-label={say('document.text')} lang={language ?? undefined}>
      {inParts(paragraphs).map((part) => (
        <TextPart key={part[0]?.start} paragraphs={part} begun={begun} byId={byId} selected={selectedIn(part, selected)} onSelect={onSelect} />
      ))}
    </section>
  );
}

const selectedIn = (part: readonly Paragraph[], selected: string | null): string | null =>
  part.some(({ placed }) => placed.some(({ id }) => id === selected)) ? selected : null;

type PartProps = Pick<ParagraphProps, 'byId' | 'selected' | 'onSelect'> & {
  readonly paragraphs: readonly Paragraph[];
  readonly begun: ReadonlyMap<number, readonly Page[]>;
};

/** Some paragraphs, looked at again only where the selected claim is among them or a claim has changed. */
const TextPart = memo(
  function TextPart({ paragraphs, begun, byId, selected, onSelect }: PartProps) {
    return (
      <div className="text-part">
        {paragraphs.map((paragraph) => (
          <Fragment key={paragraph.start}>
            {begun.get(paragraph.start)?.map((page) => (
              <PageBreak key={page.start} label={page.label} />
            ))}
            <ParagraphTime start={paragraph.start} />
            <Pair start={paragraph.start}>
              <ParagraphText paragraph={paragraph} byId={byId} looks={looksOf(paragraph, byId, selected)} selected={selected} onSelect={onSelect} />
            </Pair>
          </Fragment>
        ))}
      </div>
    );
  },
  (before, after) =>
    haveSame(before.paragraphs, after.paragraphs) &&
    before.begun === after.begun &&
    before.byId === after.byId &&
    before.selected === after.selected &&
    before.onSelect === after.onSelect,
);

/** A paragraph, and beside it what a translation has for it, where one is laid beside. */
function Pair({ start, children }: { readonly start: number; readonly children: ReactNode }) {
  if (!useBeside()) return children;
  return (
    <div className="text-pair">
      {children}
      <BesideParagraph start={start} />
    </div>
  );
}

/** Where a page of the original begins, by what it calls itself. */
function PageBreak({ label }: { readonly label: string }) {
  const { say, code } = useTongue();
  return (
    <div className="page-break" lang={code}>
      {say('document.page', { label })}
    </div>
  );
}

/** All that the look of a paragraph depends on, its text aside, so that a decision draws one paragraph again and not hundreds. */
export const looksOf = ({ placed }: Paragraph, byId: ReadonlyMap<string, ClaimRow>, selected: string | null): string =>
  placed.map(({ id, lane, span }) => [id, lane, span.start, span.end, byId.get(id)?.status, byId.get(id)?.kind, id === selected].join(' ')).join('\n');

type ParagraphProps = {
  readonly paragraph: Paragraph;
  readonly byId: ReadonlyMap<string, ClaimRow>;
  readonly looks: string;
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
};

export const ParagraphText = memo(
  function ParagraphText({ paragraph, byId, selected, onSelect }: ParagraphProps) {
    const marked = ({ words, covering }: Stretch): ReactNode =>
      covering.reduceRight<ReactNode>((inner, placed) => {
        const claim = byId.get(placed.id);
        return claim ? <Marked claim={claim} placed={placed} isSelected={placed.id === selected} onSelect={onSelect} words={inner} /> : inner;
      }, words);
    return (
      <p dir="auto">
        {paragraph.stretches.map((stretch) => (
          <span key={stretch.start} data-start={stretch.start}>
            {stretch.starts.map((placed) => (
              <MarkStart key={placed.id} claim={byId.get(placed.id)} placed={placed} isSelected={placed.id === selected} onSelect={onSelect} />
            ))}
            {marked(stretch)}
          </span>
        ))}
      </p>
    );
  },
  (before, after) => before.looks === after.looks && before.onSelect === after.onSelect,
);

type MarkedProps = {
  readonly claim: ClaimRow;
  readonly placed: Placed;
  readonly isSelected: boolean;
  readonly onSelect: (id: string) => void;
  readonly words: ReactNode;
};

/** Words that a claim covers. A press selects the innermost claim there; by keyboard, the list beside the text does. */
function Marked({ claim, placed, isSelected, onSelect, words }: MarkedProps) {
  return (
    <span
      role="presentation"
      className="mark"
      data-family={familyOf(claim.kind)}
      data-status={claim.status}
      data-lane={placed.lane}
      data-selected={isSelected || undefined}
      onClick={(event) => {
        event.stopPropagation();
        if (window.getSelection()?.isCollapsed !== false) onSelect(placed.id);
      }}
    >
      {words}
    </span>
  );
}

type MarkStartProps = Omit<MarkedProps, 'claim' | 'words'> & { readonly claim: ClaimRow | undefined };

/** The number at which a claim begins, as in the list. Out of the tab order, which the list is in. */
function MarkStart({ claim, placed, isSelected, onSelect }: MarkStartProps) {
  const tongue = useTongue();
  if (!claim) return null;
  const label = tongue.say('list.summary', { status: tongue.say(`status.long.${claim.status}`), number: placed.number, kind: tongue.kind(claim.kind) });
  return (
    <button
      type="button"
      id={`mark-${placed.id}`}
      className="mark-start"
      data-family={familyOf(claim.kind)}
      data-status={claim.status}
      aria-current={isSelected || undefined}
      aria-label={label}
      lang={tongue.code}
      tabIndex={-1}
      onClick={() => onSelect(placed.id)}
    >
      <FamilyMark family={familyOf(claim.kind)} status={claim.status} />
      <span className="mark-number" data-number={tongue.number(placed.number)} />
    </button>
  );
}
