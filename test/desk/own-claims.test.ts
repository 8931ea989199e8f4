// Claims of a person's own, and many decisions at once, in a real browser; each is looked up in the record afterwards.
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Locator, Page } from 'playwright-core';
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
  const reports = Object.fromEntries([1, 2, 3].map((n) => [`report-${n}.txt`, `${REPORT}\nNo. ${n}.\n`]));
  desk = await startDesk({ ...reports, 'persian.txt': PERSIAN });
  return desk.close;
});

beforeEach(async () => {
  page = await browser.context.newPage();
  await page.goto(desk.link);
  return () => page.close();
});

async function open(name: string): Promise<string> {
  const { id } = await documentOf(page, name);
  await page.goto(`${desk.origin}/documents/${id}`);
  await page.locator('.document-text p').first().waitFor();
  return id;
}

/** Selects these words of the text, as a pointer would; they lie in one paragraph, possibly in several marks. */
async function select(words: string): Promise<void> {
  await page.locator('.document-text').evaluate((text, wanted) => {
    const document = text.ownerDocument;
    const walker = document.createTreeWalker(text, 4);
    const nodes: { readonly node: NonNullable<ReturnType<typeof walker.nextNode>>; readonly at: number }[] = [];
    let whole = '';
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      nodes.push({ node, at: whole.length });
      whole += node.nodeValue ?? '';
    }
    const from = whole.indexOf(wanted);
    const place = (offset: number) => nodes.findLast(({ at }) => at <= offset);
    const [first, last] = [place(from), place(from + wanted.length - 1)];
    if (from < 0 || !first || !last) throw new Error(`the text has no "${wanted}"`);
    document.getSelection()?.setBaseAndExtent(first.node, from - first.at, last.node, from + wanted.length - last.at);
  }, words);
  await page.locator('.panel-picked, .picked', { hasText: words.slice(0, 30) }).waitFor();
}

const form = (): Locator => page.getByRole('form', { name: 'A claim of your own' });
const recorded = (n: number): Promise<void> => page.locator('.card[data-status="recorded"]').nth(n).waitFor();

async function chooseKind(first: string): Promise<void> {
  await form().getByRole('button', { name: /Kind/ }).press('Enter');
  await page.getByRole('option', { name: first, exact: true }).waitFor();
  await page.keyboard.type(first);
  await page.keyboard.press('Enter');
  await page.getByRole('listbox').waitFor({ state: 'detached' });
}

test('words selected in the text become a claim, its roles and time filled by selecting more', async () => {
  const complaints = complaintsOf(page);
  const id = await open('report-1.txt');
  await select('Political prisoners were executed at Sangtarash prison in August 1987');
  await page.keyboard.press('c');
  await form().waitFor();
  await chooseKind('Execution');
  for (const [words, field] of [
    ['Political prisoners', 'to whom'],
    ['Sangtarash prison', 'where'],
    ['in August 1987', 'time'],
    ['Holmvik District Court', 'who says it'],
  ] as const) {
    await select(words);
    await form().getByRole('group', { name: 'Use the words selected' }).getByRole('button', { name: field, exact: true }).click();
  }
  await form().getByText('August 1987', { exact: true }).last().waitFor();
  expect(await form().getByLabel('The date (EDTF)').inputValue()).toBe('1987-08');
  expect(await form().locator('.when').textContent()).toContain('Mordad–Shahrivar 1366');
  await form().getByRole('button', { name: 'Record this claim' }).click();
  await recorded(0);
  const own = (await claimsOf(page, id)).find((claim) => claim.status === 'recorded');
  expect(own).toMatchObject({
    kind: 'execution',
    rule: 'a person',
    confidence: null,
    roles: { target: ['Political prisoners'], place: ['Sangtarash prison'] },
    time: { text: 'in August 1987', edtf: '1987-08' },
    saidBy: ['Holmvik District Court'],
    quote: { exact: 'Political prisoners were executed at Sangtarash prison in August 1987' },
  });
  expect(await page.locator('.card[data-selected]').textContent()).toContain('no rule proposed it');
  await page.getByRole('link', { name: 'Timeline' }).click();
  await page.locator('.excerpt[data-status="recorded"]').waitFor();
  expect(complaints).toEqual([]);
});

