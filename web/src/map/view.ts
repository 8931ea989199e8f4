// What of a map of so many units is seen: scaled by `scale` around its upper left corner, which is then moved to (x, y). The map always fills its frame.

export type View = { readonly scale: number; readonly x: number; readonly y: number };
export type Size = { readonly width: number; readonly height: number };
export type Point = readonly [number, number];

export const WHOLE: View = { scale: 1, x: 0, y: 0 };
const CLOSEST = 60;

function within({ scale, x, y }: View, { width, height }: Size): View {
  const held = (at: number, length: number): number => Math.min(0, Math.max(length * (1 - scale), at));
  return { scale, x: held(x, width), y: held(y, height) };
}

/** Closer by a factor (further away below 1); what is at `around` in the frame stays there. */
export function zoomed({ scale, x, y }: View, factor: number, [atX, atY]: Point, size: Size): View {
  const next = Math.min(CLOSEST, Math.max(1, scale * factor));
  return within({ scale: next, x: atX - ((atX - x) * next) / scale, y: atY - ((atY - y) * next) / scale }, size);
}

/** Moved by so many units of the frame. */
export const panned = ({ scale, x, y }: View, [byX, byY]: Point, size: Size): View => within({ scale, x: x + byX, y: y + byY }, size);

/** Where a place of the map stands in the frame. */
export const seenAt = ({ scale, x, y }: View, [atX, atY]: Point): Point => [atX * scale + x, atY * scale + y];

/** Whether a part of the map (left, top, right, bottom) is in the frame. */
export function isSeen(view: View, [left, top, right, bottom]: readonly [number, number, number, number], { width, height }: Size): boolean {
  const [[fromX, fromY], [toX, toY]] = [seenAt(view, [left, top]), seenAt(view, [right, bottom])];
  return toX >= 0 && fromX <= width && toY >= 0 && fromY <= height;
}

/** A view in which these places of the map are seen: as it is where they are already, else with them in the middle, no closer than `closest`. */
export function showing(view: View, places: readonly Point[], closest: number, size: Size): View {
  return places.every(([x, y]) => isSeen(view, [x, y, x, y], size)) ? view : fitting(places, Math.max(view.scale, closest), size);
}

/** These places of the map in the middle of the frame, no closer than `closest`. */
export function fitting(places: readonly Point[], closest: number, size: Size): View {
  if (places.length === 0) return WHOLE;
  const [xs, ys] = [places.map(([atX]) => atX), places.map(([, atY]) => atY)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const fits = 0.8 * Math.min(size.width / Math.max(1, right - left), size.height / Math.max(1, bottom - top));
  const scale = Math.max(1, Math.min(fits, closest, CLOSEST));
  return within({ scale, x: size.width / 2 - ((left + right) / 2) * scale, y: size.height / 2 - ((top + bottom) / 2) * scale }, size);
}
