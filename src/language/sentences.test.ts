import { expect, test } from 'vitest';
import { inspect } from './inspect.ts';

const sentences = (text: string, language = 'en'): readonly string[] =>
  inspect({ text, published: null, language }, 'sentences').sentences.map(({ start, end }) => Array.from(text).slice(start, end).join(''));

test.each([
  [
    'an abbreviation does not end a sentence',
    'Dr. Kolar met Gen. Mensah at 5 p.m. on Monday. They left.',
    ['Dr. Kolar met Gen. Mensah at 5 p.m. on Monday.', 'They left.'],
  ],
  ['an abbreviation before a word that begins sentences does', 'He lives in the U.S. They do not.', ['He lives in the U.S.', 'They do not.']],
  ['a closing quotation mark belongs to the sentence that it closes', '“We saw it.” She left.', ['“We saw it.”', 'She left.']],
  ['a quotation that ends within a sentence does not end it', '“Who did it?” asked Mira Halim.', ['“Who did it?” asked Mira Halim.']],
  ['an empty line ends a headline', 'Court frees nurse\n\nA court freed a nurse.', ['Court frees nurse', 'A court freed a nurse.']],
  [
    'a full line of running text goes on',
    'The commission met for the second time in the old town hall of\nBrod on Monday.',
    ['The commission met for the second time in the old town hall of\nBrod on Monday.'],
  ],
  ['numbers of a list begin sentences', '1. Free the nurses. 2. Open the camp.', ['1. Free the nurses.', '2. Open the camp.']],
  ['a stop without a blank before a capital ends one', 'Thirty-four were held.The prosecutor agreed.', ['Thirty-four were held.', 'The prosecutor agreed.']],
])('%s', (_, text, expected) => {
  expect(sentences(text)).toEqual(expected);
});

test('Persian and Spanish marks end sentences', () => {
  expect(sentences('او کجاست؟ او در برود است.', 'fa')).toEqual(['او کجاست؟', 'او در برود است.']);
  expect(sentences('¿Quién fue? Nadie lo sabe.', 'es')).toEqual(['¿Quién fue?', 'Nadie lo sabe.']);
});
