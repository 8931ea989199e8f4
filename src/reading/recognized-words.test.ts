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
  expect(recognizedWords(words.map(row).join('\n'))).toEqual({
    pages: ['The international court\n\nhas\n\ndecided.', 'End'],
    confidence: 80,
    words: 7,
  });
});

test('a page without words keeps its place; what is no row is passed over', () => {
  const table = ['level\tpage_num', '1\t1\t0\t0\t0\t0\t0\t0\t9\t9\t-1\t', row([2, 1, 1, 1, 50, 'End']), row([9, 1, 1, 1, 50, 'far']), 'x'].join('\n');
  expect(recognizedWords(table)).toEqual({ pages: ['', 'End'], confidence: 50, words: 1 });
});
