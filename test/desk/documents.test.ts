// What the desk does with documents that are not like the others, and with people who were not let in.
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { startBrowser, type Browser } from './browser.ts';
import { complaintsOf, documentOf, startDesk, type Desk } from './desk.ts';
import { HOSTILE, PERSIAN, REPORT } from './documents.ts';

let browser: Browser;
let desk: Desk;
let page: Page;

beforeAll(async () => {
  browser = await startBrowser();
  return browser.close;
});

beforeAll(async () => {
  desk = await startDesk({ 'report.txt': REPORT, 'persian.txt': PERSIAN, 'hostile.html': HOSTILE, 'broken.pdf': '%PDF-1.7 no such thing' });
  return desk.close;
});

beforeEach(async () => {
  page = await browser.context.newPage();
  await page.goto(desk.link);
  return () => page.close();
});

async function openDocument(name: string): Promise<void> {
  const { id } = await documentOf(page, name);
  await page.goto(`${desk.origin}/documents/${id}`);
  await page.locator('.document-text p').first().waitFor();
}

const directionOf = (selector: string): Promise<string> =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => element.ownerDocument.defaultView?.getComputedStyle(element).direction ?? '');

test('a Persian document is right-to-left in a left-to-right page, and bears its language', async () => {
  await openDocument('persian.txt');
  expect(await directionOf('.document-text p')).toBe('rtl');
  expect(await directionOf('.panel')).toBe('ltr');
  expect(await page.locator('.document-text').getAttribute('lang')).toBe('fa');
});

test('an English document stays left-to-right when the interface is Persian', async () => {
  await openDocument('report.txt');
  await page.getByRole('button', { name: 'فارسی' }).click();
  expect(await directionOf('.panel')).toBe('rtl');
  expect(await directionOf('.document-text p')).toBe('ltr');
  await page.getByRole('button', { name: 'English' }).click();
});

test('a hostile html document shows nothing but text: no markup, no script, no request', async () => {
  const complaints = complaintsOf(page);
  const requests: string[] = [];
  const dialogs: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await openDocument('hostile.html');
  const text = page.locator('.document-text');
  expect(await text.textContent()).toContain('<script>alert(6)</script>');
  expect(await text.locator('img, script, iframe, b, [style], [onmouseover]').count()).toBe(0);
  await page.goto(`${desk.origin}/`);
  await page.locator('.documents').waitFor();
  expect(await page.locator('.documents img, .documents script').count()).toBe(0);
  expect(dialogs).toEqual([]);
  expect(requests.filter((url) => !url.startsWith(desk.origin))).toEqual([]);
  expect(complaints).toEqual([]);
});

test('a file that could not be read is told with its reason, and how many documents wait is told beside', async () => {
  const problems = page.locator('.problems');
  await problems.waitFor();
  expect(await problems.textContent()).toContain('broken.pdf');
  expect(await page.locator('.documents tbody tr').count()).toBe(3);
});

test('who has not opened the printed link sees how to, and nothing of the record', async () => {
  const stranger = await startBrowser();
  const other = await stranger.context.newPage();
  await other.goto(`${desk.origin}/timeline`);
  await other.getByRole('alert').waitFor();
  expect(await other.getByRole('alert').textContent()).toContain('Open the desk by its link');
  await stranger.close();
});

test('an empty casebook says what to do next', async () => {
  const empty = await startDesk({});
  await page.goto(empty.link);
  await page.getByText('Start with a few documents').waitFor();
  expect(await page.locator('.command').textContent()).toContain('onrecord add');
  await empty.close();
});

test('when the server has stopped, the desk says so', async () => {
  const gone = await startDesk({});
  await page.goto(gone.link);
  await page.getByText('Start with a few documents').waitFor();
  await gone.close();
  await page.getByRole('link', { name: 'Timeline' }).click();
  await page.getByText('onrecord does not answer').waitFor();
});
