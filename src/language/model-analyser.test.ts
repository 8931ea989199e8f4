import { describe, expect, test } from 'vitest';
import { passagesOf, questionFor, readAnswer, type Passage } from './model-analyser.ts';

const TEXT = 'The clerk left. Police arrested Omid Farrokh in Basel on 3 March 2016.';
const PASSAGE: Passage = { start: 0, text: TEXT };
const ARREST = {
  quote: 'Police arrested Omid Farrokh in Basel on 3 March 2016',
  kind: 'arrest',
  roles: { actor: ['Police'], target: ['Omid Farrokh'] },
  time: { text: 'on 3 March 2016', edtf: '2016-03-03' },
  modality: 'asserted',
  saidBy: [],
};
const answer = (...claims: readonly unknown[]): string => JSON.stringify({ claims });

describe('a model’s answer', () => {
  test('is proposed with its quote’s place, and names the model', () => {
    const { proposals, dropped } = readAnswer(answer(ARREST), PASSAGE, 'small');
    expect(dropped).toBe(0);
    expect(proposals).toMatchObject([{ quote: { start: 16, end: 69 }, kind: 'arrest', rule: 'model:small@1', roles: { target: ['Omid Farrokh'] } }]);
  });

  test('has places in the text, not in the passage, counted in code points', () => {
    const passage = { start: 100, text: `😀 ${TEXT}` };
    expect(readAnswer(answer(ARREST), passage, 'small').proposals[0]?.quote).toMatchObject({ start: 118, end: 171 });
  });

  test.each([
    ['is not in the text', { ...ARREST, quote: 'Police detained Omid Farrokh' }],
    ['differs in a letter', { ...ARREST, quote: 'police arrested Omid Farrokh' }],
    ['cuts a word', { ...ARREST, quote: 'Police arrested Omid Farr' }],
    ['is empty', { ...ARREST, quote: '' }],
  ])('is dropped where its quote %s', (_, claim) => {
    expect(readAnswer(answer(claim, ARREST), PASSAGE, 'small')).toMatchObject({ dropped: 1, proposals: [{ kind: 'arrest' }] });
  });

  test.each([
    ['a kind that the guide has not', { ...ARREST, kind: 'gossip' }],
    ['a stance that the guide has not', { ...ARREST, modality: 'certain' }],
    ['a member more', { ...ARREST, guilty: true }],
    ['no quote', { ...ARREST, quote: 7 }],
    ['nothing', null],
  ])('is dropped where it has %s', (_, claim) => {
    expect(readAnswer(answer(claim), PASSAGE, 'small')).toEqual({ proposals: [], dropped: 1 });
  });

  test('loses names and times that the text has not, and a date that is none', () => {
    const claim = { ...ARREST, roles: { actor: ['Interpol'], target: ['Omid Farrokh'] }, saidBy: ['Reuters'], time: { text: 'on 3 March 2016', edtf: 'soon' } };
    const [proposal] = readAnswer(answer(claim), PASSAGE, 'small').proposals;
    expect(proposal).toMatchObject({ roles: { target: ['Omid Farrokh'] }, saidBy: [], time: { text: 'on 3 March 2016', edtf: null } });
    expect(proposal?.roles.actor).toBeUndefined();
  });

  test('is refused where it is no answer', () => {
    expect(() => readAnswer('I cannot help with that.', PASSAGE, 'small')).toThrow('not JSON');
    expect(() => readAnswer('[]', PASSAGE, 'small')).toThrow('not an object');
    expect(readAnswer(`\`\`\`json\n${answer(ARREST)}\n\`\`\``, PASSAGE, 'small').proposals).toHaveLength(1);
  });
});

test('passages are whole sentences, cover the text and stay short', () => {
  const text = 'Police arrested Omid Farrokh in Basel. '.repeat(400).trim();
  const passages = passagesOf({ text, published: null, language: 'en' });
  expect(passages.length).toBeGreaterThan(2);
  expect(passages.every((each) => each.text.length <= 6000 && each.text.endsWith('Basel.'))).toBe(true);
  expect(passages.map((each) => each.text).join(' ')).toBe(text);
});

test('a question holds the passage as data, and nothing else of the document', () => {
  const doc = { text: TEXT, published: '2016', language: 'en', title: 'Secret title' };
  const [, user] = questionFor(doc, PASSAGE);
  expect(JSON.parse(user?.content ?? '')).toEqual({ published: '2016', language: 'en', text: TEXT });
});
