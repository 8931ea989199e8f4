// Draws how many there are, where they are too many to be told apart. Area is number: what is told by the year alone lies as a pale ground over its year,
// and what is told more exactly stands on it. Of each column what is recorded is filled, what is suggested hollow.
import type { Count } from '../../../src/model/timeline.ts';
import { spanOf, type Field } from './field.ts';

export type Column = Count & {
  /** Marks of a day: those of coarser spans that it stands on, and its own. */
  readonly base: number;
  readonly density: number;
  readonly isCoarse: boolean;
};

const daysOf = ({ first, last }: Count): number => last - first + 1;

/** `counts` are in order, the coarser before what lies in them. */
export function columnsOf(counts: readonly Count[]): readonly Column[] {
  const finest = Math.min(...counts.map(daysOf));
  // Months differ by three days, years by one: what is twice as long is coarser.
  const isCoarse = (count: Count): boolean => daysOf(count) >= 2 * finest;
  const open: Column[] = [];
  return counts.map((count) => {
    const middle = (count.first + count.last) / 2;
    while (open.length > 0 && (open.at(-1)?.last ?? 0) < count.first) open.pop();
    const base = open.filter(({ last }) => last >= middle).reduce((sum, { density }) => sum + density, 0);
    const column = { ...count, base, density: (count.recorded + count.suggested) / daysOf(count), isCoarse: isCoarse(count) };
    if (column.isCoarse) open.push(column);
    return column;
  });
}

/** The most marks of a day; 0 where there are none. */
export const highest = (columns: readonly Column[]): number => columns.reduce((most, { base, density }) => Math.max(most, base + density), 0);

export function paintCounts(ctx: CanvasRenderingContext2D, columns: readonly Column[], field: Field): void {
  const most = highest(columns) / 0.94;
  const { look, height } = field;
  for (const column of columns) {
    const { first, last, recorded, suggested, base, density, isCoarse } = column;
    const [left, width] = spanOf(first, last + 1, field);
    if (left > field.width || left + width < 0) continue;
    const wide = Math.max(1, width - (width > 3 ? 1 : 0));
    const high = Math.max(2, Math.round((density / most) * height));
    const top = height - Math.round((base / most) * height) - high;
    const solid = Math.round((high * recorded) / (recorded + suggested));
    ctx.globalAlpha = isCoarse ? 0.4 : 1;
    ctx.fillStyle = look.accent;
    ctx.fillRect(left, top + high - solid, wide, solid);
    if (suggested > 0) paintHollow(ctx, [left, top, wide, high - solid], look.soft);
  }
  ctx.globalAlpha = 1;
}

function paintHollow(ctx: CanvasRenderingContext2D, [left, top, width, height]: readonly [number, number, number, number], colour: string): void {
  ctx.fillStyle = colour;
  ctx.fillRect(left, top, width, 1);
  if (width < 3) return;
  ctx.fillRect(left, top, 1, height);
  ctx.fillRect(left + width - 1, top, 1, height);
}
