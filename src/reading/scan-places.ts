// Where words that were read from a picture stand on the page that the picture is, or is part of.
import { overlap, type Span } from '../base/span.ts';
import type { PagePlace } from '../model/document.ts';
import type { PixelBox, RecognizedPage } from './recognized-words.ts';

/**
 * A picture on a page: its pixels, and where its upper left, upper right and lower left corner are, as x and y in fractions of the page as it
 * is shown. Of a page with several, they stand one below the other in what Tesseract is given.
 */
export type Strip = { readonly width: number; readonly height: number; readonly corners: readonly number[] };

/** One rectangle for each line that the span touches, around whole words; none where it touches no word. */
export function scanPlaces(span: Span, page: RecognizedPage, strips: readonly Strip[], number: number): readonly PagePlace[] {
  const lines = new Map<number, PixelBox>();
  for (const { line, box, ...at } of page.words) if (overlap(span, at) > 0) lines.set(line, around(lines.get(line), box));
  return [...lines.values()].flatMap((box) => {
    const place = onPage(box, strips);
    return place ? [{ page: number, ...place }] : [];
  });
}

function around(a: PixelBox | undefined, b: PixelBox): PixelBox {
  if (!a) return b;
  const [left, top] = [Math.min(a.left, b.left), Math.min(a.top, b.top)];
  return { left, top, width: Math.max(a.left + a.width, b.left + b.width) - left, height: Math.max(a.top + a.height, b.top + b.height) - top };
}

/** By the strip in which its middle lies; null below the last. */
function onPage(box: PixelBox, strips: readonly Strip[]): PixelBox | null {
  let above = 0;
  for (const strip of strips) {
    if (box.top + box.height / 2 <= above + strip.height) return inStrip({ ...box, top: box.top - above }, strip);
    above += strip.height;
  }
  return null;
}

/** The rectangle around the four corners of the box, however the picture lies on the page. */
function inStrip({ left, top, width, height }: PixelBox, strip: Strip): PixelBox {
  const [x1 = 0, y1 = 0, x2 = 1, y2 = 0, x3 = 0, y3 = 1] = strip.corners;
  const points = [
    [left, top],
    [left + width, top + height],
  ].map(([x = 0, y = 0]) => {
    const [across, down] = [x / strip.width, y / strip.height];
    return [within(x1 + (x2 - x1) * across + (x3 - x1) * down), within(y1 + (y2 - y1) * across + (y3 - y1) * down)] as const;
  });
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [from, upper] = [Math.min(...xs), Math.min(...ys)];
  return { left: from, top: upper, width: Math.max(...xs) - from, height: Math.max(...ys) - upper };
}

const within = (share: number): number => Math.min(1, Math.max(0, share));
