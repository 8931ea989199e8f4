// The queue across documents, files that are added in the page, finding, and the page of the log's integrity, in a real browser.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import type { Locator } from 'playwright-core';
import type { ClaimRow, DocumentRow } from '../../src/model/answers.ts';
import type { Queue } from '../../src/model/queue.ts';
import { folderWith } from '../cli/onrecord.ts';
import { asked, complaintsOf, documentOf } from './desk.ts';
import { PERSIAN, REPORT } from './documents.ts';
import { journeysThrough } from './journeys.ts';

const here = journeysThrough({ 'report.txt': REPORT, 'persian.txt': PERSIAN });
let complaints: readonly string[];

beforeEach(async () => {
  complaints = complaintsOf(here.page);
  await here.page.locator('.adding').waitFor();
});

/** The suggestion in hand, once this window holds it: before that, nothing can be decided about it. */
const held = (): Promise<void> => here.page.locator('.queue-list > li[aria-current="true"] .actions').waitFor();
const inHand = (): Locator => here.page.locator('.queue-list > li[aria-current="true"]');
const idInHand = async (): Promise<string> => ((await inHand().getAttribute('id')) ?? '').replace('waits-', '');
const statusOf = async (id: string): Promise<string> => (await asked<ClaimRow>(here.page, `/claims/${id}`)).status;

async function openQueue(): Promise<Queue> {
  await here.page.getByRole('link', { name: 'Queue' }).click();
  await inHand().waitFor();
  return asked<Queue>(here.page, '/queue');
}

test('the queue is worked through by keyboard: accept, reject, skip; what was skipped comes back, and undo takes back', async () => {
  const { total } = await openQueue();
  const [skipped, accepted] = await here.page.locator('.queue-list > li').evaluateAll((items) => items.map((item) => item.id.replace('waits-', '')));
  await here.page.keyboard.press('s');
  expect(await here.page.locator('.queue-list > li').last().getAttribute('id')).toBe(`waits-${skipped}`);
  expect(await idInHand()).toBe(accepted);
  await held();
  await here.page.keyboard.press('a');
  await here.page.getByText('Recorded: ').waitFor();
  expect(await statusOf(accepted ?? '')).toBe('recorded');
  await held();
  const rejected = await idInHand();
  await here.page.keyboard.press('r');
  await here.page.locator('[role="dialog"] button:focus').waitFor();
  await here.page.keyboard.press('1');
  await here.page.getByText('Set aside: ').waitFor();
  expect(await statusOf(rejected)).toBe('rejected');
  expect(await statusOf(skipped ?? '')).toBe('suggested');
  await here.page.keyboard.press('u');
  await here.page.getByText('it waits again').waitFor();
  await here.page.keyboard.press('u');
  await here.page.locator('.page-head', { hasText: `${total} suggestions wait` }).waitFor();
  expect((await asked<Queue>(here.page, '/queue')).total).toBe(total);
  expect(complaints).toEqual([]);
});

test('two windows never get the same suggestion; what one lets go of, the other gets', async () => {
  await openQueue();
  const first = await idInHand();
  await here.page.locator('.queue-list .actions').waitFor();
  const other = await here.browser.context.newPage();
  await other.goto(`${here.desk.origin}/queue`);
  await other.getByText('Somebody at another window').first().waitFor();
  await other.locator('.queue-list .actions').waitFor();
  const second = await other.locator('.queue-list > li[aria-current="true"]').getAttribute('id');
  expect(second).not.toBe(`waits-${first}`);
  await here.page.getByRole('link', { name: 'Documents' }).click();
  await here.page.locator('.documents').waitFor();
  // A window hears what the others hold whenever it goes on; the first may have let go only after that.
  const goOn = async (): Promise<number> => {
    await other.keyboard.press('j');
    return other.getByText('Somebody at another window').count();
  };
  await expect.poll(goOn, { timeout: 20_000, interval: 200 }).toBe(0);
  await other.locator(`#waits-${first} .kind`).click();
  await other.locator(`#waits-${first}[aria-current="true"] .actions`).waitFor();
  await other.close();
});

