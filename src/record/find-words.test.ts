import { expect, it } from 'vitest';
import { CodePoints } from '../base/span.ts';
import { lettersOf, placesOf, remainsOf, tellingWords } from './find-words.ts';

const found = (text: string, words: string): readonly string[] => placesOf(lettersOf(text), words).map((span) => new CodePoints(text).slice(span));

it.each([
  ['Mina Farhadi', 'A letter by Ms. MINA  Farhádi’s lawyer.', ['MINA  Farhádi']],
  ['Mina Farhadi', 'They saw Mina\nFar-\nhadi there, and Mina\u00a0Far\u00adhadi.', ['Mina\nFar-\nhadi', 'Mina\u00a0Far\u00adhadi']],
  ['Mina Farhadi', 'They saw Farhadi there, and later Mina.', []],
  ['Mina', 'The Minaret of the old town; a gemina.', []],
  ['Ali', 'In Nepal I saw Ali.', ['Ali']],
  ['علي رضائی', '😀 به‌گفتهٔ عَلی رضایی‌ها', ['عَلی رضایی']],
  ['علی', 'فعلی و علیه نیست: علی', ['علی']],
  ['الرستكار', 'وقالت للصحيفة إنه بالرستکار وحده', ['بالرستکار']],
  ['the commander', 'It was the commander who came.', ['the commander']],
  ['…', 'nothing is named', []],
] as const)('finds the words of %s in “%s”', (words, text, places) => {
  expect(found(text, words)).toEqual(places);
});

it('leaves nothing of long words, not even inside of others or spaced out', () => {
  const text = 'R a s t e g a r and Rastegarpour';
  expect(remainsOf(lettersOf(text), 'Rastegar').map((span) => new CodePoints(text).slice(span))).toEqual(['R a s t e g a r', 'Rastegarpour']);
  expect(remainsOf(lettersOf('alive'), 'Ali')).toEqual([]);
});

it('takes a name without its titles, and keeps what joins its words', () => {
  expect(['Mrs. Mina Farhadi', 'Ali bin Hasan', 'the commander'].map(tellingWords)).toEqual(['mina farhadi', 'ali bin hasan', 'the commander']);
});
