// axe-core on every page, in both languages and both themes: nothing serious, nothing critical.
import { beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { startBrowser, type Browser } from './browser.ts';
import { documentOf, openDesk, type Desk } from './desk.ts';
import { wav } from '../../src/reading/media/media-files.test-data.ts';
import { graveViolations } from './grave-violations.ts';
import { JUDGMENT, PERSIAN, REPORT } from './documents.ts';

const CHAT = [0, 1, 2, 3].map((n) => `[31/07/2022, 09:0${n}:00] ${n % 2 ? 'Navid Golzari' : 'Golnar Teherani'}: message ${n}`).join('\n');

let browser: Browser;
let desk: Desk;
let page: Page;

beforeAll(async () => {
  browser = await startBrowser({ readable: true });
  return browser.close;
});

beforeAll(async () => {
  desk = await openDesk({
    'report.txt': REPORT,
    'chat.txt': CHAT,
    'call.wav': wav(1),
    'persian.txt': PERSIAN,
    'broken.pdf': '%PDF-1.7 no such thing',
    'judgment.pdf': JUDGMENT,
  });
  return desk.close;
});

beforeAll(async () => {
  page = await browser.context.newPage();
  await page.goto(desk.link);
  const { id } = await documentOf(page, 'report.txt');
  await page.goto(`${desk.origin}/documents/${id}`);
  await page.locator('.card').first().waitFor();
  await page.keyboard.press('a');
  await page.locator('.card[data-status="recorded"]').waitFor();
  await page.keyboard.press('r');
  await page.locator('[role="dialog"] button:focus').waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.card[data-status="rejected"]').waitFor();
});

const pages = [
  ['home', () => `${desk.origin}/`, '.documents'],
  ['queue', () => `${desk.origin}/queue`, '.queue-list li[aria-current]'],
  ['integrity', () => `${desk.origin}/integrity`, '.checks'],
  ['timeline', () => `${desk.origin}/timeline`, '.moment'],
  ['matrix', () => `${desk.origin}/matrix`, '.matrix'],
  ['reader', () => readerOf('report.txt'), '.card'],
  ['original pages', async () => `${await readerOf('judgment.pdf')}?view=pages`, '.page-mark[data-selected]'],
  ['Persian reader', () => readerOf('persian.txt'), '.document-text p'],
  ['custody', async () => `${await readerOf('report.txt')}/custody`, '.custody-acts'],
  ['page that is none', () => `${desk.origin}/nowhere`, '.notice'],
] as const;

/** Made of the same parts as the others: they are looked at in one language and theme. */
const rarer = [
  ['document under clocks', async () => `${await readerOf('report.txt')}?known-by=2100`, '.clocks[open] .slider'],
  ['conversation', () => readerOf('chat.txt'), '#utterance-3'],
  ['sound', () => readerOf('call.wav'), '.document-head h1'],
  ['two side by side', async () => `${await readerOf('report.txt')}/beside/${(await documentOf(page, 'persian.txt')).id}`, '.side-text'],
  ['document that is none', () => `${desk.origin}/documents/d_none`, '.notice'],
] as const;

async function readerOf(name: string): Promise<string> {
  return `${desk.origin}/documents/${(await documentOf(page, name)).id}`;
}

const looks = (['en', 'fa'] as const).flatMap((tongue) => (['light', 'dark'] as const).map((theme) => [tongue, theme] as const));

async function dress(tongue: string, theme: string): Promise<void> {
  await page.evaluate(`localStorage.setItem('onrecord.preferences', 'tongue=${tongue}&theme=${theme}')`);
}

/** What axe finds grave on each, after its name. */
async function foundOn(some: typeof pages | typeof rarer): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [name, address, ready] of some) {
    await page.goto(await address());
    await page.locator(ready).first().waitFor();
    found.push(...(await graveViolations(page)).map((each) => `${name}: ${each}`));
  }
  return found;
}

test.each(looks)('axe finds nothing serious on any page (%s, %s)', async (tongue, theme) => {
  await dress(tongue, theme);
  expect(await foundOn(pages)).toEqual([]);
});

test('axe finds nothing serious on what is seen more seldom (fa, dark)', async () => {
  await dress('fa', 'dark');
  expect(await foundOn(rarer)).toEqual([]);
});

test.each(looks)('axe finds nothing serious in what opens over a page (%s, %s)', async (tongue, theme) => {
  await dress(tongue, theme);
  const found: string[] = [];
  await page.goto(await readerOf('report.txt'));
  await page.locator('.card[data-selected]').waitFor();
  for (const [key, ready] of [
    ['r', '[role="dialog"]'],
    ['?', '[role="dialog"]'],
    ['e', '.amend'],
    ['c', '.amend'],
    ['s', '[role="dialog"]'],
    ['Control+K', '[role="dialog"]'],
  ] as const) {
    await page.keyboard.press(key);
    await page.locator(ready).waitFor();
    found.push(...(await graveViolations(page)).map((each) => `${key}: ${each}`));
    await page.keyboard.press('Escape');
    await page.locator(ready).waitFor({ state: 'detached' });
  }
  await page.goto(`${await readerOf('report.txt')}/custody`);
  await page.locator('.custody-acts').waitFor();
  const buttons = await page.locator('.custody button.button:not(.button-quiet)').all();
  expect(buttons).toHaveLength(2);
  for (const button of buttons) {
    await button.click();
    await page.locator('[role="dialog"] .care-form').waitFor();
    found.push(...(await graveViolations(page)).map((each) => `custody: ${each}`));
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  await page.goto(`${desk.origin}/matrix`);
  await page.locator('.matrix th .cell').first().click();
  await page.getByRole('dialog').waitFor();
  found.push(...(await graveViolations(page)).map((each) => `cell: ${each}`));
  expect(found).toEqual([]);
});
