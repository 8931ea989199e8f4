import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { pdfOf, words } from '../../fixtures/reading/make-pdf.ts';
import { CodePoints } from '../base/span.ts';
import type { Reading } from '../model/document.ts';
import { readPdf } from './read-pdf.ts';

type Parts = Omit<Reading, 'reader'>;

async function read(bytes: Uint8Array): Promise<Parts> {
  const result = await readPdf(bytes);
  if (!result.ok) throw new Error(result.problem.code);
  return result.reading;
}

const problemOf = async (bytes: Uint8Array): Promise<string> => {
  const result = await readPdf(bytes);
  return result.ok ? 'read' : result.problem.code;
};

test('paragraphs go by the distance of lines, and go on over the end of a page', async () => {
  const page1 = words(
    [50, 780, 'The first paragraph of this page'],
    [50, 765, 'is of two lines.'],
    [50, 735, 'The second goes on over the end of the'],
    [50, 720, 'page, and ends on the other, where it'],
  );
  const page2 = words([50, 780, 'had not been looked for.'], [50, 750, 'The third.']);
  const { text, pages } = await read(pdfOf([page1, page2]));
  expect(text).toBe(
    'The first paragraph of this page is of two lines.\n\nThe second goes on over the end of the page, and ends on the other, where it had not been looked for.\n\nThe third.',
  );
  expect(pages.map((page) => [page.label, text.slice(page.start, page.end).slice(0, 9)])).toEqual([
    ['1', 'The first'],
    ['2', 'had not b'],
  ]);
});

test('words that the typesetter broke are joined; hyphens that are part of a word stay', async () => {
  const lines = words([50, 780, 'An inter-'], [50, 765, 'national court of twenty-'], [50, 750, 'two judges; twenty-two is many for an international one.']);
  expect((await read(pdfOf([lines]))).text).toBe('An international court of twenty-two judges; twenty-two is many for an international one.');
});

test('what stands far apart on a line is a row of a table', async () => {
  const rows = words([50, 780, 'Year'], [200, 780, 'Count'], [50, 765, '1987'], [200, 765, '1,900']);
  expect((await read(pdfOf([rows]))).text).toBe('Year\tCount\n1987\t1,900');
});

test('a line that is stretched to the width of its column is no row of a table', async () => {
  const stretched = words([50, 780, 'accused,'], [130, 780, 'then'], [190, 780, 'an'], [240, 780, 'assistant']);
  expect((await read(pdfOf([stretched]))).text).toBe('accused, then an assistant');
});

test('letters drawn twice for bold are read once; a page without text has an empty span', async () => {
  const { text, pages } = await read(pdfOf([words([50, 780, 'Heading.'], [50.4, 780, 'Heading.']), '', words([50, 780, 'End'])]));
  expect(text).toBe('Heading.\n\nEnd');
  expect(pages.map(({ start, end }) => [start, end])).toEqual([[0, 8], [8, 8], [10, 13]]); // prettier-ignore
});

test('of many pages without text those that were not looked at are said to be', { timeout: 30_000 }, async () => {
  const { warnings } = await read(pdfOf([words([50, 780, 'The court']), ...Array.from({ length: 52 }, () => '')]));
  expect(warnings).toEqual([{ code: 'pages-without-text', detail: 'Of 53 pages, 2 without text, from page 52 on, were not looked at.' }]);
});

test('pages that are pictures, or damaged, are named in a warning, and the others are read; a blank page is none', async () => {
  const scan = `q 595 0 0 842 0 0 cm BI /W 120 /H 120 /BPC 8 /CS /G /F /AHx ID ${'80'.repeat(120 * 120)}> EI Q`;
  const { text, warnings } = await read(pdfOf([words([50, 780, 'The court']), scan, '']));
  expect([text, warnings]).toEqual(['The court', [{ code: 'pages-without-text', detail: 'Of 3 pages, these are pictures, whose words were not read: 2.' }]]);
  const whole = pdfOf([words([50, 780, 'The court']), words([50, 780, 'has decided'])]).toString('latin1');
  const at = whole.lastIndexOf('<< /Type /Page /Parent');
  const broken = await read(Buffer.from(`${whole.slice(0, at)}((${whole.slice(at + 2)}`, 'latin1'));
  expect([broken.text, broken.pages.length]).toEqual(['The court', 2]);
  expect(broken.warnings).toEqual([{ code: 'pages-failed', detail: 'Of 2 pages, these are damaged and were not read: 2.' }]);
});

test.each([
  ['a page that is a picture', pdfOf(['0 0 100 100 re f']), 'needs-ocr'],
  ['a header and nothing else', Buffer.from('%PDF-1.7\n'), 'damaged'],
  ['the first half of a file', pdfOf([words([50, 780, 'Text'])]).subarray(0, 200), 'damaged'],
])('%s is a finding', async (_, bytes, code) => {
  expect(await problemOf(bytes)).toBe(code);
});

// Printed by a browser; see fixtures/reading/README.md.
test.each(['court-en', 'court-fa'])('%s.pdf is read letter for letter, with its paragraphs and pages', async (name) => {
  const folder = new URL('../../fixtures/reading/', import.meta.url);
  const expected = (await readFile(new URL(`${name}.txt`, folder), 'utf8')).trim();
  const { text, pages, metadata } = await read(await readFile(new URL(`${name}.pdf`, folder)));
  expect(text).toBe(expected);
  expect(metadata.title?.[0]?.value).toBe(expected.split('\n')[0]);
  // The day on which the file was made or saved is not the day on which it was published.
  expect(metadata.saved).toEqual([{ value: '2026-11-21', from: 'PDF ModDate' }]);
  expect((metadata.published ?? []).filter(({ from }) => from.startsWith('PDF'))).toEqual([]);
  const points = new CodePoints(text);
  const quote = name === 'court-en' ? 'the names of at least 1,900 people' : 'گوری نشان ندادند';
  const start = points.fromUnit(text.indexOf(quote));
  expect(pages.find((page) => page.start <= start && start < page.end)?.label).toBe('2');
});

test('of Persian lines that a word processor stretched by strokes between letters, at least 97 % of the words are read letter for letter', async () => {
  const folder = new URL('../../fixtures/reading/', import.meta.url);
  const [, ...paragraphs] = (await readFile(new URL('court-fa.txt', folder), 'utf8')).trim().split('\n\n');
  const { text } = await read(await readFile(new URL('court-fa-justified.pdf', folder)));
  const left = new Map<string, number>();
  for (const word of text.split(/\s+/)) left.set(word, (left.get(word) ?? 0) + 1);
  const expected = paragraphs.join(' ').split(/\s+/);
  const found = expected.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count > 0;
  });
  expect(found.length / expected.length).toBeGreaterThanOrEqual(0.97);
  expect(text).toContain('سهراب‌زاده را به اتهام جنایت علیه حقوق');
});
