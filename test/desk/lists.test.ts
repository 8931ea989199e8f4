// Lists of names in a real browser: brought, found apart from the record, judged by people and taken back.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { ListHits } from '../../src/model/list-answers.ts';
import { asked, complaintsOf, documentOf } from './desk.ts';
import { graveViolations } from './grave-violations.ts';
import { journeysThrough } from './journeys.ts';

const here = journeysThrough({ 'english.txt': 'Mansour Raufian was arrested in Holmvik.\n' }, { readable: true });

const LIST = 'Full name;Born;Country\nمنصور رئوفیان;1961;Qaramar\n"Tavakoli, Parviz";1970;\n';

/** A claim names its man, and a list is brought that has a name like his; done once for all journeys. */
async function withList(page: Page): Promise<string> {
  const known = (await asked<ListHits>(page, '/names/hits')).hits[0];
  if (known) return known.entry.id;
  const { id } = await documentOf(page, 'english.txt');
  const quote = { exact: 'Mansour Raufian', start: 0, end: 15 };
  const content = { quote, kind: 'arrest', roles: { target: ['Mansour Raufian'] }, time: null, modality: 'asserted', saidBy: [] };
  const body = JSON.stringify(JSON.stringify({ document: id, content }));
  await page.evaluate(`fetch('/api/claims', { method: 'POST', headers: { 'content-type': 'application/json' }, body: ${body} })`);
  await page.goto(`${here.desk.origin}/lists`);
  await page.getByLabel('What it is called').fill('Officers of Qaramar');
  await page.locator('.bring-list input[type="file"]').setInputFiles({ name: 'officers.csv', mimeType: 'text/csv', buffer: Buffer.from(LIST) });
  await page.locator('.bring-list .queue-said', { hasText: 'Officers of Qaramar' }).waitFor();
  await expect.poll(async () => (await asked<ListHits>(page, '/names/hits')).hits.length).toBe(1);
  return (await asked<ListHits>(page, '/names/hits')).hits[0]?.entry.id ?? '';
}

test('a list is brought, a like name on it is judged by a key and taken back by another, and nothing of it is in the record', async () => {
  const { page } = here;
  const complaints = complaintsOf(page);
  await withList(page);
  await page.goto(`${here.desk.origin}/lists`);
  await page.locator('.pair .on-list', { hasText: 'not in the record' }).waitFor();
  await page.locator('.list-rows li', { hasText: '2 names' }).waitFor();
  await page.locator('.pair .explanation').getByText('other script').first().waitFor();
  await page.keyboard.press('y');
  await page.locator('.queue-said', { hasText: 'these names are one' }).waitFor();
  await page.getByRole('heading', { name: 'Judged to be the same' }).waitFor();
  await page.keyboard.press('z');
  await page.locator('.queue-said', { hasText: 'Taken back' }).waitFor();
  await page.locator('.pair .on-list').waitFor();
  expect(complaints).toEqual([]);
});

test('who is on a list is found from anywhere, apart from the record, and on the page of whoever has a name like theirs', async () => {
  const { page } = here;
  const entry = await withList(page);
  await page.goto(`${here.desk.origin}/`);
  await page.locator('.documents').waitFor();
  await page.keyboard.press('Control+K');
  await page.keyboard.type('tavakoli');
  const dialog = page.getByRole('dialog', { name: 'Find' });
  await dialog.getByRole('group', { name: 'On lists, not in the record' }).getByRole('menuitem', { name: 'Tavakoli' }).click();
  await page.waitForURL(/\/names\/x_/);
  await page.locator('.on-list', { hasText: 'Officers of Qaramar' }).waitFor();
  const hits = await asked<ListHits>(page, '/names/hits');
  await page.goto(`${here.desk.origin}/names/${hits.hits[0]?.row.id ?? ''}`);
  await page.locator('.like-names').getByRole('button', { name: 'Cannot tell' }).click();
  await page.locator('.like-names', { hasText: 'could not tell' }).waitFor();
  await page.locator('.judgements').getByRole('link', { name: 'on the list' }).first().click();
  await page.waitForURL(new RegExp(entry));
});

test.each(['en', 'fa'])('axe finds nothing serious on the pages of lists (%s)', async (tongue) => {
  const { page } = here;
  const entry = await withList(page);
  await page.evaluate(`localStorage.setItem('onrecord.preferences', 'tongue=${tongue}&theme=dark')`);
  for (const [path, ready] of [
    ['/lists', '.list-rows li'],
    [`/names/${entry}`, '.facts'],
  ] as const) {
    await page.goto(`${here.desk.origin}${path}`);
    await page.locator(ready).first().waitFor();
    expect(await graveViolations(page)).toEqual([]);
  }
});
