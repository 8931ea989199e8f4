// The queue across documents, files that are added in the page, finding, and the page of the log's integrity, in a real browser.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import type { ClaimRow, DocumentRow, Queue } from '../../src/model/answers.ts';
import { folderWith } from '../cli/onrecord.ts';
import { startBrowser, type Browser } from './browser.ts';
import { asked, complaintsOf, documentOf, startDesk, type Desk } from './desk.ts';
import { PERSIAN, REPORT } from './documents.ts';

let browser: Browser;
let desk: Desk;
let page: Page;
let complaints: readonly string[];

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
  complaints = complaintsOf(page);
  await page.locator('.adding').waitFor();
  return () => page.close();
});

const inHand = (): Locator => page.locator('.queue-list > li[aria-current="true"]');
const idInHand = async (): Promise<string> => ((await inHand().getAttribute('id')) ?? '').replace('waits-', '');
const statusOf = async (id: string): Promise<string> => (await asked<ClaimRow>(page, `/claims/${id}`)).status;

async function openQueue(): Promise<Queue> {
  await page.getByRole('link', { name: 'Queue' }).click();
  await inHand().waitFor();
  return asked<Queue>(page, '/queue');
}

test('the queue is worked through by keyboard: accept, reject, skip; what was skipped comes back, and undo takes back', async () => {
  const { total } = await openQueue();
  const [skipped, accepted] = await page.locator('.queue-list > li').evaluateAll((items) => items.map((item) => item.id.replace('waits-', '')));
  await page.keyboard.press('s');
  expect(await page.locator('.queue-list > li').last().getAttribute('id')).toBe(`waits-${skipped}`);
  expect(await idInHand()).toBe(accepted);
  await page.keyboard.press('a');
  await page.getByText('Recorded: ').waitFor();
  expect(await statusOf(accepted ?? '')).toBe('recorded');
  const rejected = await idInHand();
  await page.keyboard.press('r');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('1');
  await page.getByText('Set aside: ').waitFor();
  expect(await statusOf(rejected)).toBe('rejected');
  expect(await statusOf(skipped ?? '')).toBe('suggested');
  await page.keyboard.press('u');
  await page.getByText('it waits again').waitFor();
  await page.keyboard.press('u');
  await page.locator('.page-head', { hasText: `${total} suggestions wait` }).waitFor();
  expect((await asked<Queue>(page, '/queue')).total).toBe(total);
  expect(complaints).toEqual([]);
});

test('the queue is narrowed to one kind, which stands in its address, and a suggestion opens in its document', async () => {
  await openQueue();
  await page.getByRole('button', { name: /^(all )?Kind/ }).press('Enter');
  await page.getByRole('option', { name: /^Arrest/ }).waitFor();
  await page.keyboard.type('Arrest');
  await page.keyboard.press('Enter');
  await page.waitForURL(/kind=arrest/);
  const { total } = await asked<Queue>(page, '/queue?kind=arrest');
  await page.locator('.page-head', { hasText: `${total} suggestion` }).waitFor();
  expect(new Set(await page.locator('.queue-list .kind').allTextContents())).toEqual(new Set(['Arrest']));
  await page.goto(page.url());
  await inHand().waitFor();
  expect(await page.locator('.queue-list > li').count()).toBe(total);
  const id = await idInHand();
  await page.keyboard.press('e');
  await page.waitForURL(/\/documents\//);
  expect(page.url()).toContain(id);
});

test('files that are chosen go in one after another, and each is told of: read, held already, or not to be read', async () => {
  const folder = await folderWith({ 'one.txt': `${REPORT}\nOne.\n`, 'report.txt': REPORT, 'broken.pdf': '%PDF-1.7 no such thing' });
  await page.locator('input[type="file"]:not([webkitdirectory])').setInputFiles(['one.txt', 'report.txt', 'broken.pdf'].map((name) => join(folder, name)));
  await page.getByText('3 of 3 done').waitFor();
  const told = await page.locator('.adding-list li').allTextContents();
  expect(told[0]).toMatch(/^one\.txt.*added, \d+ suggestions/);
  expect(told[1]).toMatch(/^report\.txt.*held already/);
  expect(told[2]).toMatch(/^broken\.pdf.*could not be read/);
  await page.locator('.documents tbody tr').nth(2).waitFor();
  expect((await documentOf(page, 'one.txt')).counts.suggested).toBeGreaterThan(0);
});

test('a folder goes in, its hidden files left out, and its files keep their names', async () => {
  const folder = await folderWith({});
  await mkdir(join(folder, 'reports', 'of-the-year'), { recursive: true });
  await writeFile(join(folder, 'reports', 'of-the-year', 'گزارش.txt'), `${PERSIAN}\nدو.\n`);
  await writeFile(join(folder, 'reports', '.hidden.txt'), 'nothing to see');
  await page.locator('input[webkitdirectory]').setInputFiles(join(folder, 'reports'));
  await page.getByText('1 of 1 done').waitFor();
  expect((await documentOf(page, 'گزارش.txt')).title).toBe('یک سال پس از میدان باغ کاج');
  expect((await asked<readonly DocumentRow[]>(page, '/documents')).some((row) => row.name.includes('hidden'))).toBe(false);
});

test('what is dropped anywhere on the page goes in, and a hostile name stays a name', async () => {
  const dropped = await page.evaluateHandle(`(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([${JSON.stringify(`${REPORT}\nDropped.\n`)}], '..\\\\<img src=x onerror=alert(1)>.txt'));
    return transfer;
  })()`);
  await page.locator('body').dispatchEvent('dragover', { dataTransfer: dropped });
  await page.getByText('Drop to add').waitFor();
  await page.locator('body').dispatchEvent('drop', { dataTransfer: dropped });
  await page.getByText('1 of 1 done').waitFor();
  expect(await page.locator('img').count()).toBe(0);
  const names = (await asked<readonly DocumentRow[]>(page, '/documents')).map((row) => row.name);
  expect(names).toContain('_<img src=x onerror=alert(1)>.txt');
  expect(complaints).toEqual([]);
});

test('Ctrl+K finds a page, and a claim by its words, which leads to its passage', async () => {
  await page.keyboard.press('Control+K');
  const dialog = page.getByRole('dialog', { name: 'Find' });
  await dialog.getByRole('menuitem', { name: /^Matrix/ }).waitFor();
  await page.keyboard.type('pournazer plotting');
  await dialog.getByRole('group', { name: 'Claims and suggestions' }).waitFor();
  await dialog.getByRole('menuitem').first().waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/documents\/.*claim=/);
  await page.keyboard.press('Control+K');
  await page.keyboard.type('integr');
  await dialog.getByRole('menuitem', { name: /^Integrity/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/integrity$/);
  await page.getByText('Every check passed').waitFor();
  const checkpoint = page.locator('.integrity-page pre', { hasText: '— ' });
  await checkpoint.waitFor();
  expect(await checkpoint.textContent()).toMatch(/^\S+\n\d+\n\S+\n\n— /);
  expect(complaints).toEqual([]);
});
