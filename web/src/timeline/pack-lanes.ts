// Which lane each mark of the timeline is drawn in, so that none lies over another: the lowest that is free. What no lane has room for is drawn as density.
import type { Mark } from '../../../src/model/timeline.ts';

/** The narrowest that a mark is drawn, with what is left free beside it, and how long what is open goes on before it has faded; in pixels. */
export const LEAST_WIDTH = 3;
const FREE = 1;
export const FADE = 48;

/** Where a mark is drawn, in days: the end is not included. `whiskers` is how far "about" reaches on either side. */
export type Extent = { readonly from: number; readonly to: number; readonly whiskers: number };

/** What is open is drawn for as long as it takes to fade. */
export function extentOf({ first, last, hedge }: Mark, pixelsOfADay: number): Extent {
  const fade = FADE / pixelsOfADay;
  const from = first ?? (last ?? 0) + 1 - fade;
  const to = last === null ? from + fade : last + 1;
  const isAbout = (hedge === '~' || hedge === '%') && first !== null && last !== null;
  return { from, to, whiskers: isAbout ? to - from : 0 };
}

/** Scales at which lanes stay as they are: from one power of two to the next, in pixels of a day. */
export const scaleOf = (pixelsOfADay: number): number => 2 ** Math.floor(Math.log2(pixelsOfADay));

/** Lanes are counted from 0, the lowest; -1: there is none for it. */
export type Packed = { readonly lanes: Int16Array; readonly used: number; readonly left: number };

/**
 * Lanes for marks that are in order of time, good at `scale` and up to twice that.
 *
 * O(marks × lanes).
 */
export function packLanes(marks: readonly Mark[], scale: number, most: number): Packed {
  const lanes = new Int16Array(marks.length).fill(-1);
  const ends: number[] = [];
  let left = 0;
  marks.forEach((mark, n) => {
    const { from, to, whiskers } = extentOf(mark, scale);
    const begin = from - whiskers;
    const end = Math.max(to + whiskers, from + LEAST_WIDTH / scale) + FREE / scale;
    let lane = 0;
    while (lane < ends.length && (ends[lane] ?? 0) > begin) lane++;
    if (lane >= most) {
      left++;
      return;
    }
    ends[lane] = end;
    lanes[n] = lane;
  });
  return { lanes, used: ends.length, left };
}
