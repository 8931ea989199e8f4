// The lines of a PDF page: runs of glyphs that stand on one baseline, put in reading order, with spaces where there are
// gaps.
import { foldDrawnForms } from './arabic-forms.ts';
import type { Run } from './pdf-runs.ts';
import { directionOf, logicalLine, logicalOrder, type Direction, type Piece } from './visual-order.ts';

/** A line in reading order. Measures are in points along (`left`, `right`) and across (`base`) its own direction of writing. */
export type Line = {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly base: number;
  readonly size: number;
  readonly turned: number;
  readonly direction: Direction;
  /** What the line is made of, in reading order. */
  readonly pieces: readonly Piece[];
};

type Placed = Piece & { readonly base: number; readonly size: number; readonly turned: number };

/**
 * Gaps, in parts of the letters' size: wider than the first is a space; wider than the second may be another column of a
 * table, wider than the third is one.
 */
const SPACE = 0.15;
const COLUMN = 1.5;
const SURE_COLUMN = 4;

/** Lines in the order in which the page draws them: columns that are drawn one after the other stay so. */
export function linesOf(runs: readonly Run[]): readonly Line[] {
  const groups: Placed[][] = [];
  for (const run of runs) {
    if (run.str === '') continue;
    const placed = place(run);
    const current = groups.at(-1);
    if (current?.[0] && onOneLine(current[0], placed)) current.push(placed);
    else groups.push([placed]);
  }
  const pageDirection = directionOf(runs.map((run) => run.str).join('')) ?? 'ltr';
  return groups.map((group) => toLine(group, pageDirection)).filter((line) => line.text !== '');
}

/** Measures in the run's own direction of writing, turned to the nearest quarter. */
function place({ str, width, transform }: Run): Placed {
  const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = transform;
  const turned = (Math.round(Math.atan2(b, a) / (Math.PI / 2)) + 4) % 4;
  const [along, across] = [[x, y], [y, -x], [-x, -y], [-y, x]][turned] ?? [x, y]; // prettier-ignore
  const size = Math.hypot(c, d) || Math.hypot(a, b) || 1;
  return { text: str, left: along ?? 0, right: (along ?? 0) + width, base: across ?? 0, size, turned };
}

function onOneLine(first: Placed, next: Placed): boolean {
  return first.turned === next.turned && Math.abs(first.base - next.base) < 0.4 * Math.max(first.size, next.size);
}

function toLine(group: readonly Placed[], pageDirection: Direction): Line {
  const visual = withoutStretching(withoutShadows(group.toSorted((a, b) => a.left - b.left || a.right - b.right)));
  const direction = directionOf(visual.map((each) => each.text).join('')) ?? pageDirection;
  const spaced = withSpaces(visual);
  const texts = spaced.map((each) => each.text);
  const inked = visual.filter((each) => each.text.trim() !== '');
  return {
    text: tidy(foldDrawnForms(logicalLine(texts, direction))),
    left: visual.reduce((least, each) => Math.min(least, each.left), Infinity),
    right: visual.reduce((most, each) => Math.max(most, each.right), -Infinity),
    base: group[0]?.base ?? 0,
    size: (inked.length > 0 ? inked : visual).reduce((most, each) => Math.max(most, each.size), 0),
    turned: group[0]?.turned ?? 0,
    direction,
    pieces: logicalOrder(texts, direction).flatMap((at) => spaced[at] ?? []),
  };
}

/** Spaces folded; none beside a non-joiner, which is drawn as a space of no width. */
function tidy(line: string): string {
  return line
    .replace(/[ \u00a0]+/g, ' ')
    .replace(/ ?\t ?/g, '\t')
    .replace(/ ?\u200c[ \u200c]*/g, '\u200c')
    .trim();
}

/** Bold letters are sometimes made by drawing a text twice, a little beside itself. */
function withoutShadows(visual: readonly Placed[]): readonly Placed[] {
  return visual.filter((each, at) => {
    const before = visual[at - 1];
    return !before || before.text !== each.text || each.text.trim() === '' || each.left - before.left > 0.12 * each.size;
  });
}

/**
 * Stretched letters as they were written. LibreOffice (7.4 is one) justifies a line of Arabic letters by a stroke between two of them, breaks
 * the run at it, and says that the stroke stands for a "3": س3 and 3هراب are سهراب. A number stands in a run of its own, so that of
 * "بند 3" nothing is taken.
 */
function withoutStretching(visual: readonly Placed[]): readonly Placed[] {
  const joined = visual.map((each, at) => {
    const right = visual[at + 1];
    return right !== undefined && STROKE_BEFORE.test(each.text) && STROKE_BEHIND.test(right.text) && (right.left - each.right) / each.size < SPACE;
  });
  return visual.map((each, at) => {
    const text = joined[at] ? each.text.slice(1) : each.text;
    return joined[at - 1] ? { ...each, text: text.slice(0, -1) } : { ...each, text };
  });
}

const STROKE_BEFORE = /^3\p{Script=Arabic}/u;
const STROKE_BEHIND = /\p{Script=Arabic}3$/u;

/** The pieces with those that the gaps between them stand for, which have no width. */
function withSpaces(visual: readonly Placed[]): readonly Piece[] {
  const gaps = gapsBefore(visual);
  const usual = usualGap(visual, gaps);
  return visual.flatMap((each, at) => {
    const gap = gaps[at] ?? 0;
    if (gap <= SPACE) return [each];
    const isColumn = gap > COLUMN && (gap > 2.5 * usual || gap > SURE_COLUMN);
    return [{ text: isColumn ? '\t' : ' ', left: each.left, right: each.left }, each];
  });
}

/** How far each piece stands from the ink before it, in parts of its size. */
function gapsBefore(visual: readonly Placed[]): readonly number[] {
  let end: number | null = null;
  return visual.map((each) => {
    const gap = end === null ? 0 : (each.left - end) / each.size;
    // A space that is drawn wider than a word's gap is part of the gap.
    if (/[^\s\u200c]/.test(each.text) || end === null) end = Math.max(end ?? each.right, each.right);
    return gap;
  });
}

/** The space between words of this line: where it was stretched to the width of its column, that is wide too. */
function usualGap(visual: readonly Placed[], gaps: readonly number[]): number {
  if (visual.some((each) => /\S\s+\S/.test(each.text))) return 0.3;
  return gaps.reduce((least, gap) => (gap > SPACE ? Math.min(least, gap) : least), Infinity);
}
