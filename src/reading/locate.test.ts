import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { pdfOf, words } from '../../fixtures/reading/make-pdf.ts';
import { CodePoints, type Span } from '../base/span.ts';
import type { Located } from './outcome.ts';
import { locateInPdf, readPdf } from './read-pdf.ts';

async function locate(bytes: Uint8Array, quote: string): Promise<Located> {
  const read = await readPdf(bytes);
  if (!read.ok) throw new Error(read.problem.code);
  const { text } = read.reading;
  const points = new CodePoints(text);
  const start = text.indexOf(quote);
  const span: Span = { start: points.fromUnit(start), end: points.fromUnit(start + quote.length) };
  const result = await locateInPdf(bytes, [span]);
  const located = result.ok ? result.located[0] : undefined;
  if (!located) throw new Error('not located');
  return located;
}

/** In points of A4, 595 by 842. */
const rounded = ({ places }: Located): readonly (readonly number[])[] =>
  places.map(({ page, left, top, width, height }) => [page, left * 595, top * 842, width * 595, height * 842].map(Math.round));

test('a quote stands where its runs stand, line by line, measured from the upper left corner', async () => {
  const bytes = pdfOf(['', words([50, 780, 'The court'], [110, 780, 'has decided'], [50, 765, 'that he is free.'])]);
  // A4 is 842 points high; 12 point letters reach 10.8 above their baseline and 3 below; Helvetica's widths of these
  // letters sum to 64.7.
  expect(rounded(await locate(bytes, 'has decided'))).toEqual([[2, 110, 51, 65, 14]]);
  const [first, second] = (await locate(bytes, 'decided that')).places;
  expect(first).toMatchObject({ page: 2 });
  expect(first?.left).toBeGreaterThan(125 / 595);
  expect(second?.left).toBeCloseTo(50 / 595);
  expect(second?.top).toBeCloseTo((first?.top ?? 0) + 15 / 842);
});

test('on a page that is shown turned, the rectangle is turned with it', async () => {
  const page = Buffer.from(
    pdfOf([words([50, 780, 'The court'])])
      .toString('latin1')
      .replace('/MediaBox [0 0 595 842]', '/Rotate 90 /MediaBox [0 0 595 842]'),
    'latin1',
  );
  const [place] = (await locate(page, 'The court')).places;
  expect(place?.height).toBeGreaterThan((place?.width ?? 0) * 3);
});

// The words of this line, from the right: two thirds of the way along it.
test('a quote in a line from the right stands to the left of what is before it', async () => {
  const bytes = await readFile(new URL('../../fixtures/reading/court-fa.pdf', import.meta.url));
  const title = await locate(bytes, 'حبس ابد در دادگاه سنگ‌تراش');
  const word = await locate(bytes, 'دادگاه سنگ‌تراش');
  expect(word.exact).toBe('دادگاه سنگ‌تراش');
  const [whole, part] = [title.places[0], word.places[0]];
  expect(part?.left).toBeCloseTo(whole?.left ?? 0, 2);
  expect(part?.width).toBeLessThan((whole?.width ?? 0) * 0.75);
  expect(part?.width).toBeGreaterThan((whole?.width ?? 0) * 0.5);
});

test('a span that holds no letter, or lies outside of the text, has no place', async () => {
  const result = await locateInPdf(pdfOf([words([50, 780, 'The court'])]), [
    { start: 3, end: 4 },
    { start: 100, end: 110 },
  ]);
  expect(result).toEqual({ ok: true, located: [{ exact: ' ', places: [] }, { exact: '', places: [] }] }); // prettier-ignore
});
