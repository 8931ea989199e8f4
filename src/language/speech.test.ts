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
  ['a noun', 'Mira Halim condemned the arrests that the ministry had ordered.', 'Mira Halim', ['the arrests that the ministry had ordered']],
  ['a passive', 'The plan was backed by Mira Halim.', 'Mira Halim', ['The plan']],
  ['a name for something', 'Mira Halim called the ruling a disgrace.', 'Mira Halim', ['the ruling a disgrace']],
  ['a noun as cue', 'Halim’s claim that the camp was open went unheard.', 'Halim', ['that the camp was open went unheard']],
  ['a feeling', 'Mira Halim was critical of the ruling.', 'Mira Halim', ['the ruling']],
  ['a poll', 'The poll shows a narrow lead.', 'poll', ['a narrow lead']],
  ['a speaker between dashes', 'Mira Halim -- a nurse who saw it -- said the camp was open.', 'Mira Halim', ['the camp was open']],
  ['a gerund of the main speaker', 'Mira Halim praised the guards who held the gate, adding that it was open.', 'Mira Halim', ['that it was open']],
  ['the next speaker left out', 'Mira Halim said the camp was open, and the ministry denied that it was.', 'Mira Halim', ['the camp was open']],
  ['a concession left out', 'Mira Halim said that the camp was open, although it was shut.', 'Mira Halim', ['that the camp was open']],
  ['a fronted clause', 'While Mira Halim says the camp is open, the ministry has closed it.', 'Mira Halim', ['the camp is open']],
  ['a signed quotation', '“Nobody left the camp alive.” ― Mira Halim', 'Mira Halim', ['“Nobody left the camp alive.”']],
  ['a contraction in it', '“They’re afraid,” Mira Halim said.', 'Mira Halim', ['“They’re afraid,”']],
  ['a genitive that is a verb', '“The street’s a ruin,” said Mira Halim.', 'Mira Halim', ['“The street’s a ruin,”']],
  ['a quotation without a verb', '“A great nurse,” Mira Halim said.', 'Mira Halim', ['“A great nurse,”']],
  ['who is told behind the verb', '“Nobody left,” Mira Halim, the nurse, told the Brod Post.', 'Mira Halim', ['“Nobody left,”']],
  ['a present behind a quotation', '“Nobody left it,” says Mira Halim.', 'Mira Halim', ['“Nobody left it,”']],
  ['a demand behind a question', '“Why did nobody leave?” Mira Halim demanded.', 'Mira Halim', ['“Why did nobody leave?”']],
  ['a newspaper at the end', 'The camp was open in May, the Brod Journal reports.', 'Brod Journal', ['The camp was open in May']],
  ['an adjective that looks like a verb', '“The camp was open,” retired nurse Mira Halim said.', 'Mira Halim', ['“The camp was open,”']],
  ['a speaker behind as', 'As Mira Halim noted, the camp was open.', 'Mira Halim', ['the camp was open']],
  ['a relative clause without a relative', 'The nurses I met said the camp was open.', 'nurses', ['the camp was open']],
  ['a call for a gerund', 'Mira Halim called for closing the camp.', 'Mira Halim', ['for closing the camp']],
  ['a question in an infinitive', 'Mira Halim went on to explain how the camp was closed.', 'Mira Halim', ['how the camp was closed']],
  ['a name behind a phrase', 'Mira Halim called her vote in favour of it a mistake.', 'Mira Halim', ['her vote in favour of it a mistake']],
  ['a verb with its small word', 'Mira Halim lashed out at the ministry.', 'Mira Halim', ['at the ministry']],
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

test('a chain of speakers is kept, an aside that tells who or when is meant is not', () => {
  expect(speech('The Brod Post said that Mira Halim denied that the camp was open.').map((each) => each.speaker)).toEqual(['Brod Post', 'Mira Halim']);
  expect(speech('Mira Halim said that the guard who said so had left.').map((each) => each.speaker)).toEqual(['Mira Halim']);
});

test('in an interview a turn goes on to the next', () => {
  const text = 'HALIM: It was open. Nobody left it.\n\nKRAL: Who says so?\n\nHALIM: The guards do.';
  expect(speech(text).map(({ content }) => content)).toEqual([['It was open. Nobody left it'], ['Who says so'], ['The guards do']]);
});

test.each([
  ['a telephone call', 'Mira Halim called the ministry.'],
  ['a condition before the clause that tells it', 'If the camp closes, Mira Halim could lose her work.'],
  ['a conclusion of the author', 'Nobody came to the camp, showing how few knew of it.'],
  ['a conclusion from a thing', 'It shows that nobody came.'],
  ['what happens meanwhile', 'As the nurse put on her coat, the guards left.'],
  ['a small word elsewhere', 'Mira Halim laid out the beds, and the guards shot back.'],
  ['a question to nobody', 'It was hard to ask why.'],
  ['a claim without an owner', 'The claim that the camp was open went unheard.'],
])('%s is no speech', (_, text) => {
  expect(speech(text)).toEqual([]);
});
