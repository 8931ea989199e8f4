import { expect, test } from 'vitest';
import { quoteAt } from './picked-words.ts';

test('space at the ends of a selection is no part of the quote', () => {
  expect(quoteAt('He was  arrested.', { start: 2, end: 8 })).toEqual({ exact: 'was', start: 3, end: 6 });
  expect(quoteAt('He was  arrested.', { start: 6, end: 8 })).toBeNull();
});

test('offsets are code points', () => {
  expect(quoteAt('𐍈𐍈 arrested', { start: 2, end: 11 })).toEqual({ exact: 'arrested', start: 3, end: 11 });
});

test('a word that is covered in part is meant whole', () => {
  expect(quoteAt('The charges concerned politics.', { start: 7, end: 26 })?.exact).toBe('charges concerned politics');
  expect(quoteAt('کامران سهراب‌زاده بود', { start: 0, end: 9 })?.exact).toBe('کامران سهراب‌زاده');
});
