import { expect, test } from 'vitest';
import { directionOf, logicalLine } from './visual-order.ts';

// Each line is given as it is seen, from left to right, piece by piece.
test.each([
  ['Persian', ['کرد', ' ', 'محکوم', ' ', 'را', ' ', 'او'], 'او را محکوم کرد'],
  ['Persian with a number', ['بود', ' ', '۱٬۹۰۰', ' ', 'شمار'], 'شمار ۱٬۹۰۰ بود'],
  ['a number whose digits are pieces', ['بود', ' ', '۱', '۹', '۸', '۷', ' ', 'سال'], 'سال ۱۹۸۷ بود'],
  ['English inside', ['را', ' ', 'Ledger', ' ', 'for', ' ', 'Justice', ' ', 'سازمان'], 'سازمان Ledger for Justice را'],
  ['brackets stored as they are seen', ['بود', ' ', '(', 'سه', ')', ' ', 'پیوست'], 'پیوست (سه) بود'],
  ['brackets stored as they are meant', ['بود', ' ', ')', 'سه', '(', ' ', 'پیوست'], 'پیوست (سه) بود'],
])('a line from the right: %s', (_, visual, logical) => {
  expect(logicalLine(visual, 'rtl')).toBe(logical);
});

test('a line from the left keeps its order, and turns Persian words inside of it', () => {
  expect(logicalLine(['The', ' ', 'word', ' ', 'دلیل', ' ', 'بی', ' ', 'is', ' ', 'Persian.'], 'ltr')).toBe('The word بی دلیل is Persian.');
});

test('the direction is that of most letters, and of none without letters', () => {
  expect([directionOf('abc د'), directionOf('سلام a'), directionOf('12 (3)')]).toEqual(['ltr', 'rtl', null]);
});
