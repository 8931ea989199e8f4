// Documents that say the same words: told at the head of each, and laid side by side.
import { expect, test } from 'vitest';
import { complaintsOf, documentOf } from './desk.ts';
import { journeysThrough } from './journeys.ts';

const WIRE = [
  'A court in Valdoré on Thursday convicted a diplomat of attempted murder and sentenced him to twenty years in prison.',
  'He had organised the plot against a gathering by the lake in June, the judges found. Three others were convicted with him.',
  'Police had stopped a couple with explosives on the road on the morning of the gathering. Thousands of people attended it.',
].join('\n\n');

const here = journeysThrough({ 'wire.txt': WIRE, 'reprint.txt': `<b>Twenty</b> years\n\n${WIRE.replace('twenty years', 'two decades')}` });

test('a document tells which others say the same words, and each is laid beside it with what was changed', async () => {
  const complaints = complaintsOf(here.page);
  const { id } = await documentOf(here.page, 'wire.txt');
  await here.page.goto(`${here.desk.origin}/documents/${id}`);
  const copies = here.page.getByRole('region', { name: 'Copies' });
  await copies.getByText('1 other document says the same words.').waitFor();
  await copies.getByText('Which was first is not known.').waitFor();
  await copies.getByRole('link', { name: 'Side by side' }).click();
  const left = here.page.getByRole('region', { name: 'The first document' });
  const right = here.page.getByRole('region', { name: 'The second document' });
  await expect.poll(() => left.locator('mark').allTextContents()).toEqual(['changed: twenty years ']);
  await expect.poll(() => right.locator('mark').allTextContents()).toEqual(['only in the second: <b>Twenty</b> years\n\n', 'changed: two decades ']);
  expect(complaints).toEqual([]);
});
