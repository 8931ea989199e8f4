import { expect, test } from 'vitest';
import { pdfOf, words } from '../../fixtures/reading/make-pdf.ts';
import { readPdf } from './read-pdf.ts';

const page = (line: string, bottom: string): string => words([50, 780, line], [290, 40, bottom]);

async function read(contents: readonly string[]): Promise<string> {
  const result = await readPdf(pdfOf(contents));
  return result.ok ? `${result.reading.pages.map(({ label }) => label).join(' ')} | ${result.reading.text}` : result.problem.code;
}

test('numbers that go up with the pages are labels, and a sentence goes on over them', async () => {
  expect(await read([page('The court found that he was', '11'), page('in the prison on that day', '12'), page('and on no other.', '13')])).toBe(
    '11 12 13 | The court found that he was in the prison on that day and on no other.',
  );
});

test('they may say that they are page numbers', async () => {
  expect(await read([page('The court found that', '- 1 -'), page('he was there.', 'Page 2 of 2')])).toBe('1 2 | The court found that he was there.');
});

test.each([
  ['a number on one page only', [page('The year was', '1987'), page('and no other.', 'end')]],
  ['numbers that do not go up with the pages', [page('The year was', '1987'), page('and then', '1991')]],
])('%s is text', async (_, contents) => {
  expect(await read(contents)).toMatch(/^1 2 \| .*1987/s);
});
