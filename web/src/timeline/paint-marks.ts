// Draws marks, each as long as its time is inexact. What a person recorded is filled; what is only suggested is hollow. "About" has whiskers, what is
// uncertain a gap, and what is open at an end fades there: none of it is told by colour alone.
import type { Mark } from '../../../src/model/timeline.ts';
import { familyOf } from '../../../src/model/vocabulary.ts';
import { pixelsOfADay, placeOf, spanOf, type Field } from './field.ts';
import { extentOf, LEAST_WIDTH, type Packed } from './pack-lanes.ts';
import { Tally } from './tally.ts';

/** Lanes are so high at most, and at least; one pixel of it is left free. */
const HIGHEST = 14;
export const LOWEST = 4;

/** The part at the top in which density stands, where lanes do not suffice. */
export const BAND = 16;

/** So low, a border would leave nothing inside. */
const SOLID_BELOW = 4;
const STEPS_OF_FADE = 6;

/** How high a lane is, and how high up the marks stand. */
export const laneHeight = (height: number, used: number): number => Math.max(LOWEST, Math.min(HIGHEST, Math.floor(height / Math.max(1, used))));

export type Marked = { readonly marks: readonly Mark[]; readonly packed: Packed };
export type Box = readonly [left: number, top: number, width: number, height: number];

/** Where a mark is drawn; null where no lane has room for it. */
export function boxOf(n: number, { marks, packed }: Marked, field: Field): Box | null {
  const [mark, lane] = [marks[n], packed.lanes[n] ?? -1];
  if (!mark || lane < 0) return null;
  const high = laneHeight(field.height - (packed.left > 0 ? BAND : 0), packed.used);
  const { from, to } = extentOf(mark, pixelsOfADay(field));
  const [left, width] = spanOf(from, to, field);
  return [left, field.height - (lane + 1) * high, Math.max(LEAST_WIDTH, width - 1), high - 1];
}

export function paintMarks(ctx: CanvasRenderingContext2D, marked: Marked, field: Field): void {
  const beyond = new Tally(field.width);
  for (const [n, mark] of marked.marks.entries()) {
    const box = boxOf(n, marked, field);
    if (!box) {
      beyond.count(placeOf(mark.first ?? mark.last ?? 0, field));
      continue;
    }
    const [left, , width] = box;
    const reach = mark.hedge === '~' || mark.hedge === '%' ? width : 0;
    if (left - reach > field.width || left + width + reach < 0) continue;
    paintMark(ctx, mark, box, field);
  }
  ctx.fillStyle = field.look.soft;
  if (marked.packed.left > 0) beyond.paint(ctx, BAND - 3, BAND - 3);
}

function paintMark(ctx: CanvasRenderingContext2D, mark: Mark, [left, top, width, height]: Box, field: Field): void {
  const { look } = field;
  ctx.fillStyle = look.families[familyOf(mark.kind)];
  if (mark.first === null || mark.last === null) {
    paintFading(ctx, mark, [left, top, width, height], look.isRightToLeft);
    return;
  }
  if (mark.hedge === '~' || mark.hedge === '%') ctx.fillRect(left - width, top + Math.floor(height / 2), 3 * width, 1);
  ctx.fillRect(left, top, width, height);
  const isHollow = mark.status === 'suggested';
  if (!isHollow && mark.hedge !== '?' && mark.hedge !== '%') return;
  ctx.fillStyle = look.ground;
  if (isHollow && height >= SOLID_BELOW) ctx.fillRect(left + 1, top + 1, Math.max(1, width - 2), height - 2);
  else if (isHollow) ctx.fillRect(left, top, width, Math.max(1, height - 1));
  if (mark.hedge === '?' || mark.hedge === '%') ctx.fillRect(left + Math.floor(width / 2) - (width > 8 ? 1 : 0), top, width > 8 ? 3 : 1, height);
}

/** Strongest at the end that is known. */
function paintFading(ctx: CanvasRenderingContext2D, { first, status }: Mark, [left, top, width, height]: Box, isRightToLeft: boolean): void {
  const startsLeft = (first !== null) !== isRightToLeft;
  const part = width / STEPS_OF_FADE;
  // What is suggested has an edge above and below alone.
  const edges = status === 'suggested' ? [top, top + height - 1] : [top];
  const high = status === 'suggested' ? 1 : height;
  for (let step = 0; step < STEPS_OF_FADE; step++) {
    ctx.globalAlpha = 1 - step / STEPS_OF_FADE;
    const from = startsLeft ? left + step * part : left + width - (step + 1) * part;
    for (const edge of edges) ctx.fillRect(Math.round(from), edge, Math.ceil(part), high);
  }
  ctx.globalAlpha = 1;
  ctx.fillRect(startsLeft ? left : left + width - 2, top, 2, height);
}

/** A frame around one mark. */
export function paintFrame(ctx: CanvasRenderingContext2D, [left, top, width, height]: Box, colour: string): void {
  ctx.strokeStyle = colour;
  ctx.lineWidth = 2;
  ctx.strokeRect(left - 2, top - 2, width + 4, height + 4);
}