test('a claim of one’s own is withdrawn with a reason, which undo takes back, and then the claim itself', async () => {
  const id = await open('report-2.txt');
  await select('Kamran Sohrabzadeh was arrested');
  await page.keyboard.press('c');
  await chooseKind('Arrest');
  await page.keyboard.press('Control+Enter');
  await recorded(0);
  const statuses = async (): Promise<readonly string[]> => (await claimsOf(page, id)).filter((claim) => claim.rule === 'a person').map((claim) => claim.status);
  await page.keyboard.press('w');
  await page.getByRole('dialog', { name: 'Why withdraw it?' }).waitFor();
  await page.keyboard.press('2');
  await page.locator('.card[data-status="withdrawn"]').waitFor();
  expect(await statuses()).toEqual(['withdrawn']);
  expect(await page.locator('.card[data-status="withdrawn"] .status').textContent()).toContain('Claim withdrawn');
  await page.keyboard.press('u');
  await recorded(0);
  await page.keyboard.press('u');
  await page.locator('.card[data-status="recorded"]').waitFor({ state: 'detached' });
  expect(await statuses()).toEqual([]);
});

test('by keyboard alone: a claim begins with the words of the selected one, and its edges are moved', async () => {
  const id = await open('report-2.txt');
  await page.locator('.card[data-selected]').waitFor();
  await page.keyboard.press('c');
  await form().waitFor();
  await chooseKind('Arrest');
  const before = (await form().locator('blockquote').textContent()) ?? '';
  await form().getByRole('button', { name: 'End a word later' }).press('Enter');
  const quote = (await form().locator('blockquote').textContent()) ?? '';
  expect(quote.length).toBeGreaterThan(before.length);
  await page.keyboard.press('Control+Enter');
  await recorded(0);
  expect((await claimsOf(page, id)).find((claim) => claim.status === 'recorded')?.quote.exact).toBe(quote);
});

test('a time in Persian is understood as its document means it', async () => {
  await open('persian.txt');
  await select('کامران سهراب‌زاده در ۲۳ آبان ۱۳۹۷ بازداشت شد');
  await page.keyboard.press('c');
  await form().getByLabel('Time, in the document’s words').fill('۲۳ آبان ۱۳۹۷');
  await form().getByText('14 November 2018').waitFor();
  expect(await form().getByLabel('The date (EDTF)').inputValue()).toBe('2018-11-14');
});

test('all suggestions of one kind are accepted after they were seen, and one undo takes all back', async () => {
  const id = await open('report-3.txt');
  await page.locator('.card').first().waitFor();
  const waiting = (await claimsOf(page, id)).filter((claim) => claim.kind === 'execution');
  expect(waiting.length).toBeGreaterThan(1);
  await page.keyboard.press('s');
  const dialog = page.getByRole('dialog', { name: 'Accept all of one kind' });
  await dialog.getByRole('button', { name: /Kind/ }).press('Enter');
  await page.getByRole('option', { name: /^Execution/ }).click();
  expect(await dialog.locator('.excerpt').count()).toBe(waiting.length);
  await dialog.getByRole('button', { name: /^Accept these/ }).click();
  await recorded(waiting.length - 1);
  const standing = async (): Promise<number> => (await claimsOf(page, id)).filter((claim) => claim.status === 'recorded').length;
  expect(await standing()).toBe(waiting.length);
  await page.keyboard.press('u');
  await page.locator('.card[data-status="recorded"]').first().waitFor({ state: 'detached' });
  expect(await standing()).toBe(0);
  expect(await page.locator('.panel-said').textContent()).toContain('all at once');
});
