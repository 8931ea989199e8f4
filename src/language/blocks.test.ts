import { expect, test } from 'vitest';
import { blocksOf } from './blocks.ts';
import { suggest } from './suggest.ts';

const FILLER = 'The river is low this year.\n\n';

test('blocks of a long text are the whole text and cut between paragraphs', () => {
  const text = FILLER.repeat(8000);
  const blocks = [...blocksOf(text)];
  expect(blocks.length).toBeGreaterThan(3);
  expect(blocks.map(({ from, to }) => text.slice(from, to)).join('')).toBe(text);
  expect(blocks.slice(1).every(({ from }) => text.slice(from).startsWith('\n\nThe'))).toBe(true);
});

test('a text of one word is one block, however long', () => {
  expect([...blocksOf('a'.repeat(200_000))]).toEqual([{ from: 0, to: 200_000 }]);
});

test('what stands far behind in a long text is quoted where it stands, under the full name that its beginning gave', () => {
  const text = `Judge Mara Kolin spoke in Brod.\n\n${FILLER.repeat(4000)}Police arrested Kolin on 3 May 1987.`;
  const [claim] = suggest({ text, published: null, language: 'en' }).filter(({ kind }) => kind === 'arrest');
  expect(claim?.roles.target).toEqual(['Mara Kolin']);
  expect(claim && text.slice(claim.quote.start, claim.quote.end)).toBe(claim?.quote.exact);
});
