import { expect, test } from 'vitest';
import { isolated } from './isolated.ts';

test('words cannot end the isolate that they are put in', () => {
  expect(isolated('Kamran\u2069\u202e Sohrabzadeh')).toBe('\u2068Kamran Sohrabzadeh\u2069');
});

test('joiners that Persian spelling needs are kept', () => {
  expect(isolated('سهراب\u200cزاده')).toBe('\u2068سهراب\u200cزاده\u2069');
});
