// Where days lie on the canvas: from the left to the right, or the other way, as the language is written.
import type { Look } from './look.ts';
import type { View } from './scale.ts';

/** Pixels of the page. `height` is that of the part in which marks stand; the axis is below it. */
export type Field = { readonly width: number; readonly height: number; readonly view: View; readonly look: Look };

/** What the axis takes below the field, and between the two, where it is asked for, the strip of when it was said. */
export const AXIS = 40;
export const SAID = 44;

export const pixelsOfADay = ({ width, view }: Pick<Field, 'width' | 'view'>): number => width / view.days;

/** Where a day begins. */
export function placeOf(day: number, { width, view, look }: Field): number {
  const along = ((day - view.first) / view.days) * width;
  return look.isRightToLeft ? width - along : along;
}

/** The day at a place, with what has passed of it. */
export const dayAt = (place: number, { width, view, look }: Field): number => view.first + ((look.isRightToLeft ? width - place : place) / width) * view.days;

/** The left edge and the width of what lasts from a day up to another, in whole pixels, so that edges are sharp. */
export function spanOf(from: number, to: number, field: Field): readonly [left: number, width: number] {
  const [a, b] = [placeOf(from, field), placeOf(to, field)];
  const left = Math.round(Math.min(a, b));
  return [left, Math.round(Math.max(a, b)) - left];
}
