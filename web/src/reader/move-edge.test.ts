import { expect, test } from 'vitest';
import { moveEdge, type EdgeMove } from './move-edge.ts';

const text = '😀 On Monday the court convicted him of murder.';
const quote = { exact: 'the court convicted', start: 12, end: 31 };

test.each<[EdgeMove, string, number, number]>([
  ['earlier', 'Monday the court convicted', 5, 31],
  ['later', 'court convicted', 16, 31],
  ['shorter', 'the court', 12, 21],
  ['longer', 'the court convicted him', 12, 35],
])('%s moves one edge by a word, in code points', (move, exact, start, end) => {
  expect(moveEdge(text, quote, move)).toEqual({ exact, start, end });
  expect(Array.from(text).slice(start, end).join('')).toBe(exact);
});

test('a quote keeps at least one word, and does not reach beyond the text', () => {
  const word = { exact: 'court', start: 16, end: 21 };
  expect(moveEdge(text, word, 'later')).toBe(word);
  expect(moveEdge(text, word, 'shorter')).toBe(word);
  const all = { exact: text, start: 0, end: Array.from(text).length };
  expect(moveEdge(text, all, 'longer')).toEqual(all);
  expect(moveEdge(text, all, 'earlier')).toEqual(all);
});
