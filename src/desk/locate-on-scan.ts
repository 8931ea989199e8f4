// Where words of a text stand whose pages were pictures: the pages are read again, since only the words of a scan are kept.
import { CodePoints, overlap, type Span } from '../base/span.ts';
import type { Page } from '../model/document.ts';
import type { Located } from '../reading/outcome.ts';
import type { ScanPage } from '../reading/reader-pool.ts';
import { scanPlaces } from '../reading/scan-places.ts';

/** Pages that are read again for one question: each takes some seconds. */
const MOST_PAGES = 20;

/**
 * One for each span, with no places where its pages are not among the first so many that are asked for, or cannot be read again.
 *
 * @param read - a page, counted from 1; null where it cannot be read again
 */
export async function locateOnScan(
  pages: readonly Page[],
  spans: readonly Span[],
  read: (number: number) => Promise<ScanPage | null>,
): Promise<readonly Located[]> {
  const asked = pages.flatMap((page, index) => (spans.some((span) => overlap(span, page) > 0) ? [{ page, number: index + 1 }] : [])).slice(0, MOST_PAGES);
  const found: Located[] = spans.map(() => ({ exact: '', places: [] }));
  for (const { page, number } of asked) {
    const scan = await read(number);
    // Where another Tesseract reads other words, its places mean nothing.
    if (!scan || Array.from(scan.text).length !== page.end - page.start) continue;
    const points = new CodePoints(scan.text);
    for (const [index, span] of spans.entries()) {
      if (overlap(span, page) === 0) continue;
      const here = { start: Math.max(0, span.start - page.start), end: Math.min(page.end, span.end) - page.start };
      const { exact = '', places = [] } = found[index] ?? {};
      const gap = exact === '' ? '' : '\n\n';
      found[index] = { exact: exact + gap + points.slice(here), places: [...places, ...scanPlaces(here, scan, scan.strips, number)] };
    }
  }
  return found;
}
