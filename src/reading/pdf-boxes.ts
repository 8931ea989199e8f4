// Where on a page a span of the text stands: for each line that it touches, the extent of the pieces that hold its letters.
import { overlap, type Span } from '../base/span.ts';
import { foldDrawnForms } from './arabic-forms.ts';
import type { Line } from './pdf-lines.ts';
import type { LaidLine } from './pdf-paragraphs.ts';
import { directionOf } from './visual-order.ts';

/** In the page's own space (points, from its lower left): two corners. */
export type Box = readonly [x1: number, y1: number, x2: number, y2: number];

/** How far letters reach below and above their baseline, in parts of their size. */
const BELOW = 0.25;
const ABOVE = 0.9;

/** One box a line, in reading order; none where the span holds no letter. */
export function boxesOf(span: Span, lines: readonly LaidLine[]): readonly { readonly page: number; readonly box: Box }[] {
  return lines.flatMap((laid) => {
    if (overlap(span, laid) === 0) return [];
    const points = Array.from(laid.line.text);
    const first = lettersIn(points.slice(0, Math.max(0, span.start - laid.start)).join(''));
    const last = lettersIn(points.slice(0, Math.max(0, span.end - laid.start)).join(''));
    const extent = extentOf(laid.line, first, last);
    return extent ? [{ page: laid.page, box: boxOf(laid.line, extent) }] : [];
  });
}

/** Letters and signs with ink. What reading adds or folds (spaces, non-joiners) is not counted, so that text and pieces count alike. */
const lettersIn = (text: string): number => Array.from(foldDrawnForms(text).replace(/[\s\u200c]/g, '')).length;

type Extent = { readonly left: number; readonly right: number };

/** The extent of the letters from `first` up to before `last` of a line. */
function extentOf(line: Line, first: number, last: number): Extent | null {
  let left = Infinity;
  let right = -Infinity;
  let before = 0;
  for (const piece of line.pieces) {
    const letters = lettersIn(piece.text);
    const from = Math.max(first, before) - before;
    const to = Math.min(last, before + letters) - before;
    before += letters;
    if (from >= to) continue;
    const share = (piece.right - piece.left) / letters;
    const isRtl = (directionOf(piece.text) ?? 'ltr') === 'rtl';
    left = Math.min(left, isRtl ? piece.right - to * share : piece.left + from * share);
    right = Math.max(right, isRtl ? piece.right - from * share : piece.left + to * share);
  }
  return left < right ? { left, right } : null;
}

/** From the line's own directions back to the page's: the turn that placed it, backwards. */
function boxOf({ base, size, turned }: Line, { left, right }: Extent): Box {
  const low = base - BELOW * size;
  const high = base + ABOVE * size;
  if (turned === 1) return [-low, left, -high, right];
  if (turned === 2) return [-left, -low, -right, -high];
  return turned === 3 ? [low, -left, high, -right] : [left, low, right, high];
}
