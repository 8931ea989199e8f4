// Documents that say the same words: told at the head of each, and laid side by side.
import { expect, test } from 'vitest';
import type { DocumentView } from '../../src/model/answers.ts';
import { asked, complaintsOf, documentOf } from './desk.ts';
import { journeysThrough } from './journeys.ts';

const WIRE = [
  'A court in Valdoré on Thursday convicted a diplomat of attempted murder and sentenced him to twenty years in prison.',
  'He had organised the plot against a gathering by the lake in June, the judges found. Three others were convicted with him.',
  'Police had stopped a couple with explosives on the road on the morning of the gathering. Thousands of people attended it.',
].join('\n\n');

const pageOf = (held: string): string =>
  `<html><head><title>Harbour</title><link rel="canonical" href="https://herald.example/news/12"></head><body><article><h1>Harbour</h1><p>On Friday ${held} people were held at the gate of the harbour, the union said in the evening.</p><p>They had come to ask for the wages of the spring. The gate was closed behind them.</p></article></body></html>`;

const here = journeysThrough({
  'page-1.html': pageOf('nine'),
  'page-2.html': pageOf('ninety'),
  'wire.txt': WIRE,
  'reprint.txt': `<b>Twenty</b> years\n\n${WIRE.replace('twenty years', 'two decades')}`,
});

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

test('a document whose address had another text later says so, and a claim whose words were changed is marked with what stands there now', async () => {
  const { page } = here;
  const { id } = await documentOf(page, 'page-1.html');
  const { text } = await asked<DocumentView>(page, `/documents/${id}`);
  const exact = 'nine people were held at the gate';
  const start = Array.from(text.slice(0, text.indexOf(exact))).length;
  const content = { quote: { exact, start, end: start + exact.length }, kind: 'detention', roles: {}, time: null, modality: 'asserted', saidBy: [] };
  const headers = { origin: here.desk.origin };
  const recorded = await page.context().request.post(`${here.desk.origin}/api/claims`, { data: { document: id, content }, headers });
  expect(recorded.status()).toBe(200);
  await page.goto(`${here.desk.origin}/documents/${id}`);
  const revisions = page.getByRole('region', { name: 'Its address had another text too' });
  await revisions.getByText('1 recorded claim is to be looked at.').waitFor();
  const card = page.locator('.card[data-status="recorded"]');
  await card.getByText('words changed in the later text').waitFor();
  await card.getByRole('button').first().click();
  await card.locator('.revised blockquote').getByText('ninety people were held at the gate').waitFor();
});

test('a mark is ended with what became of it, on the page of all that changed, and stands again when that is taken back', async () => {
  const { page } = here;
  await page.goto(`${here.desk.origin}/copies?kind=revisions`);
  const group = page.locator('.copy-groups > li');
  await group.getByText('ninety people were held at the gate').waitFor();
  await group.getByRole('button', { name: 'Looked at' }).click();
  const why = page.getByRole('dialog', { name: 'What became of it?' });
  await why.getByRole('textbox').fill('the paper corrected the number');
  await why.getByRole('textbox').press('Tab');
  await page.keyboard.press('Enter');
  await group.getByText('the paper corrected the number').waitFor();
  await page.getByText('0 recorded claims are to be looked at.').waitFor();
  await group.getByRole('button', { name: 'Take back' }).click();
  await group.getByRole('button', { name: 'Looked at' }).waitFor();
  await page.getByText('1 recorded claim is to be looked at.').waitFor();
});

test('all copies are listed by groups, each with what it shares and the way to both side by side', async () => {
  const complaints = complaintsOf(here.page);
  const { page } = here;
  await page.goto(`${here.desk.origin}/events`);
  await page.getByRole('navigation', { name: 'Pages of the record' }).getByRole('link', { name: 'Copies' }).click();
  await page.getByRole('heading', { name: 'Documents that say the same words' }).waitFor();
  const group = page.locator('.copy-groups > li').filter({ hasText: 'wire.txt' });
  await group.getByText('Which was first is not known.').waitFor();
  await group.getByText(/of document 1 stands in it\.|of it stands in document 1\./).waitFor();
  await page.getByRole('radio', { name: 'Shared passages' }).press('Enter');
  await page.getByText('No two documents were found that are this to each other.').waitFor();
  await page.getByRole('radio', { name: 'One text, edited' }).press('Enter');
  await group.getByRole('link', { name: 'Side by side' }).click();
  await page.getByRole('region', { name: 'The first document' }).waitFor();
  expect(complaints).toEqual([]);
});
