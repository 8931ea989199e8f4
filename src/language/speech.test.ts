import { expect, test } from 'vitest';
import { inspect } from './inspect.ts';

type Said = { readonly speaker: string | null; readonly content: readonly string[] };

function speech(text: string): readonly Said[] {
  const chars = Array.from(text);
  return inspect({ text, published: null, language: 'en' }, 'speech').speech.map(({ speaker, content }) => ({
    speaker,
    content: content.map(({ start, end }) => chars.slice(start, end).join('')),
  }));
}

test.each([
  ['a clause with "that"', 'Mira Halim said that the camp was open.', 'Mira Halim', ['that the camp was open']],
  ['a clause without it', 'Mira Halim said the camp was open.', 'Mira Halim', ['the camp was open']],
  ['the speaker after', 'The camp was open, said Mira Halim.', 'Mira Halim', ['The camp was open']],
  ['a quotation in two parts', '“The camp was open,” Mira Halim said. “Nobody left it.”', 'Mira Halim', ['“The camp was open,”', '“Nobody left it.”']],
  ['a speaker between two commas', 'The camp, Mira Halim said, was open.', 'Mira Halim', ['The camp', 'was open']],
  ['a speaker with a bracket', '“The camp was open,” Mira Halim (Brod) said.', 'Mira Halim', ['“The camp was open,”']],
  ['according to', 'According to the ministry, the camp was open.', 'ministry', ['the camp was open']],
  ['a headline with a colon', 'Halim: the camp was never open', 'Halim', ['the camp was never open']],
])('%s', (_, text, speaker, content) => {
  expect(speech(text)).toContainEqual({ speaker, content });
});

test('a quotation over two sentences is one content', () => {
  const text = '"The camp was open. Nobody left it," said Mira Halim.';
  expect(speech(text)[0]?.content).toEqual(['"The camp was open. Nobody left it,"']);
});

test('a speaker is given in the fullest form of the document', () => {
  expect(speech('Mira Halim is a nurse. Halim said the camp was open.').map((each) => each.speaker)).toEqual(['Mira Halim']);
});

test('what somebody quoted thinks is a part of their words and no speech of its own', () => {
  const text = 'Mira Halim said: “The mayor hopes that the camp is open. We left it.”';
  expect(speech(text).map((each) => each.speaker)).toEqual(['Mira Halim']);
});
