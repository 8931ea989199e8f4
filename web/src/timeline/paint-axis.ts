// Draws the time axis: lines through the field, and below it dates in the calendar that the language's speakers know best, with the other under them.
import type { Tongue } from '../data/tongue.tsx';
import { AXIS, placeOf, SAID, type Field } from './field.ts';
import { ticksOf, type Calendar, type Tick } from './ticks.ts';

/** Two labels stand at least so far apart. */
const ROOM = 76;

export function paintAxis(ctx: CanvasRenderingContext2D, field: Field): void {
  const { look, width, view } = field;
  const height = field.height + (look.said ? SAID : 0);
  const calendars: readonly Calendar[] = look.tongue.code === 'fa' ? ['solarHijri', 'gregorian'] : ['gregorian', 'solarHijri'];
  ctx.textBaseline = 'middle';
  ctx.direction = look.isRightToLeft ? 'rtl' : 'ltr';
  ctx.textAlign = 'start';
  for (const [row, calendar] of calendars.entries()) {
    const isFirst = row === 0;
    const ticks = ticksOf(view, width, ROOM, calendar);
    let taken = -Infinity;
    for (const tick of ticks) {
      const at = Math.round(placeOf(tick.day, field));
      ctx.fillStyle = look.line;
      if (isFirst) ctx.fillRect(at, 0, 1, height);
      ctx.font = `${isFirst && tick.isMain ? '600 ' : ''}${isFirst ? 12 : 11}px ${look.font}`;
      const words = wordsOf(tick, ticks, calendar, look.tongue);
      const along = look.isRightToLeft ? width - at : at;
      // The first, which tells its year too, may leave no room for the second, and none is cut off.
      const end = along + ctx.measureText(words).width + 8;
      if (along < taken || end > width) continue;
      taken = end;
      ctx.fillRect(at, height + row * (AXIS / 2), 1, AXIS / 2);
      ctx.fillStyle = isFirst ? look.ink : look.soft;
      ctx.fillText(words, at + (look.isRightToLeft ? -4 : 4), height + (row + 0.5) * (AXIS / 2));
    }
  }
  ctx.fillStyle = look.soft;
  ctx.fillRect(0, height, width, 1);
  if (look.said) ctx.fillRect(0, field.height, width, 1);
}

/** The first of a row tells its year, too. */
function wordsOf({ of, date: { year, month, day }, day: at }: Tick, ticks: readonly Tick[], calendar: Calendar, tongue: Tongue): string {
  if (of === 'year') return tongue.digits(year);
  const name = tongue.list(calendar === 'gregorian' ? 'months.gregorian' : 'months.solarHijri')[month - 1] ?? '';
  const isFirst = ticks[0]?.day === at;
  if (of === 'month') return isFirst ? tongue.say('when.month', { month: name, year: tongue.digits(year) }) : name;
  return isFirst ? tongue.say('when.day', { day: tongue.digits(day), month: name, year: tongue.digits(year) }) : tongue.digits(day);
}
