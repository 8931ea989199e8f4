import { expect, it } from 'vitest';
import { dateWords } from './date-words.ts';

it.each([
  ['2024-06-15', '15 June 2024'],
  ['2024-06', 'June 2024'],
  ['1988', '1988'],
  ['1988~', 'about 1988'],
  ['2024-06-15?', '2024-06-15?'],
  ['2021/..', '2021/..'],
  ['last week', 'last week'],
])('%s is read as “%s”', (edtf, words) => {
  expect(dateWords(edtf)).toBe(words);
});