test('the queue is narrowed to one kind, which stands in its address, and a suggestion opens in its document', async () => {
  await openQueue();
  await here.page.getByRole('button', { name: /^(all )?Kind/ }).press('Enter');
  await here.page.getByRole('option', { name: /^Arrest/ }).waitFor();
  await here.page.locator('[role="listbox"]:focus-within').waitFor();
  await here.page.keyboard.type('Arrest');
  await here.page.keyboard.press('Enter');
  await here.page.waitForURL(/kind=arrest/);
  const { total } = await asked<Queue>(here.page, '/queue?kind=arrest');
  const kinds = async (): Promise<readonly string[]> => [...new Set(await here.page.locator('.queue-list .kind').allTextContents())];
  await expect.poll(kinds, { timeout: 20_000 }).toEqual(['Arrest']);
  await here.page.goto(here.page.url());
  await inHand().waitFor();
  await expect.poll(() => here.page.locator('.queue-list > li').count(), { timeout: 20_000 }).toBe(total);
  const id = await idInHand();
  await here.page.keyboard.press('e');
  await here.page.waitForURL(/\/documents\//);
  expect(here.page.url()).toContain(id);
});

test('files that are chosen go in one after another, and each is told of: read, held already, or not to be read', async () => {
  const folder = await folderWith({ 'one.txt': `${REPORT}\nOne.\n`, 'report.txt': REPORT, 'broken.pdf': '%PDF-1.7 no such thing' });
  await here.page.locator('input[type="file"]:not([webkitdirectory])').setInputFiles(['one.txt', 'report.txt', 'broken.pdf'].map((name) => join(folder, name)));
  await here.page.getByText('3 of 3 done').waitFor();
  const told = await here.page.locator('.adding-list li').allTextContents();
  expect(told[0]).toMatch(/^one\.txt.*added, \d+ suggestions/);
  expect(told[1]).toMatch(/^report\.txt.*held already/);
  expect(told[2]).toMatch(/^broken\.pdf.*could not be read/);
  await here.page.locator('.documents tbody tr').nth(2).waitFor();
  expect((await documentOf(here.page, 'one.txt')).counts.suggested).toBeGreaterThan(0);
});

test('a folder goes in, its hidden files left out, and its files keep their names', async () => {
  const folder = await folderWith({});
  await mkdir(join(folder, 'reports', 'of-the-year'), { recursive: true });
  await writeFile(join(folder, 'reports', 'of-the-year', 'گزارش.txt'), `${PERSIAN}\nدو.\n`);
  await writeFile(join(folder, 'reports', '.hidden.txt'), 'nothing to see');
  await here.page.locator('input[webkitdirectory]').setInputFiles(join(folder, 'reports'));
  await here.page.getByText('1 of 1 done').waitFor();
  expect((await documentOf(here.page, 'گزارش.txt')).title).toBe('یک سال پس از میدان باغ کاج');
  expect((await asked<readonly DocumentRow[]>(here.page, '/documents')).some((row) => row.name.includes('hidden'))).toBe(false);
});

test('what is dropped anywhere on the page goes in, and a hostile name stays a name', async () => {
  const dropped = await here.page.evaluateHandle(`(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([${JSON.stringify(`${REPORT}\nDropped.\n`)}], '..\\\\<img src=x onerror=alert(1)>.txt'));
    return transfer;
  })()`);
  await here.page.locator('body').dispatchEvent('dragover', { dataTransfer: dropped });
  await here.page.getByText('Drop to add').waitFor();
  await here.page.locator('body').dispatchEvent('drop', { dataTransfer: dropped });
  await here.page.getByText('1 of 1 done').waitFor();
  expect(await here.page.locator('img').count()).toBe(0);
  const names = (await asked<readonly DocumentRow[]>(here.page, '/documents')).map((row) => row.name);
  expect(names).toContain('_<img src=x onerror=alert(1)>.txt');
  expect(complaints).toEqual([]);
});

test('Ctrl+K finds a page, and a claim by its words, which leads to its passage', async () => {
  await here.page.keyboard.press('Control+K');
  const dialog = here.page.getByRole('dialog', { name: 'Find' });
  await dialog.getByRole('menuitem', { name: /^Matrix/ }).waitFor();
  await dialog.locator('input:focus').waitFor();
  await here.page.keyboard.type('pournazer plotting');
  await dialog.getByRole('group', { name: 'Claims and suggestions' }).waitFor();
  await dialog.getByRole('menuitem').first().waitFor();
  await here.page.keyboard.press('Enter');
  await here.page.waitForURL(/\/documents\/.*claim=/);
  await dialog.waitFor({ state: 'detached' });
  await here.page.keyboard.press('Control+K');
  await dialog.locator('input:focus').waitFor();
  await here.page.keyboard.type('integr');
  await dialog.getByRole('menuitem', { name: /^Integrity/ }).waitFor();
  await here.page.keyboard.press('Enter');
  await here.page.waitForURL(/\/integrity$/);
  await here.page.getByText('Every check passed').waitFor();
  const checkpoint = here.page.locator('.integrity-page pre', { hasText: '— ' });
  await checkpoint.waitFor();
  expect(await checkpoint.textContent()).toMatch(/^\S+\n\d+\n\S+\n\n— /);
  expect(complaints).toEqual([]);
});
