// The timeline and the matrix: what is suggested is told apart from what is recorded, and each mark opens its passage.
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { claimsOf, complaintsOf, documentOf } from './desk.ts';
import { PERSIAN, REPORT } from './documents.ts';
import { journeysThrough } from './journeys.ts';

const here = journeysThrough({ 'report.txt': REPORT, 'persian.txt': PERSIAN });

async function expectPassage(words: string): Promise<void> {
  await here.page.waitForURL(/\/documents\/.*claim=/);
  const selected = here.page.locator('.mark[data-selected]');
  await selected.first().waitFor();
  expect((await selected.allTextContents()).join('')).toContain(words.slice(0, 20));
  expect(await here.page.locator('.card[data-selected] .card-open').getAttribute('aria-expanded')).toBe('true');
}

test('a mark of the timeline opens its passage, and back leads to the timeline', async () => {
  const complaints = complaintsOf(here.page);
  await here.page.getByRole('link', { name: 'Timeline' }).click();
  const first = here.page.locator('.moment .excerpt-quote').first();
  const words = (await first.textContent()) ?? '';
  await first.click();
  await expectPassage(words);
  await here.page.goBack();
  await here.page.locator('.moment').first().waitFor();
  expect(complaints).toEqual([]);
});

test('the timeline tells recorded from suggested in words too, and can show the recorded alone', async () => {
  const { id } = await documentOf(here.page, 'report.txt');
  const dated = (await claimsOf(here.page, id)).find((claim) => claim.time?.edtf);
  await here.page.goto(`${here.desk.origin}/documents/${id}?claim=${dated?.id ?? ''}`);
  await here.page.locator('.card[data-selected]').getByRole('button', { name: 'Accept' }).click();
  await here.page.locator('.card[data-status="recorded"]').waitFor();
  await here.page.getByRole('link', { name: 'Timeline' }).click();
  await here.page.locator('.excerpt[data-status="recorded"]').waitFor();
  expect(await here.page.locator('.excerpt[data-status="recorded"] .status').textContent()).toContain('Recorded claim');
  expect(await here.page.locator('.excerpt[data-status="suggested"] .status').first().textContent()).toContain('Suggestion, not reviewed');
  await here.page.getByRole('button', { name: 'Recorded only' }).click();
  await expect.poll(() => here.page.locator('.excerpt').count(), { timeout: 10_000 }).toBe(1);
  expect(here.page.url()).toContain('recorded=1');
});

test('a filled cell of the matrix opens its claims with why, and they open their passage', async () => {
  await here.page.getByRole('link', { name: 'Matrix' }).click();
  await here.page.locator('.matrix caption').waitFor();
  expect(await here.page.locator('.matrix caption').textContent()).toContain('Proposed by the machine');
  expect(await here.page.locator('.matrix .blank').first().textContent()).toMatch(/^none found in this record as of \d+ \w+ \d{4}$/);
  await here.page.locator('.matrix td .cell').first().click();
  const cell = here.page.getByRole('dialog');
  await cell.waitFor();
  expect(await cell.textContent()).toContain('Why it stands here');
  const quote = cell.locator('.excerpt-quote').first();
  const words = (await quote.textContent()) ?? '';
  await quote.click();
  await expectPassage(words);
});

test('a cell has an address, and Escape closes it', async () => {
  await here.page.goto(`${here.desk.origin}/matrix`);
  await here.page.locator('.matrix th .cell').first().click();
  await here.page.getByRole('dialog').waitFor();
  await here.page.goto(here.page.url());
  await here.page.getByRole('dialog').waitFor();
  await here.page.keyboard.press('Escape');
  await here.page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(here.page.url()).toBe(`${here.desk.origin}/matrix`);
});

test('a document under clocks shows the claims that these keep, and as it stood nothing of it can be decided', async () => {
  const { id } = await documentOf(here.page, 'report.txt');
  const cards = here.page.locator('.card');
  await here.page.goto(`${here.desk.origin}/documents/${id}?at=1901`);
  await here.page.locator('.clocks .when').first().waitFor();
  await expect.poll(() => cards.locator('.when').count(), { timeout: 10_000 }).toBe(0);
  await here.page.goto(`${here.desk.origin}/documents/${id}?known-by=2100`);
  await here.page.locator('.card[data-selected] .particulars').waitFor();
  expect(await cards.count()).toBeGreaterThan(1);
  expect(await here.page.locator('.panel').getByRole('button', { name: 'Accept' }).count()).toBe(0);
  await here.page.getByRole('button', { name: 'Let it go' }).click();
  await here.page.locator('.card[data-selected]').getByRole('button', { name: 'Accept' }).waitFor();
});

test('the keys are one key away', async () => {
  await here.page.locator('.documents').waitFor();
  await here.page.keyboard.press('?');
  expect(await here.page.getByRole('dialog', { name: 'Keys' }).textContent()).toContain('next in the list');
});

test('the first load brings under 300 kB of script, gzipped, which the browser keeps until there is another', async () => {
  const scripts: string[] = [];
  here.page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(request.url());
  });
  await here.page.reload();
  await here.page.locator('.documents').waitFor();
  expect(scripts.length).toBeGreaterThan(0);
  let size = 0;
  for (const url of scripts) {
    const script = await here.page.context().request.get(url);
    size += gzipSync(await script.body()).length;
    expect(script.headers()['cache-control']).toContain('immutable');
  }
  expect(size).toBeLessThan(300_000);
  const page = await here.page.context().request.get(here.page.url());
  expect(page.headers()['cache-control']).toBe('no-cache');
});
