import { expect, it } from 'vitest';
import { nameFinder } from './find-name.ts';

it.each([
  ['Mina Farhadi', 'A letter by Ms. MINA  Farhádi’s lawyer.', true],
  ['Mrs Mina Farhadi', 'They saw Mina\nFarhadi there.', true],
  ['Mina Farhadi', 'They saw Farhadi there, and later Mina.', false],
  ['Mina', 'The Minaret of the old town.', false],
  ['علي رضائی', 'به‌گفتهٔ عَلی رضایی‌ها', true],
  ['الرستكار', 'وقالت للصحيفة إنه بالرستکار وحده', true],
  ['the commander', 'It was the commander who came.', true],
  ['', 'nothing is named', false],
] as const)('finds the words of %s in “%s”: %s', (name, text, found) => {
  expect(nameFinder(name)(text)).toBe(found);
});
