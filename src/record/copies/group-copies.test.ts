import { expect, test } from 'vitest';
import { groupCopies } from './group-copies.ts';

const pairs = (...words: readonly string[]) => words.map((each) => ({ left: each.charAt(0), right: each.charAt(1) }));

test.each([
  ['nothing', [], []],
  ['what hangs together through others', ['ab', 'bc', 'de'], ['abc', 'de']],
  ['in whatever order the pairs come', ['cd', 'ab', 'bc'], ['abcd']],
  ['two that come together by a third', ['ab', 'cd', 'ef', 'bd'], ['abcd', 'ef']],
  ['every two of a group', ['ab', 'ac', 'bc'], ['abc']],
])('%s is grouped', (_, given, groups) => {
  expect(groupCopies(pairs(...given)).map((ids) => ids.join(''))).toEqual(groups);
});
