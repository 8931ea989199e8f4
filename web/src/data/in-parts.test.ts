import { expect, it } from 'vitest';
import { beginOf, haveSame, inParts } from './in-parts.ts';

const numbers = (many: number): readonly number[] => Array.from({ length: many }, (_, n) => n);

it('a list is cut into parts that hold all of it, in order, each where it says that it begins', () => {
  const parts = inParts(numbers(25));
  expect(parts.flat()).toEqual(numbers(25));
  expect(parts.map((part, n) => part[0] === beginOf(n))).toEqual(parts.map(() => true));
  expect(inParts([])).toEqual([]);
});

it('lists are the same where each member is the very same', () => {
  const claim = { id: 's_1' };
  expect(haveSame([claim], [claim])).toBe(true);
  expect(haveSame([claim], [{ ...claim }])).toBe(false);
  expect(haveSame([claim], [claim, claim])).toBe(false);
});
