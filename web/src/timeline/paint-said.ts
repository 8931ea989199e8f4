// Draws when the marks were said, in a strip of its own below when they happened: as columns, and for one mark as a thread to where it stands there.
import type { Mark } from '../../../src/model/timeline.ts';
import { placeOf, SAID, type Field } from './field.ts';
import type { Box } from './paint-marks.ts';
import { Tally } from './tally.ts';

const WORDS = 14;

export function paintSaid(ctx: CanvasRenderingContext2D, marks: readonly Mark[], field: Field): void {
  const { look, width, height } = field;
  const tally = new Tally(width);
  for (const { said } of marks) if (said !== undefined) tally.count(placeOf(said + 0.5, field));
  ctx.fillStyle = look.soft;
  tally.paint(ctx, height + SAID, SAID - WORDS);
  ctx.font = `11px ${look.font}`;
  ctx.fillText(look.tongue.say('timeline.saidWhen'), look.isRightToLeft ? width - 6 : 6, height + WORDS / 2 + 2);
}

export function paintThread(ctx: CanvasRenderingContext2D, [left, top, width, height]: Box, said: number, field: Field): void {
  const at = Math.round(placeOf(said + 0.5, field));
  ctx.strokeStyle = field.look.ink;
  ctx.lineWidth = 1.5;
  ctx.beginPath();
  ctx.moveTo(left + width / 2, top + height + 2);
  ctx.lineTo(at, field.height + SAID);
  ctx.stroke();
  ctx.fillStyle = field.look.ink;
  ctx.fillRect(at - 2, field.height + WORDS, 4, SAID - WORDS);
}
