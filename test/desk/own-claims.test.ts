// Claims of a person's own, and many decisions at once, in a real browser; each is looked up in the record afterwards.
import { expect, test } from 'vitest';
import type { Locator } from 'playwright-core';
import { claimsOf, complaintsOf, documentOf } from './desk.ts';
import { PERSIAN, REPORT } from './documents.ts';
import { journeysThrough } from './journeys.ts';

const reports = Object.fromEntries([1, 2, 3, 4].map((n) => [`report-${n}.txt`, `${REPORT}\nNo. ${n}.\n`]));
const here = journeysThrough({ ...reports, 'persian.txt': PERSIAN });

async function open(name: string): Promise<string> {
  const { id } = await documentOf(here.page, name);
  await here.page.goto(`${here.desk.origin}/documents/${id}`);
  await here.page.locator('.document-text p').first().waitFor();
  return id;
}

/** Selects these words of the text, as a pointer would; they lie in one paragraph, possibly in several marks. */
async function select(words: string): Promise<void> {
  await here.page.locator('.document-text').evaluate((text, wanted) => {
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
  await here.page.locator('.panel-picked, .picked', { hasText: words.slice(0, 30) }).waitFor();
}

const form = (): Locator => here.page.getByRole('form', { name: 'A claim of your own' });
const recorded = (n: number): Promise<void> => here.page.locator('.card[data-status="recorded"]').nth(n).waitFor();

async function chooseKind(first: string): Promise<void> {
  await form().getByRole('button', { name: /Kind/ }).press('Enter');
  await here.page.getByRole('option', { name: first, exact: true }).waitFor();
  await here.page.locator('[role="listbox"]:focus-within').waitFor();
  await here.page.keyboard.type(first);
  await here.page.keyboard.press('Enter');
  await here.page.getByRole('listbox').waitFor({ state: 'detached' });
}

test('words selected in the text become a claim, its roles and time filled by selecting more', async () => {
  const complaints = complaintsOf(here.page);
  const id = await open('report-1.txt');
  await select('Political prisoners were executed at Sangtarash prison in August 1987');
  await here.page.keyboard.press('c');
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
  const own = (await claimsOf(here.page, id)).find((claim) => claim.status === 'recorded');
  expect(own).toMatchObject({
    kind: 'execution',
    rule: 'a person',
    confidence: null,
    roles: { target: ['Political prisoners'], place: ['Sangtarash prison'] },
    time: { text: 'in August 1987', edtf: '1987-08' },
    saidBy: ['Holmvik District Court'],
    quote: { exact: 'Political prisoners were executed at Sangtarash prison in August 1987' },
  });
  expect(await here.page.locator('.card[data-selected]').textContent()).toContain('no rule proposed it');
  await here.page.getByRole('link', { name: 'Timeline' }).click();
  await here.page.locator('.excerpt[data-status="recorded"]').waitFor();
  expect(complaints).toEqual([]);
});

test('a claim of one’s own is withdrawn with a reason, which undo takes back, and then the claim itself', async () => {
  const id = await open('report-2.txt');
  await select('Kamran Sohrabzadeh was arrested');
  await here.page.keyboard.press('c');
  await chooseKind('Arrest');
  await here.page.keyboard.press('Control+Enter');
  await recorded(0);
  const statuses = async (): Promise<readonly string[]> =>
    (await claimsOf(here.page, id)).filter((claim) => claim.rule === 'a person').map((claim) => claim.status);
  await here.page.keyboard.press('w');
  await here.page.getByRole('dialog', { name: 'Why withdraw it?' }).waitFor();
  await here.page.keyboard.press('2');
  await here.page.locator('.card[data-status="withdrawn"]').waitFor();
  expect(await statuses()).toEqual(['withdrawn']);
  expect(await here.page.locator('.card[data-status="withdrawn"] .status').textContent()).toContain('Claim withdrawn');
  await here.page.keyboard.press('u');
  await recorded(0);
  await here.page.keyboard.press('u');
  await here.page.locator('.card[data-status="recorded"]').waitFor({ state: 'detached' });
  expect(await statuses()).toEqual([]);
});

test('a claim that is recorded is put right with a reason, and what was typed stays until it is recorded or thrown away', async () => {
  const id = await open('report-4.txt');
  await here.page.locator('.card[data-selected]').waitFor();
  await here.page.keyboard.press('a');
  await recorded(0);
  await here.page.keyboard.press('k');
  await here.page.keyboard.press('e');
  const amend = here.page.getByRole('form', { name: 'Amend' });
  await amend.getByRole('textbox', { name: 'Reason' }).fill('The day is not certain');
  await here.page.keyboard.press('Escape');
  await here.page.getByText('begun, not recorded').waitFor();
  await here.page.getByRole('link', { name: 'Timeline' }).click();
  await here.page.locator('.moment').first().waitFor();
  await here.page.goBack();
  await here.page.keyboard.press('e');
  await amend.getByText('as you left it').waitFor();
  expect(await amend.getByRole('textbox', { name: 'Reason' }).inputValue()).toBe('The day is not certain');
  await amend.getByLabel('The date (EDTF)').fill('2018-11');
  await here.page.keyboard.press('Control+Enter');
  await here.page.getByText('Amended and recorded by').waitFor();
  const standing = async () => (await claimsOf(here.page, id)).find((claim) => claim.status === 'recorded');
  expect(await standing()).toMatchObject({ time: { edtf: '2018-11' }, review: { decision: 'amend', reason: 'The day is not certain' } });
  expect(await here.page.getByText('begun, not recorded').count()).toBe(0);
  await here.page.keyboard.press('u');
  await here.page.getByText('Accepted by').waitFor();
  expect(await standing()).toMatchObject({ time: { edtf: '2018-11-14' }, review: { decision: 'accept' } });
});

test('by keyboard alone: a claim begins with the words of the selected one, and its edges are moved', async () => {
  const id = await open('report-2.txt');
  await here.page.locator('.card[data-selected]').waitFor();
  await here.page.keyboard.press('c');
  await form().waitFor();
  await chooseKind('Arrest');
  const before = (await form().locator('blockquote').textContent()) ?? '';
  await form().getByRole('button', { name: 'End a word later' }).press('Enter');
  const quote = (await form().locator('blockquote').textContent()) ?? '';
  expect(quote.length).toBeGreaterThan(before.length);
  await here.page.keyboard.press('Control+Enter');
  await recorded(0);
  expect((await claimsOf(here.page, id)).find((claim) => claim.status === 'recorded')?.quote.exact).toBe(quote);
});

test('a time in Persian is understood as its document means it', async () => {
  await open('persian.txt');
  await select('کامران سهراب‌زاده در ۲۳ آبان ۱۳۹۷ بازداشت شد');
  await here.page.keyboard.press('c');
  await form().getByLabel('Time, in the document’s words').fill('۲۳ آبان ۱۳۹۷');
  await form().getByText('14 November 2018').waitFor();
  expect(await form().getByLabel('The date (EDTF)').inputValue()).toBe('2018-11-14');
});

test('all suggestions of one kind are accepted after they were seen, and one undo takes all back', async () => {
  const id = await open('report-3.txt');
  await here.page.locator('.card').first().waitFor();
  const waiting = (await claimsOf(here.page, id)).filter((claim) => claim.kind === 'execution');
  expect(waiting.length).toBeGreaterThan(1);
  await here.page.keyboard.press('s');
  const dialog = here.page.getByRole('dialog', { name: 'Accept all of one kind' });
  await dialog.getByRole('button', { name: /Kind/ }).press('Enter');
  await here.page.getByRole('option', { name: /^Execution/ }).click();
  expect(await dialog.locator('.excerpt').count()).toBe(waiting.length);
  await dialog.getByRole('button', { name: /^Accept these/ }).click();
  await recorded(waiting.length - 1);
  const standing = async (): Promise<number> => (await claimsOf(here.page, id)).filter((claim) => claim.status === 'recorded').length;
  expect(await standing()).toBe(waiting.length);
  await here.page.keyboard.press('u');
  await here.page.locator('.card[data-status="recorded"]').first().waitFor({ state: 'detached' });
  expect(await standing()).toBe(0);
  await here.page.locator('.panel-said', { hasText: 'all at once' }).waitFor();
});
