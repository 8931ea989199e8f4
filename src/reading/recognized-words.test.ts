import { expect, test } from 'vitest';
import { recognizedWords } from './recognized-words.ts';

/** page, block, paragraph, line, confidence, text */
type Word = readonly [page: number, block: number, paragraph: number, line: number, confidence: number, text: string];
const row = ([page, block, paragraph, line, confidence, text]: Word): string => ['5', page, block, paragraph, line, 1, 0, 0, 1, 1, confidence, text].join('\t');

test('lines of a paragraph are joined, with the words that their ends broke; paragraphs and pages are parted', () => {
  const words: readonly Word[] = [
    [1, 1, 1, 1, 90, 'The'],
    [1, 1, 1, 1, 80, 'inter-'],
    [1, 1, 1, 2, 70, 'national'],
    [1, 1, 1, 2, 80, 'court'],
    [1, 1, 2, 1, 80, 'has'],
    [1, 2, 1, 1, 80, 'decided.'],
    [2, 1, 1, 1, 80, 'End'],
  ];
  const { pages, ...rest } = recognizedWords(words.map(row).join('\n'));
  expect(pages.map((page) => page.text)).toEqual(['The international court\n\nhas\n\ndecided.', 'End']);
  expect(rest).toEqual({ confidence: 80, words: 7 });
});

test('a page without words keeps its place; what is no row is passed over', () => {
  const table = ['level\tpage_num', '1\t1\t0\t0\t0\t0\t0\t0\t9\t9\t-1\t', row([2, 1, 1, 1, 50, 'End']), row([9, 1, 1, 1, 50, 'far']), 'x'].join('\n');
  expect(recognizedWords(table).pages.map(({ text, width }) => [text, width])).toEqual([
    ['', 9],
    ['End', 0],
  ]);
});

test('a word knows its place in the text and on the picture, also where its hyphen was dropped', () => {
  const placed = (line: number, left: number, text: string): string => ['5', 1, 1, 1, line, 1, left, 10 * line, 8, 5, 90, text].join('\t');
  const [page] = recognizedWords([placed(1, 0, 'an'), placed(1, 10, 'inter-'), placed(2, 0, 'national'), placed(2, 9, 'court')].join('\n')).pages;
  expect(page?.words.map(({ start, end, line, box }) => [page.text.slice(start, end), line, box.left, box.top])).toEqual([
    ['an', 1, 0, 10],
    ['inter', 1, 10, 10],
    ['national', 2, 0, 20],
    ['court', 2, 9, 20],
  ]);
});
