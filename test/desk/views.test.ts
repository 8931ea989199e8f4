// The timeline and the matrix: what is suggested is told apart from what is recorded, and each mark opens its passage.
import { gzipSync } from 'node:zlib';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { startBrowser, type Browser } from './browser.ts';
import { claimsOf, complaintsOf, documentOf, startDesk, type Desk } from './desk.ts';
import { PERSIAN, REPORT } from './documents.ts';

let browser: Browser;
let desk: Desk;
let page: Page;

beforeAll(async () => {
  browser = await startBrowser();
  return browser.close;
});

beforeAll(async () => {
  desk = await startDesk({ 'report.txt': REPORT, 'persian.txt': PERSIAN });
  return desk.close;
});

beforeEach(async () => {
  page = await browser.context.newPage();
  await page.goto(desk.link);
  return () => page.close();
});

async function expectPassage(words: string): Promise<void> {
  await page.waitForURL(/\/documents\/.*claim=/);
  const selected = page.locator('.mark[data-selected]');
  await selected.first().waitFor();
  expect((await selected.allTextContents()).join('')).toContain(words.slice(0, 20));
  expect(await page.locator('.card[data-selected] .card-open').getAttribute('aria-expanded')).toBe('true');
}

test('a mark of the timeline opens its passage, and back leads to the timeline', async () => {
  const complaints = complaintsOf(page);
  await page.getByRole('link', { name: 'Timeline' }).click();
  const first = page.locator('.moment .excerpt-quote').first();
  const words = (await first.textContent()) ?? '';
  await first.click();
  await expectPassage(words);
  await page.goBack();
  await page.locator('.moment').first().waitFor();
  expect(complaints).toEqual([]);
});

test('the timeline tells recorded from suggested in words too, and can show the recorded alone', async () => {
  const { id } = await documentOf(page, 'report.txt');
  const dated = (await claimsOf(page, id)).find((claim) => claim.time?.edtf);
  await page.goto(`${desk.origin}/documents/${id}?claim=${dated?.id ?? ''}`);
  await page.locator('.card[data-selected]').getByRole('button', { name: 'Accept' }).click();
  await page.locator('.card[data-status="recorded"]').waitFor();
  await page.getByRole('link', { name: 'Timeline' }).click();
  await page.locator('.excerpt[data-status="recorded"]').waitFor();
  expect(await page.locator('.excerpt[data-status="recorded"] .status').textContent()).toContain('Recorded claim');
  expect(await page.locator('.excerpt[data-status="suggested"] .status').first().textContent()).toContain('Suggestion, not reviewed');
  await page.getByRole('button', { name: 'Recorded only' }).click();
  expect(await page.locator('.excerpt').count()).toBe(1);
  expect(page.url()).toContain('recorded=1');
});

test('a filled cell of the matrix opens its claims with why, and they open their passage', async () => {
  await page.getByRole('link', { name: 'Matrix' }).click();
  await page.locator('.matrix caption').waitFor();
  expect(await page.locator('.matrix caption').textContent()).toContain('Proposed by the machine');
  expect(await page.locator('.matrix .blank').first().textContent()).toMatch(/^none found in this record as of \d+ \w+ \d{4}$/);
  await page.locator('.matrix td .cell').first().click();
  const cell = page.getByRole('dialog');
  await cell.waitFor();
  expect(await cell.textContent()).toContain('Why it stands here');
  const quote = cell.locator('.excerpt-quote').first();
  const words = (await quote.textContent()) ?? '';
  await quote.click();
  await expectPassage(words);
});

test('a cell has an address, and Escape closes it', async () => {
  await page.goto(`${desk.origin}/matrix`);
  await page.locator('.matrix th .cell').first().click();
  await page.getByRole('dialog').waitFor();
  await page.goto(page.url());
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(page.url()).toBe(`${desk.origin}/matrix`);
});

test('the keys are one key away', async () => {
  await page.locator('.documents').waitFor();
  await page.keyboard.press('?');
  expect(await page.getByRole('dialog', { name: 'Keys' }).textContent()).toContain('next in the list');
});

test('the first load brings under 300 kB of script, gzipped', async () => {
  const scripts: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(request.url());
  });
  await page.reload();
  await page.locator('.documents').waitFor();
  expect(scripts.length).toBeGreaterThan(0);
  let size = 0;
  for (const url of scripts) size += gzipSync(await (await page.context().request.get(url)).body()).length;
  expect(size).toBeLessThan(300_000);
});
